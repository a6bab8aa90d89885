#pragma once
// One edit of one record, as it was written: the only thing that devices exchange. A change is never altered. As JSON:
//
//   {"id": UUIDv7, "device": 16 hex, "author": UUIDv7, "stamp": 32 hex, "entity": key, "entity_id": text,
//    "fields": {name: {"value": any, "base": [stamp…]}…}}

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "sync/stamp.h"

namespace kitbag {

struct FieldEdit {
    Json value;  // A string in every field of today; kept as it is when a newer program sent something else.
    std::vector<Stamp> base;  // The versions the writer was looking at, ascending; empty when there was none.

    bool operator==(const FieldEdit&) const = default;
};

struct Change {
    Id id;
    std::string device;
    Id author;
    Stamp stamp;
    std::string entity;
    std::string entity_id;
    std::map<std::string, FieldEdit, std::less<>> fields;

    bool operator==(const Change&) const = default;
};

// The text that it gives a field; nothing when it does not write it.
std::optional<std::string> text_in(const Change& change, std::string_view field);

Json to_json(const Change& change);

// Code "bad_change"; the sentence names the place: "fields.text.base[1] is not a stamp." Strict about everything but
// which entities and fields exist and what values are: those are core/visits' rules, and a newer program may know more.
Result<Change> change_from_json(const Json& json);

// The part of a change that is stored as text, and back.
Json fields_to_json(const Change& change);
Result<std::map<std::string, FieldEdit, std::less<>>> fields_from_json(const Json& json, const Stamp& stamp);

}  // namespace kitbag
