// The part of ChangeLog that gives a county back what it lost: its records were put back from an older copy, and the tablets have
// more of them than it has.

#include <string>
#include <utility>

#include "core/storage/device_store.h"
#include "core/storage/photo_store.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

Result<LastReceived> ChangeLog::last_received() const {
    // As latest_received() has it.
    Statement statement = database_.query(
        "SELECT change.id FROM receipt JOIN change ON change.position = receipt.change ORDER BY length(receipt.number) "
        "DESC, receipt.number DESC LIMIT 1");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return LastReceived();
    return DeviceStore(database_).chain_at(statement.text(0)).transform([&](std::string chain) {
        return LastReceived{statement.text(0), std::move(chain)};
    });
}

Result<void> ChangeLog::doubt_county() {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    DeviceStore device(database_);
    const Result<void> done =
        database_
            .run(
                "INSERT INTO unconfirmed (change) SELECT position FROM change WHERE (proof <> '' OR position IN "
                "(SELECT change FROM receipt)) AND position NOT IN (SELECT change FROM unconfirmed)")
            .and_then([&] { return database_.run("UPDATE refusal SET kept = 0"); })
            .and_then([&] { return device.set_cursor(0); })
            .and_then([&] { return device.set_chain(""); })
            .and_then([&] { return device.set_chain_at("", ""); })
            .and_then([&] { return PhotoStore(database_).forget_receipts(); });
    if (!done) return done;
    return transaction->commit();
}

Result<void> ChangeLog::send_unconfirmed() {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const std::string_view sql :
         {"DELETE FROM receipt WHERE change IN (SELECT change FROM unconfirmed)",
          "INSERT INTO waiting (change) SELECT change FROM unconfirmed WHERE change NOT IN "
          "(SELECT change FROM waiting)",
          "DELETE FROM unconfirmed"}) {
        if (const Result<void> done = database_.run(sql); !done) return done;
    }
    return transaction->commit();
}

Result<void> ChangeLog::note_confirmed(std::int64_t position, std::string_view proof) {
    return database_.run("UPDATE change SET proof = ? WHERE position = ? AND proof = ''", proof, position)
        .and_then([&] { return database_.run("DELETE FROM unconfirmed WHERE change = ?", position); });
}

}  // namespace kitbag
