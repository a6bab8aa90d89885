#include "core/visits/record_fields.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <vector>

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/schools/school.h"
#include "core/visits/area_for_improvement.h"
#include "core/visits/post.h"

namespace kitbag {
namespace {

using enum FieldKind;

// The words are those of visit.h and core/categorisation; a test holds them together.
constexpr std::array<std::string_view, 7> visit_statuses = {"planned", "under_way", "completed",     "shared",
                                                            "locked",  "cancelled", "did_not_happen"};
constexpr std::array<std::string_view, 4> governances = {"maintained", "academy", "free_school", "other"};
constexpr std::array<std::string_view, 3> note_kinds = {"", "strength", "development"};
constexpr std::array<std::string_view, 8> sources = {"",           "data",        "observation", "scrutiny",
                                                     "discussion", "parent_view", "complaint",   "forum"};
constexpr std::array<std::string_view, 4> action_statuses = {"", "open", "done", "dropped"};
constexpr std::array<std::string_view, 2> removals = {"", "removed"};
constexpr std::array<std::string_view, 2> agreement_terms = {"commissioned", "traded"};
constexpr std::array<std::string_view, 2> answers = {"accurate", "disputed"};
constexpr std::array<std::string_view, 5> choices = {"", "green", "amber", "red", "not_applicable"};
constexpr std::array<std::string_view, 2> subjects = {"school", "eyfs"};
constexpr std::array<std::string_view, 5> steps = {"proposed", "moderated", "decided", "withdrawn", "informed"};
constexpr std::array<std::string_view, 4> categories = {"", "green", "amber", "red"};
constexpr std::array<std::string_view, 3> directions = {"improving", "steady", "declining"};
constexpr std::array<std::string_view, 4> suggested_directions = {"", "improving", "steady", "declining"};

constexpr std::array visit_fields = {
    Field{"urn", urn},
    Field{"kind", key},
    Field{"templates_version", short_text},
    Field{"date", date},
    Field{"time", time},
    Field{"participants", long_text},
    Field{"present", keys},
    Field{"focus", long_text},
    Field{"governance", choice, governances},
    Field{"framework", key},
    Field{"framework_version", short_text},
    Field{"variant", key},
    Field{"status", choice, visit_statuses},
    Field{"status_reason", long_text},
    Field{"adviser", id},
};
constexpr std::array judgement_fields = {
    Field{"visit", id},
    Field{"aspect", key},
    Field{"choice", choice, choices},
};
constexpr std::array evidence_note_fields = {
    Field{"visit", id},
    Field{"aspect", maybe_key},
    Field{"text", long_text},
    Field{"kind", choice, note_kinds},
    Field{"source", choice, sources},
    Field{"groups", keys},
    Field{"supports", choice, categories},
    Field{"said_by", short_text},
    Field{"by", id},
};
constexpr std::array visit_answer_fields = {
    Field{"visit", id},
    Field{"question", key},
    Field{"text", long_text},
};
constexpr std::array agreed_action_fields = {
    Field{"urn", urn},           Field{"visit", id},           Field{"text", long_text},
    Field{"owner", short_text},  Field{"due", date},           Field{"status", choice, action_statuses},
    Field{"outcome", long_text}, Field{"closed_in", maybe_id}, Field{"by", id},
};
constexpr std::array photo_fields = {
    Field{"visit", id},
    Field{"note", maybe_id},
    Field{"content", digest},
    Field{"caption", short_text},
    Field{"removed", choice, removals},
    Field{"removed_reason", long_text},
    Field{"by", id},
};
constexpr std::array trust_agreement_fields = {
    Field{"urn", urn},
    Field{"given_by", short_text},
    Field{"post", short_text},
    Field{"date", date},
    Field{"until", date},
    Field{"kinds", keys},
    Field{"what_for", long_text},
    Field{"terms", choice, agreement_terms},
    Field{"by", id},
};
constexpr std::array forum_note_fields = {
    Field{"urn", urn},
    Field{"half_term", short_text},
    Field{"service", short_text},
    Field{"aspect", maybe_key},
    Field{"groups", keys},
    Field{"text", long_text},
    Field{"by", id},
};
constexpr std::array head_answer_fields = {
    Field{"visit", id},        Field{"answer", choice, answers}, Field{"name", short_text},
    Field{"post", short_text}, Field{"disputes", long_text},     Field{"read", digest},
    Field{"by", id},
};
constexpr std::array amendment_fields = {
    Field{"visit", id},         Field{"part", short_text}, Field{"text", long_text},
    Field{"reason", long_text}, Field{"by", id},
};
constexpr std::array rating_step_fields = {
    Field{"urn", urn},
    Field{"subject", choice, subjects},
    Field{"step", choice, steps},
    Field{"category", choice, categories},
    Field{"suggested", choice, categories},
    Field{"reason", long_text},
    Field{"about", id},
    Field{"framework", key},
    Field{"framework_version", short_text},
    Field{"variant", key},
    Field{"standing", long_text},
    Field{"date", date},
    Field{"by", id},
};
constexpr std::array direction_fields = {
    Field{"urn", urn},
    Field{"subject", choice, subjects},
    Field{"half_term", short_text},
    Field{"direction", choice, directions},
    Field{"suggested", choice, suggested_directions},
    Field{"why", long_text},
    Field{"by", id},
};
constexpr std::array establishment_fields = {
    Field{"local_name", short_text},
};
constexpr std::array post_fields = {
    Field{"urn", urn},
    Field{"role", choice, post_role_words},
    Field{"name", short_text},
    Field{"account", maybe_id},
    Field{"designation", choice, designation_words},
    Field{"leads", maybe_urn},
    Field{"capacity", short_text},
    Field{"since", date},
    Field{"until", date},
    Field{"team", choice, team_words},
};
constexpr std::array area_for_improvement_fields = {
    Field{"urn", urn},
    Field{"inspected", date},
    Field{"subject", choice, subjects},
    Field{"text", long_text},
    Field{"state", choice, area_state_words},
    Field{"evidence", long_text},
    Field{"notes", keys},
};
constexpr std::array inspection_risk_fields = {
    Field{"risk", choice, inspection_risk_words},
    Field{"reason", long_text},
};
constexpr std::array all_entities = {
    Entity{"visit", visit_fields},
    Entity{"judgement", judgement_fields},
    Entity{"evidence_note", evidence_note_fields},
    Entity{"visit_answer", visit_answer_fields},
    Entity{"agreed_action", agreed_action_fields},
    Entity{"photo", photo_fields},
    Entity{"rating_step", rating_step_fields, Writing::once},
    Entity{"direction", direction_fields, Writing::once},
    Entity{"trust_agreement", trust_agreement_fields, Writing::once},
    Entity{"forum_note", forum_note_fields, Writing::once},
    Entity{"head_answer", head_answer_fields, Writing::once},
    Entity{"amendment", amendment_fields, Writing::once},
    Entity{"establishment", establishment_fields},
    Entity{"post", post_fields},
    Entity{"area_for_improvement", area_for_improvement_fields},
    Entity{"inspection_risk", inspection_risk_fields},
};

Result<void> check_text(std::string_view place, std::string_view text, std::size_t max) {
    const std::string name = "“" + std::string(place) + "” ";
    const auto characters = count_characters(text);
    if (!characters || text.contains('\0'))
        return fault("bad_field", name + "has characters that are not text. Type it again.");
    if (*characters <= max) return {};
    return fault("bad_field", name + "is too long: " + std::to_string(*characters) + " characters where " +
                                  std::to_string(max) + " are allowed. Shorten it.");
}

bool are_keys(std::string_view text) {
    std::vector<std::string_view> seen;
    for (const auto part : std::views::split(text, ' ')) {
        const std::string_view one(part);
        if (!is_key(one) || std::ranges::contains(seen, one)) return false;
        seen.push_back(one);
    }
    return true;
}

bool is_digest(std::string_view text) {
    constexpr std::size_t digest_length = 64;
    return text.size() == digest_length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool fits(const Field& field, std::string_view text) {
    switch (field.kind) {
        case short_text:
            return !text.contains('\n') && !text.contains('\r');
        case long_text:
            return true;
        case date:
            return text.empty() || parse_date(text).has_value();
        case time:
            return text.empty() || is_time_of_day(text);
        case choice:
            return std::ranges::contains(field.words, text);
        case keys:
            return text.empty() || are_keys(text);
        case maybe_id:
            return text.empty() || is_id(text);
        case maybe_urn:
            return text.empty() || is_urn(text);
        case maybe_key:
            return text.empty() || is_key(text);
        case urn:
            return is_urn(text);
        case id:
            return is_id(text);
        case key:
            return is_key(text);
        case digest:
            return is_digest(text);
    }
    return false;
}

Result<void> unknown_entity(std::string_view name) {
    return fault("unknown_entity",
                 "“" + std::string(name.substr(0, 40)) + "” is not a kind of record that this program keeps.");
}

}  // namespace

std::span<const Entity> entities() {
    return all_entities;
}

const Entity* find_entity(std::string_view name) {
    const auto found = std::ranges::find(all_entities, name, &Entity::name);
    return found == all_entities.end() ? nullptr : &*found;
}

const Field* find_field(const Entity& entity, std::string_view name) {
    const auto found = std::ranges::find(entity.fields, name, &Field::name);
    return found == entity.fields.end() ? nullptr : &*found;
}

Result<void> check_field(std::string_view entity_name, std::string_view field_name, const Json& value) {
    const Entity* const entity = find_entity(entity_name);
    if (entity == nullptr) return unknown_entity(entity_name);
    const Field* const field = find_field(*entity, field_name);
    if (field == nullptr) {
        return fault("unknown_field",
                     "“" + std::string(field_name.substr(0, 40)) + "” is not a field that this program knows.");
    }
    const auto* const text = value.get_ptr<const std::string*>();
    if (text == nullptr) return fault("bad_field", "“" + std::string(field_name) + "” must be text.");
    const std::size_t max = field->kind == long_text ? long_text_characters_max : short_text_characters_max;
    if (const auto checked = check_text(field_name, *text, max); !checked) return checked;
    if (fits(*field, *text)) return {};
    return fault("bad_field", "“" + std::string(field_name) + "” cannot be “" + *text + "”.");
}

Result<void> check_entity_id(std::string_view entity, std::string_view entity_id) {
    if (find_entity(entity) == nullptr) return unknown_entity(entity);
    constexpr std::size_t id_length = 36;
    bool fits = is_id(entity_id);
    // What there is once for each aspect or question of a visit is called after both.
    if (entity == "judgement" || entity == "visit_answer") {
        fits = is_id(entity_id.substr(0, id_length)) && entity_id.substr(id_length).starts_with('.') &&
               is_key(entity_id.substr(id_length + 1));
    }
    // What is said once of each place that the register has is called after the place.
    if (entity == "establishment" || entity == "inspection_risk") fits = is_urn(entity_id);
    if (fits) return {};
    return fault("bad_change",
                 "“" + std::string(entity_id.substr(0, 80)) + "” cannot be the id of a record of this kind.");
}

}  // namespace kitbag
