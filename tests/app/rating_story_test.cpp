#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* back = "Back to the school";
constexpr const char* categorisation = "Category and direction";

using Choices = std::vector<std::pair<const char*, const char*>>;

void visit(Tablet& tablet, const Choices& choices) {
    story::start_visit(tablet, school);
    for (const auto& [aspect, category] : choices) tablet.choose(aspect, category);
    tablet.fill("Evidence for Progress", "Books of Year 4.");
    story::complete(tablet);
    tablet.press(back);
}

void open_categorisation(Tablet& tablet) {
    story::open_school(tablet, school);
    tablet.press(categorisation);
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "Where it stands"));
}

void put_away(Tablet& tablet) {
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
}

// A county, two people and their tablets, of which one is in use at a time.
struct Desk : story::Kit {
    MemoryFiles& adas = files;
    MemoryFiles bens;

    Desk() { clock.time = 1'793'613'600'000; }  // 2026-11-02, a Monday.

    std::unique_ptr<Tablet> take(MemoryFiles& mine, const char* name, const char* role, std::uint64_t seed) {
        clock.time += 60'000;
        county.code = "KTB-2222-2222";
        county.role = role;
        auto tablet = std::make_unique<Tablet>(mine, clock, county, seed);
        story::set_up(*tablet, name, "KTB-2222-2222");
        return tablet;
    }
    std::unique_ptr<Tablet> take_again(MemoryFiles& mine, std::uint64_t seed) {
        clock.time += 60'000;
        auto tablet = std::make_unique<Tablet>(mine, clock, county, seed);
        story::unlock(*tablet);
        tablet->press("Sync now");
        return tablet;
    }
};

}  // namespace

SCENARIO("a category is proposed, moderated and decided by those who may, and the school is told") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    visit(*ada, {{"Progress", "Amber"}, {"Attainment", "Amber"}, {"Governance", "Green"}});
    open_categorisation(*ada);
    INFO(ada->everything());
    CHECK(ada->sees("The judgements suggest Amber. Anything else needs a reason."));
    CHECK(ada->sees("From one completed visit, on 2 November 2026."));

    ada->choose("Category to propose", "Red");
    ada->press("Propose it");
    CHECK(ada->sees(Role::status, "This is not the category that the judgements suggest. Write why it fits better."));
    CHECK(desk.county.log.back().entity != "rating_step");
    ada->fill("Why this category", "Three of five governors resigned on Friday.");
    ada->press("Propose it");
    INFO(ada->everything());
    CHECK(ada->sees("Red, proposed by Ada Marsh"));
    CHECK(ada->sees("It waits for a senior adviser or the head of service."));
    CHECK(ada->value_of("Why this category") == "");
    CHECK(ada->sees("By School categorisation, 2014–16, version 1: 3 aspects judged in 1 visit suggested Amber."));
    CHECK_FALSE(ada->sees(Role::radio_group, "Category as moderator"));
    CHECK(desk.county.log.back().entity == "rating_step");
    CHECK(desk.county.log.back().fields.at("standing").value.get<std::string>().contains("governance green "));
    put_away(*ada);
    ada.reset();

    auto ben = desk.take(desk.bens, "Ben Fenner", "senior_adviser", 2);
    open_categorisation(*ben);
    INFO(ben->everything());
    CHECK(ben->sees("Three of five governors resigned on Friday."));
    ben->choose("Category as moderator", "Amber");
    ben->press("Record the moderation");
    CHECK(ben->sees("This is not the category that was proposed. Write why another fits better."));
    ben->fill("Why, as moderator", "The county appoints three governors this week.");
    ben->press("Record the moderation");
    desk.clock.time += 1000;
    ben->choose("Category decided", "Amber");
    ben->press("Record the decision");
    INFO(ben->everything());
    CHECK(ben->sees("Decided by Ben Fenner, 2 November 2026"));
    CHECK(ben->sees("The school has not been told that it is Amber."));

    ben->press("Record that the school was told");
    CHECK(ben->sees("Write who was told, and how."));
    ben->fill("Who was told, and how", "Dr Ives, headteacher, by telephone.");
    ben->press("Record that the school was told");
    INFO(ben->everything());
    CHECK_FALSE(ben->sees("The school has not been told"));
    put_away(*ben);
    ben.reset();

    ada = desk.take_again(desk.adas, 3);
    open_categorisation(*ada);
    INFO(ada->everything());
    CHECK(ada->sees("Decided by Ben Fenner, 2 November 2026"));
    CHECK(ada->sees("Ben Fenner moderated it: Amber"));
    CHECK(ada->sees("The county appoints three governors this week."));
    CHECK_FALSE(ada->sees("The school has not been told"));
}

SCENARIO("a step that the county refused is shown with its reason, and nothing stands on it") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    desk.county.refused_entity = "rating_step";
    open_categorisation(*ada);
    ada->choose("Category to propose", "Red");
    ada->fill("Why this category", "The school was flooded.");
    ada->press("Propose it");
    INFO(ada->everything());
    CHECK(ada->sees("Ada Marsh proposed: Red"));
    CHECK(ada->sees("Refused by the county"));
    CHECK(ada->sees("The county cannot take this note: it names a person."));
    CHECK(ada->sees("The school was flooded."));
    CHECK_FALSE(ada->sees("Red, proposed by Ada Marsh"));
    CHECK_FALSE(ada->sees("It waits for a senior adviser"));
    desk.county.refused_entity = "direction";
    ada->choose("In this half term it is", "Declining");
    ada->fill("Why this direction", "Complaints.");
    ada->press("Record the direction");
    CHECK(ada->sees("Ada Marsh judged it declining"));
    ada->press("Board");
    CHECK_FALSE(ada->sees(Role::cell, "Declining"));
}

SCENARIO("a decision that was wrong is withdrawn with a reason and stays to be read") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    visit(*ada, {{"Progress", "Green"}});
    open_categorisation(*ada);
    ada->choose("Category to propose", "Green");
    ada->press("Propose it");
    put_away(*ada);
    ada.reset();
    auto ben = desk.take(desk.bens, "Ben Fenner", "head_of_service", 2);
    open_categorisation(*ben);
    ben->choose("Category as moderator", "Green");
    ben->press("Record the moderation");
    desk.clock.time += 1000;
    ben->choose("Category decided", "Green");
    ben->press("Record the decision");
    desk.clock.time += 1000;
    ben->press("Withdraw the decision");
    ben->press("Withdraw the decision");
    CHECK(ben->sees("Write why this is withdrawn."));
    ben->fill("Why it is withdrawn", "It was meant for another school.");
    ben->press("Withdraw the decision");
    INFO(ben->everything());
    CHECK(ben->sees("Recorded on this tablet."));
    CHECK(ben->sees("No category yet"));
    CHECK(ben->sees("Ben Fenner withdrew the decision"));
    CHECK(ben->sees("Ben Fenner decided it: Green"));
    CHECK(ben->sees("It was meant for another school."));
    CHECK(ben->sees("Withdrawn"));
}

SCENARIO("a reason that was being typed is there again after the app was killed, and is no change yet") {
    Desk desk;
    {
        auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
        open_categorisation(*ada);
        ada->type("Why this category", "Attendance fell below");
        ada->type("Why this direction", "Two teachers left");
        ada->pass(700);
        CHECK(ada->sees("Saved on this tablet"));
    }
    auto ada = desk.take_again(desk.adas, 2);
    open_categorisation(*ada);
    INFO(ada->everything());
    CHECK(ada->value_of("Why this category") == "Attendance fell below");
    CHECK(ada->value_of("Why this direction") == "Two teachers left");
    CHECK(desk.county.log.empty());
    ada->fill("Why this direction", "Two teachers left, and a third");
    CHECK_FALSE(ada->sees("cannot be the id"));  // As if it were written to the log.
    ada->fill("Why this direction", "");
    ada->press(back);
    ada->press(categorisation);
    CHECK(ada->value_of("Why this direction") == "");
    CHECK(ada->value_of("Why this category") == "Attendance fell below");
}

SCENARIO(
    "what is chosen and typed in a form stays when a step of somebody else's arrives, and when the tablet is locked") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    open_categorisation(*ada);
    ada->choose("Category to propose", "Red");
    ada->fill("Why this category", "It floods.");
    ada->press("Propose it");
    const std::vector<Change> ada_wrote = desk.county.log;
    ada->choose("In this half term it is", "Steady");
    ada->choose("Category to propose", "Amber");
    ada->type("Why this category", "Seen again, and");
    Change by_another = ada_wrote.back();
    by_another.id.back() = by_another.id.back() == '0' ? '1' : '0';
    by_another.entity_id.back() = by_another.entity_id.back() == '0' ? '1' : '0';
    by_another.device = "0000000000000009";
    by_another.stamp.replace(16, 16, by_another.device);
    by_another.fields.at("category").value = "amber";
    desk.county.log.push_back(by_another);
    ada->show();  // Comes back to the app, which syncs.
    INFO(ada->everything());
    CHECK(ada->value_of("Why this category") == "Seen again, and");
    ada->type("Why this category", "Seen again, and dry.");
    CHECK(ada->value_of("Why this category") == "Seen again, and dry.");
    CHECK(ada->has_chosen("Category to propose", "Amber"));
    put_away(*ada);
    story::unlock(*ada);
    open_categorisation(*ada);
    CHECK(ada->has_chosen("Category to propose", "Amber"));
    CHECK(ada->has_chosen("In this half term it is", "Steady"));
    CHECK(ada->value_of("Why this category") == "Seen again, and dry.");
}

SCENARIO("words that somebody else's step left without a form are shown until they are cleared") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    open_categorisation(*ada);
    ada->choose("Category to propose", "Red");
    ada->fill("Why this category", "It floods.");
    ada->press("Propose it");
    ada->press("Withdraw the proposal");
    ada->fill("Why it is withdrawn", "The water went down.");
    const Change proposal = desk.county.log.back();
    const auto answer = [&](const char* step, const std::string& about, char digit) {
        Change made = proposal;
        made.id.back() = digit;
        made.entity_id.back() = digit;
        made.entity_id[0] = 'f';  // Later than everything.
        made.device = "0000000000000009";
        made.stamp.replace(16, 16, made.device);
        made.fields["step"] = {step, {}};
        made.fields["about"] = {about, {}};
        desk.county.log.push_back(made);
        return made.entity_id;
    };
    answer("decided", answer("moderated", proposal.entity_id, '7'), '8');
    ada->press("Sync now");
    INFO(ada->everything());
    CHECK(ada->sees("The rating has moved on in the meantime"));
    CHECK(ada->sees("The water went down."));
    ada->press("Clear these words");
    CHECK_FALSE(ada->sees("The water went down."));
}

SCENARIO("the direction of travel is suggested from what moved, and a person judges it") {
    Desk desk;
    desk.clock.time = 1'791'194'400'000;  // 2026-10-05: the first half term.
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    visit(*ada, {{"Progress", "Amber"}, {"Attainment", "Red"}, {"Governance", "Green"}});
    open_categorisation(*ada);
    CHECK(ada->sees("Nothing is suggested: no aspect was judged both before this half term and in it."));
    ada->press("Record the direction");
    CHECK(ada->sees("Choose improving, steady or declining."));
    desk.clock.time = 1'794'304'800'000;  // 2026-11-10: the second.
    story::come_back(*ada);
    ada->press("Sync now");
    visit(*ada, {{"Progress", "Green"}, {"Attainment", "Amber"}, {"Governance", "Amber"}});
    open_categorisation(*ada);
    INFO(ada->everything());
    CHECK(ada->sees("Autumn 2, 2026"));
    CHECK(ada->sees("Compared with what was judged before Autumn 2, 2026 began."));
    CHECK(ada->sees("Progress: from Amber to Green"));
    CHECK(ada->sees("Governance: from Green to Amber"));
    CHECK(ada->sees("Improving"));
    ada->choose("In this half term it is", "Steady");
    ada->press("Record the direction");
    CHECK(ada->sees("Write why."));
    ada->fill("Why this direction", "The gains are in one year group.");
    ada->press("Record the direction");
    INFO(ada->everything());
    CHECK(ada->sees("Ada Marsh judged it steady"));
    ada->press("Record the direction");  // A finger that trembles: nothing is missing, it was recorded.
    CHECK_FALSE(ada->sees("Choose improving, steady or declining."));
    desk.clock.time += 1000;
    ada->press("Record the direction");
    CHECK(ada->sees("Choose improving, steady or declining."));
    CHECK(desk.county.log.back().fields.at("suggested").value == "improving");
    ada->press(back);
    CHECK(ada->sees("Steady this half term"));
}

SCENARIO("each screen of a school begins at its top, wherever another was left") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    ada->resize(390, 844);
    const auto offset = [&] {
        for (const SemanticNode& node : ada->host().tree().nodes()) {
            if (node.role == Role::scroll) return node.content_offset;
        }
        return -1.0f;
    };
    const auto scroll_down = [&] {
        for (const SemanticNode& node : ada->host().tree().nodes()) {
            if (node.role == Role::scroll) return ada->host().input().scroll(node.id, 500);
        }
    };
    story::open_school(*ada, school);
    scroll_down();
    ada->press(categorisation);
    CHECK(offset() == 0);
    scroll_down();
    ada->choose("Look at", "Early years");
    CHECK(offset() == 0);
    story::start_visit(*ada, school);
    story::write_details(*ada);
    scroll_down();
    ada->press("Complete the visit");
    ada->press("Complete it");
    CHECK(ada->sees(Role::heading, "Visit record"));
    CHECK(offset() == 0);
}

SCENARIO("the board shows every school and which still want looking at") {
    Desk desk;
    auto ada = desk.take(desk.adas, "Ada Marsh", "adviser", 1);
    open_categorisation(*ada);
    ada->choose("In this half term it is", "Declining");
    ada->fill("Why this direction", "Complaints from parents.");
    ada->press("Record the direction");
    ada->press("Board");
    INFO(ada->everything());
    CHECK(ada->sees(Role::table, "Direction of travel"));
    CHECK(ada->sees(Role::cell, "Declining"));
    ada->press("2 not looked at in this half term");
    INFO(ada->everything());
    CHECK_FALSE(ada->sees(Role::cell, "Declining"));
    CHECK(ada->sees(Role::button, "Overwend Secondary School"));
    CHECK_FALSE(ada->sees(Role::button, "2 not looked at"));
    ada->press("Show all of these schools");
    CHECK(ada->sees(Role::cell, "Declining"));
    ada->press("Choose which schools");
    ada->choose("Phase", "Secondary");
    ada->press("Show these");
    INFO(ada->everything());
    CHECK(ada->sees("The school’s rating · Secondary · 1 school"));
    CHECK(ada->sees(Role::button, "Overwend Secondary School"));
    CHECK_FALSE(ada->sees(Role::button, school));
    ada->press("Overwend Secondary School");
    CHECK(ada->sees(Role::heading, "Where it stands"));
}
