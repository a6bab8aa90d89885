#pragma once
// The messages of "Sync protocol, version 1" in ARCHITECTURE.md, written and read for both sides. Reading is strict and
// never throws: what is missing or of another type is a Fault whose sentence names the place.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"
#include "core/storage/county_settings.h"
#include "core/storage/device_store.h"
#include "core/storage/framework_store.h"
#include "core/storage/visit_templates_store.h"
#include "sync/change.h"
#include "sync/exchange.h"
#include "sync/receipt.h"

namespace kitbag {

// What a tablet that is enrolled again was before. It stays that adviser's, or it is not enrolled.
struct EarlierSelf {
    Id adviser;
    std::vector<std::string> devices;  // Not empty; what it wrote as one of these is its own.

    bool operator==(const EarlierSelf&) const = default;
};

struct EnrolRequest {
    std::string name;
    std::string code;
    std::string device_name;
    std::optional<EarlierSelf> before = {};

    bool operator==(const EnrolRequest&) const = default;
};

struct EnrolReply {
    Enrolment enrolment;
    std::string now;                // The county's time, to tell a tablet whose clock is wrong.
    std::string recovery_key = {};  // As in CountySettings: known before the first reference comes.

    bool operator==(const EnrolReply&) const = default;
};

struct ReferenceReply {
    std::string version;
    bool unchanged = false;
    std::vector<School> schools;         // Empty when unchanged,
    std::vector<StoredPack> frameworks;  // as are these.
    std::string half_terms = {};  // The calendar's JSON (core/schools/half_terms.h); "" when the county has none.
    std::vector<StoredTemplates> visit_templates = {};  // In the county's order: the last are in use.
    CountySettings settings = {};
    std::string outcomes = {};  // The version of the county's outcomes, which are fetched apart; "" when it has none.

    bool operator==(const ReferenceReply&) const = default;
};

// Codes of the readers for requests: "not_json", "newer_protocol", "too_large", "bad_request". Codes of the readers for
// replies: "not_our_server", for whatever our server would not have said; "bad_answer" for a change and "bad_reference"
// for a school, pack,
// calendar, visit templates or settings that cannot be read.
std::string write_enrol_request(const EnrolRequest& request);
Result<EnrolRequest> read_enrol_request(std::string_view body);

std::string write_enrol_reply(const EnrolReply& reply);
Result<EnrolReply> read_enrol_reply(std::string_view body);

// What is behind "?" when a tablet sends changes: what the tablet knows of the county's log, its cursor only with the chain there. "" for nothing.
std::string push_query(const KnownHistory& known);

// A change that cannot be read becomes a ReceivedChange with its Fault; only the body as a whole can be refused here.
std::string write_push_request(std::span<const CarriedChange> changes);
Result<std::vector<ReceivedChange>> read_push_request(std::string_view body);

std::string write_push_reply(const PushReply& reply);
Result<PushReply> read_push_reply(std::string_view body);

inline constexpr std::string_view scope_of_all =
    "all";  // Of a tablet that has had all records; one that says nothing knows no scope.

// What is behind "?" when a tablet asks for changes: from where it is, its last receipt ("" where it said so already in this sync), and of
// which schools it has had them ("" for all).
struct PullQuery {
    KnownHistory history;
    std::string scope;
};
std::string pull_query(const PullQuery& known);
bool is_scope_id(std::string_view text);  // 16 hexadecimal digits in lower case.
std::string write_pull_reply(const ChangePage& page);
Result<ChangePage> read_pull_reply(std::string_view body);

std::string write_reference_reply(const ReferenceReply& reply);  // REQUIRES: each text in it is JSON.
Result<ReferenceReply> read_reference_reply(std::string_view body);

std::string write_error_reply(const Fault& reason);
Result<Fault> read_error_reply(std::string_view body);

}  // namespace kitbag
