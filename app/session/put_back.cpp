#include "app/session/put_back.h"

#include <utility>

namespace kitbag {
namespace {

Result<DatabaseKey> key_of(ByteSource& source, const BackupHeader& header, std::string_view passphrase) {
    const Result<KeyRecord> record = read_backup_key(source, header);
    if (!record) return std::unexpected(record.error());
    DatabaseKey key;
    switch (unwrap_key(*record, passphrase, key)) {
        case Unwrapped::yes:
            break;
        case Unwrapped::wrong_passphrase:
            return fault("backup_passphrase",
                         "That is not the passphrase of this backup. It is the one that the tablet had when the backup "
                         "was made. Nothing was changed.");
        case Unwrapped::no_memory:
            return fault(
                "no_memory",
                "This device has too little free memory to check the passphrase. Close other tabs and apps, then "
                "try again. Nothing was changed.");
    }
    return key;
}

// The header can be written by anybody, the store only by whoever had the key: what they say must agree.
bool is_as_it_says(const OpenStore& store, const BackupHeader& header) {
    return store.enrolled() && store.enrolment().county == header.county && store.enrolment().device == header.device &&
           store.enrolment().adviser.id == header.adviser;
}

}  // namespace

Result<void> check_county(StoreShelf& shelf, const BackupHeader& header) {
    for (const ShelvedStore& store : shelf.stores()) {
        if (store.label.county.empty() || store.label.county == county_mark(header.county)) continue;
        return fault("other_county", "This backup is from another county, " + header.county +
                                         ". Nothing was changed. Choose one that was made in this tablet’s county.");
    }
    return {};
}

Result<PutBack> put_back(Platform& platform, StoreShelf& shelf, ByteSource& source, const BackupHeader& header,
                         const std::optional<SecretText>& passphrase) {
    std::optional<DatabaseKey> key;
    if (passphrase) {
        const Result<DatabaseKey> opened = key_of(source, header, *passphrase);
        if (!opened) return std::unexpected(opened.error());
        key = *opened;
    }
    const Result<int> number = shelf.empty_store();
    if (!number) return std::unexpected(number.error());
    const Result<void> written = shelf.put_label(*number, {.standing = StoreState::unfinished}).and_then([&] {
        return write_store(shelf.pool(*number), source, header);
    });
    if (!written) return std::unexpected(written.error());

    PutBack done{.number = *number, .store = nullptr};
    StoreLabel label{.county = county_mark(header.county), .at = platform.clock().now(), .backup_of = header.made_at};
    if (key) {
        auto store = OpenStore::open(platform, shelf.pool(*number), *key);
        if (!store) return std::unexpected(store.error());
        if (!is_as_it_says(**store, header)) {
            return fault("backup_damaged",
                         "This backup is not what it says it is. Nothing was changed. Choose another.");
        }
        label.name = (*store)->enrolment().adviser.name;
        done.store = std::move(*store);
    }
    if (const auto counted = shelf.put_label(*number, label); !counted) return std::unexpected(counted.error());
    return done;
}

}  // namespace kitbag
