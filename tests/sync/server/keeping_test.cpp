// Copies of the county, counties made from copies, and exports into files.

#include <csignal>
#include <set>

#include <doctest/doctest.h>

#include "core/storage/database.h"
#include "sync/server/file_safety.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

namespace fs = std::filesystem;

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    std::string visit_id = new_test_id();

    fs::path copy = county.folder() / "copy.db";
    fs::path other = county.folder() / "restored";

    Wendshire() {
        Json changes = {ada.visit(visit_id, "900001")};
        for (int i = 0; i < 40; ++i)
            changes.push_back(ada.note(new_test_id(), visit_id, std::string(2000, 'a') + std::to_string(i)));
        REQUIRE(ada.push(changes).status == 200);
    }
    ProgramResult backup() const {
        return run_program({"backup", "--data", county.data().string(), "--out", copy.string()}, county.folder());
    }
    ProgramResult restore(const fs::path& from, const fs::path& to) const {
        return run_program({"restore", "--from", from.string(), "--data", to.string()}, county.folder());
    }
};

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

TEST_CASE("a county restored from a copy answers its tablets as the first did at that moment") {
    Wendshire wendshire;
    const std::string before = page_of(wendshire.ada.pull(0).body);
    const ProgramResult made = wendshire.backup();
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
    CHECK(made.out.contains("Wendshire, 41 changes"));
    CHECK(made.err.contains("Checking: table"));
    REQUIRE(wendshire.ada.push_one(wendshire.ada.note(new_test_id(), wendshire.visit_id, "Later")).status == 200);
    CHECK_FALSE(fs::exists(part_of(wendshire.copy)));

    const ProgramResult restored = wendshire.restore(wendshire.copy, wendshire.other);
    REQUIRE_MESSAGE(restored.exit_code == 0, restored.err);
    CHECK(restored.out.contains("Wendshire is in "));
    CHECK(restored.out.contains("41 changes"));
    CHECK(names_in(wendshire.other) == std::set<std::string>{"county.db"});
    CHECK(fs::status(wendshire.other).permissions() == fs::perms::owner_all);
    const RunningServer again(
        {"serve", "--data", wendshire.other.string(), "--site", wendshire.county.site().string(), "--port", "0"},
        wendshire.county.folder());
    REQUIRE_MESSAGE(again.is_ready(), again.err());
    wendshire.ada.move_to(again.client());
    CHECK(page_of(wendshire.ada.pull(0).body) == before);
}

TEST_CASE("nothing is ever restored over a county, living or stopped, nor over what is left of one") {
    Wendshire wendshire;
    REQUIRE(wendshire.backup().exit_code == 0);
    REQUIRE(wendshire.ada.push_one(wendshire.ada.note(new_test_id(), wendshire.visit_id, "Later")).status == 200);
    const std::string before = page_of(wendshire.ada.pull(0).body);
    const ProgramResult living = wendshire.restore(wendshire.copy, wendshire.county.data());
    CHECK(living.exit_code == 1);
    CHECK(living.err.contains("holds a county already"));
    CHECK(page_of(wendshire.ada.pull(0).body) == before);
    REQUIRE(wendshire.server.stop(SIGTERM) == 0);
    CHECK(wendshire.restore(wendshire.copy, wendshire.county.data()).err.contains("holds a county already"));

    fs::create_directories(wendshire.other);
    write_file(wendshire.other / "county.db-wal", "what a killed server had not folded in");
    CHECK(wendshire.restore(wendshire.copy, wendshire.other).err.contains("holds a county already"));
    CHECK(names_in(wendshire.other) == std::set<std::string>{"county.db-wal"});
    const RunningServer same(wendshire.county.serve_arguments(), wendshire.county.folder());
    wendshire.ada.move_to(same.client());
    CHECK(page_of(wendshire.ada.pull(0).body) == before);
}

TEST_CASE("a copy that is cut, altered, foreign or newer is refused and leaves nothing behind") {
    Wendshire wendshire;
    REQUIRE(wendshire.backup().exit_code == 0);
    const std::string good = read_file(wendshire.copy);
    REQUIRE(good.size() > 100'000);
    std::string altered = good;
    const std::size_t in_a_note = good.find(std::string(1500, 'a'));
    REQUIRE(in_a_note != std::string::npos);
    altered.replace(in_a_note / 4096 * 4096, 200, 200, '\xFF');  // The head of a page.
    struct Row {
        const char* what;
        std::string content;
    };
    const std::vector<Row> rows = {
        {"empty", ""},
        {"a text", "Dear county officer"},
        {"cut in the middle", good.substr(0, good.size() / 2)},
        {"a page that was written over", altered},
    };
    const fs::path bad = wendshire.county.folder() / "bad.db";
    for (const Row& row : rows) {
        CAPTURE(row.what);
        write_file(bad, row.content);
        const ProgramResult refused = wendshire.restore(bad, wendshire.other);
        CHECK(refused.exit_code == 1);
        CHECK_MESSAGE(refused.err.contains("cannot be restored"), refused.err);
        CHECK(names_in(wendshire.other).empty());
    }
    write_file(bad, good);
    {
        DatabaseOptions options;
        options.file_name = bad.string();
        const auto database = Database::open(options);
        REQUIRE(database);
        REQUIRE((*database)->run_script("UPDATE part_version SET version = 1000 WHERE part = 'server'"));
    }
    const ProgramResult newer = wendshire.restore(bad, wendshire.other);
    CHECK(newer.exit_code == 1);
    CHECK_MESSAGE(newer.err.contains("newer Kitbag"), newer.err);
    CHECK(wendshire.restore("/nowhere/copy.db", wendshire.other).err.contains("/nowhere/copy.db"));
    CHECK(names_in(wendshire.other).empty());
    CHECK(wendshire.restore(wendshire.copy, wendshire.other).exit_code == 0);
}

TEST_CASE("a damaged county is not copied, and what an interrupted copy left is in nobody's way") {
    Wendshire wendshire;
    write_file(part_of(wendshire.copy), "half of an older copy");
    REQUIRE(wendshire.backup().exit_code == 0);
    REQUIRE(wendshire.server.stop(SIGTERM) == 0);
    fs::remove(wendshire.copy);
    const fs::path file = wendshire.county.data() / "county.db";
    std::string bytes = read_file(file);
    // Each page with a piece of a note, because the second page of a long row has no head whose damage could be seen.
    const std::string note(1500, 'a');
    for (std::size_t at = bytes.find(note); at != std::string::npos; at = bytes.find(note, (at / 4096 + 1) * 4096))
        bytes.replace(at / 4096 * 4096, 200, 200, '\xFF');
    write_file(file, bytes);
    const ProgramResult refused = wendshire.backup();
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.size() > 20);
    CHECK_FALSE(fs::exists(wendshire.copy));
    CHECK_FALSE(fs::exists(part_of(wendshire.copy)));
}

TEST_CASE("an export goes into a new file, whole, and says how far it is") {
    Wendshire wendshire;
    const std::string data = wendshire.county.data().string();
    const std::string out = (wendshire.county.folder() / "visits.json").string();
    const ProgramResult written = run_program({"export", "--data", data, "--out", out}, wendshire.county.folder());
    REQUIRE_MESSAGE(written.exit_code == 0, written.err);
    CHECK(written.out == "The export is in " + out + ".\n");
    for (const char* part : {"visits", "agreements", "forum_notes", "ratings", "directions"})
        CHECK(written.err.contains(std::string("Exporting: ") + part));
    Json in_file = parse_json(read_file(out), "The export").value_or(Json());
    Json piped =
        parse_json(run_program({"export", "--data", data}, wendshire.county.folder()).out, "").value_or(Json());
    REQUIRE(in_file["visits"].size() == 1);
    in_file.erase("exported_at");
    piped.erase("exported_at");
    CHECK(in_file == piped);
    CHECK(run_program({"export", "--data", data, "--out", out}, wendshire.county.folder())
              .err.contains("is there already"));
    CHECK(run_program({"export", "--data", data, "--out", "/nowhere/x.json"}, wendshire.county.folder()).exit_code ==
          1);
}

}  // namespace kitbag::test
