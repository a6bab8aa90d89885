// Several processes write into one county's log at once. A tablet reads on from the position it has come to, so whatever it
// can see must never be followed by something with a lower position.

#include <atomic>
#include <thread>

#include "sync/change_log/append.h"
#include "tests/sync/county_desk.h"

namespace kitbag {
namespace {

constexpr int writers = 4;
constexpr int rounds = 20;
constexpr int readers = 2;

std::string id_of(int writer, int number) {
    return "0192f3c4-a1b2-7c3d-8e4f-0" + std::to_string(writer) + "000000" + Desk::to_digits(number);
}

Change change_of(int writer, int number) {
    const std::string device = "00000000000000a" + std::to_string(writer);
    Change made{.id = id_of(writer, number),
                .device = device,
                .author = ada_id,
                .stamp = "01a207a1d68d" + Desk::to_digits(number) + device,
                .entity = "visit",
                .entity_id = id_of(writer + 5, 1),
                .fields = {}};
    for (const auto& [field, value] : visit_fields()) made.fields[field] = {value, {}};
    made.fields["focus"] = {"Round " + std::to_string(number), {}};
    return made;
}

// A process of its own: its own connection, its own log. It has something to read between writing and committing.
struct Process {
    Process(const Desk& desk)
        : database(desk.county.records->open()), log(*database, desk.clock, std::string(64, '7')) {}

    bool write(int writer, int number, std::uint64_t reads_before_commit) {
        Result<Transaction> transaction = Transaction::begin(*database);
        if (!transaction) return false;
        const Change change = change_of(writer, number);
        const ReceivedChange received{change.id, change};
        const auto reply = log.accept({&received, 1}, {change.device, ada_id, StaffRole::adviser});
        for (std::uint64_t i = 0; i < reads_before_commit; ++i) (void)log.changes_after(0, 20);
        return reply && reply->outcomes.front().answer == Answer::accepted && transaction->commit().has_value();
    }

    // What a tablet that has come to `cursor` is given; it has come further then.
    std::vector<Id> read_on(std::int64_t& cursor) {
        std::vector<Id> ids;
        const auto page = log.changes_after(cursor, 7);
        if (!page) return {"a fault"};
        for (const CarriedChange& each : page->changes) ids.push_back(each.change.id);
        cursor = page->cursor;
        return ids;
    }

    std::unique_ptr<Database> database;
    CountyLog log;
};

void write_all(const Desk& desk, int writer, std::atomic<int>& failed) {
    Process process(desk);
    SeededRandom random(static_cast<std::uint64_t>(writer));
    for (int number = 1; number <= rounds; ++number) {
        if (!process.write(writer, number, random.below(6))) ++failed;
    }
}

std::vector<Id> read_all_along(const Desk& desk, const std::atomic<bool>& over) {
    Process process(desk);
    std::vector<Id> seen;
    std::int64_t cursor = 0;
    for (bool last = false;;) {
        const std::vector<Id> more = process.read_on(cursor);
        seen.insert(seen.end(), more.begin(), more.end());
        if (more.empty() && last) return seen;
        last = over;
    }
}

// False when nobody has come to wait for a place that another has, however often it is asked.
bool somebody_waits(Database& database) {
    for (int i = 0; i < 5'000; ++i) {
        Statement row = database.query("SELECT count(*) FROM pg_locks WHERE NOT granted");
        if (row.step().value_or(false) && row.integer(0) == 1) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Whoever reads on while several write misses nothing, however late a transaction commits") {
    const Desk desk;
    std::atomic<int> failed = 0;
    std::atomic<bool> over = false;
    std::vector<std::vector<Id>> seen(readers);
    std::vector<std::thread> reading;
    std::vector<std::thread> writing;
    for (auto& into : seen) reading.emplace_back([&] { into = read_all_along(desk, over); });
    for (int writer = 0; writer < writers; ++writer)
        writing.emplace_back([&, writer] { write_all(desk, writer, failed); });
    for (std::thread& each : writing) each.join();
    over = true;
    for (std::thread& each : reading) each.join();

    CHECK(failed == 0);
    Process last(desk);
    std::vector<Id> all;
    std::int64_t cursor = 0;
    for (std::vector<Id> more = last.read_on(cursor); !more.empty(); more = last.read_on(cursor))
        all.insert(all.end(), more.begin(), more.end());
    CHECK(all.size() == writers * rounds);
    for (const std::vector<Id>& each : seen) CHECK(each == all);
}

TEST_CASE("What was begun first and commits last is not passed by") {
    const Desk desk;
    Process first(desk), second(desk), reader(desk);
    std::int64_t cursor = 0;
    std::thread behind;
    std::atomic<bool> written = false;
    {
        Result<Transaction> late = Transaction::begin(*first.database);
        REQUIRE(late);
        REQUIRE(append(*first.database, change_of(1, 1)));
        behind = std::thread([&] { written = second.write(2, 1, 0); });
        CHECK(somebody_waits(*reader.database));
        CHECK(reader.read_on(cursor).empty());
        CHECK_FALSE(written);
        REQUIRE(late->commit());
    }
    behind.join();
    CHECK(written);
    std::vector<Id> seen = reader.read_on(cursor);
    CHECK(seen == std::vector<Id>{change_of(1, 1).id, change_of(2, 1).id});
}

TEST_CASE("Several processes that write at once forge one chain, in the order of its positions") {
    const Desk desk;
    std::atomic<int> failed = 0;
    std::vector<std::thread> writing;
    for (int writer = 0; writer < writers; ++writer)
        writing.emplace_back([&, writer] { write_all(desk, writer, failed); });
    for (std::thread& each : writing) each.join();
    CHECK(failed == 0);
    Statement row = desk.county.database->query(
        "SELECT change.id, receipt.chain FROM change JOIN receipt ON receipt.change = change.position ORDER BY "
        "position");
    std::string chain;
    int length = 0;
    for (; row.step().value_or(false); ++length) {
        const std::string next = next_chain(chain, row.text(0));
        REQUIRE(row.text(1) == next);
        chain = next;
    }
    CHECK(length == writers * rounds);
}

}  // namespace kitbag
