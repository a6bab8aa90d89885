#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "core/storage/key_ring.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* new_words = "copper kettle noon";

struct Form : story::Kit {
    Tablet tablet = story::Kit::tablet();

    Form() {
        story::set_up(tablet);
        tablet.press("Sending");
        tablet.press("Change the passphrase");
        REQUIRE(tablet.sees("Change the passphrase of this tablet"));
    }

    void change(const char* old, const char* fresh, const char* again) {
        tablet.fill("The present passphrase", old);
        tablet.fill("The new passphrase", fresh);
        tablet.fill("The new passphrase once more", again);
        tablet.press("Change it");
    }
};

}  // namespace

SCENARIO("an adviser changes the passphrase, and only the new one opens the tablet") {
    Form form;
    form.change(story::passphrase, new_words, new_words);
    INFO(form.tablet.everything());
    CHECK(form.tablet.sees("The passphrase is changed."));
    CHECK_FALSE(form.tablet.sees("The present passphrase"));
    CHECK_FALSE(form.tablet.sees(story::passphrase));
    CHECK_FALSE(form.tablet.sees(new_words));
    form.tablet.press("Lock this tablet");
    story::unlock(form.tablet);
    CHECK(form.tablet.sees("That is not the passphrase of this tablet."));
    story::unlock(form.tablet, new_words);
    CHECK(form.tablet.sees("3 schools"));
}

TEST_CASE("what is wrong with a change of passphrase is said at its field, and the old one stays") {
    Form form;
    struct Row {
        const char* what;
        const char* old;
        const char* fresh;
        const char* again;
        const char* said;
    };
    const Row rows[] = {
        {"nothing", "", "", "", "Write the passphrase that opens this tablet now."},
        {"a short one", story::passphrase, "otter", "otter", "The passphrase needs at least 8 characters."},
        {"two different ones", story::passphrase, new_words, "copper kettle moon",
         "The two passphrases are not the same."},
        {"a wrong old one", "a lantern for the lame", new_words, new_words,
         "That is not the passphrase of this tablet."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        form.change(row.old, row.fresh, row.again);
        INFO(form.tablet.everything());
        CHECK(form.tablet.sees(row.said));
        CHECK(form.tablet.sees("The present passphrase"));
    }
    form.tablet.press("Keep the present one");
    form.tablet.press("Lock this tablet");
    story::unlock(form.tablet);
    CHECK(form.tablet.sees("3 schools"));
}

TEST_CASE("guessing the old passphrase in the form makes one wait, as at unlocking") {
    Form form;
    for (int wrong = 0; wrong < free_attempts; ++wrong) form.change("not the passphrase", new_words, new_words);
    INFO(form.tablet.everything());
    CHECK(form.tablet.sees("before you try again."));
    form.tablet.press("Keep the present one");
    form.tablet.press("Change the passphrase");
    CHECK(form.tablet.sees("before you try again."));
    form.tablet.pass(first_wait_ms);
    CHECK_FALSE(form.tablet.sees("before you try again."));
    form.change(story::passphrase, new_words, new_words);
    CHECK(form.tablet.sees("The passphrase is changed."));
}

TEST_CASE("a passphrase that was typed and not used is not in the page any more when the form is closed") {
    Form form;
    form.tablet.fill("The present passphrase", "half a lantern");
    REQUIRE(form.tablet.sees("half a lantern"));
    form.tablet.press("Keep the present one");
    CHECK_FALSE(form.tablet.sees("half a lantern"));
    form.tablet.press("Change the passphrase");
    CHECK_FALSE(form.tablet.sees("half a lantern"));
}

TEST_CASE("a passphrase is not in the page once it has opened the tablet") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK_FALSE(tablet.sees(story::passphrase));
    tablet.press("Sending");
    tablet.press("Lock this tablet");
    story::unlock(tablet);
    CHECK_FALSE(tablet.sees(story::passphrase));
}

TEST_CASE("a tablet can be set up with 10,000 characters or with emoji, and not with none or more") {
    std::string of_emoji;
    for (int i = 0; i < 20; ++i) of_emoji += "🦦";
    const std::string longest(passphrase_characters_max, 'x');
    struct Row {
        const char* what;
        std::string passphrase;
        const char* sees;
    };
    const Row rows[] = {
        {"10,000 characters", longest, "3 schools"},
        {"emoji", of_emoji, "3 schools"},
        {"none", "", "The passphrase needs at least 8 characters."},
        {"one more", longest + "x", "The passphrase is longer than 10000 characters"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        story::Kit kit;
        auto tablet = std::make_unique<Tablet>(kit.files, kit.clock, kit.county);
        tablet->fill("Your name", "Ada Marsh");
        tablet->fill("Enrolment code", "KTB-7Q4M-X2PD");
        tablet->fill("Choose a passphrase", row.passphrase);
        tablet->fill("The passphrase once more", row.passphrase);
        tablet->press("Set up this tablet");
        CHECK(tablet->sees(row.sees));
        if (!tablet->sees("3 schools")) continue;
        tablet.reset();
        Tablet later = kit.tablet(2);
        story::unlock(later, row.passphrase.c_str());
        CHECK(later.sees("3 schools"));
    }
}
