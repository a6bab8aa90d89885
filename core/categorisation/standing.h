#pragma once
// What a school's record says of each aspect: the latest judgement made in any of its visits. From it a category is
// proposed, and two of them side by side show what has moved. Pure; it knows nothing of stores or screens.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/categorisation/best_fit.h"

namespace kitbag {

// One judgement of one visit.
struct DatedJudgement {
    std::string aspect;
    std::optional<Choice> choice;  // Nothing where it was taken back.
    Id visit;
    Date date;  // Of the visit.
};

// What one aspect was last judged, and in which visit.
struct Standing {
    std::string aspect;
    Choice choice = Choice::not_applicable;
    Id visit;

    bool operator==(const Standing&) const = default;
};

// By aspect id. Visits after `until` do not count; of two on one day the one begun later does.
std::vector<Standing> standing_on(std::span<const DatedJudgement> judgements, const Date& until);

std::vector<Judged> judged(std::span<const Standing> standing);

// An aspect judged both times, and differently. Not applicable is neither better nor worse.
struct Movement {
    std::string aspect;
    Category from = Category::green;
    Category to = Category::green;

    bool better() const { return to < from; }
    bool operator==(const Movement&) const = default;
};

std::vector<Movement> movements(std::span<const Standing> before, std::span<const Standing> now);

// How a proposal keeps the judgements that it was made from, for as long as the record lasts. One line for each aspect:
//
//   line = aspect " " choice " " visit id "\n"
std::string write_standing(std::span<const Standing> standing);

// A line that cannot be read is passed over.
std::vector<Standing> read_standing(std::string_view text);

}  // namespace kitbag
