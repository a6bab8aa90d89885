#include <doctest/doctest.h>

#include "core/base/id.h"
#include "core/storage/key_record.h"
#include "core/storage/recovery_texts.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

SecretKey county_key(std::uint64_t seed) {
    SeededRandom random(seed);
    return new_secret_key(random);
}

std::string public_text(const SecretKey& secret) {
    return to_hex(public_half(secret).bytes);
}

// Whose tablet the holder of this key learns it is from what lies on the disk; "" when the key opens nothing there.
std::string holder_by(MemoryFiles& files, const SecretKey& secret) {
    std::string text(key_slot_bytes, '\0');
    const auto got = files.read(PoolFile::key, 0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    REQUIRE(got.has_value());
    const auto record = read_slot(text);
    if (!record || !record->escrow) return "";
    const auto opened = open_escrow(record->escrow->sealed, secret);
    return opened ? opened->holder.name : "";
}

// What the office's command does: see sync/server/recovery_commands.cpp.
std::string office_answers(std::string_view request) {
    SeededRandom random(5);
    const auto answer = answer_request(request, county_key(1), random);
    REQUIRE_MESSAGE(answer.has_value(), (answer ? "" : answer.error().sentence));
    return answer->text;
}

constexpr const char* new_words = "copper kettle noon";

void answer_with(Tablet& tablet, const std::string& answer, const char* passphrase = new_words,
                 const char* again = new_words) {
    tablet.fill("The office’s answer", answer);
    tablet.fill("Choose a new passphrase", passphrase);
    tablet.fill("The new passphrase once more", again);
    tablet.press("Open with the new passphrase");
}

// Set up, with a note in a visit, and closed.
struct ClosedTablet : story::Kit {
    ClosedTablet() {
        county.set_recovery_key(public_text(county_key(1)));
        story::VisitUnderWay tablet(*this);
        story::write_details(tablet);
        county.online = false;
    }
};

}  // namespace

SCENARIO("an adviser has forgotten the passphrase, and the office helps without anything being lost") {
    ClosedTablet kit;
    std::string request;
    {
        Tablet tablet = kit.tablet(2);
        tablet.press("I have forgotten my passphrase");
        REQUIRE(tablet.sees(Role::heading, "A forgotten passphrase"));
        CHECK(tablet.sees("The office must be sure that it is you"));
        tablet.press("Make the request");
        request = tablet.value_of("Your request");
        CHECK(request.starts_with("KITBAG-REQUEST-1."));
        tablet.press("Save the request as a file");
        REQUIRE(tablet.platform().given.size() == 1);
        CHECK(tablet.platform().given[0].content.contains(request));
        CHECK(tablet.platform().given[0].type == "text/plain");
    }
    // Killed and opened again while the office takes its time.
    Tablet tablet = kit.tablet(3);
    tablet.press("I have forgotten my passphrase");
    CHECK(tablet.value_of("Your request") == request);
    answer_with(tablet, office_answers(request));
    INFO(tablet.everything());
    CHECK(tablet.sees("Your new passphrase opens this tablet from now on."));
    story::open_school(tablet, "Bramble Hill Primary School");
    CHECK(tablet.sees("Under way"));
    tablet.press("Sending");
    tablet.press("Lock this tablet");
    story::unlock(tablet);
    CHECK(tablet.sees("That is not the passphrase of this tablet."));
    story::unlock(tablet, new_words);
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("an answer that does not open the tablet is named at its field, and the right one still does") {
    ClosedTablet kit;
    Tablet tablet = kit.tablet(2);
    tablet.press("I have forgotten my passphrase");
    tablet.press("Make the request");
    const std::string good = office_answers(tablet.value_of("Your request"));
    std::string altered = good;
    altered[40] = altered[40] == 'b' ? 'c' : 'b';
    struct Row {
        const char* what;
        std::string answer;
        const char* first;
        const char* again;
        const char* said;
    };
    const Row rows[] = {
        {"nothing", "", new_words, new_words, "Write the answer that the office sent you."},
        {"cut", good.substr(0, 60), new_words, new_words, "The end of the answer is missing."},
        {"one letter wrong", altered, new_words, new_words, "a letter of it was changed"},
        {"a short passphrase", good, "otter", "otter", "The passphrase needs at least 8 characters."},
        {"two passphrases", good, new_words, "copper kettle moon", "The two passphrases are not the same."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        answer_with(tablet, row.answer, row.first, row.again);
        INFO(tablet.everything());
        CHECK(tablet.sees(row.said));
        CHECK(tablet.sees(Role::heading, "A forgotten passphrase"));
    }
    answer_with(tablet, good);
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("a request that is given up is gone, and its answer opens nothing") {
    ClosedTablet kit;
    Tablet tablet = kit.tablet(2);
    tablet.press("I have forgotten my passphrase");
    tablet.press("Make the request");
    const std::string first = tablet.value_of("Your request");
    tablet.press("Give up this request");
    CHECK_FALSE(tablet.sees("KITBAG-REQUEST-1."));
    tablet.press("Make the request");
    CHECK(tablet.value_of("Your request") != first);
    answer_with(tablet, office_answers(first));
    CHECK(tablet.sees("This answers another request"));
    tablet.press("Back to the passphrase");
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("what is typed into the request by mistake is not kept") {
    ClosedTablet kit;
    Tablet tablet = kit.tablet(2);
    tablet.press("I have forgotten my passphrase");
    tablet.press("Make the request");
    const std::string request = tablet.value_of("Your request");
    tablet.fill("Your request", "oops");
    CHECK(tablet.value_of("Your request") == request);
}

TEST_CASE("where the county has no recovery key, the tablet says that the office cannot open it") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
    }
    Tablet tablet = kit.tablet(2);
    tablet.press("I have forgotten my passphrase");
    CHECK(tablet.sees("This tablet cannot be opened without its passphrase"));
    CHECK_FALSE(tablet.sees("Make the request"));
    tablet.press("Back to the passphrase");
    CHECK(tablet.sees(Role::heading, "Unlock Kitbag"));
}

TEST_CASE("a wait after wrong passphrases does not hold up the office's answer") {
    ClosedTablet kit;
    Tablet tablet = kit.tablet(2);
    for (int wrong = 0; wrong < free_attempts; ++wrong) story::unlock(tablet, "not the passphrase");
    REQUIRE(tablet.sees("before you try again."));
    tablet.press("I have forgotten my passphrase");
    tablet.press("Make the request");
    answer_with(tablet, office_answers(tablet.value_of("Your request")));
    CHECK(tablet.sees("3 schools"));
}

TEST_CASE("a tablet seals its key for the county when it is set up, before its first sync") {
    story::Kit kit;
    kit.county.set_recovery_key(public_text(county_key(1)));
    kit.county.offline_after_enrolment = true;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(holder_by(kit.files, county_key(1)) == "Ada Marsh");
    CHECK(holder_by(kit.files, county_key(2)).empty());
}

TEST_CASE("a tablet seals its key when the county makes its recovery key later, and anew when the county changes it") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(holder_by(kit.files, county_key(1)).empty());
    kit.county.set_recovery_key(public_text(county_key(1)));
    tablet.press("Sync now");
    CHECK(holder_by(kit.files, county_key(1)) == "Ada Marsh");
    kit.county.set_recovery_key(public_text(county_key(2)));
    tablet.press("Sync now");
    CHECK(holder_by(kit.files, county_key(1)).empty());
    CHECK(holder_by(kit.files, county_key(2)) == "Ada Marsh");
}
