#pragma once
// The sync protocol's endpoints, ARCHITECTURE.md "Sync protocol, version 1": who may ask, and what is answered. Works on
// the county's database, on its one thread; knows nothing of how the bytes travel.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/storage/database.h"
#include "sync/change_log/county_log.h"
#include "sync/server/api_routes.h"
#include "sync/server/attempt_limit.h"
#include "sync/server/audit.h"
#include "sync/server/enrolment.h"
#include "sync/server/http_message.h"
#include "sync/server/metrics.h"
#include "sync/server/request_rate.h"

namespace kitbag {

struct ApiAnswer {
    WebReply reply;
    std::string device;  // Whose request it was, for the log; "" when not known.
    std::string code;    // Of the refusal, for the log; "" when there was none.
};

struct ApiSettings {
    int requests_per_minute = requests_per_minute_default;  // Of one tablet.
    std::function<std::int64_t()> database_bytes = {};      // How large the records are, where they lie.
    std::function<std::size_t()> waiting_requests = {};     // How long the queue for the database is.
};

class CountyApi {
  public:
    CountyApi(Database& database, const Clock& clock, Random& random, Metrics& metrics, ApiSettings settings);

    // True for the paths that are the API's and never the site's.
    static bool owns(std::string_view path);

    // The path of one of ours, or "other": any other path may hold anything.
    static std::string_view route_of(std::string_view path);

    ApiAnswer answer(const WebRequest& request);

  private:
    Result<WebReply> perform(const ApiRoute& route, const WebRequest& request, std::string& device_id);
    Result<Device> admit(const ApiRoute& route, const WebRequest& request, std::string& device_id);
    Result<WebReply> call(ApiCall call, const WebRequest& request, const Device& device);
    Result<CountyLog> open_log();
    Result<WebReply> health();
    Result<WebReply> readiness();
    Result<WebReply> measurements();
    Result<WebReply> enrol_tablet(const WebRequest& request);
    Result<WebReply> push(const WebRequest& request, const Device& device);
    Result<void> keep_refused(const WebRequest& request, std::span<const Outcome> outcomes, const Device& device);
    Result<WebReply> wiped(const Device& device);
    Result<WebReply> pull(const WebRequest& request, const Device& device);
    Result<WebReply> reference(const WebRequest& request);
    Result<WebReply> export_all(const WebRequest& request, const Device& device);

    Database& database_;
    const Clock& clock_;
    Random& random_;
    Metrics& metrics_;
    ApiSettings settings_;
    Audit audit_;
    RequestRate rate_;
    AttemptLimit attempts_{failed_attempts_max};
    std::string reference_version_;   // Of the text below,
    std::string reference_outcomes_;  // and the version of the outcomes that it tells of:
    std::string reference_text_;      // the answer to tablets that have another version, kept because all ask for it.
};

}  // namespace kitbag
