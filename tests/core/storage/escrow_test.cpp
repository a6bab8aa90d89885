#include "core/storage/escrow.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/base/json.h"
#include "core/storage/key_record.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr const char* device = "00000000000000aa";

SecretKey secret_of(std::uint8_t seed) {
    SeededRandom random(seed);
    return new_secret_key(random);
}

TEST_CASE("What is sealed to a key opens with its secret half, and with no other") {
    SeededRandom random;
    const SecretKey secret = secret_of(1);
    const std::vector<std::uint8_t> content = {1, 2, 3};
    const SealedBytes sealed = seal(content, public_half(secret), random);
    CHECK(unseal(sealed, secret) == content);
    CHECK_FALSE(unseal(sealed, secret_of(2)));
    CHECK(seal(content, public_half(secret), random) != sealed);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        CAPTURE(at);
        SealedBytes altered = sealed;
        altered[at] ^= 1;
        CHECK_FALSE(unseal(altered, secret));
    }
    for (std::size_t length = 0; length < sealed.size(); ++length) {
        CHECK_FALSE(unseal(std::span(sealed).first(length), secret));
    }
}

TEST_CASE("What libsodium itself sealed opens too") {
    // crypto_box_seal of 01 02 03, to the public half of a secret of 32 bytes 01.
    const std::vector<std::uint8_t> sealed = {
        0xb8, 0x6f, 0x87, 0x3b, 0x92, 0x5c, 0x1a, 0x19, 0x0a, 0x9f, 0xba, 0x5e, 0x00, 0x17, 0xbf, 0x6b, 0x64,
        0x67, 0xd6, 0xcf, 0x3f, 0x61, 0x48, 0x68, 0xc5, 0xac, 0xcc, 0x30, 0x88, 0x56, 0x55, 0x28, 0x40, 0xd3,
        0xbc, 0xb2, 0xde, 0x9d, 0x39, 0x7f, 0x8f, 0x54, 0x6e, 0xd8, 0xc2, 0x4a, 0x9a, 0x77, 0xe7, 0x96, 0x69};
    SecretKey secret;
    secret.bytes.fill(1);
    CHECK(unseal(sealed, secret) == std::vector<std::uint8_t>{1, 2, 3});
}

TEST_CASE("An escrow gives back the key and whose tablet it is") {
    const std::string long_name = "Ada" + std::string(200, 'a');
    std::string of_emoji;
    for (int i = 0; i < 100; ++i) of_emoji += "🦦";
    struct Row {
        const char* what;
        std::string name;
        std::string given_back;
    };
    const Row rows[] = {
        {"a usual name", "Zoë Marsh", "Zoë Marsh"},
        {"a long one", long_name, long_name.substr(0, escrow_name_bytes_max)},
        {"a long one of emoji, cut between two of them", of_emoji, of_emoji.substr(0, escrow_name_bytes_max)},
        {"a letter that would be cut", std::string(119, 'a') + "ë", std::string(119, 'a')},
    };
    SeededRandom random;
    const SecretKey secret = secret_of(1);
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Escrow escrow = make_escrow(test_key(), {device, row.name}, public_half(secret), random);
        const auto opened = open_escrow(escrow.sealed, secret);
        REQUIRE(opened);
        CHECK(opened->key.bytes == test_key().bytes);
        CHECK(opened->holder == Holder{device, row.given_back});
        CHECK(is_key_of(escrow, opened->key));
        CHECK_FALSE(is_key_of(escrow, test_key(8)));
        KeyRecord record;
        record.escrow = escrow;
        CHECK(read_slot(write_slot(record)) == record);
    }
}

TEST_CASE("Text that is no key, and a key that everybody could open, is not taken") {
    const std::string good = to_hex(public_half(secret_of(1)).bytes);
    struct Row {
        const char* what;
        std::string text;
        bool taken;
    };
    const Row rows[] = {
        {"a key", good, true},
        {"nothing", "", false},
        {"one digit short", good.substr(1), false},
        {"one byte more", good + "00", false},
        {"no digit", "x" + good.substr(1), false},
        {"all zero", std::string(64, '0'), false},
        {"another point of small order", "01" + std::string(62, '0'), false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(public_key_from(row.text).has_value() == row.taken);
    }
}

TEST_CASE("A key record from before there was an escrow still reads, and is written as it was") {
    const std::string before =
        "kitbag-key-1 7 bb788e562ff3fb925163a3ac21e28caced428e0e07ec71132cd1146f19c09c57\n"
        R"({"cipher":"xchacha20poly1305","kdf":"argon2id13","memory_kib":8,"nonce":"000000000000000000000000000000000000000000000000","passes":1,"salt":"00000000000000000000000000000000","wait_from":0,"wait_ms":0,"wrapped":"000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000","wrong_attempts":2})"
        "\n";
    const std::optional<KeyRecord> record = read_slot(before);
    REQUIRE(record);
    CHECK(record->sequence == 7);
    CHECK(record->wrong_attempts == 2);
    CHECK_FALSE(record->escrow);
    CHECK(write_slot(*record).starts_with(before));
}

TEST_CASE("A key record with nothing in its escrow has none, and reads") {
    const std::string json = to_text({{"cipher", "xchacha20poly1305"},
                                      {"kdf", "argon2id13"},
                                      {"memory_kib", 8},
                                      {"passes", 1},
                                      {"salt", std::string(32, '0')},
                                      {"nonce", std::string(48, '0')},
                                      {"wrapped", std::string(96, '0')},
                                      {"escrow",
                                       {{"recovery_key", to_hex(public_half(secret_of(1)).bytes)},
                                        {"sealed", ""},
                                        {"check", std::string(64, '0')}}}});
    const std::optional<KeyRecord> record =
        read_slot("kitbag-key-1 7 " + content_hash("7 " + json) + "\n" + json + "\n");
    REQUIRE(record);
    CHECK_FALSE(record->escrow);
}

}  // namespace
}  // namespace kitbag
