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
