#pragma once
// The unvarying words of a visit: its parts, its notes, what was agreed, and the visit before. See words.h.

#include "app/text/words.h"

namespace kitbag::words {

namespace visit {
inline constexpr Words undo = "Undo";  // Where there is no room to say what.
inline constexpr Words details = "About this visit";
inline constexpr Words date = "Date of the visit";
inline constexpr Words participants = "Who took part";
inline constexpr Words participants_hint = "For example: the headteacher, the chair of governors.";
inline constexpr Words focus = "What the visit is about";
inline constexpr Words focus_hint = "The questions you came with.";
inline constexpr Words aspects = "Aspects";
inline constexpr Words green = "Green";
inline constexpr Words amber = "Amber";
inline constexpr Words red = "Red";
inline constexpr Words not_applicable = "Not applicable here";
inline constexpr Words not_applicable_short = "Not applicable";
inline constexpr Words not_described = "The criteria say nothing here.";
inline constexpr Words not_judged = "Not judged yet";
inline constexpr Words clear = "Clear this choice";
inline constexpr Words evidence = "Evidence";
inline constexpr Words evidence_hint = "What you saw, heard or read.";
inline constexpr Words add_note = "Add another note";
inline constexpr Words saving = "Saving…";
inline constexpr Words saved = "Saved on this tablet";
inline constexpr Words not_saved = "Not saved: it is only on the screen";
inline constexpr Words complete = "Complete the visit";
inline constexpr Words complete_advice =
    "When you have written everything. Afterwards the record can be read but not changed.";
inline constexpr Words confirm_title = "Complete this visit?";
inline constexpr Words confirm_button = "Complete it";
inline constexpr Words missing_title = "Before the visit can be completed";
inline constexpr Words gone = "This visit is not on this tablet";
inline constexpr Words gone_advice = "It may not have arrived yet. Press Sync now, or go back to the school.";
inline constexpr Words part_of = "Parts of the visit";
inline constexpr Words band = "This visit";
inline constexpr Words part_notes = "Notes";
inline constexpr Words part_aspects = "Aspects";
inline constexpr Words part_questions = "Questions";
inline constexpr Words part_agreed = "Agreed";
inline constexpr Words part_details = "Details";
inline constexpr Words part_before = "Last time";
inline constexpr Words judge = "Judge what you looked at";
inline constexpr Words beside = "Beside the visit";
inline constexpr Words time = "Time";
inline constexpr Words time_hint = "For example 09:30. It may stay empty.";
inline constexpr Words bad_time = "This is not a time. Write hours and minutes, such as 09:30, or leave it empty.";
inline constexpr Words present = "Who must be there";
inline constexpr Words present_hint = "Press each one who was.";
inline constexpr Words was_present = "Who was there";
inline constexpr Words look_at = "What to look at";
inline constexpr Words doubts = "Look again at these";
inline constexpr Words begin = "Begin the visit";
inline constexpr Words begin_advice = "Begin it when you are there; what you write before is kept with it.";
inline constexpr Words read_record = "Read the record so far";
inline constexpr Words colleagues = "A colleague’s visit: you may add notes and answers of your own.";
inline constexpr Words changed_since =
    "Something else has been written there since, so nothing was taken back. Change it by hand.";
inline constexpr Words unwritten =
    "A text could not be kept as it stands: the reason is beside its field. Mend it first.";
inline constexpr Words read_only = "This visit can only be read now.";
}  // namespace visit

namespace note {
inline constexpr Words capture = "Write a note";
inline constexpr Words capture_hint = "Type, speak or paste. Sort it afterwards, or not at all.";
inline constexpr Words next = "Next note";
inline constexpr Words written = "Notes of this visit";
inline constexpr Words none = "No notes yet";
inline constexpr Words none_advice = "What you write above appears here, with its time.";
inline constexpr Words sort_title = "Sort this note";
inline constexpr Words sorted = "Done";
inline constexpr Words aspect = "Aspect";
inline constexpr Words no_aspect = "No aspect";
inline constexpr Words kind = "It is";
inline constexpr Words evidence = "Evidence";
inline constexpr Words strength = "Strength";
inline constexpr Words development = "Area for development";
inline constexpr Words source = "Where it comes from";
inline constexpr Words not_said = "Not said";
inline constexpr Words data = "Data";
inline constexpr Words observation = "Observation";
inline constexpr Words scrutiny = "Scrutiny of work";
inline constexpr Words discussion = "Discussion";
inline constexpr Words parent_view = "Parent View";
inline constexpr Words complaint = "Complaint";
inline constexpr Words forum = "School Performance Forum";
inline constexpr Words groups = "Pupil groups";
inline constexpr Words groups_hint = "Press each group that it is about.";
inline constexpr Words supports = "It speaks for";
inline constexpr Words no_category = "None";
inline constexpr Words said_by = "Said by";
inline constexpr Words said_by_hint = "Whose words they are, for example: a parent, the subject leader.";
}  // namespace note

namespace agreed {
inline constexpr Words title = "Agreed";
inline constexpr Words strengths = "Strengths";
inline constexpr Words add_strength = "Add a strength";
inline constexpr Words strength = "Strength";
inline constexpr Words developments = "Areas for development";
inline constexpr Words add_development = "Add an area for development";
inline constexpr Words development = "Area for development";
inline constexpr Words earlier = "Still open from before";
inline constexpr Words no_earlier = "Nothing is open from earlier visits.";
inline constexpr Words actions = "Actions agreed in this visit";
inline constexpr Words add_action = "Add an action";
inline constexpr Words action = "Action";
inline constexpr Words owner = "Who does it";
inline constexpr Words due = "Due by";
inline constexpr Words status = "How it stands";
inline constexpr Words open = "Open";
inline constexpr Words done = "Done";
inline constexpr Words dropped = "Dropped";
inline constexpr Words outcome = "What came of it";
inline constexpr Words outcome_hint = "Needed to drop it; useful when it is done.";
inline constexpr Words outcome_missing = "Write why it is dropped; then press Dropped again.";
inline constexpr Words none = "No actions were agreed.";
}  // namespace agreed

namespace before {
inline constexpr Words title = "Last time";
inline constexpr Words none = "No earlier visit is on this tablet";
inline constexpr Words none_advice = "Once a visit of this school is completed, the next one shows it here.";
inline constexpr Words judgements = "Judged then and now";
inline constexpr Words none_judged = "No aspect was judged.";
inline constexpr Words then = "Then";
inline constexpr Words now = "Now";
inline constexpr Words other_notes = "Other notes";
inline constexpr Words no_notes = "No notes were written.";
inline constexpr Words unanswered = "Not answered last time";
inline constexpr Words actions = "Actions still open";
inline constexpr Words read = "Read the whole record";
}  // namespace before

}  // namespace kitbag::words
