#pragma once
// What "Search notes" shows.

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/text.h"

namespace kitbag {

struct FoundNoteRow {
    std::string note;
    std::string visit;
    std::string urn;
    std::string school;
    std::string detail;  // "23 November 2026 · Keeping in Touch visit by Ada Marsh · Quality of teaching"
    std::string excerpt;
    std::vector<TextRange> found;  // In the excerpt.
    bool can_write = false;        // Its visit opens to be written on, others to be read.
};

struct SearchModel {
    std::string text;  // What was searched for, so that the field keeps it when the screen is seen again.
    std::vector<FoundNoteRow> rows;
    std::string count_line;  // "50 of 1,204 notes, newest first"; "" before anything was searched for.
    bool searched = false;   // There was a word to look for.
    bool more = false;
    std::string trouble;  // Why the notes could not be searched, or "".
};

}  // namespace kitbag
