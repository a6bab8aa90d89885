#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "core/base/id.h"
#include "core/storage/escrow.h"
#include "sync/bundle/office_bundle.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

// A county with a recovery key, whose office takes files by hand; its tablets have no connection once they are set up.
struct Office {
    story::Kit kit;
    SeededRandom random{11};
    SecretKey recovery = new_secret_key(random);

    Office() { kit.county.set_recovery_key(to_hex(public_half(recovery).bytes)); }

    Result<BundleTaken> take(const std::string& file, std::string& answer) {
        answer.clear();
        MemorySource source({file.begin(), file.end()});
        kit.county.online = true;
        const auto taken = take_bundle(
            source, kit.county.name, recovery,
            [&](const CountyQuestion& asked) {
                WebRequest request{
                    .method = asked.method, .path = asked.path, .token = asked.token, .body = asked.body};
                if (!asked.query.empty()) request.path += "?" + asked.query;
                const WebAnswer said = kit.county.answer(request);
                return CountyAnswer{said.status, said.body};
            },
            kit.clock.now(), random,
            [&](std::span<const std::uint8_t> piece) { answer.append(piece.begin(), piece.end()); });
        kit.county.online = false;
        return taken;
    }
};

// Ada's, with a note that the county does not have.
struct FarAway : Office {
    story::VisitUnderWay tablet{kit};

    FarAway() {
        tablet.press("Sync now");
        kit.county.online = false;
        tablet.fill("Evidence for Progress", "Books show what was learned.");
        tablet.press("Sending and receiving");
    }
    std::string make() {
        tablet.platform().given.clear();
        tablet.press("Make a file for the office");
        INFO(tablet.everything());
        REQUIRE(tablet.platform().given.size() == 1);
        return tablet.platform().given.front().content;
    }
    std::string answer_to(const std::string& file) {
        std::string answer;
        const auto taken = take(file, answer);
        REQUIRE_MESSAGE(taken, (taken ? "" : taken.error().sentence));
        return answer;
    }
    void read(const std::string& answer) { tablet.choose_file("Read the office’s answer", answer); }
};

}  // namespace

SCENARIO("an adviser who never has a connection takes a file to the office, and its answer says what the county has") {
    FarAway far;
    const std::size_t before = far.kit.county.log.size();
    CHECK(far.tablet.sees("No file for the office has been made on this tablet yet."));
    const std::string file = far.make();
    CHECK(far.tablet.platform().given.front().name == "Kitbag for the office 2026-11-23 14.02.kitbag");
    CHECK(file.starts_with("KITBAG-BUNDLE-1\n"));
    CHECK_FALSE(file.contains("Books"));
    CHECK(far.tablet.sees("In it: 1 change."));
    CHECK(far.tablet.sees("Last made: 23 November 2026, 14:02."));
    CHECK(far.tablet.sees("1 change on this tablet waits to be sent"));

    const std::string answer = far.answer_to(file);
    CHECK(far.kit.county.log.size() == before + 1);
    CHECK(far.tablet.sees("1 change on this tablet waits to be sent"));
    far.read(answer);
    INFO(far.tablet.everything());
    CHECK(far.tablet.sees("The office’s answer has been read. Received by the county: 1 change."));
    CHECK_FALSE(far.tablet.sees("waits to be sent"));
    CHECK(far.tablet.sees("receipt R-"));
    far.read(answer);
    CHECK(far.tablet.sees("Everything in this answer is on this tablet already."));
    CHECK(far.kit.county.log.size() == before + 1);
}

SCENARIO("a file with nothing to send brings what others wrote, and the county's new schools") {
    FarAway far;
    far.read(far.answer_to(far.make()));
    far.kit.county.add_school("900044", "Otter Mere Primary School", SchoolKind::primary);
    const std::string file = far.make();
    INFO(far.tablet.everything());
    CHECK(far.tablet.sees("Nothing waits, so it only asks for what others have written."));
    far.read(far.answer_to(file));
    CHECK(far.tablet.sees("New on this tablet: no changes."));
    far.tablet.press("Schools");
    CHECK(far.tablet.sees("4 schools"));
}

TEST_CASE("A refused change that came back in an answer is shown with its reason, as after a sync") {
    FarAway far;
    far.kit.county.refused_entity = "evidence_note";
    far.read(far.answer_to(far.make()));
    INFO(far.tablet.everything());
    CHECK(far.tablet.sees("Received by the county: no changes. Refused by the county: 1 change, see above."));
    CHECK(far.tablet.sees("it names a person"));
}

TEST_CASE("A file that is no answer for this tablet says why, and nothing is changed") {
    std::string foreign;
    {  // Gone before the other begins: one tablet is open at a time.
        Office fenland;
        fenland.kit.county.name = "Fenland";
        story::VisitUnderWay other(fenland.kit);
        other.press("Sending and receiving");
        other.press("Make a file for the office");
        REQUIRE(fenland.take(other.platform().given.front().content, foreign));
    }
    FarAway far;
    const std::string file = far.make();
    const std::string answer = far.answer_to(file);
    std::string flipped = answer;
    flipped[answer.size() - 30] = static_cast<char>(flipped[answer.size() - 30] ^ 1);
    std::string newer = answer;
    newer[13] = '2';
    const std::pair<std::string, const char*> rows[] = {
        {"", "is not an answer of the county office"},
        {"a letter to a friend", "is not an answer of the county office"},
        {file, "is not an answer of the county office"},
        {answer.substr(0, answer.size() - 1), "is cut short"},
        {flipped, "is damaged"},
        {newer, "with a newer Kitbag"},
        {foreign, "is from another county"},
    };
    for (const auto& [content, sentence] : rows) {
        CAPTURE(sentence);
        far.read(content);
        INFO(far.tablet.everything());
        CHECK(far.tablet.sees(sentence));
        CHECK(far.tablet.sees("1 change on this tablet waits to be sent"));
    }
    far.read(answer);
    CHECK_FALSE(far.tablet.sees("waits to be sent"));
}

TEST_CASE("A county without a recovery key cannot be sent a file, and the tablet says what is missing") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Sending and receiving");
    INFO(tablet.everything());
    CHECK(tablet.sees("first has to make its recovery key"));
    CHECK_FALSE(tablet.sees(Role::button, "Make a file for the office"));
}

TEST_CASE("No room while a file for the office is made gives none, and says so") {
    FarAway far;
    far.kit.files.trouble = MemoryFiles::Trouble::full;
    far.tablet.press("Make a file for the office");
    INFO(far.tablet.everything());
    CHECK(far.tablet.platform().given.empty());
    CHECK(far.tablet.sees(Role::button, "Make a file for the office"));
    CHECK_FALSE(far.tablet.sees("In it:"));
}

TEST_CASE("A tablet that the county wants erased is told so by an answer, and what it had is received") {
    FarAway far;
    far.kit.county.erase_wanted = true;
    far.read(far.answer_to(far.make()));
    INFO(far.tablet.everything());
    CHECK(far.tablet.sees("Received by the county: 1 change."));
    CHECK(far.tablet.sees("The county wants this tablet erased and gives it nothing more."));
    CHECK_FALSE(far.tablet.sees("waits to be sent"));
}
