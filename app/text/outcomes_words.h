#pragma once
// The unvarying words about outcomes. See words.h.

#include "app/text/words.h"

namespace kitbag::words::outcomes {

inline constexpr Words title = "Outcomes";
inline constexpr Words open = "Outcomes";
inline constexpr Words none = "No outcomes of this school are here yet";
inline constexpr Words none_advice =
    "They come when you next sync, once the county office has loaded them. Until then look in the school’s own papers.";
inline constexpr Words stage = "Which stage";
inline constexpr Words measure = "Which measure";
inline constexpr Words another_measure = "Choose another measure";
inline constexpr Words keep_measure = "Keep this measure";
inline constexpr Words all_pupils = "All pupils";
inline constexpr Words groups = "Groups of pupils";
inline constexpr Words compare = "Which groups";
inline constexpr Words as_table = "Show as a table";
inline constexpr Words as_chart = "Show as charts";
inline constexpr Words whose = "Whose figures";
inline constexpr Words below_floor = "Below the floor";
inline constexpr Words source =
    "From the files that the county office loaded. Groups of fewer than 6 pupils are hidden.";

inline constexpr Words eyfsp = "Early years";
inline constexpr Words ks1 = "Key stage 1";
inline constexpr Words ks2 = "Key stage 2";
inline constexpr Words ks4 = "Key stage 4";
inline constexpr Words post_16 = "After 16";

inline constexpr Words school = "This school";
inline constexpr Words county = "The county";
inline constexpr Words national = "England";
inline constexpr Words neighbours = "Statistical neighbours";
inline constexpr Words floor = "Floor";
inline constexpr Words gap = "Gap";
inline constexpr Words no_floor = "None in this year";
inline constexpr Words no_gap = "Not known";

inline constexpr Words hidden = "Hidden: fewer than 6 pupils";
inline constexpr Words suppressed = "Suppressed by the publisher";
inline constexpr Words not_applicable = "No pupils to count";
inline constexpr Words not_published = "Not published";

inline constexpr Words attach = "Attach to an aspect as evidence";
inline constexpr Words attach_title = "Attach as evidence";
inline constexpr Words attach_advice =
    "What the charts show is written as a note into your visit that is under way here. You can change it there.";
inline constexpr Words attach_aspect = "To which aspect";
inline constexpr Words attach_now = "Attach it";
inline constexpr Words attach_not = "Do not attach it";
inline constexpr Words attached = "Attached to the visit as evidence.";
inline constexpr Words may_not_attach = "That visit cannot be written in now. Open it to see how it stands.";

inline constexpr Words compare_schools = "Compare schools";

}  // namespace kitbag::words::outcomes

namespace kitbag::words::comparison {

inline constexpr Words title = "Compare outcomes";
inline constexpr Words open = "Compare outcomes";
inline constexpr Words back_to_outcomes = "Back to the school’s outcomes";
inline constexpr Words choose = "Choose what to compare";
inline constexpr Words year = "Which year";
inline constexpr Words group = "Which pupils";
inline constexpr Words whose = "Whose schools";
inline constexpr Words all_schools = "All schools";
inline constexpr Words order = "In the order of";
inline constexpr Words by_figure = "Figure";
inline constexpr Words by_gap = "Gap";
inline constexpr Words by_name = "Name";
inline constexpr Words figure = "Figure";
inline constexpr Words none = "No outcomes are here yet";
inline constexpr Words none_advice = "They come when you next sync, once the county office has loaded them.";
inline constexpr Words nobody = "No figures to compare";
inline constexpr Words nobody_advice =
    "None of these schools has anything of this measure in this year. Choose another measure, or another year and more "
    "schools under “Choose what to compare”.";

}  // namespace kitbag::words::comparison
