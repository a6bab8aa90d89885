#include "core/storage/photo_store.h"

#include <fstream>
#include <iterator>

#include "core/storage/projection.h"
#include "tests/core/storage/stores.h"
#include "tests/support/photographs.h"

namespace kitbag {
namespace {

std::string text_of(const std::string& file_name) {
    std::ifstream file(file_name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("A picture is kept by the hash of its bytes, once") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    const auto jpeg = jpeg_of("a page of writing"), small = jpeg_of("a page");
    const auto content = photos.put(jpeg, small);
    REQUIRE(content);
    CHECK(content->size() == 64);
    CHECK(*content == photo_content(jpeg));
    CHECK(*content != photo_content(small));
    CHECK(photos.put(jpeg, small) == content);
    CHECK(answer(*database, "SELECT count(*) FROM picture") == "1");
    CHECK(photos.picture(*content).value() == jpeg);
    CHECK(photos.thumbnail(*content).value() == small);
    CHECK(photos.has(*content).value());
    CHECK_FALSE(photos.has(photo_content(small)).value());
    CHECK_FALSE(photos.picture(photo_content(small)).value().has_value());
}

TEST_CASE("Only a whole JPEG that says nothing of where and when it was taken is kept") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    const auto good = jpeg_of("books");
    auto cut = good;
    cut.resize(cut.size() - 2);
    auto commented = good;
    commented.insert(commented.begin() + 2, {0xff, 0xfe, 0, 4, 'A', 'b'});
    auto coloured = std::vector<std::uint8_t>{0xff, 0xd8};
    add_segment(coloured, 0xe2, std::string_view("ICC_PROFILE\0\1\1", 14));
    coloured.insert(coloured.end(), good.begin() + 2, good.end());
    auto second = std::vector<std::uint8_t>{0xff, 0xd8};
    add_segment(second, 0xe2, std::string_view("MPF\0", 4));
    second.insert(second.end(), good.begin() + 2, good.end());
    const auto code = [&](const std::vector<std::uint8_t>& jpeg) {
        const auto put = photos.put(jpeg, good);
        return put ? "" : put.error().code;
    };
    CHECK(code(good).empty());
    CHECK(code(coloured).empty());
    CHECK(code(cut) == "photo_cut_short");
    CHECK(code({}) == "photo_not_image");
    CHECK(code({'%', 'P', 'D', 'F', '-', '1'}) == "photo_not_image");
    CHECK(code({0xff, 0xd8, 0xff, 0xd9}) == "photo_cut_short");
    CHECK(code(jpeg_of("books", "52.2053 N, 0.1218 E")) == "photo_has_metadata");
    CHECK(code(commented) == "photo_has_metadata");
    CHECK(code(second) == "photo_has_metadata");
    CHECK(code(jpeg_of(std::string(photo_bytes_max, 'x'))) == "photo_too_large");
    CHECK(photos.put(good, jpeg_of("books", "52.2053 N")).error().code == "photo_has_metadata");
    CHECK(photos.put(good, jpeg_of(std::string(thumbnail_bytes_max, 'x'))).error().code == "photo_too_large");
    CHECK(answer(*database, "SELECT count(*) FROM picture") == "2");
}

TEST_CASE("A picture goes when no photograph names it any more, and nothing of it stays in the file") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    std::string drawn;
    for (int i = 0; i < 3'000; ++i) drawn += "books of Year 4 ";
    const std::string content = photos.put(jpeg_of(drawn), jpeg_of("small")).value();
    const std::string first = "0192f3c4-a1b2-7c3d-8e4f-000000000001", second = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
    for (const std::string& id : {first, second}) REQUIRE(project(*database, "photo", id, "content", content));
    REQUIRE(project(*database, "photo", first, "removed", "removed"));
    REQUIRE(photos.remove_unused(content));
    CHECK(photos.has(content).value());  // The second still shows it.
    REQUIRE(project(*database, "photo", second, "removed", "removed"));
    REQUIRE(photos.remove_unused(content));
    CHECK_FALSE(photos.has(content).value());
    REQUIRE(database->run("PRAGMA wal_checkpoint(TRUNCATE)"));
    CHECK_FALSE(text_of(folder.file("a.db")).contains("books of Year 4"));
}

TEST_CASE("A picture waits until the county has given its receipt, and again when the county may have lost it") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    const auto jpeg = jpeg_of("a page of writing");
    const std::string content = photos.put(jpeg, jpeg_of("a page")).value();
    CHECK(photos.waiting()->count == 0);  // No photograph names it.
    const std::string photo = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
    REQUIRE(project(*database, "photo", photo, "content", content));
    CHECK(photos.waiting()->count == 1);
    CHECK(photos.waiting()->bytes == static_cast<std::int64_t>(jpeg.size()));
    CHECK(photos.waiting_contents().value() == std::vector<std::string>{content});
    const PictureReceipt receipt{"P-000001-9f3c", "2026-11-23T14:02:05.123Z"};
    CHECK_FALSE(photos.receipt(content).value().has_value());
    REQUIRE(photos.record_receipt(content, receipt));
    CHECK(photos.receipt(content).value() == receipt);
    CHECK(photos.waiting()->count == 0);
    CHECK(photos.waiting_contents().value().empty());
    REQUIRE(photos.forget_receipts());
    CHECK(photos.waiting()->count == 1);
    REQUIRE(photos.record_receipt(content, receipt));
    REQUIRE(project(*database, "photo", photo, "removed", "removed"));
    REQUIRE(photos.remove_unused());
    CHECK_FALSE(photos.receipt(content).value().has_value());
}

TEST_CASE("A picture that the county calls removed goes, unless the county has not taken each record that names it") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    const std::string content = photos.put(jpeg_of("a page of writing"), {}).value();
    const std::string other = photos.put(jpeg_of("another page"), {}).value();
    for (const std::string& each : {content, other}) {
        const std::string id = "0192f3c4-a1b2-7c3d-8e4f-00000000000" + std::to_string(each == content ? 1 : 2);
        REQUIRE(project(*database, "photo", id, "content", each));
        REQUIRE(
            database->run("INSERT INTO change (id, device, author, stamp, entity, entity_id, fields) VALUES (?, "
                          "'d', 'a', ?, 'photo', ?, ?)",
                          id, id, id, R"({"content":{"base":[],"value":")" + each + "\"}}"));
    }
    for (const std::string not_taken :
         {"waiting (change) VALUES (1)", "unconfirmed (change) VALUES (1)",
          "refusal (change, code, sentence, at, kept) VALUES (1, 'locked', 'It is.', 5, 1)"}) {
        CAPTURE(not_taken);
        REQUIRE(database->run("INSERT INTO " + not_taken));
        REQUIRE(photos.remove_if_received(content));
        CHECK(photos.has(content).value());
        REQUIRE(database->run("DELETE FROM " + not_taken.substr(0, not_taken.find(' '))));
    }
    REQUIRE(photos.remove_if_received(content));
    CHECK_FALSE(photos.has(content).value());
    CHECK(photos.has(other).value());
}

TEST_CASE("A picture from the county is kept with its receipt when it is the one that was asked for and still wanted") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    PhotoStore photos(*database);
    const auto jpeg = jpeg_of("a page of writing");
    const std::string content = photo_content(jpeg);
    const PictureReceipt receipt{"P-000001-9f3c", "2026-11-23T14:02:05.123Z"};
    REQUIRE(photos.take(content, jpeg, receipt));
    CHECK_FALSE(photos.has(content).value());  // Its photograph was removed meanwhile.
    REQUIRE(project(*database, "photo", "0192f3c4-a1b2-7c3d-8e4f-000000000001", "content", content));
    CHECK(photos.take(content, jpeg_of("another page"), receipt).error().code == "photo_other_content");
    REQUIRE(photos.take(content, jpeg, receipt));
    CHECK(photos.picture(content).value() == jpeg);
    CHECK(photos.thumbnail(content).value() == jpeg);
    CHECK(photos.receipt(content).value() == receipt);
    CHECK(photos.waiting()->count == 0);
}

TEST_CASE("A picture cannot be read in the files of a tablet") {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random(1);
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    std::string drawn;
    for (int i = 0; i < 3'000; ++i) drawn += "books of Year 4 ";
    REQUIRE(PhotoStore(**database).put(jpeg_of(drawn), jpeg_of("a small picture")));
    CHECK_FALSE(pool.holds("books of Year 4"));
    CHECK_FALSE(pool.holds("a small picture"));
    CHECK_FALSE(pool.holds("JFIF"));
}

}  // namespace
}  // namespace kitbag
