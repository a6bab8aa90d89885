#include <set>

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* capture = "Write a note";
constexpr Instant minute = 60'000;
constexpr Instant day = 24 * 60 * minute;

std::size_t visits_begun(const FakeCounty& county) {
    std::set<std::string> visits;
    for (const Change& change : county.log) {
        if (change.entity == "visit") visits.insert(change.entity_id);
    }
    return visits.size();
}

void append_utf8(std::string& text, char32_t point) {
    const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) return byte(0xc0 | (point >> 6)), byte(0x80 | (point & 0x3f));
    if (point < 0x10000) {
        byte(0xe0 | (point >> 12));
    } else {
        byte(0xf0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3f));
    }
    byte(0x80 | ((point >> 6) & 0x3f));
    byte(0x80 | (point & 0x3f));
}

bool is_surrogate(char32_t point) {
    return point >= 0xd800 && point < 0xe000;
}

// Control characters first, then every twelfth character of Unicode, so that no block of a script is passed over, then more
// of the first ones to make up the number.
std::string every_script(std::size_t characters) {
    std::string text;
    std::size_t count = 0;
    for (char32_t point = 1; point < 0x20; ++point, ++count) append_utf8(text, point);
    for (char32_t point = 0x20; point < 0x110000; point += 12) {
        if (is_surrogate(point)) continue;
        append_utf8(text, point);
        ++count;
    }
    for (char32_t point = 0x21; count < characters; ++point, ++count) append_utf8(text, point);
    return text;
}

}  // namespace

SCENARIO("from the school's page one press leads to typing, and each note left gives an empty one") {
    for (const float width : {390.0f, 1180.0f}) {
        CAPTURE(width);
        story::Kit kit;
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        tablet.resize(width, 844);
        story::open_school(tablet, school);
        tablet.press("Write notes now");
        INFO(tablet.everything());
        CHECK(tablet.asked_focus_on(capture));
        tablet.pass(38 * minute);
        tablet.fill(capture, "The hall was calm at lunch.");
        CHECK(tablet.value_of(capture).empty());
        CHECK(tablet.value_of("Note 1, 14:40") == "The hall was calm at lunch.");
        tablet.pass(2 * minute);
        tablet.type(capture, "Year 6 led the reading.");
        tablet.press("Next note");
        INFO(tablet.everything());
        CHECK(tablet.asked_focus_on(capture));
        CHECK(tablet.value_of(capture).empty());
        CHECK(tablet.value_of("Note 2, 14:42") == "Year 6 led the reading.");
        tablet.press("Sync now");
        CHECK(latest_text(kit.county, "evidence_note", "by") == adviser_id(1));
        CHECK(visits_begun(kit.county) == 1);

        tablet.press("Back to the school");
        tablet.press("Write notes now");  // The visit that is under way, and no other.
        CHECK(tablet.value_of("Note 2, 14:42") == "Year 6 led the reading.");
        tablet.press("Sync now");
        CHECK(visits_begun(kit.county) == 1);
    }
}

SCENARIO("writing now goes into the visit planned for today, which then is under way") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    visit_elsewhere(kit.county, 1, kit.clock.time - day,
                    {{"kind", "governor_discussion"}, {"status", "planned"}, {"date", "2026-11-23"}});
    tablet.press("Sync now");
    story::open_school(tablet, school);
    CHECK(tablet.sees("Discussion with governors by Ada Marsh"));
    tablet.press("Write notes now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Discussion with governors by Ada Marsh"));
    CHECK_FALSE(tablet.sees("Planned for 23 November 2026."));
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit", "status") == "under_way");
}

SCENARIO("a visit planned for today that the academy rule does not allow yet stays planned, and takes notes") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.add_school("900005", "Fenside Academy", SchoolKind::primary, Governance::academy);
    tablet.press("Sync now");
    visit_elsewhere(kit.county, 1, kit.clock.time - day,
                    {{"urn", "900005"}, {"kind", "monitoring"}, {"status", "planned"}, {"date", "2026-11-23"}});
    tablet.press("Sync now");
    story::open_school(tablet, "Fenside Academy");
    tablet.press("Write notes now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Planned for 23 November 2026."));
    CHECK(tablet.sees(Role::multiline_field, capture));
}

SCENARIO("a note is sorted afterwards, each choice at once, and shows its tags in words") {
    for (const float width : {390.0f, 1180.0f}) {
        CAPTURE(width);
        story::Kit kit;
        story::VisitUnderWay tablet(kit);
        tablet.resize(width, 844);
        tablet.press("Notes");
        tablet.fill(capture, "A parent was glad of the new reading books.");
        tablet.press("Sort note 1");
        tablet.choose("It is", "Strength");
        tablet.choose("Aspect", "Parent View");
        tablet.choose("It speaks for", "Green");
        tablet.press("Free school meals");
        tablet.press("Boys");
        tablet.choose("Where it comes from", "Discussion");
        tablet.fill("Said by", "a parent of Year 2");
        INFO(tablet.everything());
        tablet.press("Done");
        for (const char* const chip : {"Strength", "Parent View", "Speaks for Green", "Free school meals", "Boys",
                                       "Discussion", "Said by a parent of Year 2"})
            CHECK_MESSAGE(tablet.sees(Role::text, chip), chip);
        tablet.press("Sort note 1");
        tablet.press("Free school meals");  // Again: takes it away.
        tablet.press("Done");
        CHECK_FALSE(tablet.sees(Role::text, "Free school meals"));
        tablet.press("Sync now");
        CHECK(latest_text(kit.county, "evidence_note", "groups") == "boys");
        CHECK(latest_text(kit.county, "evidence_note", "kind") == "strength");

        tablet.press("Aspects");
        CHECK(tablet.value_of("Evidence for Parent View and complaints") ==
              "A parent was glad of the new reading books.");
    }
}

SCENARIO("a colleague adds notes to a visit under way and changes nothing else of it") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const std::string visit =
        visit_elsewhere(kit.county, 2, kit.clock.time - day, {{"status", "under_way"}, {"date", "2026-11-23"}});
    const Instant at = kit.clock.time - 10 * minute;
    SeededRandom random(5);
    write_elsewhere(kit.county, 2, at, "evidence_note", new_id(at, random),
                    {{"visit", visit}, {"aspect", ""}, {"text", "Governors know the data."}, {"by", adviser_id(2)}});
    tablet.press("Sync now");
    story::open_school(tablet, school);
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    CHECK(tablet.sees("A colleague’s visit"));
    CHECK(tablet.sees(Role::text, "Governors know the data."));
    CHECK(tablet.sees("another adviser, 13:52"));
    CHECK_FALSE(tablet.sees(Role::button, "Sort note 1"));
    tablet.fill(capture, "The library is well used.");
    CHECK(tablet.value_of("Note 2, 14:02") == "The library is well used.");
    tablet.press("Aspects");
    CHECK_FALSE(tablet.sees(Role::button, "Clear this choice"));
    tablet.press("Details");
    CHECK_FALSE(tablet.sees(Role::multiline_field, "What the visit is about"));
    CHECK_FALSE(tablet.sees(Role::button, "Complete the visit"));
    tablet.press("Agreed");
    CHECK_FALSE(tablet.sees(Role::multiline_field, "Action 1"));
    tablet.press("Read the record so far");
    CHECK(tablet.sees(Role::heading, "Visit record"));
    tablet.press("Sync now");
    for (const Change& change : kit.county.log) {
        if (change.author == adviser_id(1)) CHECK(change.entity == "evidence_note");
    }
}

SCENARIO("a note for no aspect that was being typed when the app was killed is there again") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.press("Notes");
        tablet.pass(5 * minute);
        tablet.type(capture, "Half a sen");
        tablet.pass(700);
        CHECK(tablet.sees("Saved on this tablet"));
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("Recovered what you were typing when the app stopped: A note at Bramble Hill Primary School."));
    tablet.press("Show it");
    CHECK(tablet.value_of("Note 1, 14:07") == "Half a sen");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "evidence_note", "by") == adviser_id(1));
}

SCENARIO("emptying a note takes it off the list") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.fill(capture, "Not for here.");
    tablet.type("Note 1, 14:02", "");
    CHECK(tablet.value_of("Note 1, 14:02").empty());
    tablet.leave();
    CHECK(tablet.sees("No notes yet"));
    tablet.press("Undo: changed a note");
    CHECK(tablet.value_of("Note 1, 14:02") == "Not for here.");
}

TEST_CASE("100,000 characters of every script come back byte for byte, here and on another tablet") {
    const std::string text = every_script(100'000);
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.press("Notes");
        tablet.fill(capture, text);
        CHECK(tablet.value_of("Note 1, 14:02") == text);
        tablet.press("Sync now");
    }
    CHECK(latest_text(kit.county, "evidence_note", "text") == text);
    Tablet again = kit.tablet(2);
    story::unlock(again);
    story::open_school(again, school);
    again.press("23 November 2026");
    CHECK(again.value_of("Note 1, 14:02") == text);
}

TEST_CASE("a note that is not text, or too long, is not written, and the field says so") {
    struct Case {
        std::string text;
        const char* sentence;
    };
    const Case cases[] = {
        {std::string("before\0after", 12), "has characters that are not text"},
        {"half a pair: \xed\xa0\x80", "has characters that are not text"},
        {std::string(100'001, 'a'), "is too long"},
    };
    for (const Case& one : cases) {
        story::Kit kit;
        story::VisitUnderWay tablet(kit);
        tablet.press("Notes");
        tablet.fill(capture, one.text);
        CHECK(tablet.sees(one.sentence));
        CHECK(tablet.value_of(capture) == one.text);  // To be mended, not lost.
        tablet.fill(capture, "Mended.");
        CHECK(tablet.value_of("Note 1, 14:02") == "Mended.");
    }
}
