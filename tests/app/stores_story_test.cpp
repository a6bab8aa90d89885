#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* note = "Evidence for Progress";

void write_note(Tablet& tablet, const char* text) {
    story::start_visit(tablet);
    tablet.fill(note, text);
}

void read_visit(Tablet& tablet) {
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    tablet.press("Aspects");
}

void lock(Tablet& tablet) {
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
}

void set_up_another(Tablet& tablet, FakeCounty& county, const char* name, const char* passphrase) {
    county.code = "KTB-2222-2222";
    tablet.press("Set up for another adviser");
    tablet.fill("Your name", name);
    tablet.fill("Enrolment code", "KTB-2222-2222");
    tablet.fill("Choose a passphrase", passphrase);
    tablet.fill("The passphrase once more", passphrase);
    tablet.press("Set up this tablet");
}

void spoil(MemoryFiles& files, PoolFile file) {
    for (std::uint8_t& byte : files.bytes_of(file)) byte = static_cast<std::uint8_t>(byte * 7 + 13);
}

}  // namespace

SCENARIO("two advisers share a tablet, each with a store that only her own passphrase opens") {
    story::Kit kit;
    const char* bens = "otters under the bridge";
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        write_note(tablet, "Ada saw this.");
        kit.county.online = true;
        lock(tablet);
        CHECK_FALSE(tablet.sees(Role::radio_group, "Who is using this tablet?"));
        set_up_another(tablet, kit.county, "Ben Fenner", bens);
        INFO(tablet.everything());
        CHECK(tablet.sees("3 schools"));
        write_note(tablet, "Ben saw that.");
        lock(tablet);
    }
    Tablet tablet = kit.tablet(2);
    INFO(tablet.everything());
    CHECK(tablet.has_chosen("Who is using this tablet?", "Ben Fenner"));
    story::unlock(tablet, story::passphrase);
    CHECK(tablet.sees("That is not the passphrase of this tablet."));
    tablet.choose("Who is using this tablet?", "Ada Marsh");
    CHECK_FALSE(tablet.sees("That is not the passphrase of this tablet."));
    story::unlock(tablet, story::passphrase);
    read_visit(tablet);
    CHECK(tablet.value_of(note) == "Ada saw this.");
    lock(tablet);
    CHECK(tablet.has_chosen("Who is using this tablet?", "Ada Marsh"));
    tablet.choose("Who is using this tablet?", "Ben Fenner");
    story::unlock(tablet, bens);
    CHECK(tablet.sees("3 schools"));
}

SCENARIO("setting up for another adviser can be left, and nothing has changed") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    lock(tablet);
    tablet.press("Set up for another adviser");
    CHECK(tablet.sees(Role::heading, "Set up this tablet"));
    tablet.press("Back");
    CHECK(tablet.sees(Role::heading, "Unlock Kitbag"));
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}

SCENARIO(
    "a store that cannot be read is named, given as a file, set aside and never changed; work goes on in another") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        write_note(tablet, "The hall was calm.");
        tablet.press("Sync now");
    }
    bool asks_passphrase = false;
    PoolFile file = PoolFile::key;
    SUBCASE("with random bytes in place of its key") {}
    SUBCASE("with random bytes in place of its database") {
        file = PoolFile::database;
        asks_passphrase = true;
    }
    spoil(kit.files, file);
    const std::vector<std::uint8_t> before = kit.files.bytes_of(file);
    Tablet tablet = kit.tablet(2);
    if (asks_passphrase) story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "This store cannot be read"));
    tablet.press("Save it as a file for the office");
    REQUIRE(tablet.platform().given.size() == 1);
    CHECK(tablet.platform().given.front().name == "Kitbag store as found 2026-11-23 14.02.kitbag");
    CHECK(tablet.platform().given.front().content.contains(std::string(before.begin(), before.end())));

    tablet.press("Set it aside and go on");
    CHECK(tablet.sees(Role::heading, "Set up this tablet"));
    CHECK(tablet.sees("Ada Marsh, set aside 23 November 2026, 14:02"));
    kit.county.code = "KTB-3333-3333";
    story::set_up(tablet, "Ada Marsh", "KTB-3333-3333");
    read_visit(tablet);
    CHECK(tablet.sees("The hall was calm."));
    CHECK(kit.files.bytes_of(file) == before);
    lock(tablet);
    CHECK(tablet.sees("Ada Marsh, store 1, set aside"));
    tablet.press("Try to open it again: Ada Marsh");
    CHECK(tablet.has_chosen("Who is using this tablet?", "Ada Marsh, store 1"));
    CHECK(kit.files.bytes_of(file) == before);
}

TEST_CASE("A store that can be read cannot be set aside, and a wrong passphrase is no damage") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    lock(tablet);
    story::unlock(tablet, "not the passphrase");
    CHECK_FALSE(tablet.sees("This store cannot be read"));
    CHECK_FALSE(tablet.sees(Role::button, "Set it aside and go on"));
}

TEST_CASE("A tablet that keeps as many stores as it can offers no other, and says so") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    for (int number = 2; number <= stores_max; ++number) {
        lock(tablet);
        const std::string name = "Adviser " + std::to_string(number);
        set_up_another(tablet, kit.county, name.c_str(), story::passphrase);
        REQUIRE(tablet.sees("3 schools"));
    }
    lock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("This tablet keeps as many stores as it can."));
    CHECK_FALSE(tablet.sees(Role::button, "Set up for another adviser"));
    CHECK_FALSE(tablet.sees(Role::button, "I have a backup file"));
}

TEST_CASE("A store from before there were names is opened as ever, and then has one") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
    }
    kit.files.bytes_of(PoolFile::label).clear();
    {
        Tablet tablet = kit.tablet(2);
        story::unlock(tablet);
        CHECK(tablet.sees("3 schools"));
    }
    const auto& label = kit.files.bytes_of(PoolFile::label);
    CHECK(std::string(label.begin(), label.end()).contains("Ada Marsh"));
    CHECK_FALSE(std::string(label.begin(), label.end()).contains("Wendshire"));
}
