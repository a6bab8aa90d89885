#pragma once
// The words about work without a network: the file for the office, and the answer that comes back. As in words.h: what varies is in
// bundle_phrases.h.

#include "app/text/words.h"

namespace kitbag::words::office_files {

inline constexpr Words title = "Without a connection";
inline constexpr Words what =
    "Where this tablet never gets a connection, what waits on it can go to the county office as a file. Only the "
    "office "
    "can read that file. It gives back another one, with the county’s answers and what others have written since.";
inline constexpr Words make = "Make a file for the office";
inline constexpr Words making = "Making the file…";
inline constexpr Words never = "No file for the office has been made on this tablet yet.";
inline constexpr Words given =
    "The file is among this browser’s downloads. Take it to the county office. What is in it counts as sent when the "
    "office’s answer has been read here.";
inline constexpr Words not_all =
    "One file does not hold all that waits. When the answer to this one has been read, make another.";
inline constexpr Words read = "Read the office’s answer";
inline constexpr Words reading = "Reading the answer…";
inline constexpr Words no_key =
    "Where this tablet never gets a connection, what waits on it could go to the county office as a file. For that the "
    "county first has to make its recovery key: ask the office.";
inline constexpr Words more = "The county has more for this tablet than one file holds: make another for the office.";
inline constexpr Words restored =
    "The county’s records were put back from an older copy. Make another file for the office now: it brings back what "
    "the county lost.";
inline constexpr Words leaving =
    "The county wants this tablet erased and gives it nothing more. Nothing was erased. Take the tablet to the county "
    "office.";

}  // namespace kitbag::words::office_files
