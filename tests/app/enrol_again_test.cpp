// A tablet that its county has shut out, and how its adviser goes on.

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

// With a note that waits, because the county has shut the tablet out since it was set up.
class ShutOut : public story::VisitUnderWay {
  public:
    explicit ShutOut(story::Kit& kit) : VisitUnderWay(kit) {
        kit.county.shut_out = true;
        fill("Evidence for Quality of teaching", "Seen in three lessons.");
        press("Sync now");
    }
};

bool has_note(const FakeCounty& county, std::string_view text) {
    for (const Change& change : county.log) {
        const auto found = change.fields.find("text");
        if (found != change.fields.end() && found->second.value == text) return true;
    }
    return false;
}

}  // namespace

SCENARIO("a tablet that was shut out says so on every screen, leads to its way back, and sends what waited") {
    story::Kit kit;
    {
        ShutOut tablet(kit);
        INFO(tablet.everything());
        CHECK(tablet.sees("The county does not know this tablet any more"));
        REQUIRE_FALSE(has_note(kit.county, "Seen in three lessons."));

        tablet.press("See why");
        CHECK(tablet.sees(Role::heading, "Enrol this tablet again"));
        CHECK(tablet.sees("Nothing that was written here is lost"));
        CHECK(tablet.sees("Ada Marsh"));
        kit.county.code = "KTB-NEWER-CODES";
        tablet.fill("Enrolment code", " KTB-NEWER-CODES ");
        tablet.press("Enrol this tablet again");
        CHECK(tablet.sees("This tablet is the county’s again"));
        CHECK(has_note(kit.county, "Seen in three lessons."));
        CHECK_FALSE(tablet.sees(Role::heading, "Enrol this tablet again"));
        CHECK(tablet.sees("Everything is received by the county"));
        REQUIRE(kit.county.earlier);
        CHECK(kit.county.earlier->devices == std::vector<std::string>{"0000000000000001"});
    }
    // Once more, after it was started anew: it says of both its earlier devices, and opens with the same passphrase.
    kit.county.shut_out = true;
    kit.county.code = "KTB-THIRD-CODES";
    Tablet again = kit.tablet(2);
    story::unlock(again);
    again.press("Sending and receiving");
    again.fill("Enrolment code", "KTB-THIRD-CODES");
    again.press("Enrol this tablet again");
    CHECK(kit.county.earlier->devices == std::vector<std::string>{"0000000000000001", "0000000000000002"});
    CHECK(again.sees("Everything is received by the county"));
}

SCENARIO("a code that is missing, wrong or another person's is told at the field and changes nothing") {
    story::Kit kit;
    ShutOut tablet(kit);
    tablet.press("See why");
    tablet.press("Enrol this tablet again");
    CHECK(tablet.sees("Write the enrolment code that the county office gave you."));

    tablet.fill("Enrolment code", "KTB-WRONG-WRONG");
    tablet.press("Enrol this tablet again");
    CHECK(tablet.sees("This enrolment code is not known"));

    kit.county.code = "KTB-NEWER-CODES";
    kit.county.role = "officer";
    tablet.fill("Enrolment code", "KTB-NEWER-CODES");
    tablet.press("Enrol this tablet again");
    CHECK(tablet.sees("What was written on this tablet is another person’s."));
    CHECK_FALSE(has_note(kit.county, "Seen in three lessons."));
    CHECK(tablet.sees(Role::heading, "Enrol this tablet again"));

    kit.county.online = false;
    tablet.press("Enrol this tablet again");
    CHECK(tablet.sees("The county’s server cannot be reached"));

    kit.county.online = true;
    kit.county.role = "adviser";
    tablet.press("Enrol this tablet again");
    CHECK(has_note(kit.county, "Seen in three lessons."));
}
