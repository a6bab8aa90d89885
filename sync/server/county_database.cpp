#include "sync/server/county_database.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "core/storage/migrations.h"
#include "embedded/postgresql_migrations.h"
#include "embedded/server_migrations.h"
#include "sync/change_log/county_log.h"
#include "sync/server/system_seams.h"

namespace kitbag {
namespace {

bool is_authority_code(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    std::filesystem::create_directories(folder, error);
    if (!error) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (!error) return {};
    return fault("no_folder", "The folder " + folder.string() + " cannot be made (" + error.message() +
                                  "). Name another with --data.");
}

Result<void> migrate_parts(Database& database, std::string_view part, std::span<const embedded::Text> texts) {
    std::vector<std::string_view> steps;
    for (const embedded::Text& step : texts) steps.push_back(step.content);
    if (const Result<int> own = migrate_part(database, part, steps); !own) return std::unexpected(own.error());
    // There from the beginning, so that no copy of the county is without it.
    SystemRandom random;
    return receipt_key(database, random).transform([](const ReceiptKey&) {});
}

Result<void> migrate_county(Database& database) {
    if (const Result<int> shared = migrate(database); !shared) return std::unexpected(shared.error());
    return migrate_parts(database, "server", embedded::server_migrations);
}

Result<bool> holds_a_county(Database& database) {
    Statement row = database.query("SELECT to_regclass('part_version') IS NOT NULL");
    const Result<bool> found = row.step();
    if (!found) return found;
    return row.integer(0) == 1;
}

}  // namespace

Result<std::unique_ptr<Database>> open_county_database(const std::filesystem::path& folder, WhenMissing when_missing) {
    const std::filesystem::path file = folder / "county.db";
    std::error_code error;
    if (when_missing == WhenMissing::refuse && !std::filesystem::exists(file, error)) {
        return fault("no_county",
                     "There is no county.db in " + folder.string() +
                         ". Give the folder that the server was started with as --data, or start the server first.");
    }
    if (const Result<void> made = make_folder(folder); !made) return std::unexpected(made.error());
    DatabaseOptions options;
    options.file_name = file.string();
    options.sharing = Sharing::shared;
    Result<std::unique_ptr<Database>> database = Database::open(options);
    if (!database) return database;
    if (const Result<void> migrated = migrate_county(**database); !migrated) return std::unexpected(migrated.error());
    // The little that is ever deleted here is to be gone: pictures that somebody removed.
    if (const Result<void> set = (*database)->run("PRAGMA secure_delete = ON"); !set)
        return std::unexpected(set.error());
    return database;
}

// All of it is one transaction: several processes may be started at once on an empty database.
Result<void> prepare_postgresql(Database& database, WhenMissing when_missing) {
    const Result<bool> there = holds_a_county(database);
    if (!there) return std::unexpected(there.error());
    if (!*there && when_missing == WhenMissing::refuse) {
        return fault("no_county",
                     "There is no county in this database. Give the address that the server was started with as "
                     "--database, or start the server first.");
    }
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (!*there) {
        const Result<void> counted = database.run_script(
            "CREATE TABLE IF NOT EXISTS part_version (part TEXT PRIMARY KEY, version BIGINT NOT NULL)");
        if (!counted) return counted;
    }
    if (const Result<void> migrated = migrate_parts(database, "postgresql", embedded::postgresql_migrations); !migrated)
        return migrated;
    return transaction->commit();
}

Result<std::optional<CountyIdentity>> county_identity(Database& database) {
    Statement row = database.query("SELECT name, authority FROM county");
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    return CountyIdentity{row.text(0), row.text(1)};
}

Result<CountyIdentity> settle_identity(Database& database, const CountyIdentity& wanted) {
    const Result<std::optional<CountyIdentity>> stored = county_identity(database);
    if (!stored) return std::unexpected(stored.error());
    if (!wanted.authority.empty() && !is_authority_code(wanted.authority)) {
        return fault("bad_authority",
                     "--authority is the county's three-digit code in the national register, for example 873.");
    }
    if (!*stored && (wanted.name.empty() || wanted.authority.empty())) {
        return fault(
            "no_county",
            "This is the first start with this data folder: say which county it is for with --county and --authority.");
    }
    if (*stored && !wanted.authority.empty() && wanted.authority != (*stored)->authority) {
        return fault("other_county", "This data folder holds the records of " + (*stored)->name + " (authority " +
                                         (*stored)->authority + "). Give another --data for authority " +
                                         wanted.authority + ".");
    }
    CountyIdentity settled = *stored ? **stored : wanted;
    if (!wanted.name.empty()) settled.name = wanted.name;
    if (*stored && settled == **stored) return settled;
    const Result<void> written = database.run(
        "INSERT INTO county (only_row, name, authority) VALUES (1, ?, ?) ON CONFLICT (only_row) DO UPDATE SET name = "
        "excluded.name, authority = excluded.authority",
        settled.name, settled.authority);
    if (!written) return std::unexpected(written.error());
    return settled;
}

}  // namespace kitbag
