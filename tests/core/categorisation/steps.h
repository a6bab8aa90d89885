#pragma once
// Steps of a rating in short, for an invented school: each gets the next id, so that later ones sort later.

#include <cstdint>
#include <format>
#include <string>
#include <utility>
#include <vector>

#include "core/categorisation/rating.h"

namespace kitbag {

inline const std::string ada = "0192f3c4-a1b2-7c3d-8e4f-00000000ada0";
inline const std::string ben = "0192f3c4-a1b2-7c3d-8e4f-00000000be00";
inline const std::string cleo = "0192f3c4-a1b2-7c3d-8e4f-0000000c1e00";

// The n-th id of a day in November 2026 (UTC).
inline Id step_id(int number, int day = 2) {
    const std::uint64_t midnight = 1'793'491'200'000 + (static_cast<std::uint64_t>(day) - 1) * 86'400'000;
    return std::format("{:08x}-{:04x}-7000-8000-{:012x}", midnight >> 16, midnight & 0xffff, number);
}

struct Steps {
    std::vector<RatingStep> all;
    int day = 2;

    RatingStep make(Step step, std::optional<Category> category, const Id& about, const Id& by,
                    std::string reason = "Because.") const {
        RatingStep made;
        made.id = step_id(static_cast<int>(all.size()) + 1, day);
        made.urn = "900001";
        made.step = step;
        made.category = category;
        made.about = about;
        made.by = by;
        made.reason = std::move(reason);
        if (step == Step::proposed) made.suggested = category;
        if (step == Step::informed) made.date = Date{2026, 11, 20};
        return made;
    }
    Id add(Step step, std::optional<Category> category, const Id& about, const Id& by) {
        all.push_back(make(step, category, about, by));
        return all.back().id;
    }
    Id decide(Category category) {
        const Id proposal = add(Step::proposed, category, "", ada);
        const Id moderation = add(Step::moderated, category, proposal, ben);
        return add(Step::decided, category, moderation, ben);
    }
};

}  // namespace kitbag
