#pragma once
// JSON (RFC 8259) read and written without exceptions. Everything that arrives from outside goes through parse_json,
// which also refuses depth and size that no honest sender has.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

using Json = nlohmann::json;

inline constexpr std::size_t json_depth_max = 32;

// Codes: "not_json" (also for text that is not UTF-8), "json_too_deep". `what` names the text in the sentence: "The
// framework pack".
Result<Json> parse_json(std::string_view text, std::string_view what);

// The first name that comes twice in one object. JSON allows it and the last one wins, which would lose what a person
// wrote without a word. Nothing for text that parse_json refuses.
std::optional<std::string> repeated_name(std::string_view text);

// Compact UTF-8; a string that is not valid UTF-8 is written with U+FFFD in place of the bad bytes.
std::string to_text(const Json& json);

// A member's value, or the fallback when it is missing or of another type. Never throws, unlike nlohmann's value().
std::string text_or(const Json& object, std::string_view key, std::string_view fallback = "");
std::int64_t integer_or(const Json& object, std::string_view key, std::int64_t fallback);

}  // namespace kitbag
