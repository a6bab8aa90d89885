#include "core/storage/device_store.h"
#include "core/storage/draft_store.h"
#include "core/storage/person_store.h"
#include "core/storage/settings.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

TEST_CASE("A draft is there after the store was closed, with its last text and its first base") {
    TemporaryFolder folder;
    const std::string stamp(32, '1');
    {
        const auto database = open_file(folder.file("a.db"));
        REQUIRE(database->run("INSERT INTO field_state VALUES ('visit', 'v', 'focus', ?, '\"Maths\"', 'ada', NULL, '')",
                              stamp));
        DraftStore drafts(*database);
        REQUIRE(drafts.save("visit", "v", "focus", "Mat", 1000));
        REQUIRE(database->run("UPDATE field_state SET stamp = ?", std::string(32, '2')));
        REQUIRE(drafts.save("visit", "v", "focus", "Maths and rea", 2000));
        REQUIRE(drafts.save("visit", "v", "participants", "The head", 1500));
    }
    const auto database = open_file(folder.file("a.db"));
    const DraftStore drafts(*database);
    const auto all = drafts.all();
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK((*all)[0] == Draft{"visit", "v", "participants", "The head", 1500, ""});
    CHECK((*all)[1] == Draft{"visit", "v", "focus", "Maths and rea", 2000, stamp});
}

TEST_CASE("A removed draft is gone, and only that one") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    DraftStore drafts(*database);
    REQUIRE(drafts.save("visit", "v", "focus", "a", 1));
    REQUIRE(drafts.save("visit", "v", "participants", "b", 1));
    REQUIRE(drafts.remove("visit", "v", "focus"));
    CHECK_FALSE(drafts.draft("visit", "v", "focus").value().has_value());
    CHECK(drafts.draft("visit", "v", "participants").value()->text == "b");
}

TEST_CASE("A setting holds its latest text") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    Settings settings(*database);
    CHECK_FALSE(settings.get("colour").value().has_value());
    REQUIRE(settings.set("colour", "green"));
    REQUIRE(settings.set("colour", ""));
    CHECK(settings.get("colour").value() == "");
}

TEST_CASE("A tablet remembers who it is and how far it has read") {
    TemporaryFolder folder;
    const Enrolment enrolment{"00112233445566aa",
                              std::string(43, 't'),
                              {"0192f3c4-a1b2-7c3d-8e4f-0123456789ab", "Ada Marsh", "adviser"},
                              "Wendshire"};
    {
        const auto database = open_file(folder.file("a.db"));
        DeviceStore device(*database);
        CHECK_FALSE(device.enrolment().value().has_value());
        CHECK(device.cursor() == 0);
        CHECK(device.reference_version() == "");
        CHECK_FALSE(device.last_contact().value().has_value());
        REQUIRE(device.save(enrolment));
        REQUIRE(device.set_cursor(9'007'199'254'740'993));
        REQUIRE(device.set_reference_version("abc"));
        REQUIRE(device.set_last_contact(1'795'442'525'123));
    }
    const auto database = open_file(folder.file("a.db"));
    const DeviceStore device(*database);
    CHECK(device.enrolment().value() == enrolment);
    CHECK(PersonStore(*database).name_of(enrolment.adviser.id) == "Ada Marsh");
    CHECK(device.cursor() == 9'007'199'254'740'993);
    CHECK(device.reference_version() == "abc");
    CHECK(device.last_contact().value() == 1'795'442'525'123);
}

}  // namespace
}  // namespace kitbag
