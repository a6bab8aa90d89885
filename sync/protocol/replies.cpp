// Reading what the county's server answered. Whatever it would not have said was said by something else.

#include <algorithm>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/schools/alliance.h"
#include "core/schools/half_terms.h"
#include "core/schools/inspection_rule.h"
#include "core/schools/school_json.h"
#include "core/storage/escrow.h"
#include "core/visits/visit_template.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

namespace kitbag {
namespace {

constexpr std::size_t token_length = 43;
constexpr std::size_t sentence_bytes_max = 2000;
constexpr std::size_t receipt_bytes_max = 40;

std::unexpected<Fault> not_ours() {
    return fault("not_our_server",
                 "Something other than your county's server answered. If this network asks people to sign in, open "
                 "another page, "
                 "sign in there, and try again. Nothing on this tablet was changed.");
}

Result<Json> read_reply(std::string_view body) {
    if (body.size() > response_bytes_max) return not_ours();
    Result<Json> json = parse_json(body, "The answer");
    if (!json || !json->is_object()) return not_ours();
    return json;
}

const Json* find_list(const Json& json, std::string_view name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_array() ? &*found : nullptr;
}

Json member(const Json& json, std::string_view name) {
    if (!json.is_object()) return {};
    const auto found = json.find(name);
    return found == json.end() ? Json() : *found;
}

std::optional<bool> find_truth(const Json& json, std::string_view name) {
    const Json found = member(json, name);
    return found.is_boolean() ? std::optional(found.get<bool>()) : std::nullopt;
}

bool fits(std::string_view text, std::size_t bytes_max) {
    return !text.empty() && text.size() <= bytes_max;
}

// "" for what is none: the county would not know it again, and judges the change anew.
std::string proof_or_nothing(std::string text) {
    return is_receipt_proof(text) ? text : "";
}

Result<Outcome> read_outcome(const Json& json) {
    Outcome outcome;
    outcome.change = text_or(json, "id");
    const std::optional<Answer> answer = answer_from(text_or(json, "outcome"));
    if (!answer) return not_ours();
    outcome.answer = *answer;
    if (outcome.answer == Answer::refused) {
        outcome.reason = {text_or(json, "code"), text_or(json, "sentence")};
        if (!is_key(outcome.reason.code) || !fits(outcome.reason.sentence, sentence_bytes_max)) return not_ours();
        return outcome;
    }
    const Json receipt = member(json, "receipt");
    outcome.receipt = {text_or(receipt, "number"), text_or(receipt, "at"), proof_or_nothing(text_or(receipt, "proof"))};
    if (!fits(outcome.receipt.number, receipt_bytes_max) || !fits(outcome.receipt.at, receipt_bytes_max))
        return not_ours();
    return outcome;
}

// Our server's mistake, not another's answer: the rest of a sync may go on without it.
std::unexpected<Fault> bad_reference(const Fault& reason) {
    return fault("bad_reference",
                 "The county sent schools, criteria, half terms, kinds of visit or settings that cannot be read (" +
                     reason.sentence + "). The ones on this tablet were kept. Tell your county.");
}

Result<StoredPack> read_pack(const Json& json) {
    StoredPack pack{text_or(json, "id"), text_or(json, "version"), to_text(json)};
    if (!fits(pack.id, 40) || !fits(pack.version, 40)) return bad_reference({"", "a framework without id or version"});
    return pack;
}

// "" where the county has no calendar, or its server is older than calendars are.
Result<std::string> read_calendar(const Json& json) {
    const Json calendar = member(json, "half_terms");
    if (calendar.is_null()) return "";
    std::string text = to_text(calendar);
    if (const auto read = read_half_terms(text); !read) return bad_reference(read.error());
    return text;
}

// None where the county has loaded none, or its server is older than they are.
Result<std::vector<StoredTemplates>> read_templates(const Json& json) {
    std::vector<StoredTemplates> templates;
    const Json list = member(json, "visit_templates");
    if (list.is_null()) return templates;
    if (!list.is_array()) return bad_reference({"", "the visit templates are not a list"});
    for (const Json& each : list) {
        std::string text = to_text(each);
        const Result<VisitTemplates> read = read_visit_templates(text);
        if (!read) return bad_reference(read.error());
        templates.push_back({read->version, std::move(text)});
    }
    return templates;
}

// "" where the county has made none. One that nothing can be sealed to would leave the store without a way back.
std::optional<std::string> read_recovery_key(const Json& json) {
    const Json key = member(json, "recovery_key");
    if (key.is_null()) return "";
    std::string hex = text_or(json, "recovery_key");
    return public_key_from(hex) ? std::optional(std::move(hex)) : std::nullopt;
}

// A number beyond what this program knows is a newer county's: the nearest that it does know.
int read_minutes(const Json& settings, std::string_view name, int usual) {
    const std::int64_t minutes = settings.is_object() ? integer_or(settings, name, usual) : usual;
    return static_cast<int>(std::clamp<std::int64_t>(minutes, lock_minutes_min, lock_minutes_max));
}

// Names are only for showing: one that cannot be read is passed over, and its writer shows as nobody known.
std::vector<Person> read_people(const Json& json) {
    std::vector<Person> people;
    const Json* list = find_list(json, "people");
    if (!list) return people;
    for (const Json& each : *list) {
        Person person{text_or(each, "id"), text_or(each, "name")};
        const auto characters = count_characters(person.name);
        const bool named = characters && *characters >= 1 && *characters <= person_name_characters_max;
        if (is_id(person.id) && named) people.push_back(std::move(person));
    }
    return people;
}

// Nothing for all of them where the county makes none.
void add_proofs(const Json& json, std::vector<CarriedChange>& changes) {
    const Json* list = find_list(json, "proofs");
    if (!list || list->size() != changes.size()) return;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (const auto* text = (*list)[i].get_ptr<const std::string*>()) changes[i].proof = proof_or_nothing(*text);
    }
}

// Nothing where the answer says none, or one that cannot be read: the tablet then goes by the one it has.
std::optional<Scope> read_scope(const Json& json) {
    const Json said = member(json, "scope");
    const Json* places = said.is_object() ? find_list(said, "places") : nullptr;
    if (!places) return {};
    Scope scope{.id = text_or(said, "id"), .places = {}};
    if (!scope.id.empty() && !is_scope_id(scope.id)) return {};
    for (const Json& place : *places) {
        if (!place.is_string() || !is_urn(place.get<std::string>())) return {};
        scope.places.push_back(place.get<std::string>());
    }
    return scope;
}

}  // namespace

Result<EnrolReply> read_enrol_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    EnrolReply reply;
    Enrolment& enrolment = reply.enrolment;
    const Json adviser = member(*json, "adviser");
    enrolment.device = text_or(*json, "device");
    enrolment.token = text_or(*json, "token");
    enrolment.adviser = {text_or(adviser, "id"), text_or(adviser, "name"), text_or(adviser, "role")};
    enrolment.county = text_or(member(*json, "county"), "name");
    reply.now = text_or(*json, "now");
    const bool whole = is_device_id(enrolment.device) && enrolment.token.size() == token_length &&
                       is_id(enrolment.adviser.id) && !enrolment.adviser.name.empty() && !enrolment.county.empty() &&
                       !reply.now.empty();
    if (!whole) return not_ours();
    // One that is none must not cost the code, which is used up: the reference is looked at more closely.
    reply.recovery_key = read_recovery_key(*json).value_or("");
    return reply;
}

Result<PushReply> read_push_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    const Json* results = find_list(*json, "results");
    if (!results || results->size() > push_changes_max) return not_ours();
    PushReply reply{.outcomes = {}, .chain = proof_or_nothing(text_or(*json, "chain"))};
    for (const Json& result : *results) {
        Result<Outcome> outcome = read_outcome(result);
        if (!outcome) return std::unexpected(outcome.error());
        reply.outcomes.push_back(*std::move(outcome));
    }
    return reply;
}

Result<ChangePage> read_pull_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    const Json* changes = find_list(*json, "changes");
    const std::optional<bool> more = find_truth(*json, "more");
    ChangePage page;
    page.cursor = integer_or(*json, "cursor", -1);
    if (!changes || !more || page.cursor < 0 || changes->size() > static_cast<std::size_t>(pull_changes_max))
        return not_ours();
    page.more = *more;
    page.people = read_people(*json);
    page.chain = proof_or_nothing(text_or(*json, "chain"));
    page.scope = read_scope(*json);
    page.now = parse_instant(text_or(*json, "now")).value_or(0);
    for (const Json& each : *changes) {
        Result<Change> change = change_from_json(each);
        if (!change)
            return fault("bad_answer", "The county sent something that cannot be read. " + change.error().sentence +
                                           " Update Kitbag; if that does not help, tell your county.");
        page.changes.push_back({*std::move(change), {}});
    }
    add_proofs(*json, page.changes);
    return page;
}

Result<ReferenceReply> read_reference_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    ReferenceReply reply;
    reply.version = text_or(*json, "version");
    if (reply.version.empty()) return not_ours();
    reply.unchanged = find_truth(*json, "unchanged").value_or(false);
    reply.outcomes = text_or(*json, "outcomes");
    if (reply.unchanged) return reply;
    const Json* schools = find_list(*json, "schools");
    const Json* frameworks = find_list(*json, "frameworks");
    if (!schools || !frameworks) return not_ours();
    for (const Json& each : *schools) {
        Result<School> school = school_from_json(each);
        if (!school) return bad_reference(school.error());
        reply.schools.push_back(*std::move(school));
    }
    for (const Json& each : *frameworks) {
        Result<StoredPack> pack = read_pack(each);
        if (!pack) return std::unexpected(pack.error());
        reply.frameworks.push_back(*std::move(pack));
    }
    Result<std::string> half_terms = read_calendar(*json);
    if (!half_terms) return std::unexpected(half_terms.error());
    reply.half_terms = *std::move(half_terms);
    Result<std::vector<StoredTemplates>> templates = read_templates(*json);
    if (!templates) return std::unexpected(templates.error());
    reply.visit_templates = *std::move(templates);
    const std::optional<std::string> recovery_key = read_recovery_key(*json);
    if (!recovery_key) return bad_reference({"", "a recovery key that is none"});
    CountySettings& settings = reply.settings;
    settings.recovery_key = *recovery_key;
    const Json decided = member(*json, "settings");
    settings.lock_after_minutes = read_minutes(decided, "lock_after_minutes", settings.lock_after_minutes);
    settings.lock_hidden_after_minutes =
        read_minutes(decided, "lock_hidden_after_minutes", settings.lock_hidden_after_minutes);
    // One that only a newer program can read says nothing here.
    if (const Json rule = member(decided, "inspection_rule"); rule.is_object()) {
        settings.inspection_rule = to_text(rule);
        if (!read_inspection_rule(settings.inspection_rule)) settings.inspection_rule.clear();
    }
    if (const Json alliances = member(decided, "alliances"); alliances.is_array()) {
        settings.alliances = to_text(alliances);
        if (!alliances_from(settings.alliances)) settings.alliances.clear();
    }
    return reply;
}

Result<Fault> read_error_reply(std::string_view body) {
    const Result<Json> json = read_reply(body);
    if (!json) return std::unexpected(json.error());
    const Json error = member(*json, "error");
    Fault reason{text_or(error, "code"), text_or(error, "sentence")};
    if (!is_key(reason.code) || !fits(reason.sentence, sentence_bytes_max)) return not_ours();
    return reason;
}

}  // namespace kitbag
