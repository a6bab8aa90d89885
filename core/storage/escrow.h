#pragma once
// How a county can open a tablet's store when its passphrase is forgotten. The county has a recovery key, an X25519 pair; the
// tablet keeps its database key sealed to the public half, which nobody but the holder of the secret half can open. Sealed with it
// is whose tablet it is, so that the office learns that from the tablet and from nobody else. Nothing is read or written here:
// key_record.h keeps it.
//
//   sealed  = ephemeral(32) box(…)          what libsodium's crypto_box_seal makes and crypto_box_seal_open opens
//   content = key(32) device(16 hexadecimal digits) name(UTF-8, at most escrow_name_bytes_max)

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/storage/database_key.h"

namespace kitbag {

inline constexpr std::size_t escrow_name_bytes_max = 120;

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};

    bool operator==(const PublicKey&) const = default;
};

// Overwritten when it goes.
struct SecretKey {
    std::array<std::uint8_t, 32> bytes{};
    SecretKey() = default;
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    bool operator==(const SecretKey&) const = default;
};

SecretKey new_secret_key(Random& random);
PublicKey public_half(const SecretKey& secret);

// From 64 hexadecimal digits. Nothing for text that is no key, or a key with which nothing can be sealed.
std::optional<PublicKey> public_key_from(std::string_view hex);
std::optional<SecretKey> secret_key_from(std::string_view hex);

// 16 hexadecimal digits by which people tell keys apart.
std::string fingerprint(const PublicKey& key);

using SealedBytes = std::vector<std::uint8_t>;

// REQUIRES: `to` came from public_key_from or public_half.
SealedBytes seal(std::span<const std::uint8_t> content, const PublicKey& to, Random& random);
// Nothing when it was sealed to another key, or was altered.
std::optional<std::vector<std::uint8_t>> unseal(std::span<const std::uint8_t> sealed, const SecretKey& secret);

struct Holder {
    std::string device;  // The county's 16 hexadecimal digits for the tablet.
    std::string name;    // The adviser's.

    bool operator==(const Holder&) const = default;
};

struct Escrow {
    PublicKey recovery_key;
    SealedBytes sealed;
    std::array<std::uint8_t, 16>
        check{};  // A hash of the key, to know it again when it comes back. It reveals nothing.

    bool operator==(const Escrow&) const = default;
};

struct OpenedEscrow {
    DatabaseKey key;
    Holder holder;
};

// REQUIRES: the device is 16 characters. A longer name is kept in part.
Escrow make_escrow(const DatabaseKey& key, const Holder& holder, const PublicKey& recovery_key, Random& random);
std::optional<OpenedEscrow> open_escrow(std::span<const std::uint8_t> sealed, const SecretKey& recovery_secret);
bool is_key_of(const Escrow& escrow, const DatabaseKey& key);

}  // namespace kitbag
