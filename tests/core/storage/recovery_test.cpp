#include "core/base/id.h"
#include "core/storage/key_ring.h"
#include "core/storage/recovery_texts.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};
constexpr std::string_view forgotten = "lantern otter gravel";
constexpr std::string_view chosen = "copper kettle noon";

SecretKey secret_of(std::uint8_t seed) {
    SeededRandom random(seed);
    return new_secret_key(random);
}

// A tablet whose county's recovery key is the secret_of(1).
struct Tablet {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    KeyRing ring{pool, clock, random, cheap};
    DatabaseKey key;

    explicit Tablet(std::uint8_t seed = 7) : random(seed) {
        const Result<DatabaseKey> made = ring.create(forgotten);
        REQUIRE(made);
        key = *made;
        REQUIRE(ring.put_in_escrow(key, {"00000000000000aa", "Ada Marsh"}, public_half(secret_of(1))));
    }

    std::string request() {
        const Result<std::string> made = ring.make_request();
        REQUIRE(made);
        return *made;
    }

    std::string answer_code(std::string_view answer) {
        const Result<DatabaseKey> opened = ring.recover(answer, chosen);
        return opened ? "opened" : opened.error().code;
    }
};

std::string answer_to(std::string_view request, const SecretKey& secret = secret_of(1)) {
    SeededRandom random(3);
    const Result<OfficeAnswer> answer = answer_request(request, secret, random);
    REQUIRE_MESSAGE(answer, (answer ? "" : answer.error().sentence));
    return answer->text;
}

TEST_CASE("The office's answer opens the key, and from then on the new passphrase does") {
    Tablet tablet;
    const std::string request = tablet.request();
    CHECK(request.starts_with("KITBAG-REQUEST-1."));
    CHECK_FALSE(request.contains('\n'));
    SeededRandom random(3);
    const Result<OfficeAnswer> answer = answer_request(request, secret_of(1), random);
    REQUIRE(answer);
    CHECK(answer->holder == Holder{"00000000000000aa", "Ada Marsh"});
    const Result<DatabaseKey> opened = tablet.ring.recover(answer->text, chosen);
    REQUIRE(opened);
    CHECK(opened->bytes == tablet.key.bytes);
    CHECK(tablet.ring.unlock(forgotten).error().code == "wrong_passphrase");
    REQUIRE(tablet.ring.unlock(chosen));
    CHECK(tablet.answer_code(answer->text) == "no_request");
}

TEST_CASE("Whatever mail programs do around a text and to its lines, it is read") {
    Tablet tablet;
    const std::string request = tablet.request();
    std::string broken = "> Dear office,\r\n> here it is:\r\n> ";
    for (std::size_t at = 0; at < request.size(); at += 40) broken += request.substr(at, 40) + "\r\n> ";
    const std::string answer = answer_to(broken + "Kind regards\r\nAda");
    CHECK(tablet.answer_code("Here you are: " + answer.substr(0, 30) + "\n  " + answer.substr(30) + "\nBen") ==
          "opened");
}

TEST_CASE("A request stays the same while the app is killed, until it is answered, given up or not needed") {
    Tablet tablet;
    CHECK(tablet.ring.request() == "");
    const std::string request = tablet.request();
    KeyRing later(tablet.pool, tablet.clock, tablet.random, cheap);
    CHECK(later.request() == request);
    CHECK(later.make_request() == request);
    const std::string answer = answer_to(request);

    SUBCASE("given up") {
        REQUIRE(later.give_up_request());
    }
    SUBCASE("the passphrase was remembered") {
        REQUIRE(later.unlock(forgotten));
    }
    CHECK(later.request() == "");
    CHECK_FALSE(tablet.pool.holds("\"request\""));
    CHECK(tablet.answer_code(answer) == "no_request");
    CHECK(later.make_request() != request);
    CHECK(tablet.answer_code(answer) == "other_request");
}

TEST_CASE("What the office's answer has used is in neither slot any more") {
    Tablet tablet;
    const std::string answer = answer_to(tablet.request());
    CHECK(tablet.pool.holds("\"request\""));
    CHECK(tablet.answer_code(answer) == "opened");
    CHECK_FALSE(tablet.pool.holds("\"request\""));
}

TEST_CASE("A bad answer is named and changes nothing") {
    Tablet tablet, other(8);
    const std::string request = tablet.request();
    const std::string good = answer_to(request);
    SeededRandom random(4);
    const auto asked = read_request(request);
    REQUIRE(asked);
    const std::string number = fingerprint(asked->ephemeral);
    const std::string foreign = write_answer({number, seal(other.key.bytes, asked->ephemeral, random)});
    const std::string sealed_past = write_answer({number, seal(tablet.key.bytes, public_half(secret_of(9)), random)});
    std::string newer = good;
    newer.replace(newer.find("-1."), 3, "-2.");
    struct Row {
        const char* what;
        std::string answer;
        const char* code;
    };
    const Row rows[] = {
        {"nothing", "", "not_an_answer"},
        {"a letter to a friend", "Dear Ada, come at nine.", "not_an_answer"},
        {"the request itself", request, "not_an_answer"},
        {"cut in the middle", good.substr(0, good.size() / 2), "cut_short"},
        {"without its last letter", good.substr(0, good.size() - 1), "cut_short"},
        {"without its checksum", good.substr(0, good.rfind('.')), "cut_short"},
        {"for another request", answer_to(other.request()), "other_request"},
        {"with another tablet's key", foreign, "other_key"},
        {"sealed to another key", sealed_past, "other_key"},
        {"from a newer Kitbag", newer, "newer_text"},
    };
    const std::vector<std::uint8_t> before = tablet.pool.bytes(PoolFile::key);
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(tablet.answer_code(row.answer) == row.code);
        CHECK(tablet.pool.bytes(PoolFile::key) == before);
    }
    const std::string mark = "KITBAG-ANSWER-1.";
    CHECK(tablet.answer_code(mark + ".5561865c") == "altered");  // Nothing, with its checksum.
    for (std::size_t at = mark.size(); at < good.size(); ++at) {
        if (good[at] == '.') continue;
        CAPTURE(at);
        std::string altered = good;
        altered[at] = altered[at] == 'b' ? 'c' : 'b';
        CHECK(tablet.answer_code(altered) == "altered");
    }
    CHECK(tablet.ring.recover(good, "short").error().code == "short_passphrase");
    CHECK(tablet.pool.bytes(PoolFile::key) == before);
    CHECK(tablet.answer_code(good) == "opened");
}

TEST_CASE("The office is told of a request that it cannot answer") {
    Tablet tablet;
    const std::string request = tablet.request();
    const auto asked = read_request(request);
    REQUIRE(asked);
    RecoveryRequest forged = *asked;
    forged.sealed[50] ^= 1;
    std::string altered = request;
    altered[100] = altered[100] == 'b' ? 'c' : 'b';
    struct Row {
        const char* what;
        std::string request;
        std::uint8_t key;
        const char* code;
    };
    const Row rows[] = {
        {"nothing", "", 1, "not_a_request"},
        {"an answer", answer_to(request), 1, "not_a_request"},
        {"cut", request.substr(0, 200), 1, "cut_short"},
        {"one letter wrong", altered, 1, "altered"},
        {"of another county's tablet", request, 2, "other_recovery_key"},
        {"not sealed by a tablet", write_request(forged), 1, "not_ours"},
    };
    SeededRandom random;
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Result<OfficeAnswer> answer = answer_request(row.request, secret_of(row.key), random);
        CHECK((answer ? std::string("answered") : answer.error().code) == row.code);
    }
}

TEST_CASE("Waits after wrong passphrases do not hold up the office's answer, and end with it") {
    Tablet tablet;
    for (int i = 0; i < 7; ++i) {
        CHECK_FALSE(tablet.ring.unlock("wrong one"));
        tablet.clock.pass(i < 6 ? longest_wait_ms : 0);
    }
    REQUIRE(tablet.ring.wait_ms().value() > 0);
    CHECK(tablet.answer_code(answer_to(tablet.request())) == "opened");
    CHECK(tablet.ring.wait_ms() == 0);
    CHECK(tablet.ring.unlock(chosen));
}

TEST_CASE("A tablet whose county has no recovery key makes no request") {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    KeyRing ring(pool, clock, random, cheap);
    REQUIRE(ring.create(forgotten));
    CHECK(ring.in_escrow() == false);
    CHECK(ring.make_request().error().code == "no_escrow");
    CHECK(ring.request() == "");
}

TEST_CASE(
    "No torn write while an answer is taken loses the key: the old passphrase, the new one or the answer opens it") {
    for (const Trouble trouble : {Trouble::lost_for_good, Trouble::torn_then_lost, Trouble::full_once}) {
        bool met = true;
        for (int operation = 1; met; ++operation) {
            CAPTURE(operation);
            Tablet tablet;
            const std::string answer = answer_to(tablet.request());
            tablet.pool.trouble_at(operation, trouble);
            const bool taken = tablet.answer_code(answer) == "opened";
            met = tablet.pool.had_trouble();
            SeededRandom chance(static_cast<std::uint64_t>(operation));
            tablet.pool.power_off(chance);
            if (taken) {
                CHECK(tablet.ring.unlock(chosen));
                continue;
            }
            const bool by_new = tablet.ring.unlock(chosen).has_value();
            CHECK((by_new || tablet.answer_code(answer) == "opened"));
        }
    }
}

TEST_CASE("A passphrase of any length and any letters opens what it locked, and one letter else does not") {
    std::string of_emoji, other_emoji;
    for (int i = 0; i < 20; ++i) of_emoji += "🦦";
    other_emoji = of_emoji.substr(0, of_emoji.size() - 4) + "🦫";
    const std::string longest(passphrase_characters_max, 'x');
    struct Row {
        const char* what;
        std::string right;
        std::string wrong;
    };
    const Row rows[] = {
        {"10,000 characters", longest, longest.substr(1)},
        {"emoji", of_emoji, other_emoji},
        {"with a zero byte in it", std::string("otter\0gravel", 12), std::string("otter\0gravek", 12)},
        {"spaces only", "        ", "         "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        MemoryPool pool;
        SetClock clock;
        SeededRandom random;
        KeyRing ring(pool, clock, random, cheap);
        REQUIRE(ring.create(row.right));
        CHECK(ring.unlock(row.wrong).error().code == "wrong_passphrase");
        CHECK(ring.unlock("").error().code == "wrong_passphrase");
        CHECK(ring.unlock(row.right));
    }
}

}  // namespace
}  // namespace kitbag
