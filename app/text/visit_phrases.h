#pragma once
// Sentences about a visit that depend on a name, a time or a choice. Pure. See phrases.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/models/field_model.h"
#include "core/visits/visit.h"
#include "core/visits/visit_doubts.h"

namespace kitbag::phrases {

std::string_view name_of(NoteKind kind);
std::string_view name_of(Source source);

std::string clock(Instant utc);                                           // "10:42", as the clock on the school's wall.
std::string note_label(std::size_t number, std::string_view time);        // "Note 3, 10:42"
std::string note_by(std::string_view name, std::string_view time);        // "Ben Fenner, 10:42"
std::string sort_note(std::size_t number);                                // "Sort note 3"
std::string numbered(std::string_view label, std::size_t number);         // "Action 2"
std::string of_action(std::string_view label, std::size_t number);        // "Due by, action 2"
std::string about_action(std::string_view label, std::string_view text);  // "What came of it: Train the governors"
std::string speaks_for(Category category);                                // "Speaks for Amber"
std::string said_by(std::string_view name);                               // "Said by a parent"
std::string agreed_on(const std::optional<Date>& date, std::string_view adviser);
std::string action_line(const AgreedAction& action);       // "Train the governors (Ben Fenner, by 3 June 2026)"
std::string planned_for(const std::optional<Date>& date);  // "Planned for 3 December 2026."

// What Undo takes back.
std::string undone(std::string_view what);
std::string undo(std::string_view what);  // "Undo: chose Amber for Governance"
std::string chose(std::string_view choice, std::string_view aspect);
std::string sorted(std::string_view field);         // Of a note.
std::string moved_action(std::string_view status);  // "closed an action as done"
std::string wrote(const FieldKey& key, bool anew);  // "wrote a note", "changed a note"
std::string_view set_present();

// What may be a slip, as a sentence.
std::string doubt(Doubt doubt);
std::string not_present(const std::vector<std::string>& people);  // "Not marked as present: Headteacher."

// Where something that was recovered belongs.
std::string recovered_place(const FieldKey& key, std::string_view about, std::string_view school);

}  // namespace kitbag::phrases
