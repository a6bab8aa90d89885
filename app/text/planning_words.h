#pragma once
// The unvarying words about planning visits, a trust's agreement and the School Performance Forum. See words.h.

#include "app/text/words.h"

namespace kitbag::words {

namespace planning {
inline constexpr Words open = "Another kind of visit, or plan one";
inline constexpr Words no_visits_in_setting = "Write notes when you arrive. It works with no connection.";
inline constexpr Words title = "A new visit";
inline constexpr Words kinds = "Kinds of visit";
inline constexpr Words kinds_advice = "Choose what this visit is. Then start it now, or plan it for later.";
inline constexpr Words back_to_kinds = "All kinds of visit";
inline constexpr Words open_here = "Planned or under way here";
inline constexpr Words some_visit = "Visit";
inline constexpr Words who_is_there = "Who must be there";
inline constexpr Words look_at = "What to look at";
inline constexpr Words which_criteria = "Which criteria is this visit about?";
inline constexpr Words judges_nothing = "This kind of visit judges no aspect.";
inline constexpr Words start_now = "Start it now";
inline constexpr Words plan = "Plan it for later";
inline constexpr Words plan_advice =
    "A planned visit waits under Visits. Its day, its focus and who takes part are written there.";
inline constexpr Words officer = "An officer does not record visits. Ask an adviser to.";
inline constexpr Words unknown_kind = "The county has no such kind of visit now. Choose another.";
inline constexpr Words not_for_role = "Not for your role";
inline constexpr Words needs_agreement = "Needs the trust’s agreement";
inline constexpr Words agreed = "The trust agreed";
inline constexpr Words ask_title = "Is that right?";
inline constexpr Words ask_start = "Start it all the same";
inline constexpr Words ask_plan = "Plan it all the same";
inline constexpr Words ask_open = "Open the one that is there";
inline constexpr Words ask_leave = "Do not begin another";
inline constexpr Words in_the_future = "Its day has not come yet.";
inline constexpr Words in_the_past = "Its day is over, and it was not begun.";
inline constexpr Words before_school_opened = "By the register the school had not opened on that day.";
inline constexpr Words after_school_closed = "By the register the school is closed.";
}  // namespace planning

namespace academy {
inline constexpr Words rule_title = "At an academy or free school";
inline constexpr Words rule =
    "The county has no power of direct monitoring here: that is the trust’s responsibility. What it sees by right, and "
    "what it discusses with the school and its trust, informs its view. Direct monitoring can be done once the trust "
    "has agreed to it, as commissioned or traded work.";
inline constexpr Words instead = "What can be done here without an agreement";
inline constexpr Words agreements = "What the trust has agreed to";
inline constexpr Words none = "No agreement is recorded";
inline constexpr Words form = "The trust has agreed to this";
inline constexpr Words form_advice = "Recorded once and never altered. A new agreement is another record.";
inline constexpr Words given_by = "Who agreed for the trust";
inline constexpr Words post = "As what";
inline constexpr Words post_hint = "For example: chief executive of the trust, chair of governors.";
inline constexpr Words date = "When it was agreed";
inline constexpr Words until = "The last day it holds";
inline constexpr Words until_hint = "Leave it empty when no end was agreed.";
inline constexpr Words kinds = "What was agreed to";
inline constexpr Words what_for = "What it is for";
inline constexpr Words terms = "How it is done";
inline constexpr Words commissioned = "Commissioned";
inline constexpr Words traded = "Traded";
inline constexpr Words no_terms = "Choose whether the work is commissioned or traded.";
inline constexpr Words no_such_day = "That is not a day of the calendar. Choose another.";
inline constexpr Words record = "Record the agreement";
inline constexpr Words recorded = "Recorded on this tablet.";
inline constexpr Words not_now = "Not now";
inline constexpr Words fact = "Agreed by the trust";
inline constexpr Words not_counted = "It does not count.";
}  // namespace academy

namespace visits {
inline constexpr Words title = "Visits";
inline constexpr Words whose = "Whose visits";
inline constexpr Words mine = "Mine";
inline constexpr Words everybody = "Everybody’s";
inline constexpr Words earlier = "Month before";
inline constexpr Words later = "Month after";
inline constexpr Words earlier_short = "Before";  // On a phone.
inline constexpr Words later_short = "After";
inline constexpr Words this_month = "This month";
inline constexpr Words overdue = "Planned and not begun";
inline constexpr Words under_way = "Under way";
inline constexpr Words today = "Today";
inline constexpr Words tomorrow = "Tomorrow";
inline constexpr Words no_day = "Planned, with no day yet";
inline constexpr Words done_lately = "Done in the last 30 days";
inline constexpr Words by_day = "Day by day";
inline constexpr Words none = "No visits to show";
inline constexpr Words none_advice = "Open a school to start a visit there, or to plan one for a later day.";
inline constexpr Words none_mine_advice =
    "Open a school to start or plan a visit there, or look at everybody’s visits.";
inline constexpr Words monday = "Monday";
inline constexpr Words tuesday = "Tuesday";
inline constexpr Words wednesday = "Wednesday";
inline constexpr Words thursday = "Thursday";
inline constexpr Words friday = "Friday";
inline constexpr Words saturday = "Saturday";
inline constexpr Words sunday = "Sunday";
}  // namespace visits

namespace forum {
inline constexpr Words open = "School Performance Forum";
inline constexpr Words title = "School Performance Forum";
inline constexpr Words advice = "What the county’s services brought to the Forum about this school, latest first.";
inline constexpr Words none = "Nothing from the Forum yet";
inline constexpr Words none_advice = "When the Forum has discussed this school, add what each service brought.";
inline constexpr Words notes = "What the Forum heard";
inline constexpr Words add = "Add what a service brought";
inline constexpr Words half_term = "When the Forum met";
inline constexpr Words service = "Which service brought it";
inline constexpr Words aspect = "Which aspect it is about";
inline constexpr Words no_aspect = "No one aspect";
inline constexpr Words name_aspect = "Name the aspect it is about";
inline constexpr Words groups = "Which pupils it is about";
inline constexpr Words text = "What it brought";
inline constexpr Words text_hint = "Figures, concerns and strengths. No child’s or parent’s name.";
inline constexpr Words record = "Add it";
inline constexpr Words recorded = "Recorded on this tablet.";
inline constexpr Words not_now = "Not now";
inline constexpr Words not_discussed = "Not yet discussed in this half term";
inline constexpr Words show_not_discussed = "Show which schools";
inline constexpr Words hide_not_discussed = "Hide the schools";
inline constexpr Words none_left = "Every school has been discussed in this half term.";
}  // namespace forum

}  // namespace kitbag::words
