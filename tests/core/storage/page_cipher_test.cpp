#include "core/storage/page_cipher.h"

#include <filesystem>
#include <string>
#include <vector>

#include <sodium.h>

#include "core/base/id.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t block = 64;

Bytes counting_up(std::size_t size, std::uint8_t first = 0) {
    Bytes bytes(size);
    for (std::size_t place = 0; place < size; ++place) bytes[place] = static_cast<std::uint8_t>(first + place);
    return bytes;
}

Bytes stream(std::size_t size, std::uint32_t counter) {
    Bytes bytes(size);
    kitbag_page_xor(bytes.data(), size, counting_up(32).data(), counting_up(12, 100).data(), counter);
    return bytes;
}

TEST_CASE("Pages are enciphered as RFC 8439 says in 2.4.2, and marked as in 2.5.2") {
    REQUIRE(sodium_init() >= 0);
    const Bytes nonce = {0, 0, 0, 0, 0, 0, 0, 0x4a, 0, 0, 0, 0};
    const std::string plain =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would "
        "be it.";
    Bytes text(plain.begin(), plain.end());
    kitbag_page_xor(text.data(), text.size(), counting_up(32).data(), nonce.data(), 1);
    CHECK(to_hex(text).starts_with("6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0b"));
    CHECK(to_hex(text).ends_with("5af90bbf74a35be6b40b8eedf2785e42874d"));

    const Bytes key = {0x85, 0xd6, 0xbe, 0x78, 0x57, 0x55, 0x6d, 0x33, 0x7f, 0x44, 0x52, 0xfe, 0x42, 0xd5, 0x06, 0xa8,
                       0x01, 0x03, 0x80, 0x8a, 0xfb, 0x0d, 0xb2, 0xfd, 0x4a, 0xbf, 0xf6, 0xaf, 0x41, 0x49, 0xf5, 0x1b};
    const std::string message = "Cryptographic Forum Research Group";
    Bytes tag(16);
    kitbag_page_tag(Bytes(message.begin(), message.end()).data(), message.size(), key.data(), tag.data());
    CHECK(to_hex(tag) == "a8061dc1305136c6c22b8baf0c0127a9");
}

TEST_CASE("A page whose blocks are counted beyond the last number goes on from 0") {
    REQUIRE(sodium_init() >= 0);
    constexpr std::uint32_t last = 0xffffffff;
    for (const std::uint32_t begin : {last - 2, last - 1, last, 0U}) {
        CAPTURE(begin);
        const Bytes whole = stream(8 * block + 17, begin);
        std::uint32_t counter = begin;
        for (std::size_t from = 0; from < whole.size(); from += block, ++counter) {
            const std::size_t size = std::min(block, whole.size() - from);
            const Bytes part(whole.begin() + static_cast<long>(from), whole.begin() + static_cast<long>(from + size));
            CHECK(part == stream(size, counter));
        }
    }
}

// enciphered.db was written by the program before, with the portable code.
TEST_CASE("A store that was enciphered by the code of before opens, and stays whole when it is written") {
    TemporaryFolder folder;
    std::filesystem::copy_file("tests/core/storage/past/enciphered.db", folder.file("store.db"));
    DatabaseKey key;
    for (std::size_t place = 0; place < key.bytes.size(); ++place) key.bytes[place] = static_cast<std::uint8_t>(place);
    const DatabaseOptions options{
        .file_name = folder.file("store.db"), .vfs_name = {}, .key = key, .sharing = Sharing::shared};
    {
        auto database = Database::open(options);
        REQUIRE(database);
        CHECK(answer(**database, "SELECT count(*) || ' ' || sum(length(text)) FROM note") == "200 5492");
        REQUIRE((*database)->run("UPDATE note SET text = text || '.' WHERE number % 2 = 0"));
    }
    auto database = Database::open(options);
    REQUIRE(database);
    CHECK(answer(**database, "SELECT count(*) || ' ' || sum(length(text)) FROM note") == "200 5592");
    CHECK(answer(**database, "PRAGMA integrity_check") == "ok");
}

}  // namespace
}  // namespace kitbag
