#pragma once
// What a part is called, and how a whole one is written as JSON: for the wire, and to see whether two say the same. The store has its
// own rows.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/outcomes/figure.h"

namespace kitbag {

// Which part: what one file replaces.
struct OutcomePlace {
    OutcomeStage stage = OutcomeStage::ks2;
    int year = 0;
    OutcomeSource source = OutcomeSource::long_form;

    auto operator<=>(const OutcomePlace&) const = default;
};

inline OutcomePlace place_of(const OutcomePart& part) {
    return {part.stage, part.year, part.source};
}

std::string to_word(const OutcomePlace& place);  // "ks2-2019-ks2_table"
std::optional<OutcomePlace> outcome_place_from(std::string_view word);

inline constexpr std::size_t outcome_subjects_max = 20'000;  // Of a part.

// {"part": "ks2-2019-ks2_table", "subjects": {"900001": …}}
Json to_json(const OutcomePart& part);
// Code "bad_figures"; the sentence begins small, to be put into another.
Result<OutcomePart> outcome_part_from_json(const Json& json);

// 32 hexadecimal digits that are the same for parts that say the same.
std::string version_of(const OutcomePart& part);

}  // namespace kitbag
