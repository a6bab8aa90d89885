// The part of ChangeLog that deals with the county's answers: what waits, what was received, what was refused.

#include "core/base/check.h"
#include "core/storage/device_store.h"
#include "sync/change_log/append.h"
#include "sync/change_log/change_log.h"

namespace kitbag {
namespace {

Result<int> count_rows(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return static_cast<int>(statement.integer(0));
}

// The position of a change that waits for its answer; nothing for any other.
Result<std::optional<std::int64_t>> waiting_position(Database& database, std::string_view id) {
    Statement statement = database.query(
        "SELECT waiting.change FROM change JOIN waiting ON waiting.change = change.position WHERE change.id = ?", id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? std::optional(statement.integer(0)) : std::nullopt;
}

// Whose it is: as the device says that wrote it.
Result<std::string> device_at(Database& database, std::int64_t position) {
    Statement statement = database.query("SELECT device FROM change WHERE position = ?", position);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : "";
}

Result<void> record_outcome(Database& database, const ChangeLog& log, const Outcome& outcome, Instant now,
                            RefusedIs refused_is) {
    const Result<std::optional<std::int64_t>> position = waiting_position(database, outcome.change);
    if (!position) return std::unexpected(position.error());
    if (!*position) return {};
    if (Result<void> done = database.run("DELETE FROM waiting WHERE change = ?", **position); !done) return done;
    const Result<std::string> device = device_at(database, **position);
    if (!device) return std::unexpected(device.error());
    if (!log.is_own(*device))
        return {};  // Another tablet's, which the county had lost: receipts and refusals are told to who wrote it.
    if (outcome.answer == Answer::refused) {
        const std::int64_t kept = refused_is == RefusedIs::kept_by_county ? 1 : 0;
        return database.run("INSERT INTO refusal (change, code, sentence, at, kept) VALUES (?, ?, ?, ?, ?)", **position,
                            outcome.reason.code, outcome.reason.sentence, now, kept);
    }
    const Receipt& receipt = outcome.receipt;
    return database.run("UPDATE change SET proof = ? WHERE position = ?", receipt.proof, **position).and_then([&] {
        return database.run("INSERT INTO receipt (change, number, at) VALUES (?, ?, ?)", **position, receipt.number,
                            receipt.at);
    });
}

Result<void> retry_where(Database& database, const std::string& condition) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    return database.run("INSERT INTO waiting (change) SELECT change FROM refusal WHERE " + condition)
        .and_then([&] { return database.run("DELETE FROM refusal WHERE " + condition); })
        .and_then([&] { return transaction->commit(); });
}

constexpr std::size_t comma_bytes = 1;
constexpr std::size_t proof_bytes_max = 80;  // As it goes in a push: the change's id and the proof, in quotes.

// The ids of a visit's records: itself, and all that was written in it or about it.
constexpr std::string_view parts_of_visit =
    "WITH part (entity_id) AS (SELECT ?1 UNION ALL SELECT id FROM judgement WHERE visit = ?1 UNION ALL SELECT id FROM "
    "evidence_note WHERE visit = ?1 UNION ALL SELECT id FROM visit_answer WHERE visit = ?1 UNION ALL SELECT id FROM "
    "agreed_action WHERE visit = ?1 UNION ALL SELECT id FROM photo WHERE visit = ?1 UNION ALL SELECT id FROM "
    "head_answer WHERE visit = ?1 UNION ALL SELECT id FROM amendment WHERE visit = ?1) ";

std::string text_of(const std::string& json) {
    const Result<Json> value = parse_json(json, "A stored value");
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : json;
}

}  // namespace

Result<std::vector<CarriedChange>> ChangeLog::waiting(std::size_t count_max, std::size_t bytes_max) const {
    static const std::string sql = std::string(select_changes) +
                                   "JOIN waiting ON waiting.change = change.position ORDER BY change.position LIMIT ?";
    std::vector<CarriedChange> changes;
    std::size_t bytes = 0;
    Statement statement = database_.query(sql, static_cast<std::int64_t>(count_max));
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        Result<LoggedChange> logged = read_logged(statement);
        if (!logged) return std::unexpected(logged.error());
        bytes += to_text(to_json(logged->change)).size() + comma_bytes + (logged->proof.empty() ? 0 : proof_bytes_max);
        if (bytes > bytes_max && !changes.empty()) return changes;
        changes.push_back({std::move(logged->change), std::move(logged->proof)});
    }
    if (!row) return std::unexpected(row.error());
    return changes;
}

Result<void> ChangeLog::record_outcomes(std::span<const Outcome> outcomes, RefusedIs refused_is,
                                        std::string_view chain) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const Outcome& outcome : outcomes) {
        if (Result<void> done = record_outcome(database_, *this, outcome, clock_.now(), refused_is); !done) return done;
    }
    if (const Outcome* latest = latest_received(outcomes)) {
        const Result<void> noted = DeviceStore(database_).set_chain_at(latest->change, chain);
        if (!noted) return noted;
    }
    return transaction->commit();
}

Result<std::vector<RefusedChange>> ChangeLog::refused() const {
    std::vector<RefusedChange> refused;
    Statement statement = database_.query(
        "SELECT change.position, change.id, change.device, change.author, change.stamp, change.entity, "
        "change.entity_id, "
        "change.fields, change.proof, refusal.code, refusal.sentence, refusal.at, refusal.put_aside IS NOT NULL FROM "
        "refusal JOIN change ON "
        "change.position = "
        "refusal.change "
        "ORDER BY refusal.change");  // By the few that were refused, and not through the whole log.
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        Result<LoggedChange> logged = read_logged(statement);
        if (!logged) return std::unexpected(logged.error());
        refused.push_back({std::move(logged->change),
                           {statement.text(9), statement.text(10)},
                           statement.integer(11),
                           statement.integer(12) != 0});
    }
    if (!row) return std::unexpected(row.error());
    return refused;
}

Result<void> ChangeLog::retry_refused(std::string_view change) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    Result<void> done = database_.run(
        "INSERT INTO waiting (change) SELECT refusal.change FROM refusal JOIN change ON change.position = "
        "refusal.change WHERE "
        "change.id = ?",
        change);
    if (!done) return done;
    done = database_.run("DELETE FROM refusal WHERE change IN (SELECT position FROM change WHERE id = ?)", change);
    if (!done) return done;
    return transaction->commit();
}

Result<void> ChangeLog::retry_all_refused() {
    return retry_where(database_, "put_aside IS NULL");
}

Result<void> ChangeLog::put_aside(std::string_view change) {
    return database_.run(
        "UPDATE refusal SET put_aside = ? WHERE put_aside IS NULL AND change IN (SELECT position FROM change WHERE id "
        "= "
        "?)",
        clock_.now(), change);
}

Result<void> ChangeLog::offer_refused_again() {
    return retry_where(database_, "kept = 0");
}

Result<ChangeCounts> ChangeLog::counts() const {
    ChangeCounts counts;
    const std::pair<std::string_view, int*> tables[] = {
        {"SELECT count(*) FROM waiting", &counts.waiting},
        {"SELECT count(*) FROM refusal WHERE put_aside IS NULL", &counts.refused},
        {"SELECT count(*) FROM receipt", &counts.received},
        {"SELECT count(*) FROM refusal WHERE put_aside IS NOT NULL", &counts.put_aside}};
    for (const auto& [sql, into] : tables) {
        const Result<int> count = count_rows(database_, sql);
        if (!count) return std::unexpected(count.error());
        *into = *count;
    }
    return counts;
}

Result<VisitReceipt> ChangeLog::receipt_of(std::string_view visit) const {
    static const std::string count_sql =
        std::string(parts_of_visit) +
        "SELECT count(waiting.change), count(refusal.change) FROM part JOIN change ON change.entity_id = "
        "part.entity_id LEFT JOIN "
        "waiting ON waiting.change = change.position LEFT JOIN refusal ON refusal.change = change.position";
    static const std::string last_sql =
        std::string(parts_of_visit) +
        "SELECT receipt.number, receipt.at FROM part JOIN change ON change.entity_id = part.entity_id JOIN receipt ON "
        "receipt.change = change.position ORDER BY receipt.at DESC, receipt.change DESC LIMIT 1";
    VisitReceipt answer;
    Statement counted = database_.query(count_sql, visit);
    Result<bool> row = counted.step();
    if (!row) return std::unexpected(row.error());
    answer.waiting = static_cast<int>(counted.integer(0));
    answer.refused = static_cast<int>(counted.integer(1));
    Statement last = database_.query(last_sql, visit);
    row = last.step();
    if (!row) return std::unexpected(row.error());
    if (*row) answer.last = Receipt{last.text(0), last.text(1)};
    return answer;
}

Result<std::vector<Conflict>> ChangeLog::conflicts(std::string_view visit) const {
    static const std::string sql = std::string(parts_of_visit) +
                                   "SELECT entity, entity_id, field FROM field_state WHERE others IS NOT NULL AND "
                                   "entity_id IN (SELECT entity_id FROM part) "
                                   "ORDER BY entity_id, field";
    std::vector<Conflict> conflicts;
    // Mostly there is none anywhere, and lists ask for many visits.
    Statement any = database_.query("SELECT 1 FROM field_state WHERE others IS NOT NULL LIMIT 1");
    Result<bool> row = any.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return conflicts;
    Statement statement = database_.query(sql, visit);
    row = statement.step();
    for (; row && *row; row = statement.step()) {
        Conflict conflict{.entity = statement.text(0),
                          .entity_id = statement.text(1),
                          .field = statement.text(2),
                          .shown = {},
                          .shown_author = {},
                          .shown_stamp = {},
                          .others = {}};
        const Result<std::optional<FieldState>> state =
            field_state(database_, conflict.entity, conflict.entity_id, conflict.field);
        if (!state) return std::unexpected(state.error());
        CHECK(state->has_value());
        if (!in_conflict(**state)) continue;
        const Version& shown = winner(**state);
        conflict.shown = text_of(shown.value);
        conflict.shown_author = shown.author;
        conflict.shown_stamp = shown.stamp;
        for (auto leaf = (*state)->leaves.rbegin(); leaf != (*state)->leaves.rend(); ++leaf) {
            if (leaf->value != shown.value)
                conflict.others.push_back({text_of(leaf->value), leaf->author, leaf->stamp});
        }
        conflicts.push_back(std::move(conflict));
    }
    if (!row) return std::unexpected(row.error());
    return conflicts;
}

Result<std::vector<Change>> ChangeLog::history(std::string_view entity, std::string_view entity_id) const {
    static const std::string sql =
        std::string(select_changes) +
        "WHERE change.entity_id = ? AND change.entity = ? AND change.position NOT IN (SELECT change FROM withdrawn) "
        "ORDER BY change.stamp";
    Result<std::vector<LoggedChange>> logged = read_all_logged(database_.query(sql, entity_id, entity));
    if (!logged) return std::unexpected(logged.error());
    std::vector<Change> changes;
    for (LoggedChange& each : *logged) changes.push_back(std::move(each.change));
    return changes;
}

}  // namespace kitbag
