#pragma once
// What "kitbag.key" holds: the wrapped key, and how often somebody guessed wrong. Two slots of 2,048 bytes, at 0 and
// 4,096, are written in turn; the readable one with the greatest sequence counts, so that a torn write leaves the one
// before. A slot is text, padded with spaces:
//
//   slot     = "kitbag-key-1 " sequence " " checksum "\n" record "\n"
//   record   = JSON {"cipher":"xchacha20poly1305","kdf":"argon2id13","memory_kib":32768,"passes":3,
//                    "salt":hex,"nonce":hex,"wrapped":hex,"wrong_attempts":0,"wait_from":ms,"wait_ms":0,
//                    "escrow":{"recovery_key":hex,"sealed":hex,"check":hex},      left out where the county has no recovery key
//                    "request":hex}                                               only while the office is asked to help
//   checksum = 64 hexadecimal digits, BLAKE2b-256 of sequence " " record

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/storage/database_key.h"
#include "core/storage/escrow.h"

namespace kitbag {

// What one guess costs. Stored with the key, so that it can be raised later without locking anyone out.
struct KeyCost {
    std::int64_t memory_kib = 32 * 1024;
    std::int64_t passes = 3;

    bool operator==(const KeyCost&) const = default;
};

struct KeyRecord {
    std::int64_t sequence = 0;
    KeyCost cost;
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 24> nonce{};
    std::array<std::uint8_t, 48> wrapped{};  // The key under XChaCha20-Poly1305: 32 bytes and a tag of 16.
    std::int64_t wrong_attempts = 0;         // In a row.
    Instant wait_from = 0;
    Instant wait_ms = 0;               // After wait_from nobody is listened to for so long.
    std::optional<Escrow> escrow;      // The same key for the county.
    std::optional<SecretKey> request;  // Opens the office's answer (recovery_texts.h).

    bool operator==(const KeyRecord&) const = default;
};

inline constexpr std::size_t key_slot_bytes = 2048;
inline constexpr std::int64_t key_slot_spacing = 4096;  // Apart, so that no one sector holds parts of both.

std::string write_slot(const KeyRecord& record);            // Exactly key_slot_bytes long.
std::optional<KeyRecord> read_slot(std::string_view slot);  // Nothing when torn or foreign.

// Turn a key into `wrapped` and back, by the salt, nonce and cost that the record already has. False: the device has
// too little memory.
bool wrap_key(KeyRecord& record, const DatabaseKey& key, std::string_view passphrase);

enum class Unwrapped { yes, wrong_passphrase, no_memory };
Unwrapped unwrap_key(const KeyRecord& record, std::string_view passphrase, DatabaseKey& key);

}  // namespace kitbag
