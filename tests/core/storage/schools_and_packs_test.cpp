#include "core/storage/calendar_store.h"
#include "core/storage/framework_store.h"
#include "core/storage/reference.h"
#include "core/storage/school_store.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

School school(std::string urn, std::string name) {
    School made;
    made.urn = std::move(urn);
    made.name = std::move(name);
    made.kind = SchoolKind::primary;
    made.governance = Governance::maintained;
    made.pupils = 98;
    return made;
}

constexpr const char* calendar = R"({"format": "kitbag-half-terms/1", "title": "Wendshire's", "source": "Invented",
  "half_terms": [{"id": "2026-27.1", "title": "Autumn 1, 2026", "from": "2026-09-02", "to": "2026-10-23"}]})";

std::vector<School> wendshire() {
    return {school("900001", "Ashmere Primary School"), school("900002", "St Zoë's Church of England Primary School"),
            school("900003", "Wend Valley Academy"), school("900005", "Château Road School"),
            school("900010", "Primary School of Ash")};
}

TEST_CASE("A name is compared without case, accents and marks") {
    struct Row {
        const char* text;
        const char* folded;
    };
    const Row rows[] = {
        {"Ashmere Primary", "ashmere primary"},
        {"St. Zoë's", "st zoes"},
        {"St Zoë’s", "st zoes"},
        {"ÀÉÎÕÜ ßøñ", "aeiou son"},
        {"Łódź", "lodz"},
        {"  a -- b  ", "a b"},
        {"Zoe\xcc\x88", "zoe"},
        {"学校", "学校"},
        {"", ""},
        {"A–B", "a b"},
        {"bad \xff\xc3", "bad \xff\xc3"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(fold_for_search(row.text) == row.folded);
    }
}

TEST_CASE("A school is there under each URN that it had before it converted") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    SchoolStore schools(*database);
    auto county = wendshire();
    county[2].formerly = {"900103", "900203"};
    REQUIRE(schools.replace_all(county));
    for (const char* const urn : {"900003", "900103", "900203"}) {
        CAPTURE(urn);
        const auto found = schools.school(urn);
        REQUIRE(found);
        REQUIRE(*found);
        CHECK(**found == county[2]);
    }
    for (const char* const urn : {"90010", "900303", "", "%", "900103 900203"}) {
        CAPTURE(urn);
        CHECK_FALSE(*schools.school(urn));
    }
    county[2].formerly = {};
    REQUIRE(schools.replace_all(county));
    CHECK_FALSE(*schools.school("900103"));
}

TEST_CASE("Schools are found by part of a name or the beginning of a URN") {
    struct Row {
        const char* search;
        int limit;
        const char* urns;
    };
    const Row rows[] = {
        {"", 100, "900001 900005 900010 900002 900003"},
        {"ash", 100, "900001 900010"},
        {"ZOE", 100, "900002"},
        {"st zoe's", 100, "900002"},
        {"primary", 100, "900010 900001 900002"},
        {"school chateau", 100, "900005"},
        {"mere", 100, "900001"},
        {"9000", 100, "900001 900005 900010 900002 900003"},
        {"900003", 100, "900003"},
        {"00003", 100, ""},
        {"primary", 2, "900010 900001"},
        {"nothing like it", 100, ""},
        {"%", 100, "900001 900005 900010 900002 900003"},
    };
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    SchoolStore schools(*database);
    REQUIRE(schools.replace_all(wendshire()));
    for (const Row& row : rows) {
        CAPTURE(row.search);
        const auto found = schools.search(row.search, row.limit);
        REQUIRE(found);
        std::string urns;
        for (const School& each : *found) urns += (urns.empty() ? "" : " ") + each.urn;
        CHECK(urns == row.urns);
    }
}

TEST_CASE("A new register takes the place of the old one") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    SchoolStore schools(*database);
    REQUIRE(schools.replace_all(wendshire()));
    CHECK(schools.count() == 5);
    const School only = school("900009", "Marsh End");
    REQUIRE(schools.replace_all({&only, 1}));
    CHECK(schools.count() == 1);
    CHECK(schools.school("900009").value() == only);
    CHECK_FALSE(schools.school("900001").value().has_value());
}

TEST_CASE("Packs are kept by version and never removed") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    FrameworkStore packs(*database);
    const StoredPack first{"school", "2014", "{\"id\":\"school\"}"};
    const StoredPack second{"school", "2015", "{}"};
    REQUIRE(packs.put({&second, 1}));
    REQUIRE(packs.put({&first, 1}));
    CHECK(packs.all().value() == std::vector{first, second});
    CHECK(packs.pack("school", "2014").value() == first);
    CHECK_FALSE(packs.pack("school", "2016").value().has_value());
}

TEST_CASE("A calendar takes the place of the one before, and where there is none no half term is known") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    CalendarStore store(*database);
    CHECK(store.text() == "");
    CHECK(store.half_terms().value().empty());
    REQUIRE(store.put(calendar));
    CHECK(store.half_terms().value() ==
          std::vector<HalfTerm>{{"2026-27.1", "Autumn 1, 2026", {2026, 9, 2}, {2026, 10, 23}}});
    std::string newer = calendar;
    newer.replace(newer.find("10-23"), 5, "10-22");
    REQUIRE(store.put(newer));
    CHECK(store.half_terms().value().at(0).to == Date{2026, 10, 22});
    CHECK(answer(*database, "SELECT count(*) FROM calendar") == "1");
    REQUIRE(store.put(""));
    CHECK(store.half_terms().value().empty());
}

TEST_CASE("A reference is taken over whole or not at all") {
    SetClock clock;
    SeededRandom random;
    MemoryPool pool;
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    const StoredPack pack{"school", "2014", "{}"};
    REQUIRE(replace_reference(**database, "one", wendshire(), {&pack, 1}, calendar, {}, {}));

    pool.trouble_at(2, Trouble::full_once);
    const School only = school("900009", "Marsh End");
    CHECK(replace_reference(**database, "two", {&only, 1}, {}, "", {}, {}).error().code == "storage_full");
    CHECK(SchoolStore(**database).count() == 5);
    CHECK(CalendarStore(**database).text() == calendar);
    CHECK(answer(**database, "SELECT value FROM setting WHERE name = 'reference.version'") == "one");

    REQUIRE(replace_reference(**database, "two", {&only, 1}, {}, "", {}, {}));
    CHECK(SchoolStore(**database).count() == 1);
    CHECK(FrameworkStore(**database).all().value().size() == 1);
    CHECK(CalendarStore(**database).text() == "");
    CHECK(answer(**database, "SELECT value FROM setting WHERE name = 'reference.version'") == "two");
}

}  // namespace
}  // namespace kitbag
