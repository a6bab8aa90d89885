#pragma once
// The one handler of the running server: the site's files are answered at once, the API's requests one after the other on
// the thread that owns the database. Whatever goes wrong inside, something is answered and logged.

#include <atomic>
#include <cstdint>
#include <string>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "sync/server/county_api.h"
#include "sync/server/database_worker.h"
#include "sync/server/http_server.h"
#include "sync/server/static_site.h"

namespace kitbag {

class CountyServer {
  public:
    // The database is used by this object's thread alone until finish() has returned.
    CountyServer(StaticSite site, Database& database, const Clock& clock, Random& random, ApiSettings settings);

    // From the network's thread.
    void handle(WebRequest request, HttpAnswer answer);

    // Answers what was taken and takes no more.
    void finish() { worker_.finish(); }

  private:
    struct Asked;
    ApiSettings with_queue(ApiSettings settings);
    void handle_api(Asked asked);
    ApiAnswer answer_whatever_happens(const WebRequest& request);
    void send(Asked& asked, ApiAnswer answered);

    StaticSite site_;
    Metrics metrics_;
    CountyApi api_;
    const Clock& clock_;
    std::string run_;  // Tells this run's request ids from those of another.
    std::atomic<std::uint64_t> requests_ = 0;
    DatabaseWorker worker_;  // Last: its thread ends before what it uses.
};

}  // namespace kitbag
