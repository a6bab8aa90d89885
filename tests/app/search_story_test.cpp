#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* field = "Words to look for";

// A tablet with two notes: one of a completed visit, one of a visit under way.
void write_notes(Tablet& tablet) {
    story::start_visit(tablet, school);
    tablet.fill("Evidence for Progress", "Pupils in Year 4 read their books with confidence.");
    story::complete(tablet);
    tablet.press("Back to the school");
    story::start_visit(tablet, "Overwend Secondary School");
    tablet.fill("Evidence for Quality of teaching", "Books were marked; nobody had read them.");
}

}  // namespace

SCENARIO("an adviser finds a note by two words, sees them in it and opens the visit") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Search notes");
    CHECK(tablet.sees("Every note on this tablet can be searched"));
    write_notes(tablet);

    tablet.press("Search notes");
    tablet.type(field, "boo rea");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::status, "2 notes, newest first"));
    CHECK(tablet.sees("Books were marked; nobody had read them."));
    CHECK(tablet.sees("23 November 2026 · Keeping in Touch visit by Ada Marsh · Quality of teaching"));
    tablet.type(field, "boo rea confid");
    CHECK(tablet.sees(Role::status, "1 note"));
    CHECK_FALSE(tablet.sees("Books were marked"));
    tablet.press(school);
    CHECK(tablet.sees(Role::heading, "Visit record"));  // It is completed: to be read.

    tablet.press("Search notes");
    CHECK(tablet.value_of(field) == "boo rea confid");
    tablet.type(field, "marked");
    tablet.press("Overwend");
    CHECK(tablet.sees(Role::multiline_field, "Write a note"));  // To be written on.
}

SCENARIO("a search that finds nothing says what to try, and none is kept when the tablet is locked") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    write_notes(tablet);
    tablet.press("Search notes");
    tablet.type(field, "mathematics");
    INFO(tablet.everything());
    CHECK(tablet.sees("No note has all of these words"));
    tablet.type(field, "“ * (");
    CHECK(tablet.sees("No note has all of these words"));
    tablet.type(field, "books");
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    CHECK_FALSE(tablet.sees("books"));
    story::unlock(tablet);
    tablet.press("Search notes");
    CHECK(tablet.value_of(field).empty());
    CHECK(tablet.sees("Every note on this tablet can be searched"));
}

SCENARIO("where more notes are found than a page holds, the next page is asked for") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.fill("Evidence for Progress", "books");
    for (int number = 2; number <= 52; ++number) {
        tablet.pass(1);
        tablet.press("Add another note for Progress");
        tablet.fill("Evidence for Progress, note " + std::to_string(number), "books");
    }
    tablet.press("Search notes");
    tablet.type(field, "book");
    CHECK(tablet.sees(Role::status, "50 of 52 notes, newest first"));
    tablet.press("Show more notes");
    CHECK(tablet.sees(Role::status, "52 notes, newest first"));
    CHECK_FALSE(tablet.sees(Role::button, "Show more notes"));
}
