#include "core/storage/key_ring.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

Fault storage_fault(PoolError error) {
    if (error == PoolError::full) {
        return {"storage_full",
                "There is no room left on this device for Kitbag's key. Free some space and try again."};
    }
    return {"storage_lost", "The device took Kitbag's files away. Close Kitbag and open it again."};
}

Fault key_damaged() {
    return {"key_damaged",
            "The key of this tablet's store is missing or damaged, so the store cannot be opened. Nothing was removed. "
            "Tell your "
            "county: what it has received is safe there."};
}

Fault no_memory() {
    return {
        "no_memory",
        "This device has too little free memory to check the passphrase. Close other tabs and apps, then try again."};
}

std::string count_of(Instant number, std::string_view unit) {
    return std::to_string(number) + " " + std::string(unit) + (number == 1 ? "" : "s");
}

// "30 seconds", "2 minutes", "1 hour": never less than the time that is left.
std::string in_words(Instant ms) {
    constexpr Instant second = 1'000;
    constexpr Instant minute = 60 * second;
    constexpr Instant hour = 60 * minute;
    if (ms <= minute) return count_of((ms + second - 1) / second, "second");
    const Instant minutes = (ms + minute - 1) / minute;
    return minutes * minute >= hour ? count_of((ms + hour - 1) / hour, "hour") : count_of(minutes, "minute");
}

Fault locked(Instant left_ms) {
    return {"locked_for_a_while", "The passphrase was wrong too often. Wait " + in_words(left_ms) +
                                      " and try again. Nothing is removed from this tablet."};
}

Fault wrong(Instant wait_ms) {
    std::string sentence = "That is not the passphrase of this tablet. Check it and try again";
    sentence += wait_ms > 0 ? " in " + in_words(wait_ms) + "." : ".";
    return {"wrong_passphrase", std::move(sentence)};
}

Instant wait_after(std::int64_t wrong_attempts) {
    Instant wait = wrong_attempts < free_attempts ? 0 : first_wait_ms;
    for (std::int64_t n = free_attempts; n < wrong_attempts && wait < longest_wait_ms; ++n) wait *= 2;
    return std::min(wait, longest_wait_ms);
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

Result<void> check_passphrase(std::string_view passphrase) {
    const std::optional<std::size_t> characters = count_characters(passphrase);
    if (!characters || *characters > passphrase_characters_max) {
        return fault("long_passphrase", "The passphrase is longer than " + std::to_string(passphrase_characters_max) +
                                            " characters, or is not text. Choose a shorter one.");
    }
    if (*characters < passphrase_characters_min) {
        return fault(
            "short_passphrase",
            "The passphrase needs at least " + std::to_string(passphrase_characters_min) +
                " characters. Three or four words that do not belong together are easy to remember and hard to guess.");
    }
    return {};
}

KeyRing::KeyRing(FilePool& pool, const Clock& clock, Random& random, KeyCost cost)
    : pool_(pool), clock_(clock), random_(random), cost_(cost) {}

Result<KeyRecord> KeyRing::load() {
    std::optional<KeyRecord> newest;
    for (const std::int64_t slot : {0, 1}) {
        std::string text(key_slot_bytes, '\0');
        const auto got = pool_.read(PoolFile::key, slot * key_slot_spacing,
                                    {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
        if (!got) return std::unexpected(storage_fault(got.error()));
        text.resize(*got);
        const std::optional<KeyRecord> record = read_slot(text);
        if (record && (!newest || record->sequence > newest->sequence)) newest = record;
    }
    if (!newest) return std::unexpected(key_damaged());
    return *newest;
}

// Takes the turn of the older slot, so that the newer one stays whole until this one is on the disk.
Result<void> KeyRing::save(KeyRecord& record) {
    ++record.sequence;
    const std::string slot = write_slot(record);
    const PoolResult<void> written =
        write_fully(pool_, PoolFile::key, (record.sequence % 2) * key_slot_spacing, bytes_of(slot)).and_then([&] {
            return pool_.flush(PoolFile::key);
        });
    if (!written) return std::unexpected(storage_fault(written.error()));
    return {};
}

// So that what the record held before is in neither slot.
Result<void> KeyRing::save_twice(KeyRecord& record) {
    return save(record).and_then([&] { return save(record); });
}

Result<bool> KeyRing::exists() {
    const Result<KeyRecord> record = load();
    if (record) return true;
    if (record.error().code != "key_damaged") return std::unexpected(record.error());
    const auto stored = pool_.size(PoolFile::database);
    if (!stored) return std::unexpected(storage_fault(stored.error()));
    if (*stored > 0) return std::unexpected(record.error());
    return false;
}

Result<void> KeyRing::wrap(KeyRecord& record, const DatabaseKey& key, std::string_view passphrase) {
    record.cost = cost_;
    random_.fill(record.salt);
    random_.fill(record.nonce);
    if (!wrap_key(record, key, passphrase)) return std::unexpected(no_memory());
    return save_twice(record);  // No slot may hold an older passphrase's wrapping.
}

Result<DatabaseKey> KeyRing::create(std::string_view passphrase) {
    if (Result<void> allowed = check_passphrase(passphrase); !allowed) return std::unexpected(allowed.error());
    const Result<bool> there = exists();
    if (!there) return std::unexpected(there.error());
    CHECK(!*there);
    DatabaseKey key;
    random_.fill(key.bytes);
    KeyRecord record;
    if (Result<void> wrapped = wrap(record, key, passphrase); !wrapped) return std::unexpected(wrapped.error());
    return key;
}

Result<void> KeyRing::adopt(const KeyRecord& record) {
    const Result<bool> there = exists();
    if (!there) return std::unexpected(there.error());
    CHECK(!*there);
    KeyRecord taken = record;
    return save_twice(taken);
}

// How long is left to wait. When the clock reads earlier than the wait began it was set back: the wait begins again.
Result<Instant> KeyRing::settle_wait(KeyRecord& record) {
    if (record.wait_ms == 0) return 0;
    const Instant now = clock_.now();
    if (now < record.wait_from) {
        record.wait_from = now;
        if (Result<void> saved = save(record); !saved) return std::unexpected(saved.error());
    }
    return std::max<Instant>(record.wait_from + record.wait_ms - now, 0);
}

Result<Instant> KeyRing::wait_ms() {
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    return settle_wait(*record);
}

Result<DatabaseKey> KeyRing::unlock(std::string_view passphrase) {
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    const Result<Instant> left = settle_wait(*record);
    if (!left) return std::unexpected(left.error());
    if (*left > 0) return std::unexpected(locked(*left));

    // Counted as wrong before it is tried: closing the page in the middle of a guess must not make it free.
    const KeyRecord before = *record;
    ++record->wrong_attempts;
    record->wait_ms = wait_after(record->wrong_attempts);
    record->wait_from = clock_.now();
    if (Result<void> saved = save(*record); !saved) return std::unexpected(saved.error());

    DatabaseKey key;
    const Unwrapped unwrapped = unwrap_key(*record, passphrase, key);
    if (unwrapped == Unwrapped::wrong_passphrase) return std::unexpected(wrong(record->wait_ms));
    const bool opened = unwrapped == Unwrapped::yes;
    record->wrong_attempts = opened ? 0 : before.wrong_attempts;
    record->wait_ms = opened ? 0 : before.wait_ms;
    record->wait_from = opened ? 0 : before.wait_from;
    const bool asked = opened && record->request;
    if (asked) record->request.reset();  // An answer still on its way must open nothing.
    if (Result<void> saved = asked ? save_twice(*record) : save(*record); !saved) return std::unexpected(saved.error());
    if (!opened) return std::unexpected(no_memory());
    return key;
}

Result<void> KeyRing::change_passphrase(std::string_view old_passphrase, std::string_view new_passphrase) {
    if (Result<void> allowed = check_passphrase(new_passphrase); !allowed) return allowed;
    const Result<DatabaseKey> key = unlock(old_passphrase);
    if (!key) return std::unexpected(key.error());
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    return wrap(*record, *key, new_passphrase);
}

Result<void> KeyRing::put_in_escrow(const DatabaseKey& key, const Holder& holder, const PublicKey& recovery_key) {
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    if (record->escrow && record->escrow->recovery_key == recovery_key) return {};
    record->escrow = make_escrow(key, holder, recovery_key, random_);
    return save_twice(*record);
}

}  // namespace kitbag
