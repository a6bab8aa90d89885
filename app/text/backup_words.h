#pragma once
// The words about backups, about putting one back, and about the several stores of one tablet. As in words.h: what varies is in
// backup_phrases.h.

#include "app/text/words.h"

namespace kitbag::words::backup {

inline constexpr Words title = "Backup";
inline constexpr Words what =
    "A backup is one file with everything on this tablet: visits, notes, photographs, and what you are still typing. "
    "It is "
    "encrypted as this tablet is, and opens with the passphrase that this tablet has now. Keep a copy of it away from "
    "this "
    "tablet.";
inline constexpr Words make = "Save a backup file";
inline constexpr Words making = "Making the backup…";
inline constexpr Words never = "No backup has been made on this tablet yet.";
inline constexpr Words given =
    "The backup file is among this browser’s downloads. Move a copy of it away from this tablet.";

}  // namespace kitbag::words::backup

namespace kitbag::words::restore {

inline constexpr Words open = "I have a backup file";
inline constexpr Words title = "Put back a backup";
inline constexpr Words back = "Back";
inline constexpr Words introduction =
    "Kitbag checks the file before it does anything with it, and puts it into a store of its own. What is on this "
    "tablet "
    "already stays as it is.";
inline constexpr Words choose = "Choose the backup file";
inline constexpr Words checking = "Checking the file…";
inline constexpr Words passphrase = "Passphrase of the backup";
inline constexpr Words passphrase_hint = "The one that the tablet had when the backup was made.";
inline constexpr Words button = "Put it back";
inline constexpr Words putting_back = "Putting it back…";
inline constexpr Words locked_advice =
    "If nobody remembers the passphrase, the file can still be put back as it is: locked, until the county office "
    "helps to "
    "open it.";
inline constexpr Words locked = "Put it back locked";
inline constexpr Words done =
    "The backup has been put back. What the county has received since comes with the next sync.";

}  // namespace kitbag::words::restore

namespace kitbag::words::stores {

inline constexpr Words who = "Who is using this tablet?";
inline constexpr Words no_name = "An adviser";
inline constexpr Words another = "Set up for another adviser";
inline constexpr Words no_room =
    "This tablet keeps as many stores as it can. For another adviser, or to put back a backup, use another tablet.";
inline constexpr Words damaged = "This store cannot be read";
inline constexpr Words partly_damaged = "Part of this store cannot be read";
inline constexpr Words recover_what =
    "Kitbag can look for what can still be read, put it into a new store of the same adviser, and go on there. This "
    "one is "
    "then set aside as it is. Write its passphrase above, then press:";
inline constexpr Words recover = "Recover what can be read";
inline constexpr Words recovering = "Recovering what can be read…";
inline constexpr Words damaged_what =
    "What the county has received is safe there. Nothing of this store was changed or removed: save it as a file for "
    "the "
    "county office, which may be able to read more of it.";
inline constexpr Words save_damaged = "Save it as a file for the office";
inline constexpr Words damaged_next =
    "To go on working, set this store aside. It stays on this tablet. Then put back a backup, or set up anew with a "
    "code from "
    "the county office: what the county has comes back.";
inline constexpr Words go_on_without = "Set it aside and go on";
inline constexpr Words set_aside = "Set aside";
inline constexpr Words set_aside_kept = "These stores could not be read. They are kept as they were found.";
inline constexpr Words save = "Save as a file";
inline constexpr Words use_again = "Try to open it again";
inline constexpr Words remove_after_saving = "Once it has been saved as a file, it can be removed from this tablet.";
inline constexpr Words remove = "Remove it from this tablet";
inline constexpr Words remove_what =
    "What was written in this store and never sent to the county is then only in the file that you saved. Look first "
    "whether that file is where you keep it. Removing the store cannot be taken back.";
inline constexpr Words remove_now = "Remove it for good";
inline constexpr Words keep = "Keep it";
inline constexpr Words erased_read = "I have read this";
inline constexpr Words removed = "The store has been removed from this tablet.";

}  // namespace kitbag::words::stores
