#include "sync/server/county_api.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/storage/device_store.h"
#include "sync/change_log/county_log.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/server/api_routes.h"
#include "sync/server/county_database.h"
#include "sync/server/county_export.h"
#include "sync/server/devices.h"
#include "sync/server/gzip.h"
#include "sync/server/outcome_calls.h"
#include "sync/server/picture_calls.h"
#include "sync/server/reference_import.h"
#include "sync/server/scope.h"
#include "sync/server/server_state.h"

namespace kitbag {
namespace {

// What a Fault of our own storage is to a tablet: it did nothing wrong and can only try again.
Fault server_fault() {
    return {"server_fault",
            "The county's server could not do this just now. Nothing is lost: it stays on this tablet. Try again "
            "later, and tell "
            "your county officer if it goes on."};
}

WebReply reply_with_text(std::string text) {
    WebReply reply = json_reply(200, Json());
    reply.body = std::move(text);
    return reply;
}

// The database's place was taken, or its server is away: another time it will do.
Fault database_busy() {
    return {"server_busy",
            "The county's server cannot reach its records just now. Nothing is lost. Try again in a minute."};
}

ApiAnswer refuse(const ApiRoute& route, const Fault& reason, const std::string& request) {
    if (reason.code == "storage_busy") return {error_reply(503, database_busy(), request), "", reason.code};
    const std::optional<int> status = status_of(reason.code);
    if (!status || !std::ranges::contains(codes_of(route), reason.code))
        return {error_reply(500, server_fault(), request), "", reason.code};
    return {error_reply(*status, reason, request), "", reason.code};
}

void count(Metrics& metrics, std::span<const Outcome> outcomes) {
    const auto number = [&](Answer answer) {
        return static_cast<std::size_t>(std::ranges::count(outcomes, answer, &Outcome::answer));
    };
    metrics.note_changes(number(Answer::accepted), number(Answer::already_had), number(Answer::refused));
}

enum class Coding { plain, gzip, other };

// Of a Content-Encoding, whose words are the same in any case. Two codings on top of one another are another.
Coding coding_of(std::string_view content_encoding) {
    const std::string word = in_small_letters(content_encoding);
    if (word.empty() || word == "identity") return Coding::plain;
    return word == "gzip" ? Coding::gzip : Coding::other;
}

AuditedAct act_of(std::string_view action, const WebRequest& request, const Device& device) {
    return {action, request.id, device.id, device.adviser};
}

Result<KnownHistory> known_history(const WebRequest& request) {
    const Result<std::int64_t> after = query_number(request.query, "after", 0);
    if (!after) return std::unexpected(after.error());
    return KnownHistory{{query_word(request.query, "received"), query_word(request.query, "received_chain")},
                        *after,
                        query_word(request.query, "chain")};
}

// The names of those who wrote a page's changes.
Result<std::vector<Person>> people_of(Database& database, const ChangePage& page) {
    std::set<Id> authors;
    for (const CarriedChange& each : page.changes) authors.insert(each.change.author);
    std::vector<Person> people;
    for (const Id& author : authors) {
        Result<std::string> name = adviser_name(database, author);
        if (!name) return std::unexpected(name.error());
        if (!name->empty()) people.push_back({author, *std::move(name)});
    }
    return people;
}

}  // namespace

CountyApi::CountyApi(Database& database, const Clock& clock, Random& random, Metrics& metrics, ApiSettings settings)
    : database_(database),
      clock_(clock),
      random_(random),
      metrics_(metrics),
      settings_(std::move(settings)),
      audit_(database, clock, random),
      rate_(settings_.requests_per_minute) {}

std::string_view CountyApi::route_of(std::string_view path) {
    const ApiRoute* route = find_api_route(path);
    return route == nullptr ? "other" : route->path;
}

bool CountyApi::owns(std::string_view path) {
    return path.starts_with("/api/") || find_api_route(path) != nullptr;
}

ApiAnswer CountyApi::answer(const WebRequest& request) {
    const ApiRoute* route = find_api_route(request.path);
    if (route == nullptr) {
        const Fault reason = {"not_found", "The county's server has nothing at this address."};
        return {error_reply(404, reason, request.id), "", reason.code};
    }
    std::string device_id;
    Result<WebReply> reply = perform(*route, request, device_id);
    ApiAnswer answer = reply ? ApiAnswer{std::move(*reply), "", ""} : refuse(*route, reply.error(), request.id);
    answer.device = std::move(device_id);
    return answer;
}

Result<WebReply> CountyApi::perform(const ApiRoute& route, const WebRequest& request, std::string& device_id) {
    if (request.method != route.method) {
        return fault("wrong_method", "This address answers " + std::string(route.method) + " only.");
    }
    const Coding coding = coding_of(request.content_encoding);
    if (coding == Coding::other || (coding == Coding::gzip && route.call != ApiCall::push)) {
        return fault("encoded_body",
                     "The server reads bodies without Content-Encoding, and changes in gzip as well. Send this plain.");
    }
    const bool needs_no_token =
        route.asker == Asker::anyone || (route.asker == Asker::officer_or_monitoring && request.for_monitoring);
    if (needs_no_token) return call(route.call, request, Device());
    const Result<Device> device = admit(route, request, device_id);
    if (!device) return std::unexpected(device.error());
    if (coding == Coding::plain) return call(route.call, request, *device);
    // Only now that it is known whose it is, and that this tablet does not ask too often.
    WebRequest plain = request;
    Result<std::string> body = inflate_gzip(request.body, push_bytes_max);
    if (!body) return std::unexpected(body.error());
    plain.body = *std::move(body);
    return call(route.call, plain, *device);
}

Result<WebReply> CountyApi::call(ApiCall call, const WebRequest& request, const Device& device) {
    switch (call) {
        case ApiCall::enrol:
            return enrol_tablet(request);
        case ApiCall::push:
            return push(request, device);
        case ApiCall::pull:
            return pull(request, device);
        case ApiCall::picture_status:
            return answer_picture_status(database_, request);
        case ApiCall::picture_send:
            return take_picture_piece(database_, audit_, act_of("picture", request, device), request, clock_.now());
        case ApiCall::picture_bytes:
            return give_picture_piece(database_, audit_, act_of("picture", request, device), request);
        case ApiCall::reference:
            return reference(request);
        case ApiCall::outcomes:
            return give_outcomes(database_, request);
        case ApiCall::export_all:
            return export_all(request, device);
        case ApiCall::wiped:
            return wiped(device);
        case ApiCall::openapi:
            return reply_with_text(std::string(openapi_text()));
        case ApiCall::health:
            return health();
        case ApiCall::readiness:
            return readiness();
        case ApiCall::measurements:
            return measurements();
        case ApiCall::sign_in:
        case ApiCall::sign_in_back:
            break;
    }
    return fault("unknown_call", "A route without an answer.");
}

// Whose request it is, if that tablet may ask for this now.
Result<Device> CountyApi::admit(const ApiRoute& route, const WebRequest& request, std::string& device_id) {
    Result<std::optional<Device>> device = find_device(database_, request.authorization);
    if (!device) return std::unexpected(device.error());
    if (!*device) {
        return fault("unknown_device",
                     "The county does not know this tablet, or has shut it out. Ask your county officer for a new "
                     "enrolment code.");
    }
    device_id = (*device)->id;
    const Instant now = clock_.now();
    if (!rate_.allows((*device)->id, now)) {
        return fault("too_many_requests",
                     "This tablet asks more often than the county's server allows. Nothing is lost. It may go on in a "
                     "minute.");
    }
    if (const Result<void> noted = note_seen(database_, **device, now); !noted) return std::unexpected(noted.error());
    if ((*device)->wipe_wanted && route.asker != Asker::tablet_that_leaves) {
        return fault(
            "wipe_wanted",
            "The county has asked for this tablet to be wiped. It sends what the county does not have yet and gets "
            "nothing more. Ask your county officer.");
    }
    const bool for_officers = route.asker == Asker::officer || route.asker == Asker::officer_or_monitoring;
    if (for_officers && !may_export((*device)->role)) {
        return fault("not_allowed", "Only a county officer may ask for this.");
    }
    return **std::move(device);
}

Result<WebReply> CountyApi::health() {
    if (const Result<void> alive = check_alive(database_); !alive) return std::unexpected(alive.error());
    return json_reply(200, {{"status", "ok"}});
}

Result<WebReply> CountyApi::readiness() {
    if (const Result<void> ready = check_ready(database_, clock_.now()); !ready) return std::unexpected(ready.error());
    return json_reply(200, {{"status", "ready"}});
}

Result<WebReply> CountyApi::measurements() {
    Result<Gauges> gauges = read_gauges(database_, clock_.now());
    if (!gauges) return std::unexpected(gauges.error());
    if (settings_.database_bytes) gauges->database_bytes = settings_.database_bytes();
    if (settings_.waiting_requests) gauges->waiting_requests = settings_.waiting_requests();
    WebReply reply = reply_with_text(metrics_.to_prometheus(*gauges));
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return reply;
}

Result<WebReply> CountyApi::enrol_tablet(const WebRequest& request) {
    const Instant now = clock_.now();
    if (!attempts_.allows(request.address, now)) {
        return fault("too_many_attempts",
                     "Too many wrong enrolment codes came from here. Wait a minute, then try again.");
    }
    const Result<EnrolRequest> asked = read_enrol_request(request.body);
    if (!asked) return std::unexpected(asked.error());
    const Result<std::optional<CountyIdentity>> county = county_identity(database_);
    if (!county) return std::unexpected(county.error());
    const Result<CountySettings> settings = read_county_settings(database_);
    if (!settings) return std::unexpected(settings.error());
    const Result<Enrolled> enrolled = enrol(database_, clock_, random_, *asked);
    if (!enrolled) {
        if (enrolled.error().code.ends_with("_code")) attempts_.count(request.address, now);
        return std::unexpected(enrolled.error());
    }
    const Device& device = enrolled->device;
    EnrolReply reply;
    reply.enrolment = {device.id,
                       enrolled->token,
                       {device.adviser, device.adviser_name, std::string(to_word(device.role))},
                       *county ? (*county)->name : ""};
    reply.now = to_iso(now);
    reply.recovery_key = settings->recovery_key;
    return reply_with_text(write_enrol_reply(reply));
}

Result<CountyLog> CountyApi::open_log() {
    return receipt_key(database_, random_).transform([&](ReceiptKey key) {
        return CountyLog(database_, clock_, std::move(key));
    });
}

Result<WebReply> CountyApi::push(const WebRequest& request, const Device& device) {
    const Result<std::vector<ReceivedChange>> received = read_push_request(request.body);
    if (!received) return std::unexpected(received.error());
    Result<CountyLog> log = open_log();
    if (!log) return std::unexpected(log.error());
    const Result<void> same =
        known_history(request).and_then([&](const KnownHistory& known) { return log->check_history(known); });
    if (!same) return std::unexpected(same.error());
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    Result<std::vector<std::string>> devices = devices_of(database_, device.adviser);
    if (!devices) return std::unexpected(devices.error());
    const Writer writer{device.id, device.adviser, device.role, *std::move(devices)};
    const Result<PushReply> reply = log->accept(*received, writer);
    if (!reply) return std::unexpected(reply.error());
    if (device.wipe_wanted) {
        if (const Result<void> kept = keep_refused(request, reply->outcomes, device); !kept)
            return std::unexpected(kept.error());
    }
    if (const Result<void> dropped = drop_removed_pictures(database_, *received, reply->outcomes); !dropped)
        return std::unexpected(dropped.error());
    const Result<void> noted = audit_.note_writes(act_of("push", request, device), *received, reply->outcomes);
    if (!noted) return std::unexpected(noted.error());
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    count(metrics_, reply->outcomes);
    return reply_with_text(write_push_reply(*reply));
}

// On the tablet they are gone once it has wiped itself.
Result<void> CountyApi::keep_refused(const WebRequest& request, std::span<const Outcome> outcomes,
                                     const Device& device) {
    const Result<Json> body = parse_json(request.body, "The request");
    if (!body) return std::unexpected(body.error());
    const Json& changes = body->at("changes");
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i].answer != Answer::refused) continue;
        const Result<void> kept = keep_left_behind(database_, device.id, changes[i], outcomes[i].reason, clock_.now());
        if (!kept) return kept;
    }
    return {};
}

Result<WebReply> CountyApi::wiped(const Device& device) {
    if (const Result<void> noted = note_wiped(database_, device.id, clock_.now()); !noted)
        return std::unexpected(noted.error());
    return json_reply(200, {{"wiped", true}});
}

Result<WebReply> CountyApi::pull(const WebRequest& request, const Device& device) {
    const Result<std::int64_t> after = query_number(request.query, "after", 0);
    if (!after) return std::unexpected(after.error());
    const Result<std::int64_t> asked = query_number(request.query, "limit", pull_changes_max);
    if (!asked) return std::unexpected(asked.error());
    const int limit = static_cast<int>(std::clamp<std::int64_t>(*asked, 1, pull_changes_max));
    const Result<CountyLog> log = open_log();
    if (!log) return std::unexpected(log.error());
    const Result<void> same =
        known_history(request).and_then([&](const KnownHistory& known) { return log->check_history(known); });
    if (!same) return std::unexpected(same.error());
    // A program from before there was scope could not read an answer that begins anew, and has all until it is updated.
    const std::string had = query_word(request.query, "scope");
    Result<Scope> scope =
        had.empty() ? Scope{} : scope_for(database_, device.role, device.adviser, date_of(clock_.now()));
    if (!scope) return std::unexpected(scope.error());
    // Of other schools than those it had until now it has nothing yet.
    const bool changed = !had.empty() && scope->id != (had == scope_of_all ? "" : had);
    const std::int64_t from = changed ? 0 : *after;
    Result<ChangePage> page = log->changes_after(from, limit, scope->id.empty() ? nullptr : &*scope);
    if (!page) return std::unexpected(page.error());
    if (changed) page->scope = *std::move(scope);
    Result<std::vector<Person>> people = people_of(database_, *page);
    if (!people) return std::unexpected(people.error());
    page->people = std::move(*people);
    page->now = clock_.now();
    const Result<void> noted = audit_.note_read(act_of("pull", request, device), from, page->cursor);
    if (!noted) return std::unexpected(noted.error());
    return reply_with_text(write_pull_reply(*page));
}

Result<WebReply> CountyApi::reference(const WebRequest& request) {
    const Result<std::string> version = DeviceStore(database_).reference_version();
    if (!version) return std::unexpected(version.error());
    const Result<std::string> outcomes = outcomes_version_of(database_);
    if (!outcomes) return std::unexpected(outcomes.error());
    if (query_word(request.query, "known") == *version) {
        ReferenceReply unchanged;
        unchanged.version = *version;
        unchanged.unchanged = true;
        unchanged.outcomes = *outcomes;
        return reply_with_text(write_reference_reply(unchanged));
    }
    // Another program may have loaded a newer register or outcomes meanwhile.
    if (reference_version_ != *version || reference_outcomes_ != *outcomes) {
        Result<Reference> now = read_reference(database_);
        if (!now) return std::unexpected(now.error());
        reference_version_ = now->version;
        reference_outcomes_ = *outcomes;
        reference_text_ = write_reference_reply({now->version, false, std::move(now->schools), std::move(now->packs),
                                                 std::move(now->half_terms), std::move(now->visit_templates),
                                                 std::move(now->settings), *outcomes});
    }
    return reply_with_text(reference_text_);
}

Result<WebReply> CountyApi::export_all(const WebRequest& request, const Device& device) {
    const Result<Json> exported = export_county(database_, clock_);
    if (!exported) return std::unexpected(exported.error());
    const Result<void> noted = audit_.note_read_of_all(act_of("export", request, device));
    if (!noted) return std::unexpected(noted.error());
    return json_reply(200, *exported);
}

}  // namespace kitbag
