#include "app/text/rating_phrases.h"

#include <utility>

#include "app/text/phrases.h"
#include "app/text/rating_words.h"
#include "app/text/suggestion_phrases.h"

namespace kitbag::phrases {
namespace {

std::string colon(std::string text, const std::optional<Category>& category) {
    if (category) text.append(": ").append(name_of(*category));
    return text;
}

std::string lower_first(std::string_view text) {
    std::string lower(text);
    if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z') lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
    return lower;
}

std::string_view noun_of(Step step) {
    if (step == Step::decided) return "decision";
    return step == Step::moderated ? "moderation" : "proposal";
}

std::string day_of(Instant instant) {
    return to_long(date_of(wall_clock(instant)));
}

}  // namespace

std::string_view name_of(Subject subject) {
    return subject == Subject::school ? words::rating::the_school : words::rating::the_eyfs;
}

std::string_view name_of(Direction direction) {
    switch (direction) {
        case Direction::improving:
            return words::direction::improving;
        case Direction::steady:
            return words::direction::steady;
        case Direction::declining:
            return words::direction::declining;
    }
    std::unreachable();
}

std::string_view button_of(Step step) {
    switch (step) {
        case Step::proposed:
            return words::rating::propose_button;
        case Step::moderated:
            return words::rating::moderate_button;
        case Step::decided:
            return words::rating::decide_button;
        case Step::withdrawn:
            return words::rating::withdraw_button;
        case Step::informed:
            return words::rating::tell_button;
    }
    std::unreachable();
}

std::string_view heading_of(Step step) {
    switch (step) {
        case Step::proposed:
            return words::rating::propose;
        case Step::moderated:
            return words::rating::moderate;
        case Step::decided:
            return words::rating::decide;
        case Step::withdrawn:
            return words::rating::withdraw;
        case Step::informed:
            return words::rating::tell;
    }
    std::unreachable();
}

std::string_view category_label(Step step) {
    if (step == Step::proposed) return words::rating::category_proposed;
    if (step == Step::moderated) return words::rating::category_moderated;
    return step == Step::decided ? words::rating::category_decided : "";
}

std::string_view reason_label(Step step) {
    switch (step) {
        case Step::proposed:
            return words::rating::reason_proposed;
        case Step::moderated:
            return words::rating::reason_moderated;
        case Step::decided:
            return words::rating::reason_decided;
        case Step::withdrawn:
            return words::rating::withdraw_reason;
        case Step::informed:
            return words::rating::tell_reason;
    }
    std::unreachable();
}

std::string step_title(const RatingStep& step, std::string_view who, Step answers) {
    const std::string by(who);
    switch (step.step) {
        case Step::proposed:
            return colon(by + " proposed", step.category);
        case Step::moderated:
            return colon(by + " moderated it", step.category);
        case Step::decided:
            return colon(by + " decided it", step.category);
        case Step::withdrawn:
            return by + " withdrew the " + std::string(noun_of(answers));
        case Step::informed: {
            std::string text = colon(by + " recorded that the school was told", step.category);
            return step.date ? text + ", " + to_long(*step.date) : text;
        }
    }
    std::unreachable();
}

std::string decided_by(std::string_view who, Instant when) {
    return "Decided by " + std::string(who) + ", " + day_of(when);
}

std::string_view withdraw_label(Step answers) {
    if (answers == Step::decided) return words::rating::withdraw_decision;
    return answers == Step::moderated ? words::rating::withdraw_moderation : words::rating::withdraw_proposal;
}

std::string stands_as(const RatingStep& step, std::string_view who) {
    const std::string name = step.category ? std::string(name_of(*step.category)) : "";
    const char* const how = step.step == Step::decided     ? ", decided by "
                            : step.step == Step::moderated ? ", moderated by "
                                                           : ", proposed by ";
    return name + how + std::string(who);
}

std::string to_tell(std::optional<Category> category) {
    if (!category) return "The school has not been told that its category was withdrawn.";
    return "The school has not been told that it is " + std::string(name_of(*category)) + ".";
}

std::string expected(Step step, std::optional<Category> category) {
    if (!category) return step == Step::proposed ? "No aspect has been judged, so a reason is needed." : "";
    const std::string name(name_of(*category));
    if (step == Step::proposed) return "The judgements suggest " + name + ". Anything else needs a reason.";
    if (step == Step::moderated) return name + " was proposed. Anything else needs a reason.";
    return "The moderation came to " + name + ". Anything else needs a reason.";
}

std::string rests_on(std::string_view criteria, std::string_view version, std::size_t aspects, std::size_t visits,
                     std::optional<Category> suggested) {
    const std::string text = "By " + std::string(criteria) + ", version " + std::string(version) + ": ";
    if (!suggested) return text + "no aspect had been judged.";
    return text + count_of(aspects, "aspect") + " judged in " + count_of(visits, "visit") + " suggested " +
           std::string(name_of(*suggested)) + ".";
}

std::string based_on(std::size_t visits, const Date& latest) {
    if (visits == 1) return "From one completed visit, on " + to_long(latest) + ".";
    return "From " + count_of(visits, "completed visit") + ", the latest on " + to_long(latest) + ".";
}

std::string direction_now(Direction direction) {
    return std::string(name_of(direction)) + " this half term";
}

std::string direction_title(std::string_view who, Direction direction) {
    return std::string(who) + " judged it " + lower_first(name_of(direction));
}

std::string moved(std::string_view aspect, const Movement& movement) {
    return std::string(aspect) + ": from " + std::string(name_of(movement.from)) + " to " +
           std::string(name_of(movement.to));
}

std::string moved_from(Category before, Category now) {
    if (before == now) return "As before";
    return std::string(now < before ? "Better: " : "Worse: ") + std::string(name_of(before)) + " before";
}

std::string compared_with(std::string_view half_term) {
    return "Compared with what was judged before " + std::string(half_term) + " began.";
}

std::string compared_with_round(Instant decided) {
    return "Compared with the categorisation before, decided " + day_of(decided) + ".";
}

std::string evidence_of(std::string_view aspect, bool shown) {
    return std::string(shown ? words::rating::hide_evidence : words::rating::show_evidence) + " for " +
           std::string(aspect);
}

std::string board_place(std::optional<Category> category, std::optional<Direction> direction) {
    std::string text;
    if (category) text = name_of(*category);
    if (direction) text += text.empty() ? std::string(name_of(*direction)) : ", " + lower_first(name_of(*direction));
    return text.empty() ? std::string(words::board::nothing) : text;
}

std::string board_not_looked_at(std::size_t schools) {
    return std::to_string(schools) + " not looked at in this half term";
}

std::string board_not_told(std::size_t schools) {
    return std::to_string(schools) + " not told " + (schools == 1 ? "its category" : "their category");
}

}  // namespace kitbag::phrases
