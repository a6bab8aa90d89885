// Files out of tablets that never have a connection, taken by the real command, and its answers read into a real store.

#include <chrono>
#include <filesystem>
#include <memory>

#include <doctest/doctest.h>

#include "core/storage/county_settings.h"
#include "core/storage/migrations.h"
#include "core/storage/photo_store.h"
#include "sync/bundle/tablet_bundle.h"
#include "tests/support/memory_source.h"
#include "tests/support/seams.h"
#include "tests/sync/server/pictured_county.h"

namespace kitbag::test {
namespace {

namespace fs = std::filesystem;

// Ada's tablet, enrolled once and then out of reach: its store, and what goes between it and the office.
struct Remote {
    County county;
    fs::path key = county.folder() / "recovery.key";
    fs::path bundle = county.folder() / "Kitbag for the office.kitbag";
    std::unique_ptr<RunningServer> server;
    std::unique_ptr<Tablet> ada;
    SetClock clock;
    SeededRandom random;
    std::unique_ptr<Database> store;
    Enrolment enrolment;
    std::unique_ptr<ChangeLog> log;
    int answers = 0;

    Remote() {
        server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
        REQUIRE(server->is_ready());
        REQUIRE(county.run({"recovery-key", "--out", key.string()}).exit_code == 0);
        ada = std::make_unique<Tablet>(server->client(), "Ada Marsh", county.new_code());
        clock.set(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count());
        DatabaseOptions options;
        options.file_name = (county.folder() / "tablet.db").string();
        store = Database::open(options).value();
        REQUIRE(migrate(*store));
        enrolment = {ada->device, ada->token, {ada->adviser, "Ada Marsh", "adviser"}, "Wendshire"};
        REQUIRE(DeviceStore(*store).save(enrolment));
        CountySettings settings;
        settings.recovery_key = text_or(ada->enrolment.json(), "recovery_key");
        REQUIRE(write_county_settings(*store, settings));
        log = std::make_unique<ChangeLog>(
            ChangeLog::open(*store, enrolment.device, enrolment.adviser.id, clock, random).value());
    }

    std::string write_visit(const std::string& urn = "900001") {
        std::string id = new_test_id();
        const Json visit = ada->visit(id, urn);
        FieldValues values;
        for (const auto& [field, edit] : visit["fields"].items()) values[field] = text_or(edit, "value");
        REQUIRE(log->write("visit", id, values));
        return id;
    }
    void make() {
        std::string bytes;
        REQUIRE(make_bundle(*store, *log, enrolment, clock, random,
                            [&](std::span<const std::uint8_t> piece) { bytes.append(piece.begin(), piece.end()); }));
        write_file(bundle, bytes);
    }
    fs::path next_answer() { return county.folder() / ("answer-" + std::to_string(++answers)); }
    ProgramResult take(const fs::path& out) const {
        return county.run({"take", "--bundle", bundle.string(), "--key", key.string(), "--out", out.string()});
    }
    Result<AnswerTaken> read(const fs::path& file) {
        const std::string bytes = read_file(file);
        MemorySource source({bytes.begin(), bytes.end()});
        return take_answer(*store, *log, enrolment, source);
    }
    std::string receipt() const {
        Statement row = store->query("SELECT number FROM receipt");
        return row.step().value_or(false) ? row.text(0) : "";
    }
    std::size_t changes_at_county() const { return ids_of(ada->pull(0)).size(); }
};

}  // namespace

TEST_CASE("what a tablet without a connection wrote comes to the county in a file, and the receipts back in another") {
    Remote remote;
    const Tablet ben(remote.server->client(), "Ben Holt", remote.county.new_code());
    Tablet colleague = ben;
    REQUIRE(outcome_of(colleague.push_one(colleague.visit(new_test_id(), "900002")), 0) == "accepted");
    const std::string visit = remote.write_visit();
    remote.make();
    CHECK_FALSE(read_file(remote.bundle).contains(remote.enrolment.token));
    const fs::path answer = remote.next_answer();
    const ProgramResult taken = remote.take(answer);
    REQUIRE_MESSAGE(taken.exit_code == 0, taken.err);
    CHECK_MESSAGE(taken.out.contains("From the tablet of Ada Marsh (tablet " + remote.ada->device + ")"), taken.out);
    CHECK(taken.out.contains("1 change received, 0 received before, 0 refused; 0 pictures here."));
    CHECK(remote.receipt().empty());
    const auto read = remote.read(answer);
    REQUIRE_MESSAGE(read, (read ? "" : read.error().sentence));
    CHECK(read->sent == 1);
    CHECK(read->fetched == 1);
    CHECK(read->new_reference);
    CHECK(remote.receipt().starts_with("R-000002-"));
    const std::string audit = remote.county.run({"audit", "--record", visit}).out;
    CHECK_MESSAGE(audit.contains("Ada Marsh"), audit);
    CHECK(audit.contains("take-"));
}

TEST_CASE("the same file taken again changes nothing, and its answer has the same receipts") {
    Remote remote;
    remote.write_visit();
    remote.make();
    const fs::path first = remote.next_answer(), second = remote.next_answer();
    REQUIRE(remote.take(first).exit_code == 0);
    CHECK(remote.take(first).err.contains("is there already"));
    const ProgramResult again = remote.take(second);
    CHECK_MESSAGE(again.out.contains("0 changes received, 1 received before"), again.out);
    CHECK(remote.changes_at_county() == 1);
    REQUIRE(remote.read(second));
    const std::string receipt = remote.receipt();
    CHECK(receipt.starts_with("R-000001-"));
    CHECK(remote.read(first).error().code == "old_answer");
    CHECK(remote.receipt() == receipt);
}

TEST_CASE("what is checked in a push is checked in a file: a refused change says why, and stops none of the rest") {
    Remote remote;
    remote.write_visit("900099");
    remote.write_visit();
    remote.make();
    const fs::path answer = remote.next_answer();
    const ProgramResult taken = remote.take(answer);
    CHECK_MESSAGE(taken.out.contains("1 change received, 0 received before, 1 refused"), taken.out);
    const auto read = remote.read(answer);
    REQUIRE(read);
    CHECK(read->refused == 1);
    CHECK(remote.log->refused()->at(0).reason.code == "unknown_school");
}

TEST_CASE("a picture comes to the county in a file, also where a part of it had come before") {
    Remote remote;
    const Picture picture = large_picture();
    const std::string visit = remote.write_visit();
    PhotoStore photos(*remote.store);
    const FieldValues photo = {{"visit", visit}, {"content", picture.content}, {"by", remote.enrolment.adviser.id}};
    REQUIRE(remote.log->write("photo", new_test_id(), photo));
    remote.make();
    REQUIRE(remote.take(remote.next_answer()).exit_code == 0);  // The record, without its picture.
    constexpr std::size_t first_piece = 100'000;
    const std::string query = "content=" + picture.content + "&from=0&size=" + std::to_string(picture.bytes.size());
    HttpHeaders headers = remote.ada->bearer();
    headers.emplace_back("Content-Type", "application/octet-stream");
    const std::string_view sent = std::string_view(picture.bytes).substr(0, first_piece);
    REQUIRE(remote.server->client().post("/api/picture/send?" + query, sent, headers).json()["have"] == first_piece);

    REQUIRE(photos.put({reinterpret_cast<const std::uint8_t*>(picture.bytes.data()), picture.bytes.size()}, {}));
    remote.make();
    const fs::path answer = remote.next_answer();
    const ProgramResult taken = remote.take(answer);
    CHECK_MESSAGE(taken.out.contains("1 picture here."), taken.out);
    const auto read = remote.read(answer);
    REQUIRE(read);
    CHECK(read->pictures_sent == 1);
    CHECK(photos.receipt(picture.content)->has_value());
    CHECK(remote.ada->get("/api/picture?content=" + picture.content).json().contains("receipt"));
}

TEST_CASE("a tablet that was shut out is refused by file as by network, and one that is to be erased hands in only") {
    Remote remote;
    remote.write_visit();
    remote.make();
    const fs::path answer = remote.next_answer();
    REQUIRE(remote.county.run({"revoke", "--device", remote.ada->device}).exit_code == 0);
    const ProgramResult refused = remote.take(answer);
    CHECK(refused.exit_code == 1);
    CHECK_MESSAGE(refused.err.contains("does not know this tablet, or has shut it out"), refused.err);
    CHECK_FALSE(fs::exists(answer));
    CHECK_FALSE(fs::exists(answer.string() + ".part"));

    Remote leaving;
    leaving.write_visit();
    leaving.write_visit("900099");
    leaving.make();
    REQUIRE(leaving.county.run({"revoke", "--device", leaving.ada->device, "--wipe"}).exit_code == 0);
    const fs::path last = leaving.next_answer();
    const ProgramResult taken = leaving.take(last);
    CHECK_MESSAGE(taken.out.contains("wants this tablet erased"), (taken.out + taken.err));
    const auto read = leaving.read(last);
    REQUIRE(read);
    CHECK(read->sent == 1);
    CHECK(read->refusal->code == "wipe_wanted");
    CHECK(leaving.county.run({"left-behind"}).out.contains("900099"));
}

TEST_CASE("a file that is damaged, cut short or of another kind is named, and nothing of it is taken") {
    Remote remote;
    remote.write_visit();
    remote.make();
    const std::string whole = read_file(remote.bundle);
    std::string flipped = whole;
    flipped[whole.size() - 20] = static_cast<char>(flipped[whole.size() - 20] ^ 1);
    std::string newer = whole;
    newer[14] = '2';
    const std::pair<std::string, const char*> rows[] = {
        {"", "is not one that a tablet made for the office"},
        {"A letter", "is not one that a tablet made for the office"},
        {whole.substr(0, whole.size() - 1), "is cut short"},
        {whole.substr(0, 60), "is cut short"},
        {flipped, "is damaged"},
        {newer, "made by a newer Kitbag"},
    };
    const fs::path answer = remote.next_answer();
    for (const auto& [content, sentence] : rows) {
        CAPTURE(sentence);
        write_file(remote.bundle, content);
        const ProgramResult taken = remote.take(answer);
        CHECK(taken.exit_code == 1);
        CHECK_MESSAGE(taken.err.contains(sentence), taken.err);
        CHECK_FALSE(fs::exists(answer));
    }
    write_file(remote.bundle, whole);
    const fs::path other = remote.county.folder() / "other.key";
    REQUIRE(remote.county.run({"recovery-key", "--out", other.string(), "--replace"}).exit_code == 0);
    const ProgramResult wrong_key = remote.county.run(
        {"take", "--bundle", remote.bundle.string(), "--key", other.string(), "--out", answer.string()});
    CHECK_MESSAGE(wrong_key.err.contains("needs the recovery key"), wrong_key.err);
    CHECK(remote.changes_at_county() == 0);
    CHECK(remote.take(answer).exit_code == 0);  // The older key's file still opens what was sealed to it.
    CHECK(remote.changes_at_county() == 1);
}

}  // namespace kitbag::test
