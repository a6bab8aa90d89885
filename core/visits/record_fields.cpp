#include "core/visits/record_fields.h"

#include <algorithm>
#include <array>

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/schools/school.h"

namespace kitbag {
namespace {

using enum FieldKind;

// The words are those of visit.h and core/categorisation; a test holds them together.
constexpr std::array<std::string_view, 1> visit_kinds = {"keeping_in_touch"};
constexpr std::array<std::string_view, 2> visit_statuses = {"under_way", "completed"};
constexpr std::array<std::string_view, 5> choices = {"", "green", "amber", "red", "not_applicable"};
constexpr std::array<std::string_view, 2> subjects = {"school", "eyfs"};
constexpr std::array<std::string_view, 5> steps = {"proposed", "moderated", "decided", "withdrawn", "informed"};
constexpr std::array<std::string_view, 4> categories = {"", "green", "amber", "red"};
constexpr std::array<std::string_view, 3> directions = {"improving", "steady", "declining"};
constexpr std::array<std::string_view, 4> suggested_directions = {"", "improving", "steady", "declining"};

constexpr std::array visit_fields = {
    Field{"urn", urn},
    Field{"kind", choice, visit_kinds},
    Field{"date", date},
    Field{"participants", long_text},
    Field{"focus", long_text},
    Field{"framework", key},
    Field{"framework_version", short_text},
    Field{"variant", key},
    Field{"status", choice, visit_statuses},
    Field{"adviser", id},
};
constexpr std::array judgement_fields = {
    Field{"visit", id},
    Field{"aspect", key},
    Field{"choice", choice, choices},
};
constexpr std::array evidence_note_fields = {
    Field{"visit", id},
    Field{"aspect", key},
    Field{"text", long_text},
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
constexpr std::array all_entities = {
    Entity{"visit", visit_fields},
    Entity{"judgement", judgement_fields},
    Entity{"evidence_note", evidence_note_fields},
    Entity{"rating_step", rating_step_fields, Writing::once},
    Entity{"direction", direction_fields, Writing::once},
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

bool fits(const Field& field, std::string_view text) {
    switch (field.kind) {
        case short_text:
            return !text.contains('\n') && !text.contains('\r');
        case long_text:
            return true;
        case date:
            return text.empty() || parse_date(text).has_value();
        case choice:
            return std::ranges::contains(field.words, text);
        case urn:
            return is_urn(text);
        case id:
            return is_id(text);
        case key:
            return is_key(text);
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
    const bool fits = entity == "judgement"
                          ? is_id(entity_id.substr(0, id_length)) && entity_id.substr(id_length).starts_with('.') &&
                                is_key(entity_id.substr(id_length + 1))
                          : is_id(entity_id);
    if (fits) return {};
    return fault("bad_change",
                 "“" + std::string(entity_id.substr(0, 80)) + "” cannot be the id of a record of this kind.");
}

}  // namespace kitbag
