#include "core/storage/note_search.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

constexpr std::size_t sorted_rows_max = 500;    // More than these are not sorted: the visits are gone through instead.
constexpr std::size_t excerpt_bytes_max = 600;  // For a text without spaces, which is one word to FTS5.
constexpr std::size_t excerpt_bytes_before = 80;  // Of those, before the first word found.
constexpr int excerpt_words = 40;
constexpr std::string_view ellipsis = "…";

bool is_separator(char letter) {
    return static_cast<unsigned char>(letter) <= ' ' || letter == '\x7f';  // Spaces, line ends, control characters.
}

// The straight quote and the two that tablets type by themselves.
std::size_t quote_at(std::string_view text) {
    for (const std::string_view quote : {std::string_view("\""), std::string_view("“"), std::string_view("”")}) {
        if (text.starts_with(quote)) return quote.size();
    }
    return 0;
}

// A string of FTS5: nothing in it has a meaning.
void add_phrase(std::string& expression, std::string_view words, bool begins_only) {
    if (!expression.empty()) expression += ' ';
    expression += '"';
    for (const char letter : words) expression += is_separator(letter) ? ' ' : letter;
    expression += begins_only ? "\" *" : "\"";
}

// One letter begins too many words to be of use, so it is looked for as a word by itself.
bool is_one_letter(std::string_view word) {
    return word.size() == 1;
}

// Two texts that none of `texts` holds, so that what they enclose is known for certain.
struct Markers {
    std::string open, close;
};

Markers markers_for(const std::vector<std::string>& texts) {
    Markers markers;
    bool held = true;
    for (int attempt = 0; held; ++attempt) {
        markers.open = "\x01" + std::to_string(attempt) + "\x02";
        markers.close = "\x01" + std::to_string(attempt) + "\x03";
        held = std::ranges::any_of(texts, [&](const std::string& text) {
            return text.contains(markers.open) || text.contains(markers.close);
        });
    }
    return markers;
}

// Takes the markers out and keeps where they stood. Line ends become spaces: an excerpt is one line.
void take_excerpt(std::string_view marked, const Markers& markers, FoundNote& note) {
    std::optional<std::size_t> opened;
    while (!marked.empty()) {
        if (marked.starts_with(markers.open)) {
            opened = note.excerpt.size();
            marked.remove_prefix(markers.open.size());
        } else if (marked.starts_with(markers.close)) {
            if (opened) note.found.push_back({*opened, note.excerpt.size() - *opened});
            opened.reset();
            marked.remove_prefix(markers.close.size());
        } else {
            note.excerpt += is_separator(marked.front()) ? ' ' : marked.front();
            marked.remove_prefix(1);
        }
    }
}

bool inside_letter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

// FTS5 counts words, and one of them may be a hundred thousand letters long.
void cut_excerpt(FoundNote& note) {
    if (note.excerpt.size() <= excerpt_bytes_max) return;
    const std::size_t first_found = note.found.empty() ? 0 : note.found.front().first;
    std::size_t start = first_found > excerpt_bytes_before ? first_found - excerpt_bytes_before : 0;
    while (inside_letter(note.excerpt, start)) ++start;
    std::size_t end = std::min(note.excerpt.size(), start + excerpt_bytes_max);
    while (inside_letter(note.excerpt, end)) --end;
    const std::string_view before = start > 0 ? ellipsis : "";
    const std::string_view after = end < note.excerpt.size() ? ellipsis : "";
    std::vector<TextRange> kept;
    for (const TextRange& range : note.found) {
        const std::size_t first = std::max(range.first, start);
        const std::size_t last = std::min(range.first + range.length, end);
        if (first < last) kept.push_back({first - start + before.size(), last - first});
    }
    note.found = std::move(kept);
    note.excerpt = std::string(before).append(note.excerpt.substr(start, end - start)).append(after);
}

}  // namespace

std::string match_expression(std::string_view typed) {
    std::string expression;
    std::size_t words = 0;
    while (!typed.empty() && words < searched_words_max) {
        const std::size_t quote = quote_at(typed);
        if (quote == 0 && is_separator(typed.front())) {
            typed.remove_prefix(1);
            continue;
        }
        typed.remove_prefix(quote);
        std::size_t end = 0;
        while (end < typed.size() && quote_at(typed.substr(end)) == 0 && (quote > 0 || !is_separator(typed[end])))
            ++end;
        const std::string_view found = typed.substr(0, end);
        const std::size_t closing = quote > 0 ? quote_at(typed.substr(end)) : 0;  // None: it is still being typed.
        typed.remove_prefix(end + closing);
        if (std::ranges::all_of(found, is_separator)) continue;
        add_phrase(expression, found, closing == 0 && !is_one_letter(found));
        ++words;
    }
    return expression;
}

Result<std::vector<std::int64_t>> NoteSearch::rows_that_match(std::string_view expression) const {
    return read_all(database_.query("SELECT rowid FROM note_words WHERE note_words MATCH ?", expression),
                    [](const Statement& row) { return row.integer(0); });
}

// `rows` is ascending. Few are sorted; of many, going through the visits from the newest soon meets enough.
Result<std::vector<std::int64_t>> NoteSearch::newest(std::string_view expression, const std::vector<std::int64_t>& rows,
                                                     std::size_t count) const {
    const auto number = [](const Statement& row) { return row.integer(0); };
    if (rows.size() <= sorted_rows_max) {
        return read_all(
            database_.query("SELECT evidence_note.row FROM note_words JOIN evidence_note ON evidence_note.row = "
                            "note_words.rowid JOIN visit ON visit.id = evidence_note.visit WHERE note_words MATCH ? "
                            "ORDER BY visit.date = '' DESC, visit.date DESC, visit.id DESC, evidence_note.id DESC "
                            "LIMIT ?",
                            expression, static_cast<std::int64_t>(count)),
            number);
    }
    std::vector<std::int64_t> newest;
    for (const bool dated : {false, true}) {
        Statement statement = database_.query(
            dated ? "SELECT evidence_note.row FROM visit CROSS JOIN evidence_note ON evidence_note.visit = visit.id "
                    "WHERE visit.date > '' ORDER BY visit.date DESC, visit.id DESC, evidence_note.id DESC"
                  : "SELECT evidence_note.row FROM visit CROSS JOIN evidence_note ON evidence_note.visit = visit.id "
                    "WHERE visit.date = '' ORDER BY visit.id DESC, evidence_note.id DESC");
        Result<bool> row = true;
        while (newest.size() < count && (row = statement.step()) && *row) {
            if (std::ranges::binary_search(rows, statement.integer(0))) newest.push_back(statement.integer(0));
        }
        if (!row) return std::unexpected(row.error());
    }
    return newest;
}

Result<FoundNotes> NoteSearch::find(std::string_view typed, std::size_t count) const {
    FoundNotes found;
    const std::string expression = match_expression(typed);
    if (expression.empty()) return found;
    const auto rows = rows_that_match(expression);
    if (!rows) return std::unexpected(rows.error());
    found.all = rows->size();
    const auto shown = newest(expression, *rows, count);
    if (!shown) return std::unexpected(shown.error());
    std::vector<std::string> texts;
    for (const std::int64_t row : *shown) {
        if (Result<void> read = read_note(row, found, texts); !read) return std::unexpected(read.error());
    }
    if (Result<void> marked = add_excerpts(expression, *shown, texts, found); !marked)
        return std::unexpected(marked.error());
    return found;
}

Result<void> NoteSearch::read_note(std::int64_t row, FoundNotes& found, std::vector<std::string>& texts) const {
    Statement statement = database_.query(
        "SELECT evidence_note.id, aspect, by, visit.id, urn, visit.kind, templates_version, framework, "
        "framework_version, date, status, adviser, text FROM evidence_note JOIN visit ON visit.id = "
        "evidence_note.visit WHERE row = ?",
        row);
    const Result<bool> there = statement.step();
    if (!there) return std::unexpected(there.error());
    CHECK(*there);  // It was joined with its visit a moment ago, in the same store.
    FoundNote note;
    note.note = statement.text(0);
    note.aspect = statement.text(1);
    note.visit = statement.text(3);
    note.urn = statement.text(4);
    note.visit_kind = statement.text(5);
    note.templates_version = statement.text(6);
    note.framework = statement.text(7);
    note.framework_version = statement.text(8);
    if (const Result<Date> date = parse_date(statement.text(9))) note.date = *date;
    note.status = visit_status_from(statement.text(10)).value_or(note.status);
    note.adviser = statement.text(11);
    note.by = statement.text(2).empty() ? note.adviser : statement.text(2);
    texts.push_back(statement.text(12));
    found.notes.push_back(std::move(note));
    return {};
}

// One question for all of them: to FTS5 the beginning of a word is the dear part, however few rows are wanted. As a list
// in a text, the rows do not make SQLite ask it again for each of them.
Result<void> NoteSearch::add_excerpts(std::string_view expression, const std::vector<std::int64_t>& rows,
                                      const std::vector<std::string>& texts, FoundNotes& found) const {
    const Markers markers = markers_for(texts);
    std::string wanted = ",";
    for (const std::int64_t row : rows) wanted += std::to_string(row) + ",";
    Statement statement = database_.query(
        "SELECT rowid, snippet(note_words, 0, ?, ?, ?, ?) FROM note_words WHERE note_words MATCH ? AND "
        "instr(?, ',' || rowid || ',') > 0",
        markers.open, markers.close, ellipsis, excerpt_words, expression, wanted);
    Result<bool> there = statement.step();
    for (; there && *there; there = statement.step()) {
        const auto place = std::ranges::find(rows, statement.integer(0)) - rows.begin();
        FoundNote& note = found.notes[static_cast<std::size_t>(place)];
        take_excerpt(statement.text(1), markers, note);
        cut_excerpt(note);
    }
    if (!there) return std::unexpected(there.error());
    return {};
}

Result<bool> NoteSearch::tidy() {
    constexpr int pages = 64;
    const auto changes = [&]() -> Result<std::int64_t> {
        Statement statement = database_.query("SELECT total_changes()");
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        return statement.integer(0);
    };
    const auto before = changes();
    if (!before) return std::unexpected(before.error());
    // What is freed is not written over with zeros: its words stand in the piece that takes its place.
    if (const auto set = database_.run("PRAGMA secure_delete=FAST"); !set) return std::unexpected(set.error());
    const auto merged = database_.run("INSERT INTO note_words(note_words, rank) VALUES('merge', ?)", pages);
    if (const auto set = database_.run("PRAGMA secure_delete=ON"); !set) return std::unexpected(set.error());
    if (!merged) return std::unexpected(merged.error());
    const auto after = changes();
    if (!after) return std::unexpected(after.error());
    return *after - *before >= 2;  // As SQLite's documents say: less means that there was nothing to do.
}

}  // namespace kitbag
