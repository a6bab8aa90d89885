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
