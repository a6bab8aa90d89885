#pragma once
// Sentences about searching notes and about photographs that depend on a number, a name or a time. See phrases.h.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag::phrases {

// "1 note", "50 of 1204 notes, newest first".
std::string notes_found(std::size_t shown, std::size_t all);

std::string photo_name(std::size_t number, std::size_t all, std::string_view caption);  // "Photograph 1 of 2: Spelling"
std::string look_at_photo(std::string_view name);                                       // "Look at photograph 1 of 2"
std::string caption_of_photo(std::size_t number, std::size_t all);  // "What photograph 1 of 2 shows"
std::string photo_taken(std::string_view by, Instant at);           // "By Ada Marsh, 23 November 2026, 14:02"
std::string photo_removed(std::string_view by, Instant at, std::string_view reason);

std::string pictures_wait(std::size_t pictures);                // "2 photographs on this tablet wait to be sent"
std::string pictures_wait_offline(std::size_t pictures);        // "No connection: 2 photographs wait safely …"
std::string pictures_stopped(std::size_t pictures);             // "Stopped; 2 photographs still wait"
std::string megabytes_of(std::int64_t done, std::int64_t all);  // "0.3 of 1.4 MB"

// Why a photograph was not kept, from the code that the page or the store gave.
std::string photo_trouble(std::string_view code);

}  // namespace kitbag::phrases
