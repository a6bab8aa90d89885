#pragma once
// The authority on what may be recorded: every entity, its fields, and what each field may hold. Change log, merge,
// tables and protocol all ask here. Every value is a JSON string; "" is "not said", where the kind allows it.

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace kitbag {

inline constexpr std::size_t short_text_characters_max = 500;
inline constexpr std::size_t long_text_characters_max = 100'000;

enum class FieldKind {
    short_text,  // One line, or "".
    long_text,   // Any text, or "".
    date,        // "2026-11-23", or "".
    time,        // "09:30", or "".
    choice,      // One of `words`; "" only where it is one of them.
    keys,        // Keys with a space between them, each once; "" for none.
    maybe_id,    // As below, or "".
    maybe_key,   // As below, or "".
    maybe_urn,   // As below, or "".
    urn,         // See is_urn. This and the following refer to something and are never "".
    id,          // A UUIDv7.
    key,         // A name out of a pack that the county loaded: see is_key.
    digest,      // 64 hexadecimal digits of a BLAKE2b-256 hash, in lower case.
};

struct Field {
    std::string_view name;
    FieldKind kind;
    std::span<const std::string_view> words = {};
};

enum class Writing {
    often,  // Its fields may be written again, by anybody: merge settles what shows.
    once,   // One change makes it and none alters it: what somebody said at one time, signed by its field "by".
};

struct Entity {
    std::string_view name;
    std::span<const Field> fields;
    Writing writing = Writing::often;
};

std::span<const Entity> entities();
const Entity* find_entity(std::string_view name);                      // Null when there is none.
const Field* find_field(const Entity& entity, std::string_view name);  // Null when there is none.

// Codes: "unknown_entity"; "unknown_field" (a newer program may know it, so sync keeps such a field unread);
// "bad_field".
Result<void> check_field(std::string_view entity, std::string_view field, const Json& value);

// Codes: "unknown_entity"; "bad_change" for an id that the entity cannot have.
Result<void> check_entity_id(std::string_view entity, std::string_view entity_id);

}  // namespace kitbag
