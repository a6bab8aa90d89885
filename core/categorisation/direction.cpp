#include "core/categorisation/direction.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<3> direction_words = {"improving", "steady", "declining"};

bool judged_both_times(std::span<const Standing> before, std::span<const Standing> now) {
    return std::ranges::any_of(now, [&](const Standing& one) {
        const auto earlier = std::ranges::find(before, one.aspect, &Standing::aspect);
        return earlier != before.end() && category_of(earlier->choice) && category_of(one.choice);
    });
}

}  // namespace

std::string_view to_word(Direction direction) {
    return word_of(direction_words, direction);
}

std::optional<Direction> direction_from(std::string_view word) {
    return value_of<Direction>(direction_words, word);
}

Result<void> check_direction(const DirectionJudgement& judgement, StaffRole role) {
    if (!may_record(role)) return fault("not_allowed", "An officer does not judge schools. Ask an adviser to.");
    if (!judgement.direction) return fault("bad_field", "Choose improving, steady or declining.");
    if (trim(judgement.why).empty()) return fault("reason_missing", "Write why.");
    return {};
}

std::optional<DirectionSuggestion> suggest_direction(std::span<const Standing> before, std::span<const Standing> now) {
    if (!judged_both_times(before, now)) return std::nullopt;
    DirectionSuggestion suggestion;
    for (const Movement& movement : movements(before, now)) {
        (movement.better() ? suggestion.better : suggestion.worse).push_back(movement);
    }
    if (suggestion.better.size() > suggestion.worse.size()) suggestion.direction = Direction::improving;
    if (suggestion.better.size() < suggestion.worse.size()) suggestion.direction = Direction::declining;
    return suggestion;
}

const DirectionJudgement* direction_in(std::span<const DirectionJudgement> judgements, Subject subject,
                                       std::string_view half_term) {
    const DirectionJudgement* latest = nullptr;
    for (const DirectionJudgement& one : judgements) {
        if (one.subject != subject || one.half_term != half_term) continue;
        if (!latest || one.id > latest->id) latest = &one;
    }
    return latest;
}

}  // namespace kitbag
