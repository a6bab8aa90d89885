// What the app does and says for the sake of what is stored: looking for damage, room, and texts that cannot be saved.

#include "app/session/upkeep.h"

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* evidence = "Evidence for Quality of teaching";
constexpr const char* damaged = "Part of what is stored on this tablet is damaged";
constexpr const char* full = "This tablet has almost no room left";
constexpr Instant one_day_ms = 24 * 60 * 60 * 1000;

// What is stored is damaged while the app is open, past everything that it keeps in memory.
void damage(MemoryFiles& files) {
    for (const PoolFile file : {PoolFile::database, PoolFile::wal}) {
        std::vector<std::uint8_t>& bytes = files.bytes_of(file);
        for (std::size_t at = 8192; at < bytes.size(); at += 512) bytes[at] ^= 1;
    }
}

}  // namespace

SCENARIO("a store that was damaged is noticed while nobody uses the tablet, and said in words") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Board");
    tablet.pass(Upkeep::quiet_ms / 2);
    damage(kit.files);
    CHECK_FALSE(tablet.sees(damaged));
    tablet.pass(2 * Upkeep::quiet_ms);  // Less than what locks a tablet that nobody uses.
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::alert, damaged));
}

SCENARIO("a store that is whole is looked through once a day, and then no timer is left") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.platform().timers.contains(Timer::upkeep));
    tablet.pass(Upkeep::quiet_ms - 1000);
    tablet.press("Board");  // Somebody is there: it waits.
    tablet.pass(2000);
    CHECK(tablet.platform().timers.contains(Timer::upkeep));
    tablet.pass(2 * Upkeep::quiet_ms);
    CHECK_FALSE(tablet.platform().timers.contains(Timer::upkeep));
    CHECK_FALSE(tablet.sees(damaged));
    const auto rings_until_rest = [&] {
        tablet.press("Schools");  // Somebody was there.
        int rings = 0;
        kit.clock.time += Upkeep::quiet_ms;
        for (; tablet.platform().timers.contains(Timer::upkeep) && rings < 1000; ++rings) {
            tablet.platform().timers.erase(Timer::upkeep);
            tablet.app().on_timer(Timer::upkeep);
        }
        return rings;
    };
    CHECK(rings_until_rest() < 5);  // The log, the index of notes, and nothing else.
    kit.clock.time += one_day_ms;
    story::come_back(tablet);
    CHECK(rings_until_rest() > 20);  // Each table.
}

SCENARIO("at rest the index of notes is brought together and the log is empty") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    for (int note = 1; note <= 8; ++note)
        tablet.fill("Write a note", "Quiet reading, table " + std::to_string(note) + ".");
    CHECK_FALSE(kit.files.bytes_of(PoolFile::wal).empty());
    tablet.pass(3 * Upkeep::quiet_ms / 2);
    CHECK_FALSE(tablet.platform().timers.contains(Timer::upkeep));
    CHECK(kit.files.bytes_of(PoolFile::wal).empty());
}

SCENARIO("how much room is used is told, and said louder the less there is") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const auto with = [&](std::int64_t used_mb) { tablet.app().on_room(used_mb * 1'000'000, 1'000'000'000); };
    const auto sending = [&] {
        tablet.press("Sending and receiving");
        return tablet.everything();
    };
    tablet.app().on_room(0, 0);  // A browser that does not tell.
    CHECK(sending().find("MB") == std::string::npos);
    with(690);
    CHECK(sending().find("Kitbag uses 690 MB of the 1000 MB") != std::string::npos);
    CHECK_FALSE(tablet.sees("Delete photos or apps"));
    with(700);
    sending();
    CHECK(tablet.sees("Delete photos or apps"));
    tablet.press("Schools");
    CHECK_FALSE(tablet.sees("running short of room"));
    with(850);
    tablet.press("Schools");
    CHECK(tablet.sees(Role::status, "This tablet is running short of room"));
    tablet.press("What to do");
    CHECK(tablet.sees("Delete photos or apps"));
    tablet.press("Close");
    CHECK_FALSE(tablet.sees(Role::alert, full));
    with(950);
    tablet.press("Board");
    CHECK(tablet.sees(Role::alert, full));
    with(100);
    tablet.press("Board");
    CHECK_FALSE(tablet.sees(Role::alert, full));
}

SCENARIO("texts that a full tablet cannot save are given as a file, whole and with their places") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.type(evidence, "Two groups read aloud – “with joy”.\nThe third waited.");
    tablet.pass(700);
    tablet.press("Save what is not saved to a file");
    REQUIRE(tablet.platform().given.size() == 1);
    const GivenFile& file = tablet.platform().given.front();
    CHECK(file.name == "kitbag-not-saved-2026-11-23.txt");
    CHECK(file.type == "text/plain");
    CHECK(file.content.find("Quality of teaching") != std::string::npos);
    CHECK(file.content.find("Bramble Hill Primary School") != std::string::npos);
    CHECK(file.content.find("Two groups read aloud – “with joy”.\nThe third waited.") != std::string::npos);
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.pass(6000);
    CHECK_FALSE(tablet.sees("Save what is not saved to a file"));
}
