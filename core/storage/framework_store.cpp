#include "core/storage/framework_store.h"

namespace kitbag {
namespace {

StoredPack read_pack(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2)};
}

}  // namespace

Result<void> FrameworkStore::put(std::span<const StoredPack> packs) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const StoredPack& pack : packs) {
        Result<void> written = database_.run(
            "INSERT INTO framework (id, version, pack) VALUES (?, ?, ?) ON CONFLICT (id, version) DO UPDATE SET pack = "
            "excluded.pack",
            pack.id, pack.version, pack.text);
        if (!written) return written;
    }
    return transaction->commit();
}

Result<std::optional<StoredPack>> FrameworkStore::pack(std::string_view id, std::string_view version) const {
    Statement statement =
        database_.query("SELECT id, version, pack FROM framework WHERE id = ? AND version = ?", id, version);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? std::optional(read_pack(statement)) : std::nullopt;
}

Result<std::vector<StoredPack>> FrameworkStore::all() const {
    std::vector<StoredPack> packs;
    Statement statement = database_.query("SELECT id, version, pack FROM framework ORDER BY id, version");
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) packs.push_back(read_pack(statement));
    if (!row) return std::unexpected(row.error());
    return packs;
}

}  // namespace kitbag
