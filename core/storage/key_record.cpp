#include "core/storage/key_record.h"

#include <algorithm>
#include <charconv>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"
#include "core/base/json.h"

namespace kitbag {
namespace {

constexpr std::string_view mark = "kitbag-key-1";
constexpr std::string_view cipher = "xchacha20poly1305";
constexpr std::string_view derivation = "argon2id13";
constexpr std::int64_t memory_kib_max = 1024 * 1024;
constexpr std::int64_t memory_kib_min = 8;
constexpr std::int64_t passes_max = 1000;

static_assert(sizeof(KeyRecord::salt) == crypto_pwhash_argon2id_SALTBYTES);
static_assert(sizeof(KeyRecord::nonce) == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(sizeof(KeyRecord::wrapped) == sizeof(DatabaseKey::bytes) + crypto_aead_xchacha20poly1305_ietf_ABYTES);

std::string checksum_of(std::string_view text) {
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return to_hex(hash);
}

bool read_hex(const Json& json, std::string_view name, std::span<std::uint8_t> into) {
    const std::string text = text_or(json, name);
    std::size_t length = 0;
    return text.size() == into.size() * 2 &&
           sodium_hex2bin(into.data(), into.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0 &&
           length == into.size();
}

constexpr std::size_t sealed_bytes_max = 256;

Json to_json(const Escrow& escrow) {
    return {{"recovery_key", to_hex(escrow.recovery_key.bytes)},
            {"sealed", to_hex(escrow.sealed)},
            {"check", to_hex(escrow.check)}};
}

// Nothing for one that cannot be read: it is made anew, and must not keep the passphrase from opening.
std::optional<Escrow> read_escrow(const Json& record) {
    const auto json = record.find("escrow");
    if (json == record.end() || !json->is_object()) return std::nullopt;
    const std::optional<PublicKey> recovery_key = public_key_from(text_or(*json, "recovery_key"));
    const std::size_t sealed_bytes = text_or(*json, "sealed").size() / 2;
    if (!recovery_key || sealed_bytes == 0 || sealed_bytes > sealed_bytes_max) return std::nullopt;
    Escrow escrow{*recovery_key, SealedBytes(sealed_bytes), {}};
    const bool whole = read_hex(*json, "sealed", escrow.sealed) && read_hex(*json, "check", escrow.check);
    return whole ? std::optional(escrow) : std::nullopt;
}

// The part of `text` before `end`, which is taken off with it; nothing when `end` is not there.
std::optional<std::string_view> take_until(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at + 1);
    return part;
}

std::optional<KeyRecord> read_record(std::string_view text) {
    const Result<Json> json = parse_json(text, "The key record");
    if (!json || text_or(*json, "cipher") != cipher || text_or(*json, "kdf") != derivation) return std::nullopt;
    KeyRecord record;
    record.cost = {integer_or(*json, "memory_kib", 0), integer_or(*json, "passes", 0)};
    record.wrong_attempts = std::max<std::int64_t>(integer_or(*json, "wrong_attempts", 0), 0);
    record.wait_from = integer_or(*json, "wait_from", 0);
    record.wait_ms = integer_or(*json, "wait_ms", 0);
    record.escrow = read_escrow(*json);
    record.request = secret_key_from(text_or(*json, "request"));
    const bool affordable = record.cost.memory_kib >= memory_kib_min && record.cost.memory_kib <= memory_kib_max &&
                            record.cost.passes >= 1 && record.cost.passes <= passes_max;
    const bool whole = read_hex(*json, "salt", record.salt) && read_hex(*json, "nonce", record.nonce) &&
                       read_hex(*json, "wrapped", record.wrapped);
    return affordable && whole ? std::optional(record) : std::nullopt;
}

// The key that wraps the key. Overwritten when it goes, like the one it wraps.
bool derive(const KeyRecord& record, std::string_view passphrase, DatabaseKey& derived) {
    CHECK(sodium_init() >= 0);
    return crypto_pwhash(derived.bytes.data(), derived.bytes.size(), passphrase.data(), passphrase.size(),
                         record.salt.data(), static_cast<unsigned long long>(record.cost.passes),
                         static_cast<std::size_t>(record.cost.memory_kib) * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

const unsigned char* mark_bytes() {
    return reinterpret_cast<const unsigned char*>(mark.data());
}

}  // namespace

std::string write_slot(const KeyRecord& record) {
    Json json = {{"cipher", cipher},
                 {"kdf", derivation},
                 {"memory_kib", record.cost.memory_kib},
                 {"passes", record.cost.passes},
                 {"salt", to_hex(record.salt)},
                 {"nonce", to_hex(record.nonce)},
                 {"wrapped", to_hex(record.wrapped)},
                 {"wrong_attempts", record.wrong_attempts},
                 {"wait_from", record.wait_from},
                 {"wait_ms", record.wait_ms}};
    if (record.escrow) json["escrow"] = to_json(*record.escrow);
    if (record.request) json["request"] = to_hex(record.request->bytes);
    const std::string sequence = std::to_string(record.sequence);
    const std::string text = to_text(json);
    std::string slot =
        std::string(mark) + " " + sequence + " " + checksum_of(sequence + " " + text) + "\n" + text + "\n";
    CHECK(slot.size() <= key_slot_bytes);
    slot.resize(key_slot_bytes, ' ');
    return slot;
}

std::optional<KeyRecord> read_slot(std::string_view slot) {
    const auto found_mark = take_until(slot, ' ');
    if (found_mark != mark) return std::nullopt;
    const auto sequence = take_until(slot, ' ');
    const auto checksum = take_until(slot, '\n');
    const auto text = take_until(slot, '\n');
    if (!sequence || !checksum || !text) return std::nullopt;
    if (checksum_of(std::string(*sequence) + " " + std::string(*text)) != *checksum) return std::nullopt;
    std::optional<KeyRecord> record = read_record(*text);
    if (record) std::from_chars(sequence->data(), sequence->data() + sequence->size(), record->sequence);
    return record;
}

bool wrap_key(KeyRecord& record, const DatabaseKey& key, std::string_view passphrase) {
    DatabaseKey wrapping;
    if (!derive(record, passphrase, wrapping)) return false;
    crypto_aead_xchacha20poly1305_ietf_encrypt(record.wrapped.data(), nullptr, key.bytes.data(), key.bytes.size(),
                                               mark_bytes(), mark.size(), nullptr, record.nonce.data(),
                                               wrapping.bytes.data());
    return true;
}

Unwrapped unwrap_key(const KeyRecord& record, std::string_view passphrase, DatabaseKey& key) {
    DatabaseKey wrapping;
    if (!derive(record, passphrase, wrapping)) return Unwrapped::no_memory;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        key.bytes.data(), nullptr, nullptr, record.wrapped.data(), record.wrapped.size(), mark_bytes(), mark.size(),
        record.nonce.data(), wrapping.bytes.data());
    return opened == 0 ? Unwrapped::yes : Unwrapped::wrong_passphrase;
}

}  // namespace kitbag
