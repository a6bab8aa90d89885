// How long a search takes over 50,000 invented notes in an encrypted store, as one types: the index is asked, the newest page
// of notes is read, and the words found are marked. It prints one JSON object; tests/bench/note_searches.mjs reads it. The
// reference is what would be done without an index: looking through the same notes with LIKE, in the same store.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/base/check.h"
#include "core/storage/migrations.h"
#include "core/storage/note_search.h"
#include "core/storage/pool_vfs.h"
#include "core/storage/projection.h"

namespace {

using namespace kitbag;

constexpr int notes_count = 50'000;
constexpr int notes_of_a_visit = 12;
constexpr int vocabulary = 8'000;
constexpr int goes = 3;

class MemoryFiles final : public FilePool {
  public:
    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override {
        const auto& bytes = at(file);
        const auto start = std::min(static_cast<std::size_t>(offset), bytes.size());
        const std::size_t count = std::min(into.size(), bytes.size() - start);
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(start), count, into.begin());
        return count;
    }
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> given) override {
        auto& bytes = at(file);
        const auto start = static_cast<std::size_t>(offset);
        if (bytes.size() < start + given.size()) bytes.resize(start + given.size());
        std::ranges::copy(given, bytes.begin() + static_cast<std::ptrdiff_t>(start));
        return given.size();
    }
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override {
        at(file).resize(static_cast<std::size_t>(size));
        return {};
    }
    PoolResult<void> flush(PoolFile) override { return {}; }
    PoolResult<std::int64_t> size(PoolFile file) override { return static_cast<std::int64_t>(at(file).size()); }

  private:
    std::vector<std::uint8_t>& at(PoolFile file) { return files_[static_cast<std::size_t>(file)]; }
    std::array<std::vector<std::uint8_t>, pool_file_count> files_;
};

class Seeded final : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance_());
    }

  private:
    std::mt19937 chance_{50'000};
};

class StandingClock final : public Clock {
  public:
    Instant now() const override { return 1'795'442'520'000; }
};

// Pronounceable and made up: syllables of the number.
std::string word_of(int number) {
    constexpr std::array<const char*, 20> syllables = {"re", "ma",  "ti", "con", "ver", "sa",  "pro",
                                                       "li", "den", "or", "ka",  "tu",  "men", "is",
                                                       "fo", "gra", "pe", "nal", "wi",  "sto"};
    std::string word;
    for (int rest = number + 20; rest > 0; rest /= 20) word += syllables[static_cast<std::size_t>(rest % 20)];
    return word;
}

// A few words are in nearly every note, most in hardly any, as in any language (Zipf).
int drawn_word(std::mt19937& chance) {
    const double share = static_cast<double>(chance()) / 4294967296.0;
    return std::min(vocabulary - 1, static_cast<int>(std::pow(static_cast<double>(vocabulary), share)) - 1);
}

void fill(Database& database, Random& random) {
    std::mt19937 chance(2026);
    auto transaction = Transaction::begin(database);
    CHECK(transaction.has_value());
    Id visit;
    const auto put = [&](const char* entity, const Id& id, const char* field, const std::string& value) {
        CHECK(project(database, entity, id, field, Json(value)).has_value());
    };
    for (int i = 0; i < notes_count; ++i) {
        if (i % notes_of_a_visit == 0) {
            visit = new_id(1'700'000'000'000 + i, random);
            put("visit", visit, "urn", "900001");
            char date[] = "2026-01-01";
            std::snprintf(date, sizeof date, "20%02d-%02d-%02d", 20 + static_cast<int>(chance() % 7),
                          1 + static_cast<int>(chance() % 12), 1 + static_cast<int>(chance() % 28));
            put("visit", visit, "date", date);
        }
        std::string text;
        for (int words = 20 + static_cast<int>(chance() % 60); words > 0; --words) {
            text += word_of(drawn_word(chance)) + (words == 1 ? "." : " ");
        }
        const Id note = new_id(1'700'000'000'000 + i, random);
        put("evidence_note", note, "visit", visit);
        put("evidence_note", note, "text", text);
    }
    CHECK(transaction->commit().has_value());
}

// What is typed: words by their first letters as they grow, two words, phrases, common and rare ones, and none that is there.
std::vector<std::string> searches() {
    std::mt19937 chance(7);
    std::vector<std::string> typed;
    for (int i = 0; i < 40; ++i) {
        const std::string word = word_of(drawn_word(chance)), other = word_of(drawn_word(chance));
        for (const std::size_t letters : {2u, 3u, 4u}) typed.push_back(word.substr(0, letters));
        typed.push_back(word);
        typed.push_back(word + " " + other.substr(0, 3));
        typed.push_back("\"" + word + " " + other + "\"");
        typed.push_back(word + "qx");
    }
    return typed;
}

// In microseconds, the fastest of some goes: the others also tell what else the machine was doing.
template <typename Work>
double time_of(Work work) {
    double fastest = 0;
    for (int go = 0; go < goes; ++go) {
        const auto began = std::chrono::steady_clock::now();
        work();
        const double took = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
        fastest = go == 0 ? took : std::min(fastest, took);
    }
    return fastest;
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share))];
}

std::size_t look_through(Database& database, const std::string& word) {
    Statement statement =
        database.query("SELECT id FROM evidence_note WHERE text LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 50", word);
    std::size_t found = 0;
    for (Result<bool> row = statement.step(); row && *row; row = statement.step()) ++found;
    return found;
}

}  // namespace

int main() {
    MemoryFiles files;
    Seeded random;
    const StandingClock clock;
    DatabaseKey key;
    random.fill(key.bytes);
    const auto vfs = PoolVfs::create(files, clock, random);
    CHECK(vfs.has_value());
    auto database = Database::open({pool_database_name, pool_vfs_name, key, Sharing::alone});
    CHECK(database.has_value());
    CHECK(migrate(**database).has_value());
    fill(**database, random);
    CHECK(assert_encrypted(files).has_value());
    const NoteSearch search(**database);
    std::size_t seen = 0, most = 0;  // What was found is looked at, so that none of it can be left out.
    std::vector<double> times, scans;
    std::string slowest;
    double slowest_us = 0;
    for (const std::string& typed : searches()) {
        times.push_back(time_of([&] {
            const auto found = search.find(typed);
            CHECK(found.has_value());
            seen += found->notes.size();
            most = std::max(most, found->all);
        }));
        if (times.back() > slowest_us) slowest_us = times.back(), slowest = typed;
        if (times.size() % 10 == 1) scans.push_back(time_of([&] { seen += look_through(**database, typed); }));
    }
    std::printf("{\"notes\":%d,\"searches\":%zu,\"slowest\":\"%s\",\"most_found\":%zu", notes_count, times.size(),
                slowest.starts_with('"') ? "a phrase" : slowest.c_str(), most);
    const std::pair<const char*, double> figures[] = {
        {"p50_us", quantile(times, 0.5)},
        {"p99_us", quantile(times, 0.99)},
        {"most_us", quantile(times, 1)},
        {"scan_p50_us", quantile(scans, 0.5)},
    };
    for (const auto& [name, figure] : figures) std::printf(",\"%s\":%.2f", name, figure);
    std::printf("}\n");
    return seen == 0;
}
