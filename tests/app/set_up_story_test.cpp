#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("an adviser sets up a tablet with her code and finds the county's schools") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    REQUIRE(tablet.sees(Role::heading, "Set up this tablet"));

    WHEN("everything is right") {
        story::set_up(tablet);
        INFO(tablet.everything());
        CHECK(tablet.sees(Role::heading, "Schools"));
        CHECK(tablet.sees("3 schools"));
        CHECK(tablet.sees(Role::button, "Bramble Hill Primary School"));
        THEN("part of a name or a URN finds a school") {
            tablet.type("Find a school", "meadow");
            CHECK(tablet.sees("1 of 3 schools"));
            CHECK_FALSE(tablet.sees(Role::button, "Bramble Hill"));
            tablet.type("Find a school", "900002");
            CHECK(tablet.sees(Role::button, "Overwend Secondary School"));
            tablet.type("Find a school", "zebra");
            CHECK(tablet.sees("0 of 3 schools"));
            CHECK(tablet.sees("No school matches"));
        }
    }
    WHEN("nothing is filled in") {
        tablet.press("Set up this tablet");
        CHECK(tablet.sees("Write your name."));
        CHECK(tablet.sees("Write the enrolment code"));
        CHECK(kit.county.code == "KTB-7Q4M-X2PD");
    }
    WHEN("the two passphrases differ") {
        tablet.fill("Your name", "Ada Marsh");
        tablet.fill("Enrolment code", "KTB-7Q4M-X2PD");
        tablet.fill("Choose a passphrase", "a lantern for the lane");
        tablet.fill("The passphrase once more", "a lantern for the lame");
        tablet.press("Set up this tablet");
        CHECK(tablet.sees("The two passphrases are not the same."));
        CHECK(kit.county.code == "KTB-7Q4M-X2PD");
    }
}

TEST_CASE("a set-up that fails says why, changes nothing, and can be tried again") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    const char* sentence = nullptr;
    SUBCASE("with a wrong code") {
        kit.county.code = "KTB-AAAA-AAAA";
        sentence = "This enrolment code is not known.";
    }
    SUBCASE("when the server cannot be reached") {
        kit.county.online = false;
        sentence = "The county’s server cannot be reached.";
    }
    SUBCASE("when something else answers in its place") {
        kit.county.captive_portal = true;
        sentence = "it is not the county’s server";
    }
    story::set_up(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(sentence));
    CHECK(kit.files.size(PoolFile::key).value() == 0);
    CHECK(kit.files.size(PoolFile::database).value() == 0);

    kit.county.online = true;
    kit.county.captive_portal = false;
    kit.county.code = "KTB-7Q4M-X2PD";
    tablet.press("Set up this tablet");
    CHECK(tablet.sees("3 schools"));
}

SCENARIO("a tablet whose set-up was stopped before the schools came goes on when it is opened again") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        tablet.fill("Your name", "Ada Marsh");
        tablet.fill("Enrolment code", "KTB-7Q4M-X2PD");
        tablet.fill("Choose a passphrase", story::passphrase);
        tablet.fill("The passphrase once more", story::passphrase);
        kit.county.offline_after_enrolment = true;
        tablet.press("Set up this tablet");
        INFO(tablet.everything());
        CHECK(tablet.sees("The schools have not arrived yet"));
    }
    kit.county.online = true;
    Tablet tablet = kit.tablet();
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("3 schools"));
}

SCENARIO("a wrong passphrase is refused, guessing is slowed, and the right one opens") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
    }
    kit.county.online = false;
    Tablet tablet = kit.tablet();
    REQUIRE(tablet.sees(Role::heading, "Unlock"));
    story::unlock(tablet, "not the passphrase");
    CHECK_FALSE(tablet.sees("3 schools"));
    CHECK(tablet.sees(Role::heading, "Unlock"));
    for (int wrong = 1; wrong < free_attempts; ++wrong) story::unlock(tablet, "not the passphrase");
    INFO(tablet.everything());
    CHECK(tablet.sees("before you try again."));
    tablet.pass(first_wait_ms);
    CHECK_FALSE(tablet.sees("before you try again."));
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("3 schools"));
    CHECK(tablet.sees("No connection"));
}
