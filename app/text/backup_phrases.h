#pragma once
// Sentences about backups and stores that depend on a name, a number or a time. Pure.

#include <string>
#include <string_view>

#include "core/base/time.h"
#include "sync/change_log/salvage.h"

namespace kitbag::phrases {

std::string last_backup(Instant utc);       // "Last made: 23 November 2026, 14:02."
std::string backup_file_name(Instant utc);  // "Kitbag backup 2026-11-23 14.02.kitbag"

std::string as_found_file_name(Instant utc);  // "Kitbag store as found 2026-11-23 14.02.kitbag"
std::string backup_about(std::string_view county,
                         Instant utc);  // "A backup from Wendshire, made 23 November 2026, 14:02."
std::string numbered_store(std::string_view name, int number);  // "Ada Marsh, store 2"
std::string put_back_from(Instant utc);                         // "From the backup of 23 November 2026, 14:02"
std::string set_aside(std::string_view name, Instant utc);      // "Ada Marsh, set aside 23 November 2026, 14:02"
std::string save_as_found(std::string_view title);              // "Save as a file: Ada Marsh, set aside …"
std::string use_again(std::string_view title);                  // "Try to open it again: Ada Marsh, set aside …"

std::string remove_store(std::string_view title);  // "Remove it from this tablet: Ada Marsh, set aside …"
std::string saved_as_found(Instant utc);           // "Saved as a file 23 November 2026, 14:02."

// Of a store that the county had erased.
struct ErasedNews {
    Instant at = 0;     // When, in UTC.
    int texts = 0;      // That were typed into forms and never recorded.
    bool told = false;  // The county knows that it is done.
    bool alone = true;  // There was no other store on the tablet.
};
std::string erased(const ErasedNews& news);  // "The county had this tablet erased on 23 November 2026, 14:02. …"

// "What could be read is in this new store: 214 changes, 31 of them not sent to the county before, and 3 photographs. …"
std::string salvaged(const Salvaged& told);

}  // namespace kitbag::phrases
