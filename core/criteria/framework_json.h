#pragma once
// The JSON of a framework pack. Reading is strict, because a criterion lost or misspelt would change what schools are
// told:
//
//   pack       = {"format": "kitbag-framework/1", "id", "version", "title", "source",
//                 "subject"?: "school"|"eyfs", "in_use_from"?: "2014-09-01",
//                 "variants": [{"id", "title"}…], "aspects": [aspect…], "rules": [rule…]}
//   aspect     = {"id", "title", "applies_to": [variant id…], "condition"?: "sixth_form",
//                 "descriptors": {"green": descriptor, "amber": descriptor, "red": descriptor}}
//   descriptor = {"text": text | {variant id: text…}, "source"} | {"not_described": true}
//   rule       = {"aspect", "judged": "green"|"amber"|"red", "effect": "must_be_red"|"cannot_be_green",
//                 "text", "source"}
//
// An object as "text" has one text for each variant in applies_to. At least one category of an aspect is described. A
// pack that does not say its subject is about the school: those on tablets today do not.
//
// References go one way only: aspects name variants, rules name aspects, and neither variants nor what a rule leads to
// names anything. So a pack cannot refer to itself in a circle, and none is looked for.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/criteria/framework.h"

namespace kitbag {

inline constexpr std::string_view framework_format = "kitbag-framework/1";
inline constexpr std::size_t variants_max = 10;
inline constexpr std::size_t aspects_max = 60;
inline constexpr std::size_t rules_max = 30;
// Different aspects that the rules name, together: best fit tries every way of judging those otherwise.
inline constexpr std::size_t rule_aspects_max = 4;
inline constexpr std::size_t framework_bytes_max = 1u << 20;
inline constexpr std::size_t title_characters_max = 120;
inline constexpr std::size_t descriptor_characters_max = 600;

// Code "bad_framework"; the sentence begins with the place: "aspects[3].descriptors.amber: …".
Result<Framework> framework_from_json(const Json& json);

// The same from the pack's text, of at most framework_bytes_max; also those codes of parse_json. Where the text is not
// UTF-8 the sentence names the line.
Result<Framework> read_framework(std::string_view text);

Json to_json(const Framework& framework);

}  // namespace kitbag
