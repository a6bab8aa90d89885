#pragma once
// The words about passphrases and locking that never vary: see words.h.

#include "app/text/words.h"

namespace kitbag::words {

namespace forgotten {
inline constexpr Words open = "I have forgotten my passphrase";
inline constexpr Words title = "A forgotten passphrase";
inline constexpr Words back = "Back to the passphrase";
inline constexpr Words introduction =
    "Nobody can tell you what your passphrase was. But your county’s office can help you to a new one, and nothing on "
    "this tablet is lost. It needs no connection here.";
inline constexpr Words step_ask =
    "Make a request here and send it to the office, as a message or as a file. Only the office can read it.";
inline constexpr Words step_sure = "The office must be sure that it is you who asks: ring them, or go there.";
inline constexpr Words step_answer =
    "The office sends you an answer. It works on this tablet only, and you choose a new passphrase with it.";
inline constexpr Words make = "Make the request";
inline constexpr Words impossible =
    "This tablet cannot be opened without its passphrase: your county had made no recovery key when it last synced. "
    "Nothing is removed, and the passphrase still opens it if you remember it. What the county has received is safe "
    "there. Ask the office what to do.";
inline constexpr Words request = "Your request";
inline constexpr Words request_hint =
    "Copy all of it, from KITBAG-REQUEST to its last letter, and send it to the office. Until it is answered it stays "
    "here, also when Kitbag is closed.";
inline constexpr Words save = "Save the request as a file";
inline constexpr Words file_saved = "The request is saved as a file.";
inline constexpr Words file_name = "Kitbag request for a new passphrase.txt";
inline constexpr Words file_head =
    "An adviser has forgotten the passphrase of a tablet. To the county’s office: be sure who sends this, then answer "
    "it with kitbag_server recover.";
inline constexpr Words answered = "When the office has answered";
inline constexpr Words answer = "The office’s answer";
inline constexpr Words answer_hint = "All of it, from KITBAG-ANSWER to its last letter. Line breaks do not matter.";
inline constexpr Words answer_missing = "Write the answer that the office sent you.";
inline constexpr Words passphrase = "Choose a new passphrase";
inline constexpr Words again = "The new passphrase once more";
inline constexpr Words button = "Open with the new passphrase";
inline constexpr Words give_up = "Give up this request";
inline constexpr Words give_up_advice = "An answer to it will not work any more.";
inline constexpr Words done = "Your new passphrase opens this tablet from now on.";
}  // namespace forgotten

namespace passphrase {
inline constexpr Words this_tablet = "This tablet";
inline constexpr Words open = "Change the passphrase";
inline constexpr Words title = "Change the passphrase of this tablet";
inline constexpr Words advice = "What is stored stays as it is; only what opens it changes.";
inline constexpr Words old = "The present passphrase";
inline constexpr Words old_missing = "Write the passphrase that opens this tablet now.";
inline constexpr Words fresh = "The new passphrase";
inline constexpr Words again = "The new passphrase once more";
inline constexpr Words button = "Change it";
inline constexpr Words keep = "Keep the present one";
inline constexpr Words changing = "Making the new lock…";
inline constexpr Words changed = "The passphrase is changed.";
}  // namespace passphrase

namespace lock {
inline constexpr Words by_itself =
    "This tablet was left alone for a while, so Kitbag locked it. What you wrote is kept, and you come back to where "
    "you "
    "were.";
inline constexpr Words from_head =
    "This tablet was left alone for a while, so Kitbag locked it. What the head wrote is kept. Give the tablet to its "
    "adviser.";
}  // namespace lock

}  // namespace kitbag::words
