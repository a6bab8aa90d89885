// Teaching school alliances: at the schools that lead them or belong to them, and in the search of the list.

#include <vector>

#include <doctest/doctest.h>

#include "core/schools/alliance.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* bramble = "Bramble Hill Primary School";
constexpr const char* overwend = "Overwend Secondary School";
constexpr const char* meadow = "The Long Meadow School";

const std::vector<Alliance> alliances = {
    {"River Wendle Teaching School Alliance",
     "South Wendshire",
     "Primary, secondary",
     {{"900001", bramble, true}, {"", "A School Elsewhere", true}, {"900002", overwend, false}}},
    {"Fen Edge Alliance", "", "", {{"900002", overwend, true}}},
};

}  // namespace

SCENARIO(
    "a school's page says which alliances it leads or belongs to, who else leads them, where and for which phases") {
    story::Kit kit;
    kit.county.set_alliances(alliances_text(alliances));
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    INFO(tablet.everything());
    CHECK(tablet.sees(
        "Teaching school alliance: River Wendle Teaching School Alliance\nThis school leads it, with A School "
        "Elsewhere\nSouth Wendshire\nPrimary, secondary"));
    tablet.press("Schools");
    story::open_school(tablet, overwend);
    CHECK(tablet.sees(
        "River Wendle Teaching School Alliance\nLed by Bramble Hill Primary School, A School Elsewhere\nSouth"));
    CHECK(tablet.sees("Fen Edge Alliance\nThis school leads it"));
    tablet.press("Schools");
    story::open_school(tablet, meadow);
    CHECK_FALSE(tablet.sees("Teaching school alliance"));
}

SCENARIO("schools are found by the name of their alliance, also one that goes on under another URN since") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.type("Find a school", "river wendle");
    CHECK(tablet.sees("0 of 3 schools"));
    kit.county.set_alliances(alliances_text(alliances));
    kit.county.convert("900002", "900012");
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("2 of 3 schools"));
    CHECK(tablet.sees(Role::button, bramble));
    CHECK(tablet.sees(Role::button, overwend));
}

SCENARIO("all alliances are listed with those that lead them and belong to them, and the register's schools lead on") {
    story::Kit kit;
    std::vector<Alliance> all = alliances;
    all.push_back(
        {"Far Hills Alliance", "", "", {{"", "A School Far Away", true}, {"900777", "Not There Any More", false}}});
    kit.county.set_alliances(alliances_text(all));
    kit.county.convert("900002", "900012");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Board");
    tablet.press("Teaching school alliances");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Teaching school alliances"));
    CHECK(tablet.sees(Role::heading, "River Wendle Teaching School Alliance"));
    CHECK(tablet.sees("South Wendshire · Primary, secondary"));
    CHECK(tablet.sees(Role::heading, "Led by"));
    CHECK(tablet.sees(Role::heading, "Also in it"));
    CHECK(tablet.sees(Role::heading, "Fen Edge Alliance"));
    CHECK(tablet.sees(Role::heading, "Far Hills Alliance"));
    CHECK(tablet.sees("A School Far Away"));
    CHECK(tablet.sees("Not in the county’s register"));
    CHECK_FALSE(tablet.sees(Role::button, "A School"));
    CHECK_FALSE(tablet.sees(Role::button, "Not There Any More"));
    tablet.press("Back to the board");
    CHECK(tablet.sees(Role::heading, "Direction of travel"));
    tablet.press("Teaching school alliances");
    tablet.press(overwend);
    CHECK(tablet.sees("URN before it converted"));
    tablet.press("Teaching school alliances");
    CHECK(tablet.sees(Role::heading, "Fen Edge Alliance"));
    tablet.press("Back to the school");
    CHECK(tablet.sees("URN before it converted"));
    story::open_school(tablet, meadow);
    CHECK_FALSE(tablet.sees(Role::button, "Teaching school alliances"));
}

SCENARIO("an alliance without a school of the register is found by its name in the list, and there is no way to none") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Board");
    CHECK_FALSE(tablet.sees(Role::button, "Teaching school alliances"));
    kit.county.set_alliances(alliances_text(std::vector<Alliance>{
        {"Far Hills Alliance", "", "", {{"", "A School Far Away", true}}}, {"Far Fields Alliance", "", "", {}}}));
    tablet.press("Sync now");
    tablet.press("Schools");
    tablet.type("Find a school", "fa");
    CHECK_FALSE(tablet.sees("alliance"));
    tablet.type("Find a school", "far ");
    CHECK(tablet.sees("2 teaching school alliances are called so."));
    tablet.type("Find a school", "far hills");
    INFO(tablet.everything());
    CHECK(tablet.sees("“Far Hills Alliance” is a teaching school alliance."));
    tablet.press("Show alliances");
    CHECK(tablet.sees(Role::heading, "Far Hills Alliance"));
    CHECK(tablet.sees("A School Far Away"));
    tablet.press("All schools");
    CHECK(tablet.sees(Role::heading, "Schools"));
}
