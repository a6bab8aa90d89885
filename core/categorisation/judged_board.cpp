#include "core/categorisation/judged_board.h"

#include <algorithm>

namespace kitbag {
namespace {

// Not applicable is the least of judgements, so that any other outweighs it.
int seriousness(std::optional<Choice> choice) {
    if (!choice) return -2;
    return *choice == Choice::not_applicable ? -1 : static_cast<int>(*choice);
}

}  // namespace

Tally Tally::operator+(const Tally& other) const {
    return {green_lead + other.green_lead, red_lead + other.red_lead, judged + other.judged,
            must_be_red + other.must_be_red, cannot_be_green + other.cannot_be_green};
}

Tally Tally::operator-(const Tally& other) const {
    return {green_lead - other.green_lead, red_lead - other.red_lead, judged - other.judged,
            must_be_red - other.must_be_red, cannot_be_green - other.cannot_be_green};
}

std::optional<Category> best_fit_of(const Tally& tally) {
    if (tally.judged == 0) return std::nullopt;
    if (tally.green_lead > 0) return Category::green;
    if (tally.red_lead >= 0) return Category::red;
    return Category::amber;
}

std::optional<Category> category_of(const Tally& tally) {
    const std::optional<Category> category = best_fit_of(tally);
    if (!category) return std::nullopt;
    if (tally.must_be_red > 0) return Category::red;
    return tally.cannot_be_green > 0 ? std::max(*category, Category::amber) : *category;
}

Category floor_of(const Rule& rule) {
    return rule.effect == Rule::Effect::must_be_red ? Category::red : Category::amber;
}

JudgedBoard::JudgedBoard(const Framework& framework, std::string_view variant, bool has_sixth_form,
                         std::span<const Judged> judgements) {
    for (const Aspect* aspect : applicable_aspects(framework, variant, has_sixth_form)) {
        Place& place = places_.emplace_back(aspect, std::nullopt);
        for (const Rule& rule : framework.rules) {
            if (rule.aspect == aspect->id) place.rules.push_back(&rule);
        }
    }
    for (const Judged& judged : judgements) {
        const auto found =
            std::ranges::find_if(places_, [&](const Place& place) { return place.aspect->id == judged.aspect; });
        if (found == places_.end() || !can_choose(*found->aspect, judged.choice)) continue;
        if (seriousness(judged.choice) > seriousness(found->choice)) found->choice = judged.choice;
    }
}

bool JudgedBoard::can_become(std::size_t place, Choice choice) const {
    return places_[place].choice != choice && can_choose(*places_[place].aspect, choice);
}

bool JudgedBoard::holds(std::size_t place, const Rule& rule) const {
    const auto& choice = places_[place].choice;
    return rule.aspect == places_[place].aspect->id && choice && category_of(*choice) == rule.judged;
}

Tally JudgedBoard::part(std::size_t place, std::optional<Choice> choice) const {
    const std::optional<Category> category = choice ? category_of(*choice) : std::nullopt;
    if (!category) return {};
    Tally part;
    part.green_lead = *category == Category::green ? 1 : -1;
    part.red_lead = *category == Category::red ? 1 : -1;
    part.judged = 1;
    for (const Rule* rule : places_[place].rules) {
        if (rule->judged != *category) continue;
        (rule->effect == Rule::Effect::must_be_red ? part.must_be_red : part.cannot_be_green) = 1;
    }
    return part;
}

Tally JudgedBoard::tally() const {
    Tally tally;
    for (std::size_t place = 0; place < size(); ++place) tally = tally + part(place);
    return tally;
}

}  // namespace kitbag
