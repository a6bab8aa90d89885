#include "tests/app/every_screen.h"

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"
#include "tests/support/photographs.h"

namespace kitbag {
namespace {

// From setting up to the board, and what is refused on the way.
void walk_from_set_up(const Look& look) {
    story::Kit kit;
    kit.county.set_recovery_key("2fe57da347cd62431528daac5fbb290730fff684afc4cfc2ed90995f58cb3b74");
    {
        Tablet tablet = kit.tablet();
        look(tablet, "set up");
        tablet.press("Set up this tablet");
        look(tablet, "set up with errors");
        story::set_up(tablet);
        tablet.promise_storage(false);
        look(tablet, "schools");
        tablet.press("What to do");
        look(tablet, "schools with the words about storage");
        tablet.press("Close");
        story::open_school(tablet, "Bramble Hill Primary School");
        look(tablet, "school");
        tablet.press("Category and direction");
        tablet.press("Propose it");
        tablet.press("Record the direction");
        look(tablet, "category and direction with errors");
        tablet.choose("Category to propose", "Red");
        tablet.fill("Why this category", "The school was flooded.");
        tablet.press("Propose it");
        tablet.press("Withdraw the proposal");
        look(tablet, "category and direction with a proposal");
        tablet.press("Board");
        look(tablet, "board");
        tablet.press("Choose which schools");
        look(tablet, "board with its dialog");
        tablet.press("Show these");
        tablet.press("3 not looked at in this half term");
        look(tablet, "board of what was not looked at");
        story::open_school(tablet, "The Long Meadow School");
        look(tablet, "all-through school");
        kit.county.refused_entity = "evidence_note";
        story::start_visit(tablet);
        tablet.fill("Evidence for Progress", "A first note.");
        tablet.press("Search notes");
        tablet.type("Words to look for", "first");
        look(tablet, "search");
        tablet.press("Sync now");
        tablet.press("Sending and receiving");
        look(tablet, "sending");
        tablet.press("Change the passphrase");
        tablet.press("Change it");
        look(tablet, "sending with the form for another passphrase");
        tablet.press("Keep the present one");
        tablet.press("Display");
        look(tablet, "display");
        tablet.press("Close");
    }
    Tablet tablet = kit.tablet(2);
    look(tablet, "unlock");
    tablet.press("I have forgotten my passphrase");
    look(tablet, "forgotten passphrase");
    tablet.press("Make the request");
    tablet.press("Open with the new passphrase");
    look(tablet, "forgotten passphrase with its request and errors");
    tablet.press("Back");
    tablet.press("I have a backup file");
    tablet.choose_file("Choose the backup file", "no backup");
    look(tablet, "put back what is no backup");
    tablet.press("Back");
    tablet.press("Set up for another adviser");
    look(tablet, "set up for another adviser");
}

// A tablet that its county does not know any more, in a browser that promised nothing.
void walk_shut_out(const Look& look) {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    tablet.promise_storage(false);
    look(tablet, "set up in a browser that promised nothing");
    story::set_up(tablet);
    kit.county.shut_out = true;
    tablet.press("Sync now");
    tablet.press("See why");
    tablet.press("Enrol this tablet again");
    look(tablet, "sending on a tablet that was shut out");
}

// A browser that gives little room.
void walk_short_of_room(const Look& look) {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.app().on_room(960'000'000, 1'000'000'000);
    tablet.press("Sending and receiving");
    look(tablet, "sending with almost no room");
    tablet.app().on_room(860'000'000, 1'000'000'000);
    tablet.press("Schools");
    tablet.press("What to do");
    look(tablet, "schools with the words about room");
}

// A store that cannot be read, and what is left of it.
void walk_from_damage(const Look& look) {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
    }
    for (std::uint8_t& byte : kit.files.bytes_of(PoolFile::key)) byte ^= 0x55u;
    Tablet tablet = kit.tablet(3);
    look(tablet, "unlock a damaged store");
    tablet.press("Set it aside and go on");
    look(tablet, "set up beside a store that was set aside");
}

// The same, where most of it can be read.
void walk_from_a_damaged_page(const Look& look) {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
    }
    std::vector<std::uint8_t>& bytes = kit.files.bytes_of(PoolFile::database);
    bytes[bytes.size() - 100] ^= 1;
    Tablet tablet = kit.tablet(3);
    story::unlock(tablet);
    look(tablet, "unlock a store that can be read in part");
    tablet.press("Recover what can be read");
    look(tablet, "schools with what was recovered");
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    tablet.press("Save as a file: Ada Marsh, store 1");
    tablet.press("Remove it from this tablet");
    look(tablet, "unlock with the question whether a store shall be removed");
}

// The parts of a visit under way.
void walk_the_visit(const Look& look) {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Progress", "Green");
    tablet.fill("Evidence for Progress", "A first note.");
    look(tablet, "visit, aspects");
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.type("Evidence for Progress", "A second one.");
    tablet.pass(700);
    look(tablet, "visit on a full tablet");
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.pass(6000);
    tablet.press("Questions");
    look(tablet, "visit, questions");
    tablet.press("Agreed");
    tablet.fill("Strength 1", "Reading.");
    tablet.fill("Action 1", "Watch two lessons.");
    tablet.fill("Due by, action 1", "2026-12-40");
    tablet.choose("How it stands, action 1", "Dropped");
    look(tablet, "visit, agreed");
    tablet.press("Last time");
    look(tablet, "visit, last time without any");
    tablet.press("Notes");
    tablet.fill("Write a note", "The hall was calm at lunch, and the library is open to every class now.");
    tablet.press("Sort note 1");
    tablet.choose("Aspect", "Gaps of vulnerable groups");
    tablet.press("Free school meals");
    tablet.press("Any other white background");
    tablet.press("English as an additional language");
    look(tablet, "visit, sorting a note");
    tablet.press("Done");
    look(tablet, "visit, notes");
    tablet.press("Undo");
    look(tablet, "visit, notes with what was taken back");
    tablet.press("Details");
    tablet.press("Complete the visit");
    look(tablet, "visit, details with what is missing");
}

// What two people wrote in one place.
void walk_what_was_written_twice(const Look& look) {
    constexpr Instant minute = 60'000;
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const std::string visit =
        visit_elsewhere(kit.county, 1, kit.clock.time - minute, {{"status", "under_way"}, {"date", "2026-11-23"}});
    tablet.press("Sync now");
    const auto open = [&] {
        story::open_school(tablet, "Bramble Hill Primary School");
        tablet.press("23 November 2026");
    };
    open();
    tablet.press("Details");
    tablet.fill("What the visit is about", "How phonics is taught in Years 1 and 2, and who reads aloud at home");
    tablet.press("Aspects");
    tablet.choose("Governance", "Green");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "visit", visit,
                    {{"focus", "How phonics is taught in Year 1, and who is read to at home"}});
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "judgement", visit + ".governance",
                    {{"visit", visit}, {"aspect", "governance"}, {"choice", "amber"}});
    tablet.press("Sync now");
    tablet.press("Notes");
    look(tablet, "visit, with what was written twice");
    tablet.press("Look at both");
    look(tablet, "what was written twice");
    tablet.press("Let this one stand: What the visit is about, by Ada Marsh");
    tablet.press("Let this one stand: The judgement: Governance, by Ada Marsh");
    look(tablet, "what was written twice, settled");
}

// Planning, academies and the Forum.
void walk_around_visits(const Look& look) {
    story::Kit kit;
    kit.county.set_governance("900002", Governance::academy);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Visits");
    look(tablet, "visits, none");
    const auto open_new_visit = [&](const char* school) {
        story::open_school(tablet, school);
        tablet.press("Another kind of visit, or plan one");
    };
    open_new_visit("The Long Meadow School");
    look(tablet, "kinds of visit");
    tablet.press("Work scrutiny");
    look(tablet, "a kind of visit");
    for (const char* date : {"2026-11-20", "2026-11-24", "2026-12-03"}) {
        tablet.press("Plan it for later");
        tablet.press("Details");
        tablet.fill("Date of the visit", date);
        open_new_visit("The Long Meadow School");
        tablet.press("Work scrutiny");
    }
    for (int again = 0; again < 2; ++again) {
        tablet.press("Start it now");
        if (again == 0) open_new_visit("The Long Meadow School");
        if (again == 0) tablet.press("Work scrutiny");
    }
    look(tablet, "what is asked before a second visit");
    tablet.press("Do not begin another");
    tablet.press("Visits");
    look(tablet, "visits");
    tablet.press("Month after");
    look(tablet, "visits of another month");
    open_new_visit("Overwend Secondary School");
    look(tablet, "kinds of visit at an academy");
    tablet.press("Lesson observation");
    tablet.press("The trust has agreed to this");
    tablet.press("Record the agreement");
    look(tablet, "a trust's agreement with errors");
    story::open_school(tablet, "Overwend Secondary School");
    tablet.press("School Performance Forum");
    tablet.press("Add what a service brought");
    tablet.press("Name the aspect it is about");
    tablet.press("Add it");
    look(tablet, "the Forum's form with errors");
    tablet.press("Show which");
    look(tablet, "the Forum with the schools it has not come to");
}

// The record, its forms, and what the head holds.
void walk_the_record(const Look& look) {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    story::complete(tablet);
    tablet.press("Open it again");
    tablet.press("Open it again");
    look(tablet, "record with a form and its error");
    tablet.press("Hand the tablet to the head");
    look(tablet, "the record in the head's hands");
    tablet.press("Something here is not right: Evidence for Quality of teaching");
    tablet.fill("What is not right, in your own words: Evidence for Quality of teaching", "Two lessons.");
    tablet.press("For the adviser: take the tablet back");
    tablet.fill("Passphrase of the adviser", "not this one");
    tablet.press("Take the tablet back");
    tablet.press("Sign with what is not right");
    look(tablet, "the record in the head's hands with errors");
    tablet.fill("Your name", "Dr Ives");
    tablet.fill("Your post", "headteacher");
    tablet.press("Sign with what is not right");
    look(tablet, "thanks");
    tablet.fill("Passphrase of the adviser", story::passphrase);
    tablet.press("Take the tablet back");
    tablet.press("Lock the record");
    tablet.press("Amend the record as a whole");
    look(tablet, "a locked record being amended");
}

// What the county refused and was put aside, and a tablet that the county wants erased.
void walk_until_erased(const Look& look) {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.refused_entity = "evidence_note";
    tablet.fill("Evidence for Governance", "Minutes of three meetings.");
    tablet.press("Sync now");
    tablet.press("See why");
    look(tablet, "sending with what was refused");
    tablet.press("Put aside: Evidence note: Bramble Hill Primary School");
    look(tablet, "sending with what was put aside");
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    tablet.press("Notes");
    kit.county.online = false;
    tablet.take_photo("Take a photograph", {jpeg_of("one"), jpeg_of("small")});
    kit.county.takes_pictures = false;
    kit.county.erase_wanted = true;
    kit.county.online = true;
    tablet.press("Sync now");
    tablet.press("Sending and receiving");
    look(tablet, "sending on a tablet that cannot be erased yet");
    kit.county.takes_pictures = true;
    kit.county.hears_of_erasure = false;
    tablet.press("Sync now");
    look(tablet, "erased, and the county does not know yet");
    kit.county.hears_of_erasure = true;
    tablet.pass(60'000);
    look(tablet, "erased");
}

void walk_the_narrowed_list(const Look& look) {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Narrow the list");
    look(tablet, "schools with the conditions to narrow them by");
    tablet.choose("Phase", "Primary");
    tablet.press("Show these");
    look(tablet, "schools narrowed to one phase");
}

}  // namespace

void walk_every_screen(const Look& look) {
    walk_from_set_up(look);
    walk_shut_out(look);
    walk_short_of_room(look);
    walk_from_damage(look);
    walk_from_a_damaged_page(look);
    walk_the_visit(look);
    walk_what_was_written_twice(look);
    walk_around_visits(look);
    walk_what_is_known_of_a_school(look);
    walk_the_record(look);
    walk_the_narrowed_list(look);
    walk_until_erased(look);
}

}  // namespace kitbag
