// Many schools' outcomes side by side: in one measure, beside the county and England.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/outcomes_of_wendshire.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

using enum PupilGroup;

constexpr const char* bramble = "Bramble Hill Primary School";
constexpr const char* meadow = "The Long Meadow School";
constexpr const char* rwm = "ks2_rwm_expected";

Figure number(Hundredths value) {
    return {.number = value, .why = NoNumber::not_published, .pupils = 30};
}

Figure none(NoNumber why) {
    return {.number = std::nullopt, .why = why, .pupils = std::nullopt};
}

// Bramble Hill, the Long Meadow and Ashmere, where all is hidden; nothing of Overwend.
void add_outcomes_to_compare(FakeCounty& county) {
    School ashmere;
    ashmere.urn = "900004";
    ashmere.name = "Ashmere Primary School";
    ashmere.kind = SchoolKind::primary;
    county.add_school(ashmere);
    const Figure hidden = none(NoNumber::small_group);
    OutcomePart part{.source = OutcomeSource::ks2_table, .stage = OutcomeStage::ks2, .year = 2019, .subjects = {}};
    part.subjects["900001"][rwm] = {
        {all, number(6300)}, {fsm, number(5300)}, {not_fsm, number(6800)}, {boys, number(6000)}, {girls, number(6500)}};
    part.subjects["900003"][rwm] = {
        {all, number(7100)}, {fsm, number(7200)}, {not_fsm, number(7000)}, {boys, hidden}, {girls, hidden}};
    part.subjects["900004"][rwm] = {{all, hidden}, {fsm, hidden}, {not_fsm, hidden}, {boys, hidden}, {girls, hidden}};
    part.subjects["900001"]["ks2_reading_progress"] = {{all, number(60)}};
    part.subjects["county"][rwm] = {{all, number(6100)}, {fsm, number(4500)}, {not_fsm, number(6600)}};
    part.subjects["national"][rwm] = {{all, number(6500)}};
    county.add_outcomes(part);
    part.year = 2018;
    part.subjects.erase("900003");
    county.add_outcomes(part);
}

void open_comparison(Tablet& tablet) {
    tablet.press("Board");
    tablet.press("Compare outcomes");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "Compare outcomes"));
}

// Row by row, as a screen reader walks through it; what is said of a row in brackets.
std::string table(Tablet& tablet) {
    const SemanticTree& tree = tablet.host().tree();
    std::string text;
    for (const SemanticNode& row : tree.nodes()) {
        const SemanticNode* const in = row.role == Role::row ? tree.find(row.parent) : nullptr;
        if (!in || in->role != Role::table) continue;
        for (const SemanticNode& part : tree.nodes()) {
            const SemanticNode* const over = tree.find(part.parent);
            const bool in_header = over && over->role == Role::row_header && over->parent == row.id;
            if (!in_header && (part.parent != row.id || part.name.empty())) continue;
            text += "|" + part.name + (part.description.empty() ? "" : " (" + part.description + ")");
        }
        text += "|\n";
    }
    return text;
}

void choose_pupils(Tablet& tablet, const char* group) {
    tablet.press("Choose what to compare");
    tablet.choose("Which pupils", group);
    tablet.press("Show these");
}

}  // namespace

SCENARIO("schools stand side by side in one measure, with the county and England among them") {
    story::Kit kit;
    add_outcomes_to_compare(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_comparison(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Expected standard in reading, writing and mathematics"));
    CHECK(tablet.sees("2019 · All pupils · 3 schools"));
    CHECK(tablet.sees("Lowest first. Schools without a figure stand at the end."));
    CHECK(table(tablet) ==
          "|School|Figure|\n"
          "|The county|61%|\n"
          "|Bramble Hill Primary School (Below the floor of 65%)|63%|\n"
          "|England|65%|\n"
          "|The Long Meadow School|71%|\n"
          "|Ashmere Primary School (Hidden: fewer than 6 pupils)|Hidden: fewer than 6 pupils|\n");
    CHECK(tablet.sees("1 more school has nothing of this measure in 2019."));
    tablet.choose("In the order of", "Name");
    CHECK(table(tablet) ==
          "|School|Figure|\n"
          "|The county|61%|\n"
          "|England|65%|\n"
          "|Bramble Hill Primary School (Below the floor of 65%)|63%|\n"
          "|The Long Meadow School|71%|\n"
          "|Ashmere Primary School (Hidden: fewer than 6 pupils)|Hidden: fewer than 6 pupils|\n");
    tablet.press("Choose what to compare");
    tablet.choose("Which year", "2018");
    tablet.choose("Phase", "Primary");
    tablet.press("Show these");
    CHECK(tablet.sees("2018 · All pupils · Primary · 2 schools"));
    CHECK_FALSE(tablet.sees(Role::button, meadow));
}

SCENARIO("one group of pupils is set against the others, and one school after another is looked at from there") {
    story::Kit kit;
    add_outcomes_to_compare(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_comparison(tablet);
    choose_pupils(tablet, "Free school meals");
    tablet.choose("In the order of", "Gap");
    INFO(tablet.everything());
    const std::string_view by_gap =
        "|School|Figure|Others|Gap|\n"
        "|The county|45%|66%|21 behind, in percentage points|\n"
        "|Bramble Hill Primary School|53%|68%|15 behind, in percentage points|\n"
        "|The Long Meadow School|72%|70%|2 ahead, in percentage points|\n"
        "|Ashmere Primary School (Hidden: fewer than 6 pupils)|Hidden: fewer than 6 pupils|Hidden: fewer than 6 "
        "pupils|Not known|\n";
    CHECK(table(tablet) == by_gap);
    tablet.press(bramble);
    CHECK(tablet.sees(Role::heading, "Outcomes"));
    CHECK(tablet.sees("In 2019: 63% at this school"));
    tablet.press("Compare schools");
    CHECK(table(tablet) == by_gap);
    CHECK(tablet.has_chosen("In the order of", "Gap"));
    tablet.press("Back to the school’s outcomes");
    CHECK(tablet.sees("In 2019: 63% at this school"));
}

SCENARIO("no number tells what is hidden when a group is compared") {
    story::Kit kit;
    add_outcomes_to_compare(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_comparison(tablet);
    choose_pupils(tablet, "Boys");
    INFO(tablet.everything());
    for (const char* const order : {"Figure", "Gap", "Name"}) {
        tablet.choose("In the order of", order);
        CHECK(table(tablet) ==
              "|School|Figure|Girls|Gap|\n"
              "|Bramble Hill Primary School|60%|65%|5 behind, in percentage points|\n"
              "|Ashmere Primary School (Hidden: fewer than 6 pupils)|Hidden: fewer than 6 pupils|Hidden: fewer than 6 "
              "pupils|Not known|\n"
              "|The Long Meadow School (Hidden: fewer than 6 pupils)|Hidden: fewer than 6 pupils|Hidden: fewer than 6 "
              "pupils|Not known|\n");
    }
}

SCENARIO("where a plain file and the DfE's table both have a measure of a school, the plain file's stands alone") {
    story::Kit kit;
    add_outcomes_to_compare(kit.county);
    OutcomePart plain{.source = OutcomeSource::long_form, .stage = OutcomeStage::ks2, .year = 2019, .subjects = {}};
    plain.subjects["900003"][rwm] = {{all, number(7300)}};
    kit.county.add_outcomes(plain);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_comparison(tablet);
    INFO(tablet.everything());
    CHECK(table(tablet).contains("|The Long Meadow School|73%|"));
    choose_pupils(tablet, "Free school meals");
    CHECK(table(tablet).contains("|The Long Meadow School (Not published)|Not published|Not published|Not known|"));
}

SCENARIO("a measure that is looked at in a school's charts is compared from there, and stays chosen on the way back") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Outcomes");
    tablet.choose("Which stage", "Key stage 2");
    tablet.press("Choose another measure");
    tablet.choose("Which measure", "Progress in reading since key stage 1");
    tablet.press("Compare schools");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Progress in reading since key stage 1"));
    CHECK(table(tablet) == "|School|Figure|\n|England|0.0|\n|Bramble Hill Primary School|0.6|\n");
    tablet.press("Back to the school’s outcomes");
    CHECK(tablet.sees(Role::heading, "Progress in reading since key stage 1"));
    tablet.press("Compare schools");
    tablet.choose("Which stage", "Early years");
    CHECK(table(tablet) == "|School|Figure|\n|Bramble Hill Primary School|71%|\n");
    tablet.choose("Which stage", "Key stage 2");
    tablet.press("Choose another measure");
    tablet.choose("Which measure", "Expected standard in mathematics");
    CHECK(tablet.sees("No figures to compare"));
}

SCENARIO("an adviser with a caseload compares her own schools first, under whatever URN their figures came") {
    story::Kit kit;
    add_outcomes_to_compare(kit.county);
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Add to my caseload");
    open_comparison(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("2019 · All pupils · My caseload · 1 school"));
    CHECK(table(tablet).contains("|Bramble Hill Primary School (Below the floor of 65%)|63%|"));
    CHECK_FALSE(tablet.sees(Role::button, meadow));
    tablet.press("Choose what to compare");
    tablet.choose("Whose schools", "All schools");
    tablet.press("Show these");
    CHECK(tablet.sees("2019 · All pupils · All schools · 3 schools"));
    CHECK(tablet.sees(Role::button, meadow));
    tablet.press("Back to the board");
    CHECK(tablet.sees(Role::button, "Compare outcomes"));
}

SCENARIO("without outcomes there is nothing to compare, and a school's page says so") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Board");
    CHECK_FALSE(tablet.sees(Role::button, "Compare outcomes"));
    story::open_school(tablet, bramble);
    tablet.press("Outcomes");
    CHECK_FALSE(tablet.sees(Role::button, "Compare schools"));
}
