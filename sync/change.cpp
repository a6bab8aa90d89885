#include "sync/change.h"

#include <algorithm>

#include "core/base/text.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

using Fields = std::map<std::string, FieldEdit, std::less<>>;

constexpr std::string_view members[] = {"id", "device", "author", "stamp", "entity", "entity_id", "fields"};

std::unexpected<Fault> bad(const std::string& place, std::string_view what) {
    return fault("bad_change", "This change cannot be read: " + place + " " + std::string(what) + ".");
}

Result<std::string> read_text(const Json& json, std::string_view name, bool (*fits)(std::string_view),
                              std::string_view what) {
    const auto found = json.find(name);
    if (found == json.end()) return bad(std::string(name), "is missing");
    const auto* text = found->get_ptr<const std::string*>();
    if (!text || !fits(*text)) return bad(std::string(name), what);
    return *text;
}

bool is_entity_id(std::string_view text) {
    const auto characters = count_characters(text);
    return characters && *characters >= 1 && *characters <= entity_id_characters_max;
}

Result<std::vector<Stamp>> read_base(const Json& json, const std::string& place, const Stamp& stamp) {
    if (!json.is_array()) return bad(place, "is not a list");
    if (json.size() > change_bases_max) return bad(place, "names too many versions");
    std::vector<Stamp> base;
    for (const Json& member : json) {
        const std::string here = place + "[" + std::to_string(base.size()) + "]";
        const auto* text = member.get_ptr<const std::string*>();
        if (!text || !is_stamp(*text)) return bad(here, "is not a stamp");
        // Nobody has seen what was written later. Without this rule two changes could hide each other.
        if (*text >= stamp) return bad(here, "is not before the change's own stamp");
        base.push_back(*text);
    }
    std::ranges::sort(base);
    base.erase(std::ranges::unique(base).begin(), base.end());
    return base;
}

Result<FieldEdit> read_edit(const Json& json, const std::string& place, const Stamp& stamp) {
    if (!json.is_object()) return bad(place, "is not an object");
    const auto value = json.find("value");
    if (value == json.end()) return bad(place + ".value", "is missing");
    const auto base = json.find("base");
    if (base == json.end()) return bad(place + ".base", "is missing");
    if (json.size() > 2) return bad(place, "has a member that is not known");
    Result<std::vector<Stamp>> stamps = read_base(*base, place + ".base", stamp);
    if (!stamps) return std::unexpected(stamps.error());
    return FieldEdit{*value, *std::move(stamps)};
}

}  // namespace

Json fields_to_json(const Change& change) {
    Json fields = Json::object();
    for (const auto& [name, edit] : change.fields) fields[name] = {{"value", edit.value}, {"base", edit.base}};
    return fields;
}

Result<Fields> fields_from_json(const Json& json, const Stamp& stamp) {
    if (!json.is_object()) return bad("fields", "is not an object");
    if (json.empty()) return bad("fields", "is empty");
    if (json.size() > change_fields_max) return bad("fields", "has too many members");
    Fields fields;
    for (const auto& [name, member] : json.items()) {
        if (!is_key(name)) return bad("fields", "has a name that is not a field's");
        Result<FieldEdit> edit = read_edit(member, "fields." + name, stamp);
        if (!edit) return std::unexpected(edit.error());
        fields.emplace(name, *std::move(edit));
    }
    return fields;
}

std::optional<std::string> text_in(const Change& change, std::string_view field) {
    const auto edit = change.fields.find(field);
    if (edit == change.fields.end()) return std::nullopt;
    const auto* text = edit->second.value.get_ptr<const std::string*>();
    return text ? std::optional(*text) : std::nullopt;
}

Json to_json(const Change& change) {
    return {{"id", change.id},
            {"device", change.device},
            {"author", change.author},
            {"stamp", change.stamp},
            {"entity", change.entity},
            {"entity_id", change.entity_id},
            {"fields", fields_to_json(change)}};
}

Result<Change> change_from_json(const Json& json) {
    if (!json.is_object()) return bad("it", "is not an object");
    for (const auto& [name, member] : json.items()) {
        if (!std::ranges::contains(members, std::string_view(name))) return bad("it", "has a member that is not known");
    }
    Change change;
    struct Part {
        std::string_view name;
        std::string* into;
        bool (*fits)(std::string_view);
        std::string_view what;
    };
    const Part parts[] = {
        {"id", &change.id, is_id, "is not an id"},
        {"device", &change.device, is_device_id, "is not a device"},
        {"author", &change.author, is_id, "is not an id"},
        {"stamp", &change.stamp, is_stamp, "is not a stamp"},
        {"entity", &change.entity, is_key, "is not a name"},
        {"entity_id", &change.entity_id, is_entity_id, "is not an id"},
    };
    for (const Part& part : parts) {
        Result<std::string> text = read_text(json, part.name, part.fits, part.what);
        if (!text) return std::unexpected(text.error());
        *part.into = *std::move(text);
    }
    if (device_of(change.stamp) != change.device) return bad("stamp", "is another device's");
    const auto fields = json.find("fields");
    if (fields == json.end()) return bad("fields", "is missing");
    Result<Fields> read = fields_from_json(*fields, change.stamp);
    if (!read) return std::unexpected(read.error());
    change.fields = *std::move(read);
    return change;
}

}  // namespace kitbag
