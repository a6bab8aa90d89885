#pragma once
// Categories, decisions and directions as sentences. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/categorisation/direction.h"
#include "core/categorisation/rating.h"

namespace kitbag::phrases {

std::string_view name_of(Subject subject);      // "The school"
std::string_view name_of(Direction direction);  // "Improving"
std::string_view button_of(Step step);          // "Record the decision"
std::string_view heading_of(Step step);         // "Decide it"
std::string_view category_label(Step step);     // "Category decided"; "" for a step that chooses none.
std::string_view reason_label(Step step);       // "Why it is decided so"

// "Ben Fenner moderated it: Amber"
std::string step_title(const RatingStep& step, std::string_view who, Step answers);
std::string_view withdraw_label(Step answers);                        // "Withdraw the decision"
std::string stands_as(const RatingStep& step, std::string_view who);  // "Amber, moderated by Ben Fenner"
std::string decided_by(std::string_view who, Instant when);           // "Decided by Cleo Reed, 20 November 2026"
std::string to_tell(std::optional<Category> category);              // "The school has not been told that it is Amber."
std::string expected(Step step, std::optional<Category> category);  // "The judgements suggest Amber."

// "By School categorisation, 2014–16, version 1: 3 aspects judged in 2 visits suggested Green."
std::string rests_on(std::string_view criteria, std::string_view version, std::size_t aspects, std::size_t visits,
                     std::optional<Category> suggested);

// "From 2 completed visits, the latest on 20 November 2026."
std::string based_on(std::size_t visits, const Date& latest);

std::string direction_now(Direction direction);  // "Improving this half term"
std::string direction_title(std::string_view who, Direction direction);
std::string moved(std::string_view aspect, const Movement& movement);  // "Governance: from Amber to Green"
std::string moved_from(Category before, Category now);                 // "Better: Amber before"
std::string compared_with(std::string_view half_term);
std::string compared_with_round(Instant decided);

// "Show the evidence for Governance"
std::string evidence_of(std::string_view aspect, bool shown);

// What a cell of the board is called: "Amber, improving".
std::string board_place(std::optional<Category> category, std::optional<Direction> direction);
std::string board_not_looked_at(std::size_t schools);  // "240 not looked at in this half term"
std::string board_not_told(std::size_t schools);       // "3 not told their category"

}  // namespace kitbag::phrases
