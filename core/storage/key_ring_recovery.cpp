// The part of the key ring that helps when the passphrase is forgotten.

#include "core/base/wipe.h"
#include "core/storage/key_ring.h"
#include "core/storage/recovery_texts.h"

namespace kitbag {
namespace {

std::string request_of(const KeyRecord& record) {
    const Escrow& escrow = *record.escrow;
    return write_request({fingerprint(escrow.recovery_key), public_half(*record.request), escrow.sealed});
}

bool has_request(const KeyRecord& record) {
    return record.escrow && record.request;
}

// What the office found in the request; a Fault says why this answer does not give it.
Result<DatabaseKey> read_key(const KeyRecord& record, const RecoveryAnswer& answer) {
    if (!has_request(record)) {
        return fault(
            "no_request",
            "This tablet waits for no answer: its request was given up or used. Make a new request and send it to "
            "the office.");
    }
    if (answer.number != fingerprint(public_half(*record.request))) {
        return fault(
            "other_request",
            "This answers another request than the one that this tablet waits on. Use the newest answer, or send "
            "the office the request that is shown here.");
    }
    std::optional<std::vector<std::uint8_t>> content = unseal(answer.box, *record.request);
    DatabaseKey key;
    if (content) std::copy_n(content->begin(), std::min(content->size(), key.bytes.size()), key.bytes.begin());
    if (content) wipe(*content);
    if (content && is_key_of(*record.escrow, key)) return key;
    return fault("other_key",
                 "This answer does not open this tablet: it was not made with your county’s recovery key from this "
                 "tablet’s request. Ask the office to answer again.");
}

}  // namespace

Result<bool> KeyRing::in_escrow() {
    return load().transform([](const KeyRecord& record) { return record.escrow.has_value(); });
}

Result<std::string> KeyRing::request() {
    return load().transform([](const KeyRecord& record) { return has_request(record) ? request_of(record) : ""; });
}

Result<std::string> KeyRing::make_request() {
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    if (!record->escrow) {
        return fault("no_escrow",
                     "Your county had made no recovery key when this tablet last synced, so its office cannot open it. "
                     "Nothing was removed. Ask the office what to do.");
    }
    if (!record->request) {
        record->request = new_secret_key(random_);
        if (Result<void> saved = save(*record); !saved) return std::unexpected(saved.error());
    }
    return request_of(*record);
}

Result<void> KeyRing::give_up_request() {
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    if (!record->request) return {};
    record->request.reset();
    return save_twice(*record);
}

Result<DatabaseKey> KeyRing::recover(std::string_view answer, std::string_view new_passphrase) {
    if (Result<void> allowed = check_passphrase(new_passphrase); !allowed) return std::unexpected(allowed.error());
    const Result<RecoveryAnswer> read = read_answer(answer);
    if (!read) return std::unexpected(read.error());
    Result<KeyRecord> record = load();
    if (!record) return std::unexpected(record.error());
    const Result<DatabaseKey> key = read_key(*record, *read);
    if (!key) return key;
    record->request.reset();
    record->wrong_attempts = 0;
    record->wait_from = record->wait_ms = 0;
    if (Result<void> wrapped = wrap(*record, *key, new_passphrase); !wrapped) return std::unexpected(wrapped.error());
    return key;
}

}  // namespace kitbag
