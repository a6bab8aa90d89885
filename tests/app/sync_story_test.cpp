#include <set>

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

using story::complete;

namespace {

// More than fit into two pages, written on another tablet.
void bring_many_notes(story::Kit& kit) {
    constexpr Instant yesterday = 1'795'000'000'000;
    const std::string visit = visit_elsewhere(kit.county, 2, yesterday, {{"status", "under_way"}});
    constexpr int notes = 1'200;
    for (int note = 0; note < notes; ++note) {
        const std::string id = "0192f3c4-a1b2-7c3d-8e4f-00000000" + std::to_string(1000 + note);
        write_elsewhere(kit.county, 2, yesterday + note, "evidence_note", id, {{"visit", visit}, {"text", "Calm."}});
    }
}

}  // namespace

SCENARIO("what is missing is said before a visit can be completed") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Details");
    tablet.press("Complete the visit");
    INFO(tablet.everything());
    CHECK(tablet.sees("Before the visit can be completed"));
    CHECK_FALSE(tablet.sees("Complete this visit?"));
}

SCENARIO("a visit completed with no connection is received when there is one, with its receipt") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.online = false;
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("On this tablet only"));
    CHECK(tablet.sees("wait safely on this tablet"));
    CHECK(tablet.sees("Seen in three lessons."));

    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Received by the county, 23 November 2026, 14:02, receipt R-0000"));
    CHECK(tablet.sees("Everything is received by the county"));

    WHEN("it is synced again") {
        const std::size_t before = kit.county.log.size();
        tablet.press("Sync now");
        CHECK(kit.county.log.size() == before);
    }
    WHEN("another adviser's tablet syncs") {
        kit.county.code = "KTB-2222-2222";
        MemoryFiles other_files;
        // One store is open at a time in a program, so the first tablet is put away.
        tablet.press("Sending and receiving");
        tablet.press("Lock this tablet");
        Tablet other(other_files, kit.clock, kit.county, 7);
        story::set_up(other, "Ben Fenner", "KTB-2222-2222");
        story::open_school(other, "Bramble Hill Primary School");
        other.press("23 November 2026");
        INFO(other.everything());
        CHECK(other.sees(Role::heading, "Visit record"));
        CHECK(other.sees("Seen in three lessons."));
        CHECK(other.sees("Brought from the county"));
        CHECK(other.sees("Keeping in Touch visit by Ada Marsh"));
        CHECK_FALSE(other.sees(Role::button, "Complete the visit"));
    }
}

SCENARIO("tablets that find no county ask again each at a moment of its own, about half a minute later") {
    std::set<Instant> waits;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        story::Kit kit;
        Tablet tablet = kit.tablet(seed);
        story::set_up(tablet);
        kit.county.online = false;
        tablet.press("Sync now");
        const Instant wait = tablet.platform().timers.at(Timer::sync) - kit.clock.now();
        CHECK(wait >= 22'500);
        CHECK(wait <= 37'500);
        waits.insert(wait);
    }
    CHECK(waits.size() > 3);
}

SCENARIO("a refused change is shown with its reason, holds up nothing else, and can be tried again") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.refused_entity = "evidence_note";
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("1 change was refused"));
    CHECK(tablet.sees("Part of it was refused by the county"));
    CHECK_FALSE(kit.county.log.empty());
    tablet.press("See why");
    INFO(tablet.everything());
    CHECK(tablet.sees("The county cannot take this note: it names a person."));
    CHECK(tablet.sees("Evidence note: Bramble Hill Primary School, 23 November 2026"));

    kit.county.refused_entity = "";
    tablet.press("Try again");
    INFO(tablet.everything());
    CHECK(tablet.sees("Everything is received by the county"));
    CHECK(tablet.sees("Nothing has been refused."));
}

SCENARIO("a refused change can be put aside: it is kept and listed, and may be taken up again") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.refused_entity = "evidence_note";
    tablet.fill("Evidence for Quality of teaching", "It names a person.");
    tablet.press("Sync now");
    tablet.press("See why");
    CHECK_FALSE(tablet.sees(Role::heading, "Put aside"));
    tablet.press("Put aside: Evidence note: Bramble Hill Primary School");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Put aside"));
    CHECK(tablet.sees("Nothing has been refused."));
    CHECK(tablet.sees("The county cannot take this note: it names a person."));
    CHECK_FALSE(tablet.sees("1 change was refused"));
    CHECK(tablet.app().at_work().unsent == 1);
    kit.county.refused_entity = "";
    tablet.press("Take it up again: Evidence note");
    CHECK_FALSE(tablet.sees(Role::heading, "Put aside"));
    CHECK(kit.county.log.back().entity == "evidence_note");
}

SCENARIO(
    "a clock that is wrong is told with its way and by how much, holds nothing up, and the notice goes with the "
    "error") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.now = kit.clock.now() - 3 * 60 * 60 * 1000;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("This tablet’s clock is about 3 hours ahead"));
    tablet.press("Sending and receiving");
    CHECK(tablet.sees("about 3 hours ahead of the county’s. Set it right in the tablet’s settings"));
    kit.county.now = kit.clock.now() + 12 * 60 * 1000;
    tablet.press("Sync now");
    CHECK(tablet.sees("This tablet’s clock is 12 minutes behind the county’s"));
    kit.county.now = kit.clock.now() + 4 * 60 * 1000;
    tablet.press("Sync now");
    CHECK_FALSE(tablet.sees("This tablet’s clock is"));
}

SCENARIO("a guest network that answers in the county's place loses nothing and alarms nobody") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.captive_portal = true;
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("On this tablet only"));
    CHECK_FALSE(tablet.sees(Role::alert, ""));
    kit.county.captive_portal = false;
    tablet.press("Sync now");
    CHECK(tablet.sees("Everything is received by the county"));
}

SCENARIO("what many changes from the county have come to is shown, and can be stopped without loss") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    bring_many_notes(kit);
    tablet.answer_only(2);  // The schools, and the first page.
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::progress, "Receiving what others wrote"));
    CHECK(tablet.sees("500 changes received so far"));
    tablet.press("Stop");
    CHECK(tablet.sees(Role::progress, "Stopping after what is on its way now"));
    CHECK_FALSE(tablet.platform().sent.empty());
    tablet.answer_all();
    CHECK(tablet.platform().sent.empty());
    CHECK(tablet.sees("Stopped; the county may have more for this tablet"));
    CHECK_FALSE(tablet.sees(Role::progress, ""));
    tablet.answer_only(2);  // What came before the stop is not asked for again.
    tablet.press("Sync now");
    CHECK_FALSE(tablet.sees(Role::progress, ""));
    tablet.answer_all();
    CHECK(tablet.sees("Nothing has been written on this tablet yet"));
}

SCENARIO("a sync that is asked for while another stops follows it") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    bring_many_notes(kit);
    tablet.answer_only(2);
    tablet.press("Sync now");
    tablet.press("Stop");
    tablet.hide();
    tablet.show();  // Seen again, the tablet looks for news.
    tablet.answer_all();
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees("Stopped; "));
    CHECK(tablet.sees("Nothing has been written on this tablet yet"));
}

SCENARIO("a sync of many changes says how many are sent, and what waits when it is stopped") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.online = false;
    tablet.press("Notes");
    std::string page;  // Three of them are more than one request may hold.
    for (int letter = 0; letter < 90'000; ++letter) page += "𝄞";
    for (int note = 0; note < 5; ++note) tablet.fill("Write a note", page);
    kit.county.online = true;
    tablet.answer_only(2);  // The schools, and the first batch.
    tablet.press("Sync now");
    INFO(tablet.everything().substr(0, 4000));
    CHECK(tablet.sees(Role::progress, "Sending what was written on this tablet"));
    CHECK(tablet.sees(" changes sent"));
    tablet.press("Stop");
    tablet.answer_all();
    CHECK(tablet.sees("Stopped; "));
    CHECK(tablet.sees(" still wait"));
    const std::size_t had = kit.county.log.size();
    tablet.press("Sync now");
    CHECK(kit.county.log.size() > had);
    CHECK(tablet.sees("Everything is received by the county"));
}

SCENARIO("the first bringing of the schools shows that it goes on, and can be stopped") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    tablet.answer_only(1);  // The enrolment.
    story::set_up(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::progress, "Bringing the schools and the criteria to this tablet"));
    tablet.press("Stop");
    tablet.answer_all();
    CHECK(tablet.sees(Role::heading, "Schools"));
    CHECK(tablet.sees("Stopped; the county may have more for this tablet"));
}
