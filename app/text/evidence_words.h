#pragma once
// The unvarying words about searching notes and about photographs. See words.h.

#include "app/text/words.h"

namespace kitbag::words {

namespace search {
inline constexpr Words title = "Search notes";
inline constexpr Words open = "Search notes";
inline constexpr Words open_short = "Search";  // On a phone.
inline constexpr Words field = "Words to look for";
inline constexpr Words hint =
    "The beginning of a word is enough, and all words must be there. Put words in quotes to find them as they stand.";
inline constexpr Words results = "Notes found";
inline constexpr Words before = "Every note on this tablet can be searched";
inline constexpr Words before_advice =
    "Type a word or two. It works with no connection. Answers to a visit’s questions and agreed actions are not "
    "searched.";
inline constexpr Words none_found = "No note has all of these words";
inline constexpr Words none_found_advice = "Try fewer words, or only the beginning of one.";
inline constexpr Words more = "Show more notes";
}  // namespace search

namespace photos {
inline constexpr Words title = "Photographs";
inline constexpr Words add = "Take a photograph";
inline constexpr Words advice = "Of work, displays or rooms. Place, time and camera are taken out of the file.";
inline constexpr Words go_to_county =
    "Pictures are sent to the county after what was written. Until a picture has its receipt it is on this tablet "
    "only.";
inline constexpr Words sending_now = "Sending photographs…";
inline constexpr Words pictures_go = "Sending photographs";
inline constexpr Words picture_comes = "Bringing a photograph";
inline constexpr Words preparing = "Making the photograph smaller…";
inline constexpr Words saved = "The photograph is saved on this tablet.";
inline constexpr Words elsewhere =
    "The picture is not on this tablet yet. It comes from the county, once its own tablet has sent it there.";
inline constexpr Words remove = "Remove this photograph";
inline constexpr Words remove_advice =
    "The picture is deleted from this tablet, and from the county and other tablets when they hear of it. It cannot be "
    "brought back. That it was here, who removed it and why stays in the record.";
inline constexpr Words removed = "The photograph is removed from this tablet.";
inline constexpr Words reason = "Why it is removed";
inline constexpr Words reason_missing = "Write why the photograph is removed.";
inline constexpr Words keep = "Keep it";
inline constexpr Words not_image =
    "That file is not a photograph, so nothing was kept. Take a photograph, or choose a picture.";
inline constexpr Words too_large =
    "That picture is too large for a tablet: more than 50 megapixels or 60 MB. Nothing was kept. Set the camera to a "
    "smaller size and take it again.";
inline constexpr Words cut_short =
    "The end of that picture is missing, so nothing was kept. Take it again, or wait until it has been copied whole.";
inline constexpr Words unreadable =
    "This browser cannot read that picture, so nothing was kept. Set the camera to JPEG (on an iPad: Most Compatible) "
    "and take it again.";
inline constexpr Words was_locked =
    "The tablet was locked before the last photograph was saved, so it was not kept. Take it again.";
inline constexpr Words visit_closed =
    "The visit was completed before the photograph was saved, so it was not kept. Open the visit again and take it "
    "again.";
}  // namespace photos

}  // namespace kitbag::words
