#pragma once
// Free-text search over every note on this device, with no connection: the words looked for, what was found, newest visit
// first, and where in each note the words stand. It reads the index that migration 0005 keeps in step with the notes, and
// only that: answers to a visit's questions, and actions, are not searched.
//
//   typed = {word | '"' words '"'}      each word begins a word of the note; what stands in quotes stands so in the note.
//
// All of them must be there. Case, and the accents of Latin letters, do not matter; nothing else that is typed has a meaning. A script that puts
// no spaces between words is found from the beginning of a run of its letters.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"

namespace kitbag {

inline constexpr int found_notes_page = 50;
inline constexpr std::size_t searched_words_max = 32;  // What is typed after these is not looked for.

struct FoundNote {
    Id note;
    std::string aspect;  // "" for none.
    Id by;               // Who wrote it: where that was not kept, whose visit it was.
    Id visit;
    std::string urn;
    std::string visit_kind;
    std::string templates_version;
    std::string framework;
    std::string framework_version;
    std::optional<Date> date;
    VisitStatus status = VisitStatus::under_way;
    Id adviser;                    // Whose visit it is.
    std::string excerpt;           // Some words before and after what was found, on one line.
    std::vector<TextRange> found;  // In the excerpt: ascending, never touching each other, never empty.
};

struct FoundNotes {
    std::vector<FoundNote> notes;
    std::size_t all = 0;  // How many there are, shown or not.
};

class NoteSearch {
  public:
    explicit NoteSearch(Database& database) : database_(database) {}

    // The first `count` that have everything typed. Nothing typed finds nothing.
    Result<FoundNotes> find(std::string_view typed, std::size_t count = found_notes_page) const;

    // Brings the index a step nearer to one piece, so that searching stays quick. True: there may be more to do.
    Result<bool> tidy();

  private:
    Result<std::vector<std::int64_t>> rows_that_match(std::string_view expression) const;
    Result<std::vector<std::int64_t>> newest(std::string_view expression, const std::vector<std::int64_t>& rows,
                                             std::size_t count) const;
    Result<void> read_note(std::int64_t row, FoundNotes& found, std::vector<std::string>& texts) const;
    Result<void> add_excerpts(std::string_view expression, const std::vector<std::int64_t>& rows,
                              const std::vector<std::string>& texts, FoundNotes& found) const;

    Database& database_;
};

// What was typed, as SQLite's FTS5 is asked it; "" when there is no word in it.
std::string match_expression(std::string_view typed);

}  // namespace kitbag
