#pragma once
// The unvarying words of a visit's record: read on the screen, in the head's hands and on paper. See words.h.

#include "app/text/visit_words.h"
#include "app/text/words.h"

namespace kitbag::words {

namespace record {
// Sections, in reading order.
inline constexpr Words about = "About this visit";
inline constexpr Words other_questions = "Other questions";
inline constexpr Words aspects = "Aspects";
inline constexpr Words other_evidence = "Other evidence";
inline constexpr Words strengths = "Strengths";
inline constexpr Words developments = "Areas for development";
inline constexpr Words actions = "What was agreed";
inline constexpr Words photos = "Photographs";
inline constexpr Words strength = "Strength";
inline constexpr Words development = "Area for development";
inline constexpr Words action = "Agreed action";
inline constexpr Words photo = "Photograph";
inline constexpr Words whole = "The record as a whole";
inline constexpr Words gone_part = "A part that is not in the record any more";
// About the visit.
inline constexpr Words date = "Date of the visit";
inline constexpr Words present = "Who was there";
inline constexpr Words governance = "Who answered for the school then";
// About evidence, actions and photographs.
inline constexpr Words source = "Where it comes from";
inline constexpr Words groups = "Pupil groups";
inline constexpr Words supports = "Category it supports";
inline constexpr Words said_by = "Said by";
inline constexpr Words written = "Written";
inline constexpr Words about_aspect = "Aspect";
inline constexpr Words owner = "Who does it";
inline constexpr Words due = "By when";
inline constexpr Words stands = "How it stands";
inline constexpr Words outcome = "What came of it";
inline constexpr Words taken = "Taken";
inline constexpr Words removed = "Picture removed";
inline constexpr Words action_open = "Open";
inline constexpr Words action_done = "Done";
inline constexpr Words action_dropped = "Dropped";
// The life of a visit.
inline constexpr Words state = "How the visit stands";
inline constexpr Words planned = "Planned";
inline constexpr Words under_way = "Under way";
inline constexpr Words completed = "Completed";
inline constexpr Words shared = "Shared with the head";
inline constexpr Words locked = "Locked";
inline constexpr Words cancelled = "Cancelled";
inline constexpr Words did_not_happen = "Did not happen";
inline constexpr Words history = "What happened to this visit";
inline constexpr Words next = "What can be done now";
inline constexpr Words nothing_to_do = "Nothing can be done by you with this visit as it stands.";
inline constexpr Words go_on_writing = "Go on writing";
inline constexpr Words start = "Start this visit";
inline constexpr Words complete = "Complete this visit";
inline constexpr Words share = "Mark it as shared with the head";
inline constexpr Words share_advice = "For a record that was left on paper or sent.";
inline constexpr Words hand_over = "Hand the tablet to the head";
inline constexpr Words hand_over_advice =
    "The head sees this record and nothing else, and signs by name. Your passphrase brings you back.";
inline constexpr Words lock_it = "Lock the record";
inline constexpr Words lock_advice = "Afterwards nothing in it is altered: it can only be amended, with a reason.";
inline constexpr Words open_again = "Open it again";
inline constexpr Words cancel_visit = "Cancel this visit";
inline constexpr Words it_did_not_happen = "It did not happen";
inline constexpr Words plan_again = "Plan it again";
inline constexpr Words why_open_again = "Why it is opened again";
inline constexpr Words why_cancel = "Why it is cancelled";
inline constexpr Words why_not_happen = "Why it did not happen";
inline constexpr Words why_plan_again = "Why it is planned again";
inline constexpr Words why_lock = "Why it is locked without the head’s answer";
inline constexpr Words head_unsigned =
    "The head began to write and has not signed. Hand the tablet over again, or agree with the head to empty what was "
    "written there; then lock the record.";
inline constexpr Words part_refused =
    "The county has refused part of this visit, and a locked record takes nothing more. Settle that under Sending and "
    "receiving first.";
inline constexpr Words leave_it = "Leave it as it is";
inline constexpr Words recorded = "Recorded on this tablet.";
// The head's answer, and amendments.
inline constexpr Words answers = "What the head answered";
inline constexpr Words no_answer = "The head has not answered yet.";
inline constexpr Words changed_since = "The record was changed after this was signed.";
inline constexpr Words refused_by_county = "The county did not take this:";
inline constexpr Words not_right = "Not right, in the head’s words";
inline constexpr Words amendments = "Amendments";
inline constexpr Words amend_whole = "Amend the record as a whole";
inline constexpr Words amend = "Amend";
inline constexpr Words amend_text = "What it should say";
inline constexpr Words amend_why = "Why it is amended";
inline constexpr Words amend_button = "Record the amendment";
inline constexpr Words why = "Why";
// Paper and files.
inline constexpr Words paper = "On paper and as a file";
inline constexpr Words paper_advice = "Works with no connection.";
inline constexpr Words print = "Print this record";
inline constexpr Words save_page = "Save it as a page (HTML)";
inline constexpr Words save_json = "Save it as a file (JSON)";
inline constexpr Words file_saved = "The file is with what this browser has downloaded.";
inline constexpr Words school = "School";
inline constexpr Words item = "Item";
inline constexpr Words said = "What was recorded";
inline constexpr Words overview = "Judgements by aspect";
inline constexpr Words judged = "Judged";
inline constexpr Words agreed = "Action";
inline constexpr Words signatures = "Signatures";
inline constexpr Words name = "Name";
inline constexpr Words post = "Post";
inline constexpr Words signature = "Signature";
inline constexpr Words signed_on = "Date";
inline constexpr Words head = "Headteacher";
}  // namespace record

namespace hand_over {
inline constexpr Words title = "Please read this record";
inline constexpr Words how =
    "Read what was recorded of this visit. Where something is not right, say so in your own words beside it. What you "
    "write and the record are both kept. At the end, sign with your name.";
inline constexpr Words not_right = "Something here is not right";
inline constexpr Words words_label = "What is not right, in your own words";
inline constexpr Words is_right = "This is right after all";
inline constexpr Words whole = "Something else";
inline constexpr Words whole_advice = "If something is missing, or is not right anywhere else, say so here.";
inline constexpr Words sign = "Sign";
inline constexpr Words name = "Your name";
inline constexpr Words post = "Your post";
inline constexpr Words post_hint = "For example: headteacher.";
inline constexpr Words accurate = "This record is accurate";
inline constexpr Words accurate_advice = "You have marked nothing as not right.";
inline constexpr Words disputed = "Sign with what is not right";
inline constexpr Words thanks = "Thank you";
inline constexpr Words thanks_signed = "What you signed is kept with the record.";
inline constexpr Words give_back = "For the adviser: take the tablet back";
inline constexpr Words passphrase = "Passphrase of the adviser";
inline constexpr Words take_back = "Take the tablet back";
inline constexpr Words checking = "Checking…";
inline constexpr Words no_name = "Write your name.";
inline constexpr Words not_shared =
    "This record was locked or opened again on another tablet meanwhile. What you wrote is kept here: give the tablet "
    "back and ask the adviser.";
inline constexpr Words no_post = "Write your post.";
inline constexpr Words does_not_fit =
    "What was chosen does not fit what was marked as not right. Look through the record again, then sign.";
inline constexpr Words nothing_recorded = "Nothing was recorded here.";
}  // namespace hand_over

}  // namespace kitbag::words
