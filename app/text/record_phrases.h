#pragma once
// What a visit's record says in sentences: its states and steps, answers and amendments. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "core/visits/visit.h"
#include "core/visits/visit_words.h"

namespace kitbag::phrases {

std::string_view status_name(VisitStatus status);          // "Shared with the head"
std::string_view source_name(Source source);               // "Scrutiny of work"; "" for not said.
std::string_view action_status_name(ActionStatus status);  // "Open"

// What is pressed to take it: "Lock the record".
std::string_view step_button(VisitStatus from, VisitStatus to);
std::string_view step_reason_label(VisitStatus from, VisitStatus to);  // "" where none is asked for.

// "Completed by Ada Marsh"; `before` nothing for the first.
std::string step_taken(std::optional<VisitStatus> before, VisitStatus now, std::string_view who);

// "Dr Ives, headteacher, says that this record is accurate"
std::string head_answered(const HeadAnswer& answer);
std::string amended_by(std::string_view who);         // "Amended by Ada Marsh"
std::string amend_part(std::string_view title);       // "Amend: Progress"
std::string not_right_part(std::string_view title);   // "Something here is not right: Progress"
std::string not_right_words(std::string_view title);  // "What is not right, in your own words: Progress"
std::string right_after_all(std::string_view title);
std::string parts_not_right(std::size_t parts);      // "You have marked 2 parts as not right."
std::string give_back_to(std::string_view adviser);  // "Give the tablet back to Ada Marsh."
std::string evidence_of_aspect(std::string_view aspect, std::size_t number, std::size_t all);
std::string beginning_of(std::string_view text, std::size_t bytes_max);  // "The books of four…"

// A name that every system takes for a file: "Bramble Hill Primary School, 23 November 2026, Keeping in Touch visit.html".
std::string record_file_name(std::string_view school, std::string_view date, std::string_view kind,
                             std::string_view ending);

}  // namespace kitbag::phrases
