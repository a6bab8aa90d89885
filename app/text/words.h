#pragma once
// Every word on the screen that never varies. British English, plain, in the county's own vocabulary; a sentence says
// what to do next. What depends on a number, a name or a date is in phrases.h.

#include <string_view>

namespace kitbag::words {

using Words = std::string_view;

inline constexpr Words app_name = "Kitbag";

namespace common {
inline constexpr Words separator = " · ";
inline constexpr Words back_to_schools = "All schools";
inline constexpr Words back_to_board = "Back to the board";
inline constexpr Words back_to_school = "Back to the school";
inline constexpr Words back_to_visit = "Back to the visit";
inline constexpr Words back_to_record = "Back to the record";
inline constexpr Words search = "Search";
inline constexpr Words cancel = "Go back to the visit";
inline constexpr Words show_it = "Show it";
inline constexpr Words close = "Close";
inline constexpr Words just_done = "Just done";
inline constexpr Words close_news = "Close this news";
inline constexpr Words news = "News";
inline constexpr Words lock = "Lock this tablet";
inline constexpr Words unknown_date = "No date yet";
inline constexpr Words not_written = "Nothing written";
inline constexpr Words another_adviser = "another adviser";
}  // namespace common

namespace set_up {
inline constexpr Words title = "Set up this tablet";
inline constexpr Words introduction =
    "You need this once, with a connection. Afterwards Kitbag works anywhere, with no signal at all.";
inline constexpr Words name = "Your name";
inline constexpr Words name_hint = "As it should stand on your visit records.";
inline constexpr Words code = "Enrolment code";
inline constexpr Words code_hint = "From the county office, for example KTB-7Q4MX-2PDRT. It works once.";
inline constexpr Words passphrase = "Choose a passphrase";
inline constexpr Words passphrase_hint =
    "At least 8 characters. Three or four words that you will remember are best. It never leaves this tablet: nobody "
    "can tell you what it was, so keep it safe.";
inline constexpr Words again = "The passphrase once more";
inline constexpr Words button = "Set up this tablet";
inline constexpr Words name_missing = "Write your name.";
inline constexpr Words name_long = "That is too long. Write your name in at most 100 characters.";
inline constexpr Words code_missing = "Write the enrolment code that the county office gave you.";
inline constexpr Words again_differs = "The two passphrases are not the same. Write the same one twice.";
inline constexpr Words unfinished =
    "Setting up this tablet was interrupted before the county’s answer was kept. Ask the county office for another "
    "enrolment code and go on here.";
inline constexpr Words asking = "Asking the county’s server…";
inline constexpr Words locking = "Making the key that locks this tablet…";
inline constexpr Words fetching = "Bringing the county’s schools and criteria to this tablet…";
inline constexpr Words unreachable =
    "The county’s server cannot be reached. Check the connection and try again. Nothing has been changed.";
inline constexpr Words not_ours =
    "Something answered, but it is not the county’s server. On a public network, sign in to it first, then try again. "
    "Nothing has been changed.";
}  // namespace set_up

namespace enrol_again {
inline constexpr Words title = "Enrol this tablet again";
inline constexpr Words button = "Enrol this tablet again";
inline constexpr Words done = "This tablet is the county’s again. What was waiting is being sent.";
inline constexpr Words another_person =
    "The county’s answer is for another person, so nothing on this tablet was changed. Tell your county officer whose "
    "tablet this is, and ask for another code.";
}  // namespace enrol_again

namespace unlock {
inline constexpr Words title = "Unlock Kitbag";
inline constexpr Words introduction = "Your passphrase opens what is kept on this tablet. No connection is needed.";
inline constexpr Words passphrase = "Passphrase";
inline constexpr Words button = "Unlock";
inline constexpr Words missing = "Write your passphrase.";
inline constexpr Words opening = "Opening…";
}  // namespace unlock

namespace schools {
inline constexpr Words title = "Schools";
inline constexpr Words search = "Find a school";
inline constexpr Words search_or_setting = "Find a school or setting";
inline constexpr Words search_hint = "Part of its name, place, trust, adviser or team, or its URN";
inline constexpr Words which = "Which are listed";
inline constexpr Words all = "All";
inline constexpr Words only_schools = "Schools only";
inline constexpr Words only_settings = "Early years";
inline constexpr Words only_childminders = "Childminders";
inline constexpr Words narrow = "Narrow the list";
inline constexpr Words category = "Category of the school, or of its EYFS";
inline constexpr Words any_category = "Any, or none";
inline constexpr Words not_categorised = "Not categorised yet";
inline constexpr Words due = "Overdue";
inline constexpr Words due_or_not = "Whether or not anything is overdue";
inline constexpr Words overdue = "A planned visit or an agreed action is overdue";
inline constexpr Words drop = "Drop these conditions";
inline constexpr Words none_meets_advice = "Drop the conditions above, or choose others.";
inline constexpr Words none_found = "No school matches";
inline constexpr Words none_found_advice = "Try fewer letters, or its URN.";
inline constexpr Words none_yet = "The schools have not arrived yet";
inline constexpr Words none_yet_advice =
    "They come from the county’s server. Find a connection, then press Sync now. It takes a few seconds.";
inline constexpr Words under_way = "Visit under way";
inline constexpr Words choose_one = "Choose a school";
inline constexpr Words choose_one_advice = "Its facts and its visits are shown here.";
}  // namespace schools

namespace kind {
inline constexpr Words nursery = "Nursery";
inline constexpr Words primary = "Primary";
inline constexpr Words secondary = "Secondary";
inline constexpr Words all_through = "All-through";
inline constexpr Words post_16 = "Post-16";
inline constexpr Words special = "Special";
inline constexpr Words alternative_provision = "Alternative provision";
inline constexpr Words group_setting = "Nursery, pre-school or club";
inline constexpr Words home_setting = "Childcare in a home";
inline constexpr Words childminder = "Childminder";
inline constexpr Words home_childcarer = "Nanny";
inline constexpr Words childrens_centre = "Children’s centre";
inline constexpr Words maintained = "Maintained by the county";
inline constexpr Words academy = "Academy";
inline constexpr Words free_school = "Free school";
}  // namespace kind

// What is published of an early years setting: of most by Ofsted, of a children's centre by the Department for Education.
namespace setting {
inline constexpr Words facts = "About the setting";
inline constexpr Words name = "Name";
inline constexpr Words name_withheld = "Ofsted does not publish the name and address of this setting.";
inline constexpr Words registers = "Registers";
inline constexpr Words early_years_register = "Early Years Register";
inline constexpr Words compulsory_register = "Childcare Register, compulsory part";
inline constexpr Words voluntary_register = "Childcare Register, voluntary part";
inline constexpr Words places = "Places";
inline constexpr Words registered_person = "Registered person, Ofsted’s number";
inline constexpr Words registered_since = "Registered since";
inline constexpr Words open_since = "Open since";
inline constexpr Words town = "Town";
inline constexpr Words status = "Status";
inline constexpr Words area = "Constituency";
inline constexpr Words deprivation = "Deprivation of the area";
inline constexpr Words no_criteria =
    "The county’s criteria are for schools. A visit here is notes, questions and actions; no category is suggested.";
}  // namespace setting

namespace inspection {
inline constexpr Words title = "Inspections";
inline constexpr Words source =
    "As Ofsted published them, by the framework of their day. Grades of two frameworks cannot be compared.";
inline constexpr Words full = "Full inspection";
inline constexpr Words no_children = "No children on roll";
inline constexpr Words childcare_register = "Childcare Register";
inline constexpr Words ungraded = "Ungraded inspection";
inline constexpr Words before_2015 = "Framework until August 2015";
inline constexpr Words common = "Common inspection framework";
inline constexpr Words education = "Education inspection framework";
inline constexpr Words renewed = "Renewed framework, since November 2025";
}  // namespace inspection

namespace school {
inline constexpr Words facts = "About the school";
inline constexpr Words visits = "Visits";
inline constexpr Words no_visits = "No visits yet";
inline constexpr Words no_visits_advice =
    "Start a Keeping in Touch visit when you arrive. It works with no connection.";
inline constexpr Words write_now = "Write notes now";
inline constexpr Words write_now_advice =
    "In the visit under way or planned for today; if there is none, in a new one.";
inline constexpr Words start_advice = "Always a new visit, also when one is under way.";
inline constexpr Words another_kind = "Visit";
inline constexpr Words which_criteria = "Which criteria is this visit about?";
inline constexpr Words which_criteria_advice =
    "More than one set of criteria fits this school, and a visit goes by one of them.";
inline constexpr Words keeping_in_touch = "Keeping in Touch visit";
inline constexpr Words under_way = "Under way";
inline constexpr Words completed = "Completed";
inline constexpr Words no_criteria = "The county’s criteria have not arrived yet";
inline constexpr Words no_criteria_advice = "Find a connection and press Sync now; then a visit can start.";
inline constexpr Words elsewhere = "These records do not come to this tablet";
inline constexpr Words elsewhere_advice =
    "The county brings it those of your own schools and settings. To have these, press “Add to my caseload” and sync. "
    "What you write here is kept and sent all the same.";
inline constexpr Words missing = "This school is not on this tablet";
inline constexpr Words missing_advice = "Go back to all schools and search again.";
inline constexpr Words urn = "URN";
inline constexpr Words former_urn = "URN before it converted";
inline constexpr Words kind = "Kind";
inline constexpr Words type = "Type";
inline constexpr Words governance = "Governance";
inline constexpr Words trust = "Trust";
inline constexpr Words district = "District";
inline constexpr Words pupils = "Pupils";
inline constexpr Words ages = "Ages";
inline constexpr Words postcode = "Postcode";
}  // namespace school

namespace suggestion {
inline constexpr Words suggests = "The record suggests";
inline constexpr Words title = "Suggested category";
inline constexpr Words none = "No suggestion yet";
inline constexpr Words none_advice = "Choose a description for at least one aspect and a suggestion appears here.";
inline constexpr Words show_reasons = "Why this suggestion";
inline constexpr Words why = "Why";  // The same, where there is little room.
inline constexpr Words hide_reasons = "Hide the reasons";
inline constexpr Words decided_by = "What decides it";
inline constexpr Words definitions = "What the definition of a category settles";
inline constexpr Words not_evidenced = "Not judged yet";
inline constexpr Words would_change = "What would alter it";
inline constexpr Words how_made = "How the suggestion is made";
inline constexpr Words rule =
    "Each aspect judged counts once; one that does not apply here is not counted. More than half Green suggests Green. "
    "Half or more Red suggests Red. Anything else suggests Amber. So a tie goes to the more serious category. Last "
    "comes what a category means by its definition, and that can only make the suggestion more serious. The strategy "
    "asks for a best fit and does not say how to find it; this way was chosen because it can be checked by counting.";
inline constexpr Words change_meant =
    "A change is one aspect judged otherwise, judged for the first time, or marked as not applicable.";
inline constexpr Words persons_decision =
    "The category is a person’s decision. This is a suggestion by best fit: a school need not meet every description "
    "of a category to belong to it.";
}  // namespace suggestion

namespace record {
inline constexpr Words title = "Visit record";
inline constexpr Words written_by = "Adviser";
inline constexpr Words no_evidence = "No evidence was written for this aspect.";
inline constexpr Words criteria = "Criteria";
inline constexpr Words on_this_tablet = "On this tablet only";
inline constexpr Words from_county = "Brought from the county";
inline constexpr Words partly_refused = "Part of it was refused by the county";
inline constexpr Words still_under_way = "This visit is still under way: more may be written.";
inline constexpr Words refused = "The county’s server refused part of this visit. Sending and receiving says why.";
}  // namespace record

namespace sending {
inline constexpr Words title = "Sending and receiving";
inline constexpr Words open = "Sending and receiving";
inline constexpr Words open_short = "Sending";  // On a phone.
inline constexpr Words band = "Sync";
inline constexpr Words see_why = "See why";
inline constexpr Words sync_now = "Sync now";
inline constexpr Words all_received = "Everything is received by the county";
inline constexpr Words nothing_yet = "Nothing has been written on this tablet yet";
inline constexpr Words sending_now = "Sending…";
inline constexpr Words receiving_now = "Receiving…";
inline constexpr Words schools_come = "Bringing the schools and the criteria to this tablet";
inline constexpr Words changes_go = "Sending what was written on this tablet";
inline constexpr Words changes_come = "Receiving what others wrote";
inline constexpr Words stop = "Stop";
inline constexpr Words stopping = "Stopping after what is on its way now…";
inline constexpr Words never = "This tablet has not been in touch with the county since it was set up.";
inline constexpr Words waiting = "Waiting to be sent";
inline constexpr Words none_waiting = "Nothing is waiting.";
inline constexpr Words received = "Received by the county";
inline constexpr Words none_received =
    "No visit from this tablet has been received yet. Complete one, then press Sync now.";
inline constexpr Words refused = "Refused by the county";
inline constexpr Words none_refused = "Nothing has been refused.";
inline constexpr Words try_again = "Try again";
inline constexpr Words refused_kept = "It is kept on this tablet and holds up nothing else.";
inline constexpr Words put_aside = "Put aside";
inline constexpr Words are_put_aside = "Put aside";
inline constexpr Words put_aside_kept =
    "The county has refused these, and you have put them aside. They stay on this tablet.";
inline constexpr Words take_up = "Take it up again";
}  // namespace sending

namespace trouble {
inline constexpr Words storage_full =
    "This tablet is full, so what you type cannot be saved. It is still on the screen. Delete photos or apps you no "
    "longer need; Kitbag tries again by itself.";
inline constexpr Words storage_lost =
    "The tablet has taken away Kitbag’s storage, so what you type cannot be saved. It is still on the screen: copy it "
    "somewhere safe, then close Kitbag and open it again.";
inline constexpr Words band = "What this browser keeps";
inline constexpr Words may_be_cleared = "This browser may clear unsent visits.";
inline constexpr Words may_go_at_close =
    "This browser has not promised to keep what you write. In a private or incognito window all of it is cleared when "
    "the window is closed: set Kitbag up in an ordinary window, best from the home screen.";
inline constexpr Words what_to_do = "What to do";
inline constexpr Words hide_today = "Do not remind me today";
inline constexpr Words not_persistent =
    "This browser has not promised to keep what you write: when the tablet is short of room, it may clear what has not "
    "been sent to the county. Add Kitbag to the home screen, and sync whenever there is a connection.";
inline constexpr Words damaged =
    "Part of what is stored on this tablet is damaged. Press Sync now, so that the county has what can still be read; "
    "then lock the tablet and recover what can be read.";
inline constexpr Words lock_damaged = "Lock and recover";
inline constexpr Words almost_full =
    "This tablet has almost no room left. Delete photos or apps you no longer need before you go on.";
inline constexpr Words room_is_short = "This tablet is running short of room.";
inline constexpr Words make_room = "Delete photos or apps you no longer need, so that Kitbag can go on saving.";
inline constexpr Words save_unsaved = "Save what is not saved to a file";
inline constexpr Words unsaved_file = "Written in Kitbag and not saved there when this file was made.";
inline constexpr Words save_failed =
    "What you typed could not be saved. It is still on the screen: copy it somewhere safe.";
}  // namespace trouble

}  // namespace kitbag::words
