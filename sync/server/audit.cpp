#include "sync/server/audit.h"

#include <map>
#include <optional>
#include <tuple>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

// Which record, of which visit, and what became of it.
using WriteKey = std::tuple<std::string, std::string, std::string, std::string>;

WriteKey key_of(const ReceivedChange& received, const Outcome& outcome) {
    std::string outcome_word(to_word(outcome.answer));
    if (!received.change) return {"", "", "", std::move(outcome_word)};
    const Change& change = *received.change;
    std::string visit = text_in(change, "visit").value_or("");
    if (!is_id(visit)) visit.clear();  // Whatever was sent there is not kept twice.
    return {change.entity, change.entity_id, std::move(visit), std::move(outcome_word)};
}

// The records that an id stands for: itself, and when it is a visit's, what belongs to that.
constexpr std::string_view parts_of_record =
    "WITH part (id) AS (SELECT ? UNION SELECT id FROM judgement WHERE visit = ? UNION SELECT id FROM evidence_note "
    "WHERE visit = ? UNION SELECT id FROM visit_answer WHERE visit = ? UNION SELECT id FROM agreed_action WHERE visit "
    "= ? UNION SELECT id FROM photo WHERE visit = ? UNION SELECT id FROM head_answer WHERE visit = ? UNION SELECT id "
    "FROM amendment WHERE visit = ?) ";

constexpr std::string_view select_lines =
    "SELECT audit.at, audit.request, audit.device, audit.adviser, adviser.name, audit.action, audit.read_after, "
    "audit.read_to, audit_write.entity, audit_write.entity_id, audit_write.outcome, audit_write.changes FROM audit "
    "LEFT JOIN audit_write ON audit_write.audit = audit.id LEFT JOIN adviser ON adviser.id = audit.adviser "
    "WHERE audit.at >= ? AND (? = '' OR audit.adviser = ? OR adviser.name = ?) AND (? = '' OR audit_write.visit = ? OR "
    "audit_write.entity_id IN (SELECT id FROM part) OR EXISTS (SELECT 1 FROM change JOIN part ON part.id = "
    "change.entity_id WHERE change.position > audit.read_after AND change.position <= audit.read_to)) "
    "ORDER BY audit.at, audit.id, audit_write.entity, audit_write.entity_id, audit_write.outcome";

AuditLine read_line(const Statement& row) {
    return {row.integer(0), row.text(1),    row.text(2), row.text(3), row.text(4),  row.text(5),
            row.integer(6), row.integer(7), row.text(8), row.text(9), row.text(10), row.integer(11)};
}

}  // namespace

Result<std::string> Audit::add(const AuditedAct& act, std::optional<std::int64_t> after,
                               std::optional<std::int64_t> to) {
    const Instant now = clock_.now();
    Id id = new_id(now, random_);
    const Result<void> added = database_.run(
        "INSERT INTO audit (id, at, request, device, adviser, action, read_after, read_to) VALUES (?, ?, ?, ?, ?, ?, "
        "?, ?)",
        id, now, act.request, act.device, act.adviser, act.action, after, to);
    if (!added) return std::unexpected(added.error());
    return id;
}

Result<void> Audit::note_read(const AuditedAct& act, std::int64_t after, std::int64_t to) {
    if (to <= after) return {};
    const Result<std::string> added = add(act, after, to);
    if (!added) return std::unexpected(added.error());
    return {};
}

Result<void> Audit::note_read_of_all(const AuditedAct& act) {
    std::int64_t last = 0;
    {
        Statement row = database_.query("SELECT COALESCE(max(position), 0) FROM change");
        const Result<bool> found = row.step();
        if (!found) return std::unexpected(found.error());
        last = row.integer(0);
    }
    return note_read(act, 0, last);
}

Result<void> Audit::note_writes(const AuditedAct& act, std::span<const ReceivedChange> changes,
                                std::span<const Outcome> outcomes) {
    CHECK(changes.size() == outcomes.size());
    if (changes.empty()) return {};
    std::map<WriteKey, int> written;
    for (std::size_t i = 0; i < changes.size(); ++i) ++written[key_of(changes[i], outcomes[i])];
    const Result<std::string> id = add(act, std::nullopt, std::nullopt);
    if (!id) return std::unexpected(id.error());
    for (const auto& [key, count] : written) {
        const auto& [entity, entity_id, visit, outcome] = key;
        const Result<void> added = database_.run(
            "INSERT INTO audit_write (audit, entity, entity_id, visit, outcome, changes) VALUES (?, ?, ?, ?, ?, ?)",
            *id, entity, entity_id, visit, outcome, count);
        if (!added) return added;
    }
    return {};
}

Result<void> Audit::note_picture(const AuditedAct& act, std::string_view content, std::string_view outcome) {
    const Result<std::string> id = add(act, std::nullopt, std::nullopt);
    if (!id) return std::unexpected(id.error());
    return database_.run(
        "INSERT INTO audit_write (audit, entity, entity_id, visit, outcome, changes) SELECT ?, 'photo', id, visit, ?, "
        "1 "
        "FROM photo WHERE content = ? AND removed = ''",
        *id, outcome, content);
}

Result<void> Audit::note_sign_in(const AuditedAct& act, std::string_view subject, std::string_view outcome) {
    const Result<std::string> id = add(act, std::nullopt, std::nullopt);
    if (!id) return std::unexpected(id.error());
    return database_.run(
        "INSERT INTO audit_write (audit, entity, entity_id, visit, outcome, changes) VALUES (?, 'sign_in', ?, '', ?, "
        "1)",
        *id, subject, outcome);
}

Result<void> read_audit(Database& database, const AuditQuestion& question,
                        const std::function<void(const AuditLine&)>& tell) {
    static const std::string sql = std::string(parts_of_record) + std::string(select_lines);
    const std::string& id = question.record;
    const std::string& who = question.adviser;
    Statement row = database.query(sql, id, id, id, id, id, id, id, id, question.since, who, who, who, id, id);
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) tell(read_line(row));
    if (!found) return std::unexpected(found.error());
    return {};
}

}  // namespace kitbag
