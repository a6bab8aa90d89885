#include <algorithm>

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/outcomes_of_wendshire.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

void open_outcomes(Tablet& tablet, const char* school = "Bramble Hill Primary School") {
    story::open_school(tablet, school);
    tablet.press("Outcomes");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "Outcomes"));
}

// Row by row, each part between bars, as a screen reader walks through it.
std::string table(Tablet& tablet, std::string_view name) {
    const SemanticTree& tree = tablet.host().tree();
    const SemanticNode* found = tree.find(Role::table, name);
    REQUIRE(found);
    std::string text;
    for (const SemanticNode& row : tree.nodes()) {
        if (row.parent != found->id || row.role != Role::row) continue;
        for (const SemanticNode& part : tree.nodes()) {
            const SemanticNode* header = part.parent == row.id ? nullptr : tree.find(part.parent);
            const bool in_header = header && header->parent == row.id && header->role == Role::row_header;
            const bool is_part = part.parent == row.id && part.role != Role::row_header;
            if (is_part || in_header) text += "|" + part.name;
        }
        text += "|\n";
    }
    return text;
}

constexpr const char* rwm = "Expected standard in reading, writing and mathematics";

}  // namespace

SCENARIO("a school's outcomes are read as a table, with what is hidden and missing in words") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_outcomes(tablet);
    tablet.choose("Which stage", "Key stage 2");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, rwm));
    CHECK(table(tablet, rwm) ==
          "|Whose figures|2016|2017|2018|2019|\n"
          "|This school|52%|Suppressed by the publisher|64%|63%|\n"
          "|The county|51%|58%|62%|61%|\n"
          "|England|53%|61%|64%|65%|\n"
          "|Statistical neighbours|Not published|Not published|Not published|63%|\n"
          "|Floor|65%|65%|65%|65%|\n");
    CHECK(
        tablet.sees("In 2019: 63% at this school, 61% in the county, 65% in England and 63% among statistical "
                    "neighbours."));
    CHECK(tablet.sees("Below the floor"));
    CHECK(tablet.sees("This is below the floor of 65% of that year."));

    CHECK(table(tablet, "Free school meals and others") ==
          "|Whose figures|2016|2017|2018|2019|\n"
          "|Free school meals|35%|Suppressed by the publisher|50%|53%|\n"
          "|Others|60%|Suppressed by the publisher|70%|68%|\n"
          "|Gap|25 percentage points|Not known|20 percentage points|15 percentage points|\n");
    CHECK(tablet.sees("In 2019 pupils with free school meals were 15 percentage points behind the others."));
    CHECK(tablet.sees("In 2016 the gap was 25 percentage points, so it is narrowing."));

    tablet.choose("Which groups", "Boys and girls");
    CHECK(table(tablet, "Boys and girls")
              .find("|Girls|57%|Suppressed by the publisher|Hidden: fewer than 6 pupils|65%|") != std::string::npos);
    CHECK(tablet.sees("Not shown: Boys, 2018 (Hidden: fewer than 6 pupils); Boys, 2017 (Suppressed by the publisher)"));
    tablet.press("Show as a table");
    CHECK(table(tablet, rwm).find("|England|53%|61%|64%|65%|") != std::string::npos);
    tablet.press("Show as charts");

    tablet.press("Choose another measure");
    tablet.choose("Which measure", "Progress in reading since key stage 1");
    CHECK(table(tablet, "Progress in reading since key stage 1") ==
          "|Whose figures|2016|2017|2018|2019|\n"
          "|This school|−1.2|−0.4|0.3|0.6|\n"
          "|England|0.0|0.0|0.0|0.0|\n");
    tablet.press("Back to the school");
    CHECK(tablet.sees(Role::button, "Outcomes"));
}

SCENARIO("outcomes are fetched once, and then only the part that changed") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const int parts = kit.county.outcome_parts_given;
    CHECK(parts == 6);
    tablet.press("Sync now");
    CHECK(kit.county.outcome_parts_given == parts);
    open_outcomes(tablet);
    tablet.choose("Which stage", "Key stage 2");
    correct_outcomes_of_wendshire(kit.county);
    tablet.press("Sync now");
    CHECK(kit.county.outcome_parts_given == parts + 1);
    CHECK(tablet.sees("In 2019: 71% at this school"));
    CHECK_FALSE(tablet.sees("Below the floor"));
    kit.county.online = false;
    open_outcomes(tablet);
    tablet.choose("Which stage", "Key stage 2");
    CHECK(tablet.sees("In 2019: 71% at this school"));
}

SCENARIO("a school without outcomes says what to do, and a setting has no such page") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    School nursery;
    nursery.urn = "EY900001";
    nursery.name = "Little Wend Nursery";
    nursery.kind = SchoolKind::group_setting;
    nursery.childcare = Childcare{};
    kit.county.add_school(nursery);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_outcomes(tablet, "Overwend Secondary School");
    CHECK(tablet.sees("No outcomes of this school are here yet"));
    story::open_school(tablet, "Little Wend Nursery");
    CHECK_FALSE(tablet.sees(Role::button, "Outcomes"));
}

SCENARIO("what a chart shows is attached to an aspect of the visit under way as evidence") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_outcomes(tablet);
    CHECK_FALSE(tablet.sees(Role::button, "Attach to an aspect as evidence"));  // There is no visit.
    story::start_visit(tablet);
    open_outcomes(tablet);
    tablet.choose("Which stage", "Key stage 2");
    tablet.press("Attach to an aspect as evidence");
    tablet.choose("To which aspect", "Gaps of vulnerable groups");
    tablet.press("Attach it");
    CHECK(tablet.sees("Attached to the visit as evidence."));
    tablet.press("Sync now");
    const std::string text = latest_text(kit.county, "evidence_note", "text");
    CHECK_MESSAGE(text.starts_with(rwm), text);
    CHECK(text.find("15 percentage points behind the others.") != std::string::npos);
    CHECK(latest_text(kit.county, "evidence_note", "source") == "data");
    CHECK(latest_text(kit.county, "evidence_note", "aspect") != "");
}
