#include "core/categorisation/rating.h"

#include <algorithm>
#include <map>

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<5> step_words = {"proposed", "moderated", "decided", "withdrawn", "informed"};
constexpr std::size_t answers_in_a_row_max = 100;  // A chain longer than this was not written by people.

using StepsById = std::map<std::string_view, const RatingStep*>;

// The proposal that a step goes back to; null when it goes back to none that is here.
const RatingStep* proposal_of(const RatingStep& step, const StepsById& by_id) {
    const RatingStep* found = &step;
    for (std::size_t i = 0; i < answers_in_a_row_max; ++i) {
        if (found->step == Step::proposed) return found;
        const auto earlier = by_id.find(found->about);
        if (earlier == by_id.end()) return nullptr;
        found = earlier->second;
    }
    return nullptr;
}

const RatingStep* last_standing(const Round& round, Step wanted) {
    const RatingStep* last = nullptr;
    for (const RatingStep& step : round.steps) {
        if (step.step == wanted && !round.is_withdrawn(step.id)) last = &step;
    }
    return last;
}

void settle(Round& round) {
    const RatingStep* standing = round.standing_step();
    round.category = standing ? standing->category : std::nullopt;
    if (!standing)
        round.stage = Stage::withdrawn;
    else if (standing->step == Step::decided)
        round.stage = Stage::decided;
    else
        round.stage = standing->step == Step::moderated ? Stage::moderated : Stage::proposed;
}

std::vector<const Round*> decided_rounds(const RatingHistory& history) {
    std::vector<const Round*> decided;
    for (const Round& round : history.rounds) {
        if (round.stage == Stage::decided) decided.push_back(&round);
    }
    std::ranges::sort(decided, {}, [](const Round* round) { return std::string_view(round->standing_step()->id); });
    return decided;
}

}  // namespace

std::string_view to_word(Step step) {
    return word_of(step_words, step);
}

std::optional<Step> step_from(std::string_view word) {
    return value_of<Step>(step_words, word);
}

const RatingStep* Round::standing_step() const {
    if (is_withdrawn(proposal().id)) return nullptr;
    if (const RatingStep* decided = last_standing(*this, Step::decided)) return decided;
    if (const RatingStep* moderated = last_standing(*this, Step::moderated)) return moderated;
    return &proposal();
}

bool Round::is_withdrawn(std::string_view step) const {
    return std::ranges::any_of(
        steps, [&](const RatingStep& other) { return other.step == Step::withdrawn && other.about == step; });
}

const Round* RatingHistory::current() const {
    const auto decided = decided_rounds(*this);
    return decided.empty() ? nullptr : decided.back();
}

const Round* RatingHistory::previous() const {
    const auto decided = decided_rounds(*this);
    return decided.size() < 2 ? nullptr : decided[decided.size() - 2];
}

std::vector<const Round*> RatingHistory::open() const {
    std::vector<const Round*> open;
    for (const Round& round : rounds) {
        if (round.stage == Stage::proposed || round.stage == Stage::moderated) open.push_back(&round);
    }
    return open;
}

std::optional<Category> RatingHistory::category() const {
    const Round* round = current();
    return round ? round->category : std::nullopt;
}

bool RatingHistory::school_to_be_told() const {
    if (informed.empty()) return category().has_value();
    return informed.back().category != category();
}

RatingHistory rating_history(std::span<const RatingStep> steps) {
    std::vector<const RatingStep*> ordered;
    StepsById by_id;
    for (const RatingStep& step : steps) {
        ordered.push_back(&step);
        by_id[step.id] = &step;
    }
    std::ranges::sort(ordered, {}, [](const RatingStep* step) { return std::string_view(step->id); });
    RatingHistory history;
    std::map<std::string_view, std::size_t> places;  // Of the round, by its proposal.
    for (const RatingStep* step : ordered) {
        if (step->step != Step::proposed) continue;
        places[step->id] = history.rounds.size();
        history.rounds.push_back({.stage = Stage::proposed, .category = step->category, .steps = {*step}});
    }
    for (const RatingStep* step : ordered) {
        if (step->step == Step::proposed) continue;
        if (step->step == Step::informed) {
            history.informed.push_back(*step);
        } else if (const RatingStep* proposal = proposal_of(*step, by_id)) {
            history.rounds[places[proposal->id]].steps.push_back(*step);
        } else {
            history.without_a_round.push_back(*step);
        }
    }
    for (Round& round : history.rounds) settle(round);
    return history;
}

RatingHistory rating_history_before(std::span<const RatingStep> steps, const Date& day) {
    std::vector<RatingStep> until;
    for (const RatingStep& step : steps) {
        if (date_of(made_at(step.id)) < day) until.push_back(step);
    }
    return rating_history(until);
}

std::vector<std::optional<Category>> categories_before(std::span<const RatingStep> steps, std::span<const Date> days) {
    std::vector<Date> written;
    for (const RatingStep& step : steps) written.push_back(date_of(made_at(step.id)));
    std::map<std::ptrdiff_t, std::optional<Category>> known = {{0, std::nullopt}};  // By how many steps there were.
    std::vector<std::optional<Category>> categories;
    for (const Date& day : days) {
        const auto before = std::ranges::count_if(written, [&](const Date& date) { return date < day; });
        const auto [place, is_new] = known.try_emplace(before);
        if (is_new) place->second = rating_history_before(steps, day).category();
        categories.push_back(place->second);
    }
    return categories;
}

}  // namespace kitbag
