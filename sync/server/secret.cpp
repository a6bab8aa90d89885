#include "sync/server/secret.h"

#include <array>
#include <cstdint>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

constexpr std::string_view symbols = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view code_prefix = "KTB";
constexpr std::size_t code_symbols = 10;
constexpr std::size_t group_symbols = 5;

// Each symbol equally likely: bytes past the last whole multiple of 30 are thrown again.
char random_symbol(Random& random) {
    constexpr std::size_t fair = 256 / symbols.size() * symbols.size();
    std::array<std::uint8_t, 1> byte{};
    do random.fill(byte);
    while (byte[0] >= fair);
    return symbols[byte[0] % symbols.size()];
}

}  // namespace

std::string secret_hash(std::string_view secret) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    const int failed = crypto_generichash(
        hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr, 0);
    CHECK(failed == 0);
    return to_hex(hash);
}

std::string to_base64url(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t bytes_max = 64;
    CHECK(bytes.size() <= bytes_max);
    std::array<char, sodium_base64_ENCODED_LEN(bytes_max, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string new_device_token(Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    return to_base64url(bytes);
}

std::string new_device_id(Random& random) {
    std::array<std::uint8_t, 8> bytes{};
    random.fill(bytes);
    return to_hex(bytes);
}

std::string new_enrolment_code(Random& random) {
    std::string code(code_prefix);
    for (std::size_t i = 0; i < code_symbols; ++i) {
        if (i % group_symbols == 0) code += '-';
        code += random_symbol(random);
    }
    return code;
}

std::string plain_enrolment_code(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\t') continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (plain.size() == code_prefix.size() + code_symbols && plain.starts_with(code_prefix))
        plain.erase(0, code_prefix.size());
    return plain;
}

}  // namespace kitbag
