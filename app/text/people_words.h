#pragma once
// The words about people: who holds which post at a school or setting, an adviser's caseload, and the local name of a place
// whose own name Ofsted withholds.

#include <string>
#include <string_view>
#include <vector>

#include "app/text/words.h"
#include "core/visits/post.h"

namespace kitbag {

namespace words {

namespace people {
inline constexpr Words title = "People";
inline constexpr Words none = "Nobody is named here yet.";
inline constexpr Words none_advice = "Add the headteacher, the chair of governors, the adviser or a system leader.";
inline constexpr Words none_advice_in_setting = "Add the adviser, or who leads the setting.";
inline constexpr Words open = "Add or change people";
inline constexpr Words open_to_name = "Give it a local name";
inline constexpr Words written_twice = "Something about the people here was written twice.";
inline constexpr Words look = "Look at both";
inline constexpr Words add = "Add a person";
inline constexpr Words record = "Add this person";
inline constexpr Words recorded = "Recorded on this tablet. It goes to the county with the next sync.";
inline constexpr Words not_now = "Not now";
inline constexpr Words role = "What is this person’s post";
inline constexpr Words name = "Name of the person";
inline constexpr Words name_hint =
    "An adviser of the county by the name they sign in with: then it is in their caseload.";
inline constexpr Words since = "Since when";
inline constexpr Words since_hint = "Leave it empty where nobody knows.";
inline constexpr Words designation = "What kind of system leader";
inline constexpr Words team = "Which early years team";
inline constexpr Words leads = "URN of the school they lead";
inline constexpr Words leads_hint = "It may be in another county. Leave it empty where they lead none.";
inline constexpr Words capacity = "How much they can give";
inline constexpr Words capacity_hint = "For example: two days a month.";
inline constexpr Words no_role = "Choose the person’s post.";
inline constexpr Words name_missing = "A post needs a name. To take somebody off the list, end the post.";
inline constexpr Words bad_leads = "Write the school’s URN, six figures, or leave this empty.";
inline constexpr Words change = "Change";
inline constexpr Words done = "Done";
inline constexpr Words end = "End this";
inline constexpr Words until = "The day it ended";
inline constexpr Words end_now = "End it on this day";
inline constexpr Words no_such_day = "Write the day on which it ended.";
inline constexpr Words ended = "Ended. It stays in the record.";
inline constexpr Words past = "Until some time ago";
inline constexpr Words held_again = "It has not ended";
inline constexpr Words refused = "The county has refused something of this. See “Sending and receiving”.";
inline constexpr Words cannot_write = "Your role does not record people. An adviser can.";
inline constexpr Words local_name_title = "Local name";
inline constexpr Words local_name = "What advisers call this place";
inline constexpr Words local_name_hint =
    "Ofsted does not publish its name. This one is shown instead, on the county’s tablets only. No child’s or parent’s "
    "name.";
}  // namespace people

namespace caseload {
inline constexpr Words mine = "My caseload";
inline constexpr Words add = "Add to my caseload";
inline constexpr Words leave = "Leave my caseload";
inline constexpr Words added = "It is in your caseload now.";
inline constexpr Words left = "It is not in your caseload any more.";
inline constexpr Words how = "To begin each day with your own schools, open one and press “Add to my caseload”.";
inline constexpr Words how_with_settings =
    "To begin each day with your own schools and settings, open one and press “Add to my caseload”.";
inline constexpr Words empty = "Your caseload is empty";
inline constexpr Words empty_advice = "Open a school or setting and press “Add to my caseload”.";
inline constexpr Words show_others = "Show them";
}  // namespace caseload

namespace alliance {
inline constexpr Words title = "Teaching school alliance";
inline constexpr Words leads = "This school leads it";
inline constexpr Words leads_with = "This school leads it, with ";
inline constexpr Words led_by = "Led by ";
inline constexpr Words all = "Teaching school alliances";
inline constexpr Words show = "Show alliances";
inline constexpr Words those_leading = "Led by";
inline constexpr Words those_in_it = "Also in it";
inline constexpr Words elsewhere = "Not in the county’s register";
inline constexpr Words none = "No teaching school alliances are here";
inline constexpr Words none_advice = "They come when you next sync, once the county office has loaded them.";
}  // namespace alliance

namespace schools {
inline constexpr Words title_with_settings = "Schools and settings";
inline constexpr Words back_with_settings = "All schools and settings";
inline constexpr Words team = "Early years team that works there";
inline constexpr Words any_team = "Any team, or none";
}  // namespace schools

}  // namespace words

namespace phrases {
std::string_view name_of(PostRole role);            // "Headteacher"
std::string_view name_of(Team team);                // "Quality team"; "No team" for none.
std::string_view name_of(Designation designation);  // "National Leader of Education"; "" for none.
// "Headteacher · since 1 September 2024". `leads`: the name of the school that they lead, or "".
std::string post_detail(const Post& post, std::string_view leads);
std::string of_person(std::string_view what, std::string_view person);  // "End this: Hal Ford"
// “Fen Edge Alliance” is a teaching school alliance.
std::string alliances_found(const std::vector<std::string>& names);
std::string others_found(std::size_t others, bool with_settings);  // "3 others found in all schools and settings"
}  // namespace phrases

}  // namespace kitbag
