#include <doctest/doctest.h>

#include "app/session/session.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* hand_over = "Hand the tablet to the head";
constexpr const char* dispute_evidence = "Something here is not right: Evidence for Quality of teaching";
constexpr const char* words_of_evidence = "What is not right, in your own words: Evidence for Quality of teaching";

void write_and_complete(Tablet& tablet) {
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    story::complete(tablet);
}

void sign(Tablet& tablet, const char* button) {
    tablet.fill("Your name", "Dr Ives");
    tablet.fill("Your post", "headteacher");
    tablet.press(button);
}

void take_back(Tablet& tablet, const char* with = story::passphrase) {
    if (tablet.sees(Role::button, "For the adviser: take the tablet back"))
        tablet.press("For the adviser: take the tablet back");
    tablet.fill("Passphrase of the adviser", with);
    tablet.press("Take the tablet back");
}

const Change* last_answer(const story::Kit& kit) {
    const Change* found = nullptr;
    for (const Change& change : kit.county.log) {
        if (change.entity == "head_answer") found = &change;
    }
    return found;
}

std::string said(const Change& change, const char* field) {
    return change.fields.at(field).value.get<std::string>();
}

}  // namespace

SCENARIO("the head reads the record, finds it accurate and signs, and the adviser takes the tablet back") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press(hand_over);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Please read this record"));
    CHECK(tablet.sees("Seen in three lessons."));
    CHECK_FALSE(tablet.sees(Role::button, "Schools"));
    CHECK_FALSE(tablet.sees(Role::button, "Sync now"));
    CHECK_FALSE(tablet.sees(Role::button, "Back to the school"));
    CHECK_FALSE(tablet.sees("Suggested category"));

    tablet.press("This record is accurate");
    CHECK(tablet.sees("Write your name."));
    tablet.fill("Your name", "Dr Ives");
    tablet.press("This record is accurate");
    CHECK(tablet.sees("Write your post."));
    CHECK(last_answer(kit) == nullptr);
    sign(tablet, "This record is accurate");
    INFO(tablet.everything());
    CHECK(tablet.sees("Please give the tablet back to Ada Marsh."));
    CHECK_FALSE(tablet.sees("Seen in three lessons."));
    REQUIRE(last_answer(kit) != nullptr);
    CHECK(said(*last_answer(kit), "answer") == "accurate");
    CHECK(said(*last_answer(kit), "read").size() == 64);

    take_back(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Visit record"));
    CHECK(tablet.sees("Shared with the head by Ada Marsh"));
    CHECK(tablet.sees("Dr Ives, headteacher, says that this record is accurate"));
    CHECK_FALSE(tablet.sees("The record was changed after this was signed."));
    tablet.press("Lock the record");  // The head has answered: no reason is asked for.
    CHECK(tablet.sees("Locked by Ada Marsh"));
}

SCENARIO("the head disputes parts in own words, which stand beside them") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press(hand_over);
    tablet.press(dispute_evidence);
    tablet.fill(words_of_evidence, "There were only two lessons.");
    tablet.press("Something here is not right: The record as a whole");
    tablet.fill("What is not right, in your own words: The record as a whole", "Our reading plan is missing.");
    INFO(tablet.everything());
    CHECK(tablet.sees("You have marked 2 parts as not right."));
    CHECK_FALSE(tablet.sees(Role::button, "This record is accurate"));
    tablet.press("This is right after all: The record as a whole");
    CHECK(tablet.sees("You have marked 1 part as not right."));
    sign(tablet, "Sign with what is not right");
    REQUIRE(last_answer(kit) != nullptr);
    CHECK(said(*last_answer(kit), "answer") == "disputed");
    CHECK(said(*last_answer(kit), "disputes").contains("There were only two lessons."));
    CHECK_FALSE(said(*last_answer(kit), "disputes").contains("reading plan"));

    take_back(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("Dr Ives, headteacher, says that 1 part is not right"));
    CHECK(tablet.sees("Not right, in the head’s words"));
    CHECK(tablet.sees("There were only two lessons."));
    CHECK(tablet.sees("Seen in three lessons."));

    WHEN("the record is changed after it was signed") {
        tablet.press("Open it again");
        tablet.fill("Why it is opened again", "The head is right.");
        tablet.press("Open it again");
        tablet.press("Aspects");
        tablet.fill("Evidence for Quality of teaching", "Seen in two lessons.");
        tablet.press("Details");
        tablet.press("Complete the visit");
        tablet.press("Complete it");
        INFO(tablet.everything());
        CHECK(tablet.sees("The record was changed after this was signed."));
        CHECK(tablet.sees("There were only two lessons."));
    }
    WHEN("the head reads it again and now finds it accurate") {
        tablet.press(hand_over);
        CHECK(tablet.value_of("Your name") == "");
        CHECK_FALSE(tablet.sees("There were only two lessons."));
        sign(tablet, "This record is accurate");
        take_back(tablet);
        CHECK(tablet.sees("Dr Ives, headteacher, says that this record is accurate"));
        CHECK(tablet.sees("Dr Ives, headteacher, says that 1 part is not right"));
    }
}

SCENARIO("a tablet in the head's hands does nothing but what the head and the passphrase may") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_and_complete(tablet);
    }
    FakePlatform platform(kit.files, kit.clock, 5);
    Session session(platform, KeyCost{.memory_kib = 8, .passes = 1});
    session.start();
    session.run(Command(UnlockTablet{std::string(story::passphrase)}));
    session.on_timer(Timer::wait);
    REQUIRE(session.models().route.place == Place::schools);
    session.run(Command(GoTo{{Place::school, "900001", ""}}));
    const std::string visit = session.models().school.visits.at(0).id;
    session.run(Command(GoTo{{Place::record, "900001", visit}}));
    session.run(Command(GiveToHead{visit}));
    REQUIRE(session.models().route.place == Place::hand_over);

    const FieldKey note{"evidence_note", "0192f3c4-a1b2-7c3d-8e4f-000000000001", "text"};
    const std::vector<Command> others = {GoTo{{Place::schools, "", ""}},
                                         LockTablet{},
                                         SearchSchools{"Overwend", {}},
                                         SearchNotes{"lessons"},
                                         StartVisit{"900001", "primary"},
                                         WriteNow{"900001"},
                                         ChooseDescriptor{visit, "governance", "red"},
                                         SetField{{"visit", visit, "status"}, "locked"},
                                         TypeText{{"visit", visit, "focus"}, "Something else"},
                                         LeaveField{{"visit", visit, "focus"}},
                                         TypeText{note, "Something else"},
                                         TakeVisitStep{visit, VisitStatus::locked},
                                         GiveToHead{visit},
                                         HeadAnswers{"0192f3c4-a1b2-7c3d-8e4f-000000000009", true},
                                         Amend{visit, ""},
                                         PrintRecord{visit},
                                         SaveRecordFile{visit},
                                         UnlockTablet{std::string(story::passphrase)},
                                         SyncNow{},
                                         ShowBoard{},
                                         CloseBanner{}};
    const std::size_t waiting = platform.sent.size();
    for (const Command& command : others) {
        CAPTURE(command.index());
        session.run(command);
        CHECK(session.models().route == Route{Place::hand_over, "900001", visit});
        CHECK(session.models().hand_over.visit == visit);
    }
    CHECK(platform.printed.empty());
    CHECK(platform.given.empty());
    CHECK(platform.sent.size() == waiting);
    CHECK_FALSE(platform.timers.contains(Timer::save_drafts));

    session.run(Command(TakeBack{std::string("not the passphrase")}));
    session.on_timer(Timer::wait);
    CHECK(session.models().route.place == Place::hand_over);
    session.run(Command(TakeBack{std::string(story::passphrase)}));
    session.on_timer(Timer::wait);
    CHECK(session.models().route == Route{Place::record, "900001", visit});
}

SCENARIO("a wrong passphrase leaves the tablet with the head, and many make the next one wait") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press(hand_over);
    take_back(tablet, "");
    CHECK(tablet.sees("Write your passphrase."));
    for (int i = 0; i < 6; ++i) {
        take_back(tablet, "quite another thing");
        if (tablet.sees("Too many tries.")) break;
        CHECK(tablet.sees(Role::heading, "Please read this record"));
    }
    INFO(tablet.everything());
    CHECK(tablet.sees("Too many tries. Wait"));
    CHECK(tablet.sees(Role::heading, "Please read this record"));
    CHECK_FALSE(tablet.sees(Role::heading, "Visit record"));
    tablet.pass(31'000);
    CHECK_FALSE(tablet.sees("Too many tries."));
    take_back(tablet);
    CHECK(tablet.sees(Role::heading, "Visit record"));
}

SCENARIO("what the head was writing when the app was killed is there when it is handed over again") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_and_complete(tablet);
        tablet.press(hand_over);
        tablet.fill("Your name", "Dr Ives");
        tablet.press(dispute_evidence);
        tablet.type(words_of_evidence, "There were only two");
        tablet.pass(700);
        CHECK(tablet.sees("Saved on this tablet"));
    }
    Tablet tablet = kit.tablet(2);
    CHECK(tablet.sees(Role::heading, "Unlock Kitbag"));
    CHECK_FALSE(tablet.sees("Seen in three lessons."));
    story::unlock(tablet);
    CHECK(last_answer(kit) == nullptr);
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    CHECK_FALSE(tablet.sees("There were only two"));
    tablet.press(hand_over);
    INFO(tablet.everything());
    CHECK(tablet.value_of(words_of_evidence) == "There were only two");
    CHECK(tablet.value_of("Your name") == "Dr Ives");
}

SCENARIO("an answer that the county refused does not count, and is shown with its reason") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    kit.county.refused_entity = "head_answer";
    tablet.press(hand_over);
    sign(tablet, "This record is accurate");
    take_back(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("The county did not take this: The county cannot take this note"));
    CHECK(tablet.sees("Part of it was refused by the county"));
    tablet.press("Lock the record");
    tablet.press("Lock the record");
    CHECK(tablet.sees("Write why it is locked without an answer."));
}

SCENARIO("a full tablet keeps the head's words on the screen and takes no signature") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press(hand_over);
    kit.files.trouble = MemoryFiles::Trouble::full;
    sign(tablet, "This record is accurate");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::alert, "This tablet is full"));
    CHECK(tablet.value_of("Your name") == "Dr Ives");
    CHECK_FALSE(tablet.sees("Please give the tablet back"));
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.pass(6000);
    tablet.press("This record is accurate");
    CHECK(tablet.sees("Please give the tablet back to Ada Marsh."));
}
