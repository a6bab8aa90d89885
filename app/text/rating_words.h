#pragma once
// The unvarying words about categories, decisions and direction of travel. See words.h.

#include "app/text/words.h"

namespace kitbag::words {

namespace rating {
inline constexpr Words title = "Category and direction";
inline constexpr Words open = "Category and direction";
inline constexpr Words stands = "Where it stands";
inline constexpr Words the_school = "The school";
inline constexpr Words the_eyfs = "Early Years Foundation Stage";
inline constexpr Words the_eyfs_short = "Early years";
inline constexpr Words of_the_school = "The school’s rating";
inline constexpr Words of_the_eyfs = "The rating of its early years";
inline constexpr Words look_at = "Look at";
inline constexpr Words undecided = "No category yet";
inline constexpr Words nothing_kept = "The categorisation before kept no judgements, so nothing is compared.";
inline constexpr Words differ = "The two differ, as they may: each is judged by its own criteria.";
inline constexpr Words no_criteria = "The county’s criteria have not arrived yet";
inline constexpr Words no_criteria_advice = "Find a connection and press Sync now; then a category can be proposed.";
inline constexpr Words open_rounds = "Waiting for a decision";
inline constexpr Words decision = "The decision";
inline constexpr Words propose = "Propose a category";
inline constexpr Words propose_advice =
    "The latest judgement of each aspect counts, from every completed visit. You decide what to propose.";
inline constexpr Words propose_button = "Propose it";
inline constexpr Words moderate = "Moderate it";
inline constexpr Words moderate_button = "Record the moderation";
inline constexpr Words decide = "Decide it";
inline constexpr Words decide_button = "Record the decision";
inline constexpr Words withdraw = "Withdraw it";
inline constexpr Words withdraw_button = "Withdraw it";
inline constexpr Words withdraw_proposal = "Withdraw the proposal";
inline constexpr Words withdraw_moderation = "Withdraw the moderation";
inline constexpr Words withdraw_decision = "Withdraw the decision";
inline constexpr Words keep_it = "Do not withdraw it";
inline constexpr Words no_such_day = "That is not a day of the calendar. Choose the day on which the school was told.";
inline constexpr Words recorded = "Recorded on this tablet.";
inline constexpr Words left_over = "What you were writing here";
inline constexpr Words left_over_why =
    "The rating has moved on in the meantime, so your words went nowhere. They are kept until you clear them.";
inline constexpr Words clear_left_over = "Clear these words";
inline constexpr Words withdraw_advice = "It stays in the history, marked as withdrawn, with your reason.";
inline constexpr Words tell = "Tell the school";
inline constexpr Words tell_button = "Record that the school was told";
inline constexpr Words tell_reason = "Who was told, and how";
inline constexpr Words tell_date = "When the school was told";
inline constexpr Words category_proposed = "Category to propose";
inline constexpr Words category_moderated = "Category as moderator";
inline constexpr Words category_decided = "Category decided";
inline constexpr Words reason_proposed = "Why this category";
inline constexpr Words reason_moderated = "Why, as moderator";
inline constexpr Words reason_decided = "Why it is decided so";
inline constexpr Words withdraw_reason = "Why it is withdrawn";
inline constexpr Words withdrawn = "Withdrawn";
inline constexpr Words waits_for_senior = "It waits for a senior adviser or the head of service.";
inline constexpr Words waits_for_early_years = "It waits for a senior adviser or the Head of the Early Years Service.";
inline constexpr Words waits_for_colleague = "You proposed it, so a colleague moderates it.";
inline constexpr Words history = "Everything that was decided";
inline constexpr Words no_history = "Nothing has been decided yet";
inline constexpr Words no_history_advice = "Propose a category when visits have judged enough of the aspects.";
inline constexpr Words aspects = "Aspect by aspect";
inline constexpr Words no_aspects = "No aspect has been judged yet";
inline constexpr Words no_aspects_advice = "Judge aspects in a visit and complete it; they appear here.";
inline constexpr Words not_judged_now = "Not judged";
inline constexpr Words no_earlier = "There is no earlier categorisation to compare with.";
inline constexpr Words set_aside = "Not among the criteria in use: kept, and not counted.";
inline constexpr Words show_evidence = "Show the evidence";
inline constexpr Words hide_evidence = "Hide the evidence";
}  // namespace rating

namespace direction {
inline constexpr Words title = "Direction of travel";
inline constexpr Words improving = "Improving";
inline constexpr Words steady = "Steady";
inline constexpr Words declining = "Declining";
inline constexpr Words choose = "In this half term it is";
inline constexpr Words why = "Why this direction";
inline constexpr Words why_hint = "What you saw or heard that says so.";
inline constexpr Words button = "Record the direction";
inline constexpr Words not_looked_at = "Not looked at in this half term";
inline constexpr Words no_calendar = "The county’s half terms have not arrived, or its calendar has run out";
inline constexpr Words no_calendar_advice =
    "Press Sync now. If this stays, ask the county office to load the calendar of this school year.";
inline constexpr Words nothing_to_compare =
    "Nothing is suggested: no aspect was judged both before this half term and in it.";
inline constexpr Words nothing_moved = "No aspect has moved since.";
inline constexpr Words how =
    "More aspects better than worse suggests improving, more worse declining, otherwise steady.";
}  // namespace direction

namespace board {
inline constexpr Words title = "Board";
inline constexpr Words heading = "Direction of travel";
inline constexpr Words school = "School";
inline constexpr Words choose = "Choose which schools";
inline constexpr Words earlier = "Earlier half terms";
inline constexpr Words later = "Later half terms";
inline constexpr Words earlier_short = "Earlier";
inline constexpr Words later_short = "Later";
inline constexpr Words show_all = "Show all of these schools";
inline constexpr Words not_looked_at = "Not looked at in this half term";
inline constexpr Words not_told = "Not told their category";
inline constexpr Words rating = "Rating";
inline constexpr Words kind = "Phase";
inline constexpr Words all_kinds = "All phases";
inline constexpr Words area = "District or constituency";
inline constexpr Words all_areas = "All areas";
inline constexpr Words adviser = "Adviser of the latest visit";
inline constexpr Words all_advisers = "All advisers";
inline constexpr Words done = "Show these";
inline constexpr Words cancel = "Leave it as it was";
inline constexpr Words none = "No school is like that";
inline constexpr Words none_advice = "Choose fewer conditions under “Choose which schools”.";
inline constexpr Words all_looked_at = "Every school has been looked at in this half term";
inline constexpr Words all_looked_at_advice = "Nothing is left to do here until the next one.";
inline constexpr Words all_told = "Every school knows its category";
inline constexpr Words all_told_advice = "When a decision changes one, the school appears here until it is told.";
inline constexpr Words nothing = "Nothing recorded";
}  // namespace board

}  // namespace kitbag::words
