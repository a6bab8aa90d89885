#include "sync/protocol/messages.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/schools/school_json.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

std::unexpected<Fault> bad_request(const std::string& what) {
    return fault("bad_request", "The request cannot be read: " + what + ".");
}

std::unexpected<Fault> too_large() {
    return fault("too_large", "Too much was sent at once: at most " + std::to_string(push_changes_max) +
                                  " changes and " + std::to_string(push_bytes_max / 1024) + " KiB.");
}

// A request's body as an object of a protocol that this program speaks.
Result<Json> read_request(std::string_view body) {
    Result<Json> json = parse_json(body, "The request");
    if (!json) return fault("not_json", json.error().sentence);
    if (!json->is_object()) return bad_request("it is not an object");
    const std::int64_t version = integer_or(*json, "protocol", 0);
    if (version > protocol_version) {
        return fault("newer_protocol",
                     "This tablet's Kitbag is newer than the county's server. Ask the county to update its server.");
    }
    if (version < 1) return bad_request("“protocol” is missing");
    return json;
}

Result<std::string> read_line(const Json& json, std::string_view name, std::size_t characters_max) {
    const std::string text(trim(text_or(json, name)));
    const auto characters = count_characters(text);
    const std::string quoted = "“" + std::string(name) + "”";
    if (text.empty()) return bad_request(quoted + " is missing");
    if (!characters || *characters > characters_max) return bad_request(quoted + " is too long");
    return text;
}

// Nothing for a tablet that says of no earlier self.
Result<std::optional<EarlierSelf>> read_earlier_self(const Json& json) {
    const auto found = json.find("before");
    if (found == json.end()) return std::nullopt;
    EarlierSelf before;
    before.adviser = found->is_object() ? text_or(*found, "adviser") : "";
    if (!is_id(before.adviser)) return bad_request("“before” has no adviser");
    const auto devices = found->find("devices");
    if (devices == found->end() || !devices->is_array() || devices->empty() || devices->size() > earlier_devices_max)
        return bad_request("“before” has no devices, or too many");
    for (const Json& device : *devices) {
        const auto* text = device.get_ptr<const std::string*>();
        if (!text || !is_device_id(*text)) return bad_request("“before” has a device that is none");
        before.devices.push_back(*text);
    }
    return before;
}

ReceivedChange receive(const Json& json) {
    std::string id = text_or(json, "id");
    if (id.size() > entity_id_characters_max) id.clear();
    return {std::move(id), change_from_json(json)};
}

// What was read strictly before it was stored.
Json stored_json(std::string_view text) {
    Result<Json> json = parse_json(text, "A stored text");
    CHECK(json.has_value());
    return *std::move(json);
}

// Nothing for a county that has decided nothing, which every tablet knows by itself.
Json decided(const CountySettings& settings) {
    const CountySettings usual;
    Json json;
    if (settings.lock_after_minutes != usual.lock_after_minutes ||
        settings.lock_hidden_after_minutes != usual.lock_hidden_after_minutes) {
        json["lock_after_minutes"] = settings.lock_after_minutes;
        json["lock_hidden_after_minutes"] = settings.lock_hidden_after_minutes;
    }
    if (!settings.inspection_rule.empty()) json["inspection_rule"] = stored_json(settings.inspection_rule);
    if (!settings.alliances.empty()) json["alliances"] = stored_json(settings.alliances);
    return json;
}

}  // namespace

std::string write_enrol_request(const EnrolRequest& request) {
    Json json = {{"protocol", protocol_version},
                 {"name", request.name},
                 {"code", request.code},
                 {"device_name", request.device_name}};
    if (request.before) json["before"] = {{"adviser", request.before->adviser}, {"devices", request.before->devices}};
    return to_text(json);
}

Result<EnrolRequest> read_enrol_request(std::string_view body) {
    if (body.size() > enrol_bytes_max) return too_large();
    const Result<Json> json = read_request(body);
    if (!json) return std::unexpected(json.error());
    Result<std::string> name = read_line(*json, "name", person_name_characters_max);
    if (!name) return std::unexpected(name.error());
    Result<std::string> code = read_line(*json, "code", enrolment_code_characters_max);
    if (!code) return std::unexpected(code.error());
    Result<std::string> device_name = read_line(*json, "device_name", device_name_characters_max);
    if (!device_name) return std::unexpected(device_name.error());
    Result<std::optional<EarlierSelf>> before = read_earlier_self(*json);
    if (!before) return std::unexpected(before.error());
    return EnrolRequest{*std::move(name), *std::move(code), *std::move(device_name), *std::move(before)};
}

std::string write_push_request(std::span<const CarriedChange> changes) {
    Json list = Json::array();
    Json proofs;
    for (const CarriedChange& each : changes) {
        list.push_back(to_json(each.change));
        if (!each.proof.empty()) proofs[each.change.id] = each.proof;
    }
    Json request = {{"protocol", protocol_version}, {"changes", std::move(list)}};
    if (!proofs.is_null()) request["proofs"] = std::move(proofs);
    return to_text(request);
}

Result<std::vector<ReceivedChange>> read_push_request(std::string_view body) {
    if (body.size() > push_bytes_max) return too_large();
    const Result<Json> json = read_request(body);
    if (!json) return std::unexpected(json.error());
    const auto changes = json->find("changes");
    if (changes == json->end() || !changes->is_array()) return bad_request("“changes” is not a list");
    if (changes->size() > push_changes_max) return too_large();
    std::vector<ReceivedChange> received;
    const auto proofs = json->find("proofs");
    for (const Json& change : *changes) {
        received.push_back(receive(change));
        if (proofs != json->end() && proofs->is_object()) received.back().proof = text_or(*proofs, received.back().id);
    }
    return received;
}

std::string write_enrol_reply(const EnrolReply& reply) {
    const auto& [device, token, adviser, county] = reply.enrolment;
    Json json = {{"device", device},
                 {"token", token},
                 {"adviser", {{"id", adviser.id}, {"name", adviser.name}, {"role", adviser.role}}},
                 {"county", {{"name", county}}},
                 {"now", reply.now}};
    if (!reply.recovery_key.empty()) json["recovery_key"] = reply.recovery_key;
    return to_text(json);
}

std::string write_push_reply(const PushReply& reply) {
    Json results = Json::array();
    for (const Outcome& outcome : reply.outcomes) {
        Json result = {{"id", outcome.change}, {"outcome", to_word(outcome.answer)}};
        if (outcome.answer == Answer::refused) {
            result["code"] = outcome.reason.code;
            result["sentence"] = outcome.reason.sentence;
        } else {
            const auto& [number, at, proof] = outcome.receipt;
            result["receipt"] = {{"number", number}, {"at", at}};
            if (!proof.empty()) result["receipt"]["proof"] = proof;
        }
        results.push_back(std::move(result));
    }
    Json json = {{"results", std::move(results)}};
    if (!reply.chain.empty()) json["chain"] = reply.chain;
    return to_text(json);
}

namespace {

std::string received_query(const LastReceived& received) {
    if (received.change.empty()) return "";
    const std::string query = "&received=" + received.change;
    return received.chain.empty() ? query : query + "&received_chain=" + received.chain;
}

}  // namespace

std::string push_query(const KnownHistory& known) {
    std::string query;
    if (!known.chain.empty()) query = "&after=" + std::to_string(known.cursor) + "&chain=" + known.chain;
    query += received_query(known.received);
    return query.empty() ? query : query.substr(1);
}

std::string pull_query(const PullQuery& known) {
    const KnownHistory& history = known.history;
    std::string query = "after=" + std::to_string(history.cursor);
    if (!history.chain.empty()) query += "&chain=" + history.chain;
    query += received_query(history.received);
    query += "&scope=" + (known.scope.empty() ? std::string(scope_of_all) : known.scope);
    return query + "&limit=" + std::to_string(pull_changes_max);
}

bool is_scope_id(std::string_view text) {
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string write_pull_reply(const ChangePage& page) {
    Json changes = Json::array();
    Json proofs = Json::array();
    for (const CarriedChange& each : page.changes) {
        changes.push_back(to_json(each.change));
        proofs.push_back(each.proof);
    }
    Json reply = {
        {"changes", std::move(changes)}, {"proofs", std::move(proofs)}, {"cursor", page.cursor}, {"more", page.more}};
    if (!page.chain.empty()) reply["chain"] = page.chain;
    if (page.scope) reply["scope"] = {{"id", page.scope->id}, {"places", page.scope->places}};
    if (page.now != 0) reply["now"] = to_iso(page.now);
    for (const Person& person : page.people) reply["people"].push_back({{"id", person.id}, {"name", person.name}});
    return to_text(reply);
}

std::string write_reference_reply(const ReferenceReply& reply) {
    if (reply.unchanged) {
        Json same = {{"version", reply.version}, {"unchanged", true}};
        if (!reply.outcomes.empty()) same["outcomes"] = reply.outcomes;
        return to_text(same);
    }
    Json schools = Json::array();
    for (const School& school : reply.schools) schools.push_back(to_json(school));
    Json frameworks = Json::array();
    for (const StoredPack& pack : reply.frameworks) frameworks.push_back(stored_json(pack.text));
    Json json = {{"version", reply.version}, {"schools", std::move(schools)}, {"frameworks", std::move(frameworks)}};
    if (!reply.outcomes.empty()) json["outcomes"] = reply.outcomes;
    if (!reply.half_terms.empty()) json["half_terms"] = stored_json(reply.half_terms);
    if (!reply.settings.recovery_key.empty()) json["recovery_key"] = reply.settings.recovery_key;
    if (Json settings = decided(reply.settings); !settings.is_null()) json["settings"] = std::move(settings);
    for (const StoredTemplates& each : reply.visit_templates) json["visit_templates"].push_back(stored_json(each.text));
    return to_text(json);
}

std::string write_error_reply(const Fault& reason) {
    return to_text({{"error", {{"code", reason.code}, {"sentence", reason.sentence}}}});
}

}  // namespace kitbag
