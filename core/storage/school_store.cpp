#include "core/storage/school_store.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/schools/school_json.h"

namespace kitbag {
namespace {

// The plain letter of U+00C0 to U+017F, in order; a space where the character is no letter.
constexpr std::string_view plain_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss"
    "ttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::uint32_t first_plain = 0xC0;
constexpr std::uint32_t last_plain = 0x17F;
static_assert(plain_letters.size() == last_plain - first_plain + 1);

constexpr bool is_dropped(std::uint32_t point) {
    return point == '\'' || point == 0x2018 || point == 0x2019 || (point >= 0x300 && point <= 0x36F);
}

// A character of UTF-8 and how many bytes it takes; a byte that begins none stands for itself.
struct Character {
    std::uint32_t point;
    std::size_t bytes;
};

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const std::size_t left = text.size() - at;
    if (byte(0) >= 0xC0 && byte(0) < 0xE0 && left >= 2) return {((byte(0) & 0x1Fu) << 6) | (byte(1) & 0x3Fu), 2};
    if (byte(0) >= 0xE0 && byte(0) < 0xF0 && left >= 3) {
        return {((byte(0) & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu), 3};
    }
    return {byte(0), 1};
}

bool is_letter_or_digit(std::uint32_t point) {
    return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < folded.size();) {
        const std::size_t to = std::min(folded.find(' ', from), folded.size());
        if (to > from) words.emplace_back(folded.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

Result<School> read_school(const std::string& facts) {
    Result<Json> json = parse_json(facts, "A stored school");
    return json ? school_from_json(*json) : std::unexpected(json.error());
}

// Once the register has a name again, that one counts.
void name_locally(School& school, const std::string& name) {
    if (!school.childcare || !school.childcare->name_is_withheld || trim(name).empty()) return;
    school.name = name;
    school.named_locally = true;
}

Result<std::optional<School>> read_one(Statement statement) {
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read_school(statement.text(0));
}

// With a space around each, so that one of them can be looked for.
std::string apart(const std::vector<std::string>& urns) {
    std::string text;
    for (const std::string& urn : urns) text += text.empty() ? " " + urn + " " : urn + " ";
    return text;
}

struct Found {
    std::string folded;  // The name that shows, as it is searched.
    School school;
};

std::vector<School> first_of(std::vector<Found> first, std::vector<Found> then, std::size_t enough) {
    std::vector<School> schools;
    for (std::vector<Found>* each : {&first, &then}) {
        std::ranges::stable_sort(*each, {}, &Found::folded);  // Local names stand where they belong.
        for (Found& found : *each) {
            if (schools.size() < enough) schools.push_back(std::move(found.school));
        }
    }
    return schools;
}

}  // namespace

std::string fold_for_search(std::string_view text) {
    std::string folded;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        std::uint32_t point = character.point;
        if (point >= 'A' && point <= 'Z') point += 'a' - 'A';
        if (character.bytes == 2 && point >= first_plain && point <= last_plain) {
            point = static_cast<std::uint8_t>(plain_letters[point - first_plain]);
        }
        if (is_letter_or_digit(point)) {
            folded += static_cast<char>(point);
        } else if (point >= 0x80 && !is_dropped(point) && (point < 0x2010 || point > 0x206F)) {
            folded += text.substr(at, character.bytes);  // A letter of another script stays as it is.
        } else if (!is_dropped(point) && !folded.empty() && folded.back() != ' ') {
            folded += ' ';
        }
        at += character.bytes;
    }
    if (folded.ends_with(' ')) folded.pop_back();
    return folded;
}

SchoolSearch::SchoolSearch(std::string_view text) : folded_(fold_for_search(text)), words_(words_of(folded_)) {}

SchoolSearch::Match SchoolSearch::match(std::string_view folded, std::string_view urn, std::string_view around) const {
    if (folded.starts_with(folded_)) return Match::begins;
    if (!folded_.empty() && in_small_letters(urn).starts_with(folded_)) return Match::begins;
    const bool has_all = std::ranges::all_of(
        words_, [&](const std::string& word) { return folded.contains(word) || around.contains(word); });
    return has_all ? Match::has : Match::none;
}

Result<void> SchoolStore::replace_all(std::span<const School> schools) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (Result<void> emptied = database_.run("DELETE FROM school"); !emptied) return emptied;
    for (const School& school : schools) {
        // The register's own rule is that a URN comes once; should it come twice, the last one counts.
        Result<void> written = database_.run(
            "INSERT INTO school (urn, name, folded, facts, formerly) VALUES (?, ?, ?, ?, ?) ON CONFLICT (urn) DO "
            "UPDATE "
            "SET name = excluded.name, folded = excluded.folded, facts = excluded.facts, formerly = excluded.formerly",
            school.urn, school.name, fold_for_search(school.name), to_text(to_json(school)), apart(school.formerly));
        if (!written) return written;
    }
    return transaction->commit();
}

// Few have one: they are read apart, and the list of schools stays one table.
Result<SchoolStore::LocalNames> SchoolStore::local_names() const {
    LocalNames names;
    if (names_ == SchoolNames::published) return names;
    Statement statement = database_.query("SELECT id, local_name FROM establishment WHERE local_name <> ''");
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) names.emplace(statement.text(0), statement.text(1));
    if (!row) return std::unexpected(row.error());
    return names;
}

Result<std::optional<School>> SchoolStore::school(std::string_view urn) const {
    const Result<LocalNames> names = local_names();
    if (!names) return std::unexpected(names.error());
    Result<std::optional<School>> school = read_one(database_.query("SELECT facts FROM school WHERE urn = ?", urn));
    if (school && !*school && is_urn(urn)) {  // A URN holds nothing that LIKE takes for another sign.
        school = read_one(database_.query("SELECT facts FROM school WHERE formerly <> '' AND formerly LIKE ?",
                                          "% " + std::string(urn) + " %"));
    }
    if (!school || !*school) return school;
    if (const auto named = names->find(urn); named != names->end()) name_locally(**school, named->second);
    return school;
}

Result<std::vector<School>> SchoolStore::search(std::string_view text, int limit) const {
    const Result<LocalNames> names = local_names();
    if (!names) return std::unexpected(names.error());
    const SchoolSearch search(text);
    std::vector<Found> first;
    std::vector<Found> then;
    // Rows come by the published names, so that with local ones among them all must be read before the first are known.
    const auto enough = static_cast<std::size_t>(std::max(limit, 0));
    const std::size_t read_max = names->empty() ? enough : std::numeric_limits<std::size_t>::max();
    Statement statement = database_.query("SELECT urn, folded, facts FROM school ORDER BY folded, urn");
    Result<bool> row = statement.step();
    for (; row && *row && first.size() < read_max; row = statement.step()) {
        Found found{statement.text(1), {}};
        const auto named = names->find(statement.text(0));
        if (named != names->end()) {
            Result<School> school = read_school(statement.text(2));
            if (!school) return std::unexpected(school.error());
            name_locally(*school, named->second);
            found = {fold_for_search(school->name), *std::move(school)};
        }
        const SchoolSearch::Match match = search.match(found.folded, statement.text(0));
        const bool begins = match == SchoolSearch::Match::begins;
        if (!begins && (match == SchoolSearch::Match::none || then.size() >= read_max)) continue;
        if (named == names->end()) {
            Result<School> school = read_school(statement.text(2));
            if (!school) return std::unexpected(school.error());
            found.school = *std::move(school);
        }
        (begins ? first : then).push_back(std::move(found));
    }
    if (!row) return std::unexpected(row.error());
    return first_of(std::move(first), std::move(then), enough);
}

Result<int> SchoolStore::count() const {
    Statement statement = database_.query("SELECT count(*) FROM school");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return static_cast<int>(statement.integer(0));
}

}  // namespace kitbag
