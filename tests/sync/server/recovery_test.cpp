// The county's recovery key: made by a command, told to the tablets, and its secret half kept in one file.

#include <filesystem>

#include <doctest/doctest.h>

#include "core/base/id.h"
#include "core/storage/escrow.h"
#include "core/storage/key_ring.h"
#include "sync/server/recovery_file.h"
#include "tests/support/memory_pool.h"
#include "tests/support/seams.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

namespace fs = std::filesystem;

ProgramResult make_key(const County& county, const fs::path& file, bool replace = false) {
    std::vector<std::string> words = {"recovery-key", "--out", file.string()};
    if (replace) words.push_back("--replace");
    return county.run(words);
}

std::string public_half_in(const fs::path& file) {
    const Result<SecretKey> secret = read_recovery_file(file);
    return secret ? to_hex(public_half(*secret).bytes) : secret.error().code;
}

ProgramResult recover(const County& county, const fs::path& key, const std::string& request) {
    const fs::path file = county.folder() / "request.txt";
    write_file(file, request);
    return run_program({"recover", "--key", key.string(), "--request", file.string()}, county.folder());
}

bool any_file_holds(const fs::path& folder, const std::string& text) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && read_file(entry.path()).contains(text)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a county without a recovery key tells of none, and one made while it runs reaches the tablets") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    CHECK_FALSE(ada.enrolment.json().contains("recovery_key"));
    const Json before = ada.get("/api/reference").json();
    CHECK_FALSE(before.contains("recovery_key"));

    const fs::path file = county.folder() / "recovery.key";
    const ProgramResult made = make_key(county, file);
    CHECK_MESSAGE(made.exit_code == 0, made.err);
    const std::string half = public_half_in(file);
    REQUIRE(half.size() == 64);
    const Json after = ada.get("/api/reference?known=" + text_or(before, "version")).json();
    CHECK(text_or(after, "recovery_key") == half);
    CHECK(after["schools"] == before["schools"]);
    const Tablet ben(server.client(), "Ben Hale", county.new_code());
    CHECK(text_or(ben.enrolment.json(), "recovery_key") == half);
}

TEST_CASE("the secret half of the recovery key is in its file only, for its owner's eyes") {
    const County county;
    RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const fs::path file = county.folder() / "recovery.key";
    const ProgramResult made = make_key(county, file);
    const Result<SecretKey> secret = read_recovery_file(file);
    REQUIRE(secret);
    CHECK((fs::status(file).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
    const std::string digits = to_hex(secret->bytes);
    CHECK(read_file(file).contains(digits));
    CHECK_FALSE((made.out + made.err + server.out() + server.err()).contains(digits));
    const std::string raw(secret->bytes.begin(), secret->bytes.end());
    CHECK_FALSE(any_file_holds(county.data(), digits));
    CHECK_FALSE(any_file_holds(county.data(), raw));
    const auto database = county.open();
    Statement setting = database->query("SELECT value FROM setting");
    for (Result<bool> row = setting.step(); row.value_or(false); row = setting.step())
        CHECK_FALSE(setting.text(0).contains(digits));
}

TEST_CASE("a recovery key is replaced only when that is asked for, and no file is written over") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto told = [&] { return text_or(ada.get("/api/reference").json(), "recovery_key"); };
    const fs::path first = county.folder() / "first.key", second = county.folder() / "second.key";
    REQUIRE(make_key(county, first).exit_code == 0);
    const std::string content = read_file(first);

    const ProgramResult again = make_key(county, second);
    CHECK(again.exit_code == 1);
    CHECK(again.err.contains("has a recovery key already"));
    CHECK_FALSE(fs::exists(second));
    const ProgramResult over = make_key(county, first, true);
    CHECK(over.exit_code == 1);
    CHECK(over.err.contains("is there already"));
    CHECK(read_file(first) == content);
    CHECK(told() == public_half_in(first));

    CHECK(make_key(county, second, true).exit_code == 0);
    CHECK(told() == public_half_in(second));
    CHECK(told() != public_half_in(first));
    const ProgramResult nowhere = make_key(county, county.folder() / "no" / "such.key", true);
    CHECK(nowhere.exit_code == 1);
    CHECK(nowhere.err.contains("could not be written"));
    CHECK(told() == public_half_in(second));
}

TEST_CASE("an adviser who forgot the passphrase gets into the tablet again through the real commands") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const fs::path file = county.folder() / "recovery.key", other = county.folder() / "other.key";
    REQUIRE(make_key(county, file).exit_code == 0);
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto half = public_key_from(text_or(ada.enrolment.json(), "recovery_key"));
    REQUIRE(half);

    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    KeyRing ring(pool, clock, random, {.memory_kib = 8, .passes = 1});
    const Result<DatabaseKey> key = ring.create("lantern otter gravel");
    REQUIRE(key);
    REQUIRE(ring.put_in_escrow(*key, {ada.device, "Ada Marsh"}, *half));
    const Result<std::string> request = ring.make_request();
    REQUIRE(request);

    REQUIRE(make_key(county, other, true).exit_code == 0);
    const ProgramResult wrong_file = recover(county, other, *request);
    CHECK(wrong_file.exit_code == 1);
    CHECK(wrong_file.out.empty());
    CHECK_MESSAGE(wrong_file.err.contains("needs the recovery key " + fingerprint(*half)), wrong_file.err);
    CHECK(recover(county, file, request->substr(0, 90)).err.contains("The end of the request is missing."));
    CHECK(recover(county, county.register_file(), *request).err.contains("holds no recovery key"));
    CHECK(recover(county, county.folder() / "none.key", *request).err.contains("Check its name in --key"));

    const ProgramResult answer = recover(county, file, "Good morning,\n" + *request + "\nAda");
    CHECK_MESSAGE(answer.exit_code == 0, answer.err);
    CHECK(answer.err.contains("from the tablet of Ada Marsh (tablet " + ada.device + ")"));
    CHECK(answer.out.starts_with("KITBAG-ANSWER-1."));
    CHECK_FALSE(answer.out.contains(to_hex(key->bytes)));
    const Result<DatabaseKey> opened = ring.recover(answer.out, "copper kettle noon");
    REQUIRE(opened);
    CHECK(opened->bytes == key->bytes);
}

}  // namespace kitbag::test
