#pragma once
// The JSON of a framework pack. Reading is strict, because a criterion lost or misspelt would change what schools are
// told:
//
//   pack       = {"format": "kitbag-framework/1", "id", "version", "title", "source",
//                 "variants": [{"id", "title"}…], "aspects": [aspect…], "rules": [rule…]}
//   aspect     = {"id", "title", "applies_to": [variant id…], "condition"?: "sixth_form",
//                 "descriptors": {"green": descriptor, "amber": descriptor, "red": descriptor}}
//   descriptor = {"text": text | {variant id: text…}, "source"} | {"not_described": true}
//   rule       = {"aspect", "judged": "green"|"amber"|"red", "effect": "must_be_red"|"cannot_be_green",
//                 "text", "source"}
//
// An object as "text" has one text for each variant in applies_to. At least one category of an aspect is described.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/criteria/framework.h"

namespace kitbag {

inline constexpr std::string_view framework_format = "kitbag-framework/1";
inline constexpr std::size_t variants_max = 10;
inline constexpr std::size_t aspects_max = 60;
inline constexpr std::size_t rules_max = 30;
inline constexpr std::size_t title_characters_max = 120;
inline constexpr std::size_t descriptor_characters_max = 600;

// Code "bad_framework" (or those of parse_json); the sentence begins with the place: "aspects[3].descriptors.amber: …".
Result<Framework> framework_from_json(const Json& json);
Result<Framework> read_framework(std::string_view text);

Json to_json(const Framework& framework);

}  // namespace kitbag
