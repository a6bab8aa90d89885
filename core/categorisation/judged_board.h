#pragma once
// The aspects of one school laid out with what each is judged, and the arithmetic that the suggestion rests on: every
// aspect adds its part to a tally, and the tally alone settles the category. So the worth of a change is the
// difference of two parts, and the order of the judgements cannot matter. Inside core/categorisation only.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/categorisation/choice.h"

namespace kitbag {

struct Tally {
    int green_lead = 0;  // Aspects judged GREEN less those judged otherwise: above 0 when GREEN is more than half.
    int red_lead = 0;    // Likewise of RED: 0 or above when RED is half or more.
    int judged = 0;
    int must_be_red = 0;      // Aspects by which a rule makes the school RED,
    int cannot_be_green = 0;  // and by which one bars GREEN.

    Tally operator+(const Tally& other) const;
    Tally operator-(const Tally& other) const;
    auto operator<=>(const Tally&) const = default;
};

std::optional<Category> best_fit_of(const Tally& tally);  // Without the rules.
std::optional<Category> category_of(const Tally& tally);

// The least serious category that a rule leaves open.
Category floor_of(const Rule& rule);

class JudgedBoard {
  public:
    // Judgements of aspects that do not apply here, or that cannot be chosen, are left out; of two judgements of one
    // aspect the more serious stands.
    JudgedBoard(const Framework& framework, std::string_view variant, bool has_sixth_form,
                std::span<const Judged> judgements);

    std::size_t size() const { return places_.size(); }
    const Aspect& aspect(std::size_t place) const { return *places_[place].aspect; }
    std::optional<Choice> choice(std::size_t place) const { return places_[place].choice; }
    bool can_become(std::size_t place, Choice choice) const;  // True for a choice that can be made and is not made yet.
    bool holds(std::size_t place, const Rule& rule) const;

    // What the aspect adds to the tally as it is judged, and what it would add.
    Tally part(std::size_t place) const { return part(place, choice(place)); }
    Tally part(std::size_t place, std::optional<Choice> choice) const;
    Tally tally() const;

  private:
    struct Place {
        const Aspect* aspect;
        std::optional<Choice> choice;
        std::vector<const Rule*> rules;  // Those that name this aspect.
    };

    std::vector<Place> places_;
};

}  // namespace kitbag
