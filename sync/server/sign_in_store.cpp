#include "sync/server/sign_in_store.h"

#include <algorithm>

#include "core/base/check.h"
#include "sync/server/enrolment.h"

namespace kitbag {
namespace {

Result<std::int64_t> number(Statement row) {
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? row.integer(0) : 0;
}

Result<std::string> text(Statement row) {
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? row.text(0) : "";
}

}  // namespace

Result<std::optional<IdentityProvider>> read_provider(Database& database) {
    Statement row = database.query(
        "SELECT issuer, client, secret, claim, scope, public_address, authorization_address, token_address, "
        "keys_address, secret_in_body FROM sign_in_provider");
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    return IdentityProvider{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                            row.text(5), row.text(6), row.text(7), row.text(8), row.integer(9) == 1};
}

Result<void> store_provider(Database& database, const IdentityProvider& provider) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (const Result<bool> gone = forget_provider(database); !gone) return std::unexpected(gone.error());
    const Result<void> stored = database.run(
        "INSERT INTO sign_in_provider (only_row, issuer, client, secret, claim, scope, public_address, "
        "authorization_address, token_address, keys_address, secret_in_body) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        provider.issuer, provider.client, provider.secret, provider.claim, provider.scope, provider.public_address,
        provider.authorization_address, provider.token_address, provider.keys_address,
        std::int64_t{provider.secret_in_body ? 1 : 0});
    if (!stored) return stored;
    return transaction->commit();
}

Result<bool> forget_provider(Database& database) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    Result<void> done = database.run("DELETE FROM sign_in_attempt");
    if (done) done = database.run("DELETE FROM sign_in_provider");
    const bool was_there = done && database.rows_changed() > 0;
    if (done) done = transaction->commit();
    if (!done) return std::unexpected(done.error());
    return was_there;
}

Result<std::vector<RoleOfValue>> read_role_map(Database& database) {
    std::vector<RoleOfValue> map;
    Statement row = database.query("SELECT value, role FROM sign_in_role ORDER BY position");
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) {
        const std::optional<StaffRole> role = role_from(row.text(1));
        CHECK(role.has_value());
        map.push_back({row.text(0), *role});
    }
    if (!found) return std::unexpected(found.error());
    return map;
}

Result<void> map_role(Database& database, std::string_view value, StaffRole role) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<std::int64_t> lines = number(database.query("SELECT count(*) FROM sign_in_role"));
    if (!lines) return std::unexpected(lines.error());
    const Result<std::int64_t> last = number(database.query("SELECT COALESCE(max(position), 0) FROM sign_in_role"));
    if (!last) return std::unexpected(last.error());
    if (*lines >= static_cast<std::int64_t>(sign_in_roles_max))
        return fault("too_many_roles", "At most " + std::to_string(sign_in_roles_max) + " values can have roles.");
    const Result<void> mapped = database.run(
        "INSERT INTO sign_in_role (position, value, role) VALUES (?, ?, ?) ON CONFLICT (value) DO UPDATE SET role = "
        "excluded.role",
        *last + 1, value, to_word(role));
    if (!mapped) return mapped;
    return transaction->commit();
}

Result<bool> unmap_role(Database& database, std::string_view value) {
    if (const Result<void> gone = database.run("DELETE FROM sign_in_role WHERE value = ?", value); !gone)
        return std::unexpected(gone.error());
    return database.rows_changed() > 0;
}

std::optional<StaffRole> role_of(const std::vector<RoleOfValue>& map, const std::vector<std::string>& values) {
    const auto found =
        std::ranges::find_if(map, [&](const RoleOfValue& line) { return std::ranges::contains(values, line.value); });
    if (found == map.end()) return std::nullopt;
    return found->role;
}

Result<Id> adviser_of(Database& database, std::string_view issuer, const Identity& person, StaffRole role, Instant now,
                      Random& random) {
    const Result<std::string> known =
        text(database.query("SELECT adviser FROM sign_in_account WHERE issuer = ? AND subject = ? AND role = ?", issuer,
                            person.subject, to_word(role)));
    if (!known) return std::unexpected(known.error());
    if (!known->empty()) {
        const Result<void> noted = database.run(
            "UPDATE sign_in_account SET last_sign_in = ? WHERE issuer = ? AND adviser = ?", now, issuer, *known);
        if (!noted) return std::unexpected(noted.error());
        return *known;
    }
    const Result<Id> adviser = adviser_called(database, person.name, role, now, random);
    if (!adviser && adviser.error().code == "bad_request")
        return fault("no_name",
                     "The county’s sign-in does not say your name, or says one that is too long. Ask your county "
                     "officer to have that put right.");
    if (!adviser) return adviser;
    const Result<std::string> other =
        text(database.query("SELECT subject FROM sign_in_account WHERE issuer = ? AND adviser = ?", issuer, *adviser));
    if (!other) return std::unexpected(other.error());
    if (!other->empty())
        return fault("same_name",
                     "Somebody else of your name and role signs in here already. Ask your county officer: one of you "
                     "needs a name that differs, for example by a middle name.");
    const Result<void> added = database.run(
        "INSERT INTO sign_in_account (issuer, subject, role, adviser, created, last_sign_in) VALUES (?, ?, ?, ?, ?, ?)",
        issuer, person.subject, to_word(role), *adviser, now, now);
    if (!added) return std::unexpected(added.error());
    return *adviser;
}

Result<void> withdraw_codes(Database& database, std::string_view issuer, std::string_view subject, Instant now) {
    return database.run(
        "UPDATE enrolment_code SET expires = ? WHERE used IS NULL AND expires > ? AND adviser IN (SELECT adviser FROM "
        "sign_in_account WHERE issuer = ? AND subject = ?)",
        now, now, issuer, subject);
}

}  // namespace kitbag
