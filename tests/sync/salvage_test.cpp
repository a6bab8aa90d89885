#include "sync/change_log/salvage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/storage/draft_store.h"
#include "core/storage/migrations.h"
#include "core/storage/photo_store.h"
#include "core/storage/pool_vfs.h"
#include "core/storage/settings.h"
#include "tests/support/memory_pool.h"
#include "tests/support/photographs.h"
#include "tests/support/seams.h"

namespace kitbag {
namespace {

constexpr std::size_t page_bytes = 4096;
const std::string device = "00000000000000d1";
const std::string adviser = "0192f3c4-a1b2-7c3d-8e4f-00000000ada0";

std::string id_of(int number) {
    std::string digits = std::to_string(number);
    return "0192f3c4-a1b2-7c3d-8e4f-" + std::string(12 - digits.size(), '0') + digits;
}

DatabaseKey store_key() {
    DatabaseKey key;
    SeededRandom(7).fill(key.bytes);
    return key;
}

// A store that is open.
struct Store {
    std::unique_ptr<PoolVfs> vfs;
    std::unique_ptr<Database> database;
    std::unique_ptr<ChangeLog> log;

    Store(MemoryPool& pool, const SetClock& clock, SeededRandom& random) {
        vfs = PoolVfs::create(pool, clock, random).value();
        database =
            Database::open({.file_name = pool_database_name, .vfs_name = pool_vfs_name, .key = store_key()}).value();
        REQUIRE(migrate(*database));
        log = std::make_unique<ChangeLog>(ChangeLog::open(*database, device, adviser, clock, random).value());
    }
};

std::string answer(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    REQUIRE(row);
    return *row ? statement.text(0) : "(none)";
}

// Everything in the log by id, as JSON.
std::map<std::string, std::string> changes_of(ChangeLog& log, Database& database) {
    std::map<std::string, std::string> found;
    Statement statement = database.query("SELECT DISTINCT entity, entity_id FROM change");
    for (Result<bool> row = statement.step(); row.value(); row = statement.step()) {
        const std::vector<Change> history = log.history(statement.text(0), statement.text(1)).value();
        for (const Change& change : history) found[change.id] = to_text(to_json(change));
    }
    return found;
}

// A tablet's store with a visit, notes long and short that were written over, answers of the county, photographs and a draft.
struct Written {
    static constexpr int notes = 36;
    static constexpr int photographs = 4;
    SetClock clock;
    SeededRandom random;
    MemoryPool pool;
    MemoryPool empty;  // With the tables and nothing in them: making them takes longer than all the rest.
    std::map<std::string, std::string> changes;
    std::map<std::string, std::set<std::string>> texts;  // Of each note, all that it ever said,
    std::map<std::string, std::string> latest;           // and what it says.
    std::int64_t last = 0;
    std::string waiting;

    Written() {
        Store(empty, clock, random);
        Store store(pool, clock, random);
        const std::string visit = id_of(1);
        REQUIRE(store.log->write("visit", visit, {{"urn", "900001"}, {"kind", "keeping_in_touch"}}));
        for (int i = 0; i < notes; ++i) write_note(store, 100 + i);
        for (int i = 0; i < photographs; ++i) take_photograph(store, 300 + i);
        receive_half(store);
        REQUIRE(Settings(*store.database).set("device.id", device));
        REQUIRE(Settings(*store.database).set("sync.cursor", "17"));
        REQUIRE(DraftStore(*store.database).save("evidence_note", id_of(100), "text", "half a sentence", clock.now()));
        REQUIRE(store.database->checkpoint());
        changes = changes_of(*store.log, *store.database);
        last = static_cast<std::int64_t>(changes.size());
        waiting = answer(*store.database, "SELECT count(*) FROM waiting");
    }

    void write_note(Store& store, int number) {
        const std::string id = id_of(number);
        for (int version = 0; version < 2; ++version) {
            clock.pass(1000);
            // Every seventh is longer than a page, so that it goes on in pages of its own.
            const std::string text = "note " + std::to_string(number) + "." + std::to_string(version) +
                                     std::string(number % 7 == 0 ? 6000 : 90, 'x');
            texts[id].insert(text);
            latest[id] = text;
            REQUIRE(store.log->write("evidence_note", id,
                                     {{"visit", id_of(1)}, {"aspect", "quality_of_teaching"}, {"text", text}}));
        }
    }

    void take_photograph(Store& store, int number) {
        const auto jpeg = jpeg_of(std::string(9000, static_cast<char>('a' + number % 20)));
        const auto content = PhotoStore(*store.database).put(jpeg, jpeg_of("small"));
        REQUIRE(content);
        REQUIRE(store.log->write("photo", id_of(number), {{"visit", id_of(1)}, {"content", *content}}));
    }

    void receive_half(Store& store) {
        std::vector<Outcome> outcomes;
        const std::vector<CarriedChange> waiting_now = store.log->waiting(40, 1'000'000).value();
        for (const CarriedChange& each : waiting_now)
            outcomes.push_back({each.change.id, Answer::accepted, {"R-000001-0000", "2026-11-23T14:02:05.123Z"}, {}});
        outcomes.back().answer = Answer::refused;
        outcomes.back().reason = {"not_allowed", "No."};
        REQUIRE(store.log->record_outcomes(outcomes));
    }

    std::size_t pages() { return pool.bytes(PoolFile::database).size() / page_bytes; }
};

// The same files with one page (from 1) overwritten by random bytes.
MemoryPool with_bad_page(Written& written, std::size_t page, std::uint64_t seed) {
    MemoryPool pool = written.pool;
    const auto at = static_cast<std::ptrdiff_t>((page - 1) * page_bytes);
    SeededRandom(seed).fill(
        std::span(pool.bytes(PoolFile::database)).subspan(static_cast<std::size_t>(at), page_bytes));
    return pool;
}

// What is readable, asked for one by one.
std::set<std::string> readable(DamagedStore& damaged, std::int64_t last) {
    std::set<std::string> ids;
    constexpr ReadableTable table{"change", "position, id, fields"};
    for (std::int64_t position = 1; position <= last; ++position) {
        REQUIRE(damaged.row_at(table, position, [&](const Statement& row) -> Result<void> {
            ids.insert(row.text(1));
            return {};
        }));
    }
    return ids;
}

struct Recovered {
    Salvaged told;
    std::map<std::string, std::string> changes;  // As they were written.
    std::map<std::string, std::string> latest;
    std::string draft;
};

// What was made anew says nothing that was not written: the same values, by the same person, at the same moment.
void check_made_anew(const Written& written, const std::string& text) {
    const Json anew = parse_json(text, "A change").value();
    const auto same = std::ranges::find_if(written.changes, [&](const auto& original) {
        return original.second.contains("\"stamp\":" + to_text(anew["stamp"]));
    });
    REQUIRE(same != written.changes.end());
    const Json original = parse_json(same->second, "A change").value();
    for (const char* member : {"device", "author", "entity", "entity_id"}) CHECK(anew[member] == original[member]);
    for (const auto& field : anew["fields"].items())
        CHECK(field.value()["value"] == original["fields"][field.key()]["value"]);
}

// Nothing where not even the first page opens. Checks all that must hold whatever was damaged.
std::optional<Recovered> salvage_all(Written& written, MemoryPool& damaged_files) {
    MemoryPool before = damaged_files;
    Recovered found;
    MemoryPool fresh = written.empty;
    {
        const auto damaged = DamagedStore::open(damaged_files, store_key(), written.clock, written.random);
        if (!damaged) {
            CHECK(damaged.error().code == "storage_damaged");
            return std::nullopt;
        }
        Store store(fresh, written.clock, written.random);
        REQUIRE(salvage_settings(**damaged, *store.database));
        const auto told = salvage_record(**damaged, {*store.database, *store.log, written.random});
        REQUIRE(told);
        found.told = *told;
        const auto all = changes_of(*store.log, *store.database);
        CHECK(found.told.changes == static_cast<int>(all.size()));
        for (const auto& [id, text] : all) {
            if (written.changes.contains(id)) {
                found.changes[id] = text;
            } else {
                check_made_anew(written, text);
            }
        }
        CHECK(found.told.made_anew == static_cast<int>(all.size() - found.changes.size()));
        found.draft = answer(*store.database, "SELECT text FROM draft");
        CHECK(answer(*store.database, "PRAGMA integrity_check") == "ok");
        CHECK(answer(*store.database, "SELECT value FROM setting WHERE name = 'sync.cursor'") == "(none)");
        std::set<std::string> ids;
        for (const auto& [id, text] : found.changes) ids.insert(id);
        const std::set<std::string> wanted = readable(**damaged, written.last);
        CAPTURE(ids.size());
        CAPTURE(wanted.size());
        CHECK(ids == wanted);
        Statement notes = store.database->query("SELECT id, text FROM evidence_note");
        for (Result<bool> row = notes.step(); row.value(); row = notes.step()) {
            CHECK(written.texts.at(notes.text(0)).contains(notes.text(1)));
            found.latest[notes.text(0)] = notes.text(1);
        }
    }
    for (const PoolFile file : {PoolFile::database, PoolFile::wal, PoolFile::journal, PoolFile::key, PoolFile::label})
        CHECK(damaged_files.bytes(file) == before.bytes(file));
    for (const auto& [id, text] : found.changes) CHECK(written.changes.at(id) == text);
    return found;
}

TEST_CASE("From a store that is whole, everything is carried over, and what the county answered") {
    Written written;
    const auto found = salvage_all(written, written.pool);
    REQUIRE(found);
    CHECK(found->changes == written.changes);
    CHECK(found->draft == "half a sentence");
    CHECK(found->told.changes_lost == 0);
    CHECK(std::to_string(found->told.unsent - 1) == written.waiting);  // And one was refused.
    CHECK(found->told.photographs == Written::photographs);
    CHECK(found->told.photographs_lost == 0);
}

TEST_CASE(
    "Whatever one page is damaged, all that is readable is carried over, nothing else, and the store stays as it was") {
    Written written;
    int whole = 0;
    int partly = 0;
    int pictures_lost = 0;
    int anew = 0;
    for (std::size_t page = 1; page <= written.pages(); ++page) {
        CAPTURE(page);
        MemoryPool files = with_bad_page(written, page, page);
        const auto found = salvage_all(written, files);
        REQUIRE(found);
        if (found->changes == written.changes) ++whole;
        if (found->changes != written.changes && found->changes.size() > written.changes.size() / 2) ++partly;
        if (found->told.changes_lost > 0) {
            CHECK(found->told.changes + found->told.changes_lost == static_cast<int>(written.last));
        }
        if (found->told.photographs_lost > 0) ++pictures_lost;
        if (found->told.made_anew == 0) continue;
        ++anew;
        CHECK(found->latest == written.latest);
    }
    MESSAGE(written.pages(), " pages: ", whole, " without loss, ", partly, " with some, ", pictures_lost,
            " with a photograph lost, ", anew, " with changes made anew");
    CHECK(whole > static_cast<int>(written.pages() / 2));
    CHECK(partly > 5);
    CHECK(pictures_lost > 5);
    CHECK(anew > 3);
}

TEST_CASE("Where the first page is lost, which says where everything is, all is found again by what stands in it") {
    Written written;
    {
        Store store(written.pool, written.clock,
                    written.random);  // Photographs are removed: what they were in is free now.
        for (int i = 0; i < Written::photographs; i += 2)
            REQUIRE(store.log->write("photo", id_of(300 + i), {{"removed", "removed"}, {"removed_reason", "Blurred"}}));
        REQUIRE(PhotoStore(*store.database).remove_unused());
        REQUIRE(store.database->checkpoint());
        written.changes = changes_of(*store.log, *store.database);
        written.last = static_cast<std::int64_t>(written.changes.size());
    }
    MemoryPool files = with_bad_page(written, 1, 1);
    const auto found = salvage_all(written, files);
    REQUIRE(found);
    CHECK(found->changes == written.changes);
    CHECK(found->latest == written.latest);
    CHECK(found->draft == "half a sentence");
    CHECK(found->told.changes_lost == 0);
    CHECK(found->told.photographs == Written::photographs / 2);
    for (std::size_t page = 2; page <= written.pages(); page += 3) {
        CAPTURE(page);
        MemoryPool worse = with_bad_page(written, page, page);
        SeededRandom(1).fill(std::span(worse.bytes(PoolFile::database)).first(page_bytes));
        REQUIRE(salvage_all(written, worse));
    }
}

TEST_CASE("Where several pages are damaged, what lies between them is carried over too") {
    Written written;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        SeededRandom chance(seed);
        MemoryPool files = written.pool;
        for (int i = 0; i < 6; ++i) {
            const std::size_t page = 1 + chance.below(written.pages() - 1);
            chance.fill(std::span(files.bytes(PoolFile::database)).subspan(page * page_bytes, page_bytes));
        }
        REQUIRE(salvage_all(written, files));
    }
}

TEST_CASE("What lies only in the write-ahead log is carried over, and the log is left as it is") {
    Written written;
    std::string id;
    {
        Store store(written.pool, written.clock, written.random);
        written.clock.pass(1000);
        id = store.log->write("evidence_note", id_of(100), {{"text", "the last word"}}).value().value();
        written.texts[id_of(100)].insert("the last word");
        written.changes = changes_of(*store.log, *store.database);
        ++written.last;
        const MemoryPool as_killed = written.pool;  // Before closing brings the log into the store.
        store.log.reset();
        store.database.reset();
        written.pool = as_killed;
    }
    REQUIRE_FALSE(written.pool.bytes(PoolFile::wal).empty());
    MemoryPool files = with_bad_page(written, written.pages(), 1);
    const auto found = salvage_all(written, files);
    REQUIRE(found);
    CHECK(found->changes.contains(id));
}

TEST_CASE("A file of random bytes is no store to read from, and another key opens nothing") {
    Written written;
    MemoryPool files = written.pool;
    SUBCASE("random bytes") {
        SeededRandom(3).fill(files.bytes(PoolFile::database));
    }
    SUBCASE("cut short in its first page") {
        files.bytes(PoolFile::database).resize(1000);
    }
    DatabaseKey key = store_key();
    SUBCASE("another key") {
        key.bytes[0] ^= 1;
    }
    const auto damaged = DamagedStore::open(files, key, written.clock, written.random);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == "storage_damaged");
}

}  // namespace
}  // namespace kitbag
