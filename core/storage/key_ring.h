#pragma once
// The key of a tablet's store. The database is encrypted with a random key; the key is kept wrapped under a key
// derived from the adviser's passphrase (Argon2id), so that changing the passphrase rewrites some hundred bytes and
// a stolen tablet holds nothing readable. Wrong attempts are counted on the disk before they are tried and make the
// next ones wait; nothing is ever wiped.
//
// How it lies in "kitbag.key" is told in key_record.h.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/file_pool.h"
#include "core/storage/key_record.h"

namespace kitbag {

inline constexpr std::size_t passphrase_characters_min = 8;
inline constexpr std::size_t passphrase_characters_max = 10'000;
inline constexpr int free_attempts = 5;                      // Wrong ones in a row before the first wait.
inline constexpr Instant first_wait_ms = 30'000;             // Doubles with each further wrong one,
inline constexpr Instant longest_wait_ms = 60 * 60 * 1'000;  // up to this.

// "short_passphrase" or "long_passphrase", counting Unicode characters. Any characters are allowed and none are
// altered: no normal form (NFC) is needed, because the same tablet's keyboard types it each time.
Result<void> check_passphrase(std::string_view passphrase);

class KeyRing {
  public:
    KeyRing(FilePool& pool, const Clock& clock, Random& random, KeyCost cost = {});

    // False on a tablet that was never set up: no slot can be read, and no store has been written yet. "key_damaged"
    // when there is a store and no slot can be read.
    Result<bool> exists();

    // Makes a new random key, stores it wrapped and returns it. REQUIRES: exists() is false.
    Result<DatabaseKey> create(std::string_view passphrase);

    // Codes: "wrong_passphrase", "locked_for_a_while" (the sentence tells how long), "key_damaged", "storage_…".
    Result<DatabaseKey> unlock(std::string_view passphrase);

    // The same key under another passphrase. Codes of unlock and check_passphrase.
    Result<void> change_passphrase(std::string_view old_passphrase, std::string_view new_passphrase);

    // Takes over how another ring keeps its key: the same key, passphrase and escrow. REQUIRES: exists() is false.
    Result<void> adopt(const KeyRecord& record);

    // As it is stored, wrapped. Codes: "key_damaged", "storage_…".
    Result<KeyRecord> record() { return load(); }
    // Keeps the key sealed to the county's recovery key as well (escrow.h), in the place of an earlier sealing. Writes nothing
    // when it is sealed to that one already. REQUIRES: `key` is this ring's.
    Result<void> put_in_escrow(const DatabaseKey& key, const Holder& holder, const PublicKey& recovery_key);

    // When the passphrase is forgotten: a request to the county's office, the same until it is answered, given up or not needed
    // any more because the passphrase opened. Code "no_escrow" where the county has no recovery key.
    Result<bool> in_escrow();
    Result<std::string> make_request();
    Result<std::string> request();  // The one that waits for its answer; "" when none does.
    Result<void> give_up_request();

    // The office's answer opens the key, and from then on the new passphrase does. Waits do not hold it up. After any Fault
    // nothing has changed: codes of read_answer and check_passphrase, "no_request", "other_request", "other_key", "storage_…".
    Result<DatabaseKey> recover(std::string_view answer, std::string_view new_passphrase);

    // How long until an attempt is listened to; 0 for now. A clock that was set back does not shorten it.
    Result<Instant> wait_ms();

  private:
    Result<KeyRecord> load();
    Result<void> save(KeyRecord& record);
    Result<void> wrap(KeyRecord& record, const DatabaseKey& key, std::string_view passphrase);
    Result<void> save_twice(KeyRecord& record);
    Result<Instant> settle_wait(KeyRecord& record);

    FilePool& pool_;
    const Clock& clock_;
    Random& random_;
    KeyCost cost_;
};

}  // namespace kitbag
