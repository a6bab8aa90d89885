#include "core/storage/escrow.h"

#include <algorithm>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"
#include "core/base/text.h"
#include "core/base/wipe.h"

namespace kitbag {
namespace {

constexpr std::size_t device_length = 16;
constexpr std::size_t key_length = sizeof(DatabaseKey::bytes);

static_assert(sizeof(PublicKey::bytes) == crypto_box_PUBLICKEYBYTES);
static_assert(sizeof(SecretKey::bytes) == crypto_box_SECRETKEYBYTES);
static_assert(crypto_box_SEALBYTES == crypto_box_PUBLICKEYBYTES + crypto_box_MACBYTES);

template <std::size_t Size>
bool read_hex(std::string_view text, std::array<std::uint8_t, Size>& into) {
    std::size_t length = 0;
    return text.size() == Size * 2 &&
           sodium_hex2bin(into.data(), into.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0 &&
           length == Size;
}

// At most so many bytes, and no letter cut in two.
std::string shortened(std::string name) {
    if (name.size() <= escrow_name_bytes_max) return name;
    name.resize(escrow_name_bytes_max);
    while (!name.empty() && !count_characters(name)) name.pop_back();
    return name;
}

std::array<std::uint8_t, 16> check_of(const DatabaseKey& key) {
    constexpr std::string_view purpose = "kitbag: is this the key?";
    std::array<std::uint8_t, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                       key.bytes.data(), key.bytes.size());
    return hash;
}

}  // namespace

SecretKey::~SecretKey() {
    wipe(bytes);
}

SecretKey new_secret_key(Random& random) {
    SecretKey secret;
    random.fill(secret.bytes);
    return secret;
}

// Of Curve25519. crypto_scalarmult_base() would come to the same, by a table of 30 kB that every tablet would have to download.
constexpr std::array<std::uint8_t, crypto_scalarmult_BYTES> base_point = {9};

PublicKey public_half(const SecretKey& secret) {
    PublicKey half;
    const int failed = crypto_scalarmult(half.bytes.data(), secret.bytes.data(), base_point.data());
    CHECK(failed == 0);
    return half;
}

// The few points of small order would seal so that everybody could open.
std::optional<PublicKey> public_key_from(std::string_view hex) {
    PublicKey key;
    if (!read_hex(hex, key.bytes)) return std::nullopt;
    SecretKey any;
    any.bytes.fill(1);
    std::array<std::uint8_t, crypto_box_BEFORENMBYTES> shared{};
    if (crypto_box_beforenm(shared.data(), key.bytes.data(), any.bytes.data()) != 0) return std::nullopt;
    return key;
}

std::optional<SecretKey> secret_key_from(std::string_view hex) {
    SecretKey key;
    return read_hex(hex, key.bytes) ? std::optional(key) : std::nullopt;
}

std::string fingerprint(const PublicKey& key) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), key.bytes.data(), key.bytes.size(), nullptr, 0);
    return to_hex(std::span(hash).first(8));
}

// Step by step what crypto_box_seal does, because that would draw its chance past ours.
SealedBytes seal(std::span<const std::uint8_t> content, const PublicKey& to, Random& random) {
    CHECK(sodium_init() >= 0);
    const SecretKey ephemeral = new_secret_key(random);
    const PublicKey ephemeral_half = public_half(ephemeral);
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, ephemeral_half.bytes.data(), ephemeral_half.bytes.size());
    crypto_generichash_update(&state, to.bytes.data(), to.bytes.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    SealedBytes sealed(crypto_box_SEALBYTES + content.size());
    std::ranges::copy(ephemeral_half.bytes, sealed.begin());
    const int failed = crypto_box_easy(sealed.data() + ephemeral_half.bytes.size(), content.data(), content.size(),
                                       nonce.data(), to.bytes.data(), ephemeral.bytes.data());
    CHECK(failed == 0);
    return sealed;
}

std::optional<std::vector<std::uint8_t>> unseal(std::span<const std::uint8_t> sealed, const SecretKey& secret) {
    CHECK(sodium_init() >= 0);
    if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
    std::vector<std::uint8_t> content(sealed.size() - crypto_box_SEALBYTES);
    const PublicKey half = public_half(secret);
    const int opened =
        crypto_box_seal_open(content.data(), sealed.data(), sealed.size(), half.bytes.data(), secret.bytes.data());
    return opened == 0 ? std::optional(std::move(content)) : std::nullopt;
}

Escrow make_escrow(const DatabaseKey& key, const Holder& holder, const PublicKey& recovery_key, Random& random) {
    CHECK(holder.device.size() == device_length);
    const std::string who = holder.device + shortened(holder.name);
    std::vector<std::uint8_t> content;
    content.reserve(key.bytes.size() + who.size());  // Never moved, so that no copy of the key stays behind.
    content.insert(content.end(), key.bytes.begin(), key.bytes.end());
    content.insert(content.end(), who.begin(), who.end());
    Escrow escrow{recovery_key, seal(content, recovery_key, random), check_of(key)};
    wipe(content);
    return escrow;
}

std::optional<OpenedEscrow> open_escrow(std::span<const std::uint8_t> sealed, const SecretKey& recovery_secret) {
    std::optional<std::vector<std::uint8_t>> content = unseal(sealed, recovery_secret);
    if (!content || content->size() < key_length + device_length) return std::nullopt;
    OpenedEscrow opened;
    std::copy_n(content->begin(), key_length, opened.key.bytes.begin());
    const std::string who(content->begin() + key_length, content->end());
    opened.holder = {who.substr(0, device_length), who.substr(device_length)};
    wipe(*content);
    return opened;
}

bool is_key_of(const Escrow& escrow, const DatabaseKey& key) {
    const std::array<std::uint8_t, 16> check = check_of(key);
    return sodium_memcmp(check.data(), escrow.check.data(), check.size()) == 0;
}

}  // namespace kitbag
