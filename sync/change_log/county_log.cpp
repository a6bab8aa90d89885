#include "sync/change_log/county_log.h"

#include <algorithm>
#include <array>

#include "core/storage/settings.h"
#include "core/visits/record_fields.h"
#include "sync/change_log/acceptance.h"
#include "sync/change_log/append.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

Outcome refusal(const ReceivedChange& received, const Fault& reason) {
    return {.change = received.id, .answer = Answer::refused, .receipt = {}, .reason = reason};
}

constexpr std::string_view receipt_key_name = "county.receipt_key";

std::unexpected<Fault> restored() {
    return fault("county_restored",
                 "The county’s records were put back from an older copy. This tablet gives it again what it lost.");
}

Result<Receipt> stored_receipt(Database& database, std::int64_t position) {
    Statement statement = database.query("SELECT number, at FROM receipt WHERE change = ?", position);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return Receipt{statement.text(0), statement.text(1)};
}

Result<std::string> last_chain(Database& database) {
    Statement statement = database.query("SELECT chain FROM receipt ORDER BY change DESC LIMIT 1");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : "";
}

// select_changes, and behind its columns the URN of the place that the change is about: null where the visit it belongs to is not here.
std::string select_with_place() {
    std::string place = "CASE change.entity";
    for (const Entity& entity : entities()) {
        const std::string name(entity.name);
        place += " WHEN '" + name + "' THEN ";
        if (find_field(entity, "urn") != nullptr)
            place += "(SELECT urn FROM " + name + " WHERE id = change.entity_id)";
        else if (find_field(entity, "visit") != nullptr)
            place += "(SELECT visit.urn FROM " + name + " JOIN visit ON visit.id = " + name + ".visit WHERE " + name +
                     ".id = change.entity_id)";
        else
            place += "change.entity_id";
    }
    std::string sql(select_changes);
    return sql.insert(sql.rfind(" FROM change "), ", " + place + " END");
}

}  // namespace

Result<PushReply> CountyLog::accept(std::span<const ReceivedChange> changes, const Writer& writer) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const Instant now = clock_.now();
    PushReply reply;
    for (const ReceivedChange& received : changes) {
        Result<Outcome> outcome = accept_one(received, writer, now);
        if (!outcome) return std::unexpected(outcome.error());
        reply.outcomes.push_back(*std::move(outcome));
    }
    if (const Outcome* latest = latest_received(reply.outcomes)) {
        Result<std::string> chain = chain_of(latest->change);
        if (!chain) return std::unexpected(chain.error());
        reply.chain = *std::move(chain);
    }
    if (Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    return reply;
}

Result<Outcome> CountyLog::accept_one(const ReceivedChange& received, const Writer& writer, Instant now) {
    if (!received.change) return refusal(received, received.change.error());
    const Change& change = *received.change;
    const Result<std::optional<LoggedChange>> had = find_change(database_, change.id);
    if (!had) return std::unexpected(had.error());
    // What was taken once is not judged again: the register may have moved on since. But only its own adviser may ask.
    const std::string proof = receipt_proof(to_text(to_json(change)), key_);
    const bool taken_before = received.proof == proof;
    if (*had && (writer.is_own(change.device) || taken_before)) {
        if ((*had)->change != change) {
            return refusal(received,
                           {"bad_change", "The county already has another change with this id. Record it again."});
        }
        return stored_receipt(database_, (*had)->position).transform([&](Receipt receipt) {
            receipt.proof = proof;
            return Outcome{
                .change = change.id, .answer = Answer::already_had, .receipt = std::move(receipt), .reason = {}};
        });
    }
    const Result<void> checked = taken_before ? Result<void>() : check_acceptable(database_, change, writer, now);
    if (!checked) {
        if (checked.error().code.starts_with("storage_")) return std::unexpected(checked.error());
        return refusal(received, checked.error());
    }
    const Result<std::string> chain = last_chain(database_);
    if (!chain) return std::unexpected(chain.error());
    const Result<std::int64_t> position = append(database_, change);
    if (!position) return std::unexpected(position.error());
    Receipt receipt{receipt_number(*position, change.id), to_iso(now), proof};
    Result<void> stored = database_.run("INSERT INTO receipt (change, number, at, chain) VALUES (?, ?, ?, ?)",
                                        *position, receipt.number, receipt.at, next_chain(*chain, change.id));
    if (!stored) return std::unexpected(stored.error());
    return Outcome{.change = change.id, .answer = Answer::accepted, .receipt = std::move(receipt), .reason = {}};
}

Result<ChangePage> CountyLog::changes_after(std::int64_t after, int limit, const Scope* only) const {
    constexpr std::string_view from = "WHERE change.position > ? ORDER BY change.position LIMIT ?";
    static const std::string of_all = std::string(select_changes).append(from);
    static const std::string with_places = select_with_place().append(from);
    constexpr int looked_at_max = 5'000;  // Of a county's changes, for a page of some schools'.
    ChangePage page{.changes = {}, .cursor = after, .more = false};
    const auto wanted = static_cast<std::size_t>(limit);
    const int most = only ? looked_at_max : limit;
    int looked_at = 0;
    std::size_t bytes = 0;
    Statement statement = database_.query(only ? with_places : of_all, after, most + 1);
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        page.more = looked_at++ == most || page.changes.size() == wanted || bytes >= pull_bytes_max;
        if (page.more) break;
        page.cursor = statement.integer(0);
        if (only && !statement.is_null(9) && !std::ranges::binary_search(only->places, statement.text(9))) continue;
        Result<LoggedChange> logged = read_logged(statement);
        if (!logged) return std::unexpected(logged.error());
        bytes += statement.text(7).size();
        std::string proof = receipt_proof(to_text(to_json(logged->change)), key_);
        page.changes.push_back({std::move(logged->change), std::move(proof)});
    }
    if (!row) return std::unexpected(row.error());
    return chain_at(page.cursor).transform([&](std::string chain) {
        page.chain = std::move(chain);
        return std::move(page);
    });
}

Result<bool> CountyLog::has(std::string_view change) const {
    return database_.query("SELECT 1 FROM change WHERE id = ?", change).step();
}

Result<void> CountyLog::check_history(const KnownHistory& known) const {
    if (!known.received.change.empty()) {
        const Result<bool> here = has(known.received.change);
        if (!here) return std::unexpected(here.error());
        if (!*here) return restored();
    }
    if (!known.received.chain.empty()) {
        // Another tablet may have given this change back, and not those before it.
        const Result<std::string> chain = chain_of(known.received.change);
        if (!chain) return std::unexpected(chain.error());
        if (*chain != known.received.chain) return restored();
    }
    if (known.chain.empty()) return {};
    const Result<std::string> chain = chain_at(known.cursor);
    if (!chain) return std::unexpected(chain.error());
    return *chain == known.chain ? Result<void>() : restored();
}

Result<std::string> CountyLog::chain_of(std::string_view change) const {
    Statement statement = database_.query(
        "SELECT receipt.chain FROM change JOIN receipt ON receipt.change = change.position WHERE change.id = ?",
        change);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : "";
}

Result<std::string> CountyLog::chain_at(std::int64_t position) const {
    Statement statement = database_.query("SELECT chain FROM receipt WHERE change = ?", position);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : "";
}

Result<ReceiptKey> receipt_key(Database& database, Random& random) {
    Settings settings(database);
    const Result<std::optional<std::string>> kept = settings.get(receipt_key_name);
    if (!kept) return std::unexpected(kept.error());
    if (*kept) return **kept;
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    ReceiptKey key = to_hex(bytes);
    return settings.set(receipt_key_name, key).transform([&] { return key; });
}

Result<std::vector<Change>> history_at_county(Database& database, std::string_view entity, std::string_view entity_id) {
    static const std::string sql =
        std::string(select_changes) + "WHERE change.entity_id = ? AND change.entity = ? ORDER BY change.position";
    Result<std::vector<LoggedChange>> logged = read_all_logged(database.query(sql, entity_id, entity));
    if (!logged) return std::unexpected(logged.error());
    std::vector<Change> changes;
    for (LoggedChange& each : *logged) changes.push_back(std::move(each.change));
    return changes;
}

}  // namespace kitbag
