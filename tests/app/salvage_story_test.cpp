#include <algorithm>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "app/session/upkeep.h"
#include "tests/app/picture.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* note = "Evidence for Progress";
constexpr const char* what_could_be_read = "What could be read is in this new store:";
constexpr std::size_t page_bytes = 4096;

std::size_t pages(MemoryFiles& files) {
    return files.bytes_of(PoolFile::database).size() / page_bytes;
}

// From 1.
void spoil_page(MemoryFiles& files, std::size_t page) {
    std::vector<std::uint8_t>& bytes = files.bytes_of(PoolFile::database);
    for (std::size_t at = (page - 1) * page_bytes; at < page * page_bytes; ++at)
        bytes[at] = static_cast<std::uint8_t>(bytes[at] * 7 + 13);
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

// A tablet with a visit that nobody has received, stopped.
void write_offline(story::Kit& kit) {
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.online = false;
    story::start_visit(tablet);
    tablet.fill(note, "The hall was calm.");
}

// What "What could be read…" is written on.
bool news_stands_on(Tablet& tablet, Colour ground) {
    draw_sharply(tablet.host());
    tablet.touch();
    tablet.resize(1180, 821);
    const Picture picture(tablet.host());
    return std::ranges::any_of(picture.words(), [&](const DrawnWords& words) {
        return words.text.contains("What") && picture.at(words.box.x + 2, words.box.y + 2) == ground;
    });
}

bool received(const FakeCounty& county, std::string_view text) {
    return std::ranges::any_of(
        county.log, [&](const Change& change) { return text_in(change, "text") == std::optional<std::string>(text); });
}

}  // namespace

SCENARIO("an adviser whose store is damaged recovers what can be read, goes on, and the county receives it") {
    story::Kit kit;
    write_offline(kit);
    spoil_page(kit.files, pages(kit.files));
    const std::vector<std::uint8_t> damaged = kit.files.bytes_of(PoolFile::database);
    {
        Tablet tablet = kit.tablet(2);
        story::unlock(tablet);
        INFO(tablet.everything());
        CHECK(tablet.sees(Role::heading, "This store cannot be read"));
        tablet.press("Recover what can be read");
        CHECK(tablet.sees(what_could_be_read));
        CHECK(tablet.sees("3 schools"));
        read_visit(tablet);
        CHECK(tablet.value_of(note) == "The hall was calm.");
        CHECK_FALSE(received(kit.county, "The hall was calm."));
        kit.county.online = true;
        tablet.press("Sync now");
        CHECK(received(kit.county, "The hall was calm."));
        tablet.fill(note, "The hall was calm at lunch.");
        tablet.press("Sync now");
        CHECK(received(kit.county, "The hall was calm at lunch."));
        CHECK(kit.county.log.back().device == kit.county.log.front().device);
        lock(tablet);
        CHECK(tablet.sees("Ada Marsh, store 1, set aside 23 November 2026"));
    }
    CHECK(kit.files.bytes_of(PoolFile::database) == damaged);
    Tablet tablet = kit.tablet(3);
    story::unlock(tablet);
    read_visit(tablet);
    CHECK(tablet.value_of(note) == "The hall was calm at lunch.");
}

SCENARIO(
    "whichever page is damaged, recovering ends in a store to go on with or in words, and the damaged one stays as it "
    "is") {
    story::Kit written;
    write_offline(written);
    const std::vector<std::uint8_t> database = written.files.bytes_of(PoolFile::database);
    const std::vector<std::uint8_t> key = written.files.bytes_of(PoolFile::key);
    int recovered = 0;
    int with_note = 0;
    int tried = 0;
    for (std::size_t page = 1; page <= database.size() / page_bytes; page += 4, ++tried) {
        CAPTURE(page);
        story::Kit kit;
        kit.county.online = false;
        kit.files.bytes_of(PoolFile::database) = database;
        kit.files.bytes_of(PoolFile::key) = key;
        spoil_page(kit.files, page);
        const std::vector<std::uint8_t> damaged = kit.files.bytes_of(PoolFile::database);
        Tablet tablet = kit.tablet(2);
        story::unlock(tablet);
        INFO(tablet.everything());
        if (tablet.sees(Role::button, "Recover what can be read")) {
            tablet.press("Recover what can be read");
            const bool nothing = tablet.sees("Nothing in this store can be read here");
            CHECK(nothing != tablet.sees(what_could_be_read));
            if (!nothing) {
                ++recovered;
                lock(tablet);
                CHECK(tablet.sees("An adviser, set aside"));
                story::unlock(tablet);
                story::open_school(tablet, "Bramble Hill Primary School");
                if (tablet.sees("23 November 2026")) ++with_note;
            }
        }
        CHECK(kit.files.bytes_of(PoolFile::database) == damaged);
    }
    MESSAGE(tried, " pages: ", recovered, " recovered, ", with_note, " with the visit");
    CHECK(recovered > tried / 2);
    CHECK(with_note > tried / 3);
}

SCENARIO("recovering needs the passphrase of the damaged store, and a wrong one changes nothing") {
    story::Kit kit;
    write_offline(kit);
    spoil_page(kit.files, pages(kit.files));
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    tablet.fill("Passphrase", "");
    tablet.press("Recover what can be read");
    CHECK(tablet.sees("Write your passphrase."));
    tablet.fill("Passphrase", "not the passphrase");
    tablet.press("Recover what can be read");
    INFO(tablet.everything());
    CHECK(tablet.sees("That is not the passphrase of this tablet."));
    CHECK_FALSE(tablet.sees(what_could_be_read));
    CHECK(kit.files.store(2).bytes_of(PoolFile::database).empty());
}

SCENARIO("recovering on a tablet that is full says so and changes nothing, and is done when there is room again") {
    story::Kit kit;
    write_offline(kit);
    spoil_page(kit.files, pages(kit.files));
    const std::vector<std::uint8_t> damaged = kit.files.bytes_of(PoolFile::database);
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    kit.files.store(2).trouble = MemoryFiles::Trouble::full;
    tablet.press("Recover what can be read");
    INFO(tablet.everything());
    CHECK(tablet.sees("There is no room left on this tablet."));
    CHECK_FALSE(tablet.sees(what_could_be_read));
    CHECK(kit.files.bytes_of(PoolFile::database) == damaged);
    kit.files.store(2).trouble = MemoryFiles::Trouble::none;
    tablet.press("Recover what can be read");
    CHECK(tablet.sees(what_could_be_read));
    CHECK_FALSE(tablet.sees("There is no room left on this tablet."));
}

SCENARIO("a store whose key is damaged offers no recovery, because nobody could read it") {
    story::Kit kit;
    write_offline(kit);
    for (std::uint8_t& byte : kit.files.bytes_of(PoolFile::key)) byte = static_cast<std::uint8_t>(byte * 7 + 13);
    Tablet tablet = kit.tablet(2);
    CHECK(tablet.sees(Role::heading, "This store cannot be read"));
    CHECK_FALSE(tablet.sees(Role::button, "Recover what can be read"));
}

SCENARIO("damage that is met while the store is open leads to recovering what can be read") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.fill(note, "The hall was calm.");
    tablet.pass(2 * Upkeep::quiet_ms);  // The log is in the store now, and all of it was looked at.
    kit.clock.time += Instant{24} * 60 * 60 * 1000;
    story::come_back(tablet);
    spoil_page(kit.files, pages(kit.files));
    tablet.pass(2 * Upkeep::quiet_ms);
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::alert, "Part of what is stored on this tablet is damaged"));
    tablet.press("Lock and recover");
    CHECK(tablet.sees(Role::heading, "Part of this store cannot be read"));
    tablet.fill("Passphrase", story::passphrase);
    tablet.press("Recover what can be read");
    CHECK(tablet.sees(what_could_be_read));
    read_visit(tablet);
    CHECK(tablet.value_of(note) == "The hall was calm.");
    lock(tablet);
    CHECK_FALSE(tablet.sees(Role::heading, "Part of this store cannot be read"));
}

SCENARIO("a store that was set aside is removed only after it was saved as a file, and when it was said twice") {
    story::Kit kit;
    write_offline(kit);
    spoil_page(kit.files, pages(kit.files));
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    tablet.press("Recover what can be read");
    lock(tablet);
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees(Role::button, "Remove it from this tablet"));
    CHECK(tablet.sees("Once it has been saved as a file, it can be removed"));
    tablet.press("Save as a file: Ada Marsh, store 1");
    REQUIRE(tablet.platform().given.size() == 1);
    tablet.press("Remove it from this tablet: Ada Marsh, store 1");
    CHECK(tablet.sees("never sent to the county is then only in the file"));
    tablet.press("Keep it");
    CHECK(tablet.sees("set aside 23 November 2026"));
    tablet.press("Remove it from this tablet");
    tablet.press("Remove it for good");
    CHECK_FALSE(tablet.sees("set aside 23 November 2026"));
    for (const PoolFile file : {PoolFile::database, PoolFile::wal, PoolFile::journal, PoolFile::key, PoolFile::label})
        CHECK(kit.files.bytes_of(file).empty());
    story::unlock(tablet);
    read_visit(tablet);
    CHECK(tablet.value_of(note) == "The hall was calm.");
}

TEST_CASE("A store that was saved as a file and then opened again has to be saved once more before it can be removed") {
    story::Kit kit;
    write_offline(kit);
    spoil_page(kit.files, pages(kit.files));
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    tablet.press("Set it aside and go on");
    tablet.press("Save as a file");
    CHECK(tablet.sees(Role::button, "Remove it from this tablet"));
    tablet.press("Try to open it again");
    story::unlock(tablet);
    tablet.press("Set it aside and go on");
    CHECK_FALSE(tablet.sees(Role::button, "Remove it from this tablet"));
}

SCENARIO("what was recovered looks like a success only when nothing was unreadable") {
    story::Kit written;
    write_offline(written);
    const std::size_t all = pages(written.files);
    int whole = 0;
    int partly = 0;
    for (std::size_t page = 2; page <= all && (whole == 0 || partly == 0); ++page) {
        story::Kit kit;
        kit.county.online = false;
        for (const PoolFile file : {PoolFile::database, PoolFile::key})
            kit.files.bytes_of(file) = written.files.bytes_of(file);
        spoil_page(kit.files, page);
        Tablet tablet = kit.tablet(2);
        story::unlock(tablet);
        if (!tablet.sees(Role::button, "Recover what can be read")) continue;
        tablet.press("Recover what can be read");
        if (!tablet.sees(what_could_be_read)) continue;
        CAPTURE(page);
        INFO(tablet.everything());
        const Palette& colours = tablet.host().theme().colours;
        const bool all_read = tablet.sees("Nothing was unreadable.");
        ++(all_read ? whole : partly);
        CHECK(news_stands_on(tablet, colours.good_soft) == all_read);
        CHECK(news_stands_on(tablet, colours.warning_soft) != all_read);
    }
    CHECK(whole > 0);
    CHECK(partly > 0);
}

SCENARIO("a store that no longer says who its tablet is keeps its changes, and sends them once it is enrolled again") {
    story::Kit written;
    write_offline(written);
    bool met = false;
    for (std::size_t page = 2; page <= pages(written.files) && !met; ++page) {
        story::Kit kit;
        kit.county.online = false;
        for (const PoolFile file : {PoolFile::database, PoolFile::key, PoolFile::label})
            kit.files.bytes_of(file) = written.files.bytes_of(file);
        spoil_page(kit.files, page);
        Tablet tablet = kit.tablet(2);
        story::unlock(tablet);
        if (!tablet.sees(Role::button, "Recover what can be read")) continue;
        tablet.press("Recover what can be read");
        if (!tablet.sees("it has to be enrolled again")) continue;
        met = true;
        CAPTURE(page);
        INFO(tablet.everything());
        read_visit(tablet);
        CHECK(tablet.value_of(note) == "The hall was calm.");
        kit.county.know_again("Ada Marsh");
        kit.county.online = true;
        kit.county.shut_out = true;  // Without a token nobody is known.
        tablet.press("Sync now");
        tablet.press("See why");
        tablet.fill("Enrolment code", "KTB-7Q4M-X2PD");
        tablet.press("Enrol this tablet again");
        REQUIRE(kit.county.earlier);
        CHECK(kit.county.earlier->devices == std::vector<std::string>{"0000000000000001"});
        CHECK(received(kit.county, "The hall was calm."));
        CHECK(tablet.sees("Everything is received by the county"));
    }
    CHECK(met);
}
