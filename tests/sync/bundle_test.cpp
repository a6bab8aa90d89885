#include <algorithm>
#include <string>
#include <utility>

#include "core/storage/settings.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/carried_file.h"
#include "sync/bundle/tablet_bundle.h"
#include "tests/support/photographs.h"
#include "tests/sync/bundle_desk.h"

namespace kitbag {

TEST_CASE("What waits goes to the county in a file, and is sent only when the answer was read") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ben.write("visit", second_visit, bens_visit());
    desk.county.sync(desk.ben);
    const Bytes bundle = desk.make(desk.ada);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1});
    Bytes answer_file;
    const auto taken = desk.take(bundle, answer_file);
    REQUIRE(taken);
    CHECK(taken->accepted == 1);
    CHECK(taken->given_back == 2);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1});
    const auto read = desk.read(desk.ada, answer_file);
    REQUIRE(read);
    CHECK(read->sent == 1);
    CHECK(read->fetched == 1);
    CHECK_FALSE(read->more);
    CHECK(desk.ada.log->counts() == ChangeCounts{.received = 1});
    CHECK(state_of(*desk.ada.database) == state_of(*desk.county.database));
    CHECK(DeviceStore(*desk.ada.database).last_contact()->value_or(0) == desk.clock.now() / 1000 * 1000);
}

TEST_CASE("A bundle that is taken twice changes nothing the second time, and its receipts are the same") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const Bytes bundle = desk.make(desk.ada);
    const Bytes first = desk.answer_to(bundle);
    const std::string before = state_of(*desk.county.database);
    Bytes second;
    const auto again = desk.take(bundle, second);
    REQUIRE(again);
    CHECK(again->accepted == 0);
    CHECK(again->already_had == 1);
    CHECK(state_of(*desk.county.database) == before);
    CHECK(answer(*desk.county.database, "SELECT count(*) FROM change") == "1");
    REQUIRE(desk.read(desk.ada, second));
    const std::string receipt = answer(*desk.ada.database, "SELECT number FROM receipt");
    CHECK(receipt == answer(*desk.county.database, "SELECT number FROM receipt"));
    CHECK(desk.code_of(desk.ada, first) == "old_answer");
    CHECK(answer(*desk.ada.database, "SELECT number FROM receipt") == receipt);
}

TEST_CASE("A bundle with nothing to send fetches, and its answer may say that nothing is new") {
    BundleDesk desk;
    const auto nothing = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(nothing);
    CHECK(nothing->fetched == 0);
    desk.ben.write("visit", second_visit, bens_visit());
    desk.county.sync(desk.ben);
    const auto read = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(read);
    CHECK(read->fetched == 1);
    CHECK(desk.ada.shown("visit", second_visit, "urn") == "900001");
}

TEST_CASE("A thousand changes go as several pushes, and come back page by page, more than one answer holds") {
    BundleDesk desk;
    desk.page_changes = 100;
    desk.ada.write("visit", first_visit, visit_fields());
    for (int i = 0; i < 1010; ++i) desk.ada.write("visit", first_visit, {{"focus", std::to_string(i)}});
    const Bytes answer_file = desk.answer_to(desk.make(desk.ada));
    CHECK(std::ranges::count(desk.asked, "/api/push", &CountyQuestion::path) == 3);
    CHECK(std::ranges::count(desk.asked, "/api/pull", &CountyQuestion::path) == 11);
    REQUIRE(desk.read(desk.ada, answer_file));
    CHECK(desk.ada.log->counts() == ChangeCounts{.received = 1011});
}

TEST_CASE("A refused change is kept with its reason, and holds up no other") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields("900009"));
    desk.ada.write("visit", second_visit, visit_fields());
    const auto read = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(read);
    CHECK(read->sent == 1);
    CHECK(read->refused == 1);
    CHECK(desk.ada.log->refused()->at(0).reason.code == "unknown_school");
}

TEST_CASE("Pictures go with the changes, whole, and are sent when the answer was read") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const auto jpeg = jpeg_of("Books of Year 4 " + std::string(600'000, 'x'));
    PhotoStore photos(*desk.ada.database);
    const std::string content = photos.put(jpeg, {}).value();
    desk.ada.write("photo", first_note, {{"visit", first_visit}, {"content", content}, {"by", ada_id}});
    const Bytes answer_file = desk.answer_to(desk.make(desk.ada));
    CHECK(desk.pictures[content] == std::string(jpeg.begin(), jpeg.end()));
    CHECK(photos.waiting()->count == 1);
    const auto read = desk.read(desk.ada, answer_file);
    REQUIRE(read);
    CHECK(read->pictures_sent == 1);
    CHECK(photos.waiting()->count == 0);
    CHECK(photos.receipt(content)->has_value());
}

TEST_CASE("What was sent over a network meanwhile, and written after the bundle, is not confused by the answer") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const Bytes bundle = desk.make(desk.ada);
    const Bytes answer_file = desk.answer_to(bundle);
    desk.county.sync(desk.ada);
    desk.ada.write("visit", first_visit, {{"focus", "Written later"}});
    const std::string before = BundleDesk::all_of(desk.ada);
    CHECK(desk.code_of(desk.ada, answer_file) == "old_answer");
    CHECK(BundleDesk::all_of(desk.ada) == before);
    REQUIRE(desk.read(desk.ada, desk.answer_to(desk.make(desk.ada))));
    CHECK(desk.ada.log->counts() == ChangeCounts{.received = 2});
}

TEST_CASE("An answer that was made for another, or goes on after one that was not read, changes nothing") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ben.write("visit", second_visit, bens_visit());
    const Bytes for_ben = desk.answer_to(desk.make(desk.ben));
    const Bytes first = desk.answer_to(desk.make(desk.ada));
    REQUIRE(desk.read(desk.ada, first));
    desk.ada.write("visit", first_visit, {{"focus", "More"}});
    const Bytes second = desk.answer_to(desk.make(desk.ada));
    const std::string before = BundleDesk::all_of(desk.ada);
    CHECK(desk.code_of(desk.ada, for_ben) == "other_tablet");
    desk.county_name = "Fenland";
    CHECK(desk.code_of(desk.ada, second) == "other_county");
    desk.county_name = "Wendshire";
    CHECK(desk.code_of(desk.ada, desk.make(desk.ada)) == "not_answer");
    CHECK(desk.code_of(desk.ada, {}) == "not_answer");
    CHECK(BundleDesk::all_of(desk.ada) == before);
    REQUIRE(DeviceStore(*desk.ada.database).set_cursor(0));
    CHECK(desk.code_of(desk.ada, second) == "answer_ahead");
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1, .received = 1});
    REQUIRE(Settings(*desk.ada.database).set("bundle.secret", std::string(64, '5')));
    CHECK(desk.code_of(desk.ada, second) == "other_store");
}

TEST_CASE("An answer that is cut anywhere, or in which a bit is another, changes nothing") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const Bytes whole = desk.answer_to(desk.make(desk.ada));
    const std::string before = BundleDesk::all_of(desk.ada);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        CHECK_FALSE(desk.read(desk.ada, {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at)}));
        Bytes flipped = whole;
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ (1u << at % 8));
        CHECK_FALSE(desk.read(desk.ada, flipped));
    }
    CHECK(BundleDesk::all_of(desk.ada) == before);
    CHECK(desk.read(desk.ada, whole));
}

TEST_CASE("A fault in the middle of an answer undoes what came before it") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    MemorySource bundle(desk.make(desk.ada));
    CarriedHeader header = read_carried_header(bundle, CarriedKind::bundle).value();
    const OpenedFile opened = open_bundle(bundle, header, desk.recovery).value();
    std::string push;
    StreamKey key;
    REQUIRE(each_part(bundle, opened, [&](const Part& part) -> Result<void> {
        if (part.kind == "about") key = read_about_bundle(part.body).value().answer_key;
        if (part.kind == "push") push = part.body;
        return {};
    }));
    const std::string reply =
        write_push_reply(desk.county.log.accept(read_push_request(push).value(), desk.ada.writer()).value());
    Bytes answer_file;
    const Parts parts = [&](const PutPart& put) -> Result<void> {
        put("about", write_about(AboutAnswer{}));
        put("push", reply);
        put("pull", R"({"changes":[{}],"cursor":1,"more":false})");
        return {};
    };
    REQUIRE(write_answer(header, key, parts, desk.random, [&](std::span<const std::uint8_t> piece) {
        answer_file.insert(answer_file.end(), piece.begin(), piece.end());
    }));
    CHECK(desk.code_of(desk.ada, answer_file) == "bad_answer");
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1});
}

TEST_CASE("The office refuses a bundle of another county, with another key, or of a tablet that was shut out") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const Bytes bundle = desk.make(desk.ada);
    Bytes answer_file;
    desk.county_name = "Fenland";
    CHECK(desk.take(bundle, answer_file).error().code == "other_county");
    desk.county_name = "Wendshire";
    const SecretKey right = std::exchange(desk.recovery, new_secret_key(desk.random));
    const auto other_key = desk.take(bundle, answer_file);
    CHECK(other_key.error().code == "other_recovery_key");
    CHECK(other_key.error().sentence.contains(fingerprint(public_half(right))));
    desk.recovery = right;
    CHECK(desk.asked.empty());
    desk.ada.device.back() = 'z';  // As the county knows it.
    CHECK(desk.take(bundle, answer_file).error().code == "unknown_device");
    CHECK(answer_file.empty());
    CHECK(answer(*desk.county.database, "SELECT count(*) FROM change") == "0");
}

TEST_CASE("A bundle that is not whole is refused before the county is asked anything") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const Bytes whole = desk.make(desk.ada);
    Bytes answer_file;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        CHECK_FALSE(desk.take({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at)}, answer_file));
        Bytes flipped = whole;
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ (1u << at % 8));
        CHECK_FALSE(desk.take(flipped, answer_file));
    }
    CHECK(desk.asked.empty());
    CHECK(answer_file.empty());
}

TEST_CASE("A bundle whose last chunk alone is damaged is refused before the county is asked anything, too") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    const std::string content =
        PhotoStore(*desk.ada.database).put(jpeg_of("Books of Year 4 " + std::string(600'000, 'x')), {}).value();
    desk.ada.write("photo", first_note, {{"visit", first_visit}, {"content", content}, {"by", ada_id}});
    Bytes bundle = desk.make(desk.ada);
    bundle.back() = static_cast<std::uint8_t>(bundle.back() ^ 1u);
    Bytes answer_file;
    CHECK(desk.take(bundle, answer_file).error().code == "bundle_damaged");
    CHECK(desk.asked.empty());
}

TEST_CASE("A county that has made no recovery key gets no file, and the tablet says so") {
    BundleDesk desk;
    REQUIRE(write_county_settings(*desk.ada.database, {}));
    Bytes bytes;
    const auto made = make_bundle(
        *desk.ada.database, *desk.ada.log, desk.enrolment(desk.ada), desk.clock, desk.random,
        [&](std::span<const std::uint8_t> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
    CHECK(made.error().code == "no_recovery_key");
    CHECK(bytes.empty());
}

TEST_CASE("A tablet that is to be erased hands in what it has and is given nothing; what is refused the county keeps") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", second_visit, visit_fields("900009"));
    desk.wipe_wanted = BundleDesk::token_of(desk.ada);
    const auto read = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(read);
    CHECK(read->sent == 1);
    REQUIRE(read->refusal.has_value());
    CHECK(read->refusal->code == "wipe_wanted");
    CHECK(answer(*desk.ada.database, "SELECT kept FROM refusal") == "1");
    CHECK(DeviceStore(*desk.ada.database).cursor() == 0);
}

TEST_CASE("A county that was put back from an older copy gets what it lost by the next bundle") {
    BundleDesk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    REQUIRE(desk.read(desk.ada, desk.answer_to(desk.make(desk.ada))));
    CHECK(desk.ada.log->counts() == ChangeCounts{.received = 1});
    const TemporaryFolder elsewhere;
    County older(desk.clock, elsewhere.file("county.db"));  // From before anything had come.
    desk.there = &older;
    desk.ada.write("visit", first_visit, {{"focus", "After"}});

    const auto told = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(told);
    CHECK(told->restored);
    CHECK(told->sent == 0);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 2});
    const auto again = desk.read(desk.ada, desk.answer_to(desk.make(desk.ada)));
    REQUIRE(again);
    CHECK(again->sent == 2);
    CHECK(state_of(*older.database) == state_of(*desk.ada.database));
}

}  // namespace kitbag
