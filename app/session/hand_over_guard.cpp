#include "app/session/hand_over_guard.h"

#include "app/session/head_answers.h"

namespace kitbag {

bool allowed_in_heads_hands(const Command& command, const Id& visit) {
    if (const auto* typed = std::get_if<TypeText>(&command)) return is_heads_word(typed->field, visit);
    if (const auto* left = std::get_if<LeaveField>(&command)) return is_heads_word(left->field, visit);
    if (const auto* answers = std::get_if<HeadAnswers>(&command)) return answers->visit == visit;
    return std::holds_alternative<TakeBack>(command) || std::holds_alternative<ShowSo>(command) ||
           std::holds_alternative<DrawAgain>(command);
}

}  // namespace kitbag
