#include "core/storage/visit_store.h"

#include <string>

#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

// Visits that are not dated yet are the ones under way now. Ids sort by when they were made.
constexpr std::string_view newest_first = " ORDER BY date = '' DESC, date DESC, id DESC";

// The columns that read_visit reads, in its order.
std::string select_visits(std::string_view rest) {
    std::string sql =
        "SELECT id, urn, kind, date, participants, focus, framework, framework_version, variant, status, adviser FROM "
        "visit ";
    return sql.append(rest);
}

Visit read_visit(const Statement& row) {
    Visit visit;
    visit.id = row.text(0);
    visit.urn = row.text(1);
    // Projection let only known words in; an empty column is one that no change has written yet.
    visit.kind = visit_kind_from(row.text(2)).value_or(visit.kind);
    if (const Result<Date> date = parse_date(row.text(3))) visit.date = *date;
    visit.participants = row.text(4);
    visit.focus = row.text(5);
    visit.framework = row.text(6);
    visit.framework_version = row.text(7);
    visit.variant = row.text(8);
    visit.status = visit_status_from(row.text(9)).value_or(visit.status);
    visit.adviser = row.text(10);
    return visit;
}

EvidenceNote read_note(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

}  // namespace

Result<std::vector<Visit>> VisitStore::visits_of_school(std::string_view urn) const {
    return read_all(database_.query(select_visits("WHERE urn = ?").append(newest_first), urn), read_visit);
}

Result<std::vector<Visit>> VisitStore::visits(int limit) const {
    return read_all(database_.query(select_visits("WHERE urn <> ''").append(newest_first) + " LIMIT ?", limit),
                    read_visit);
}

Result<std::optional<VisitRecord>> VisitStore::visit(std::string_view id) const {
    VisitRecord record;
    {
        Statement statement = database_.query(select_visits("WHERE id = ?"), id);
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return std::nullopt;
        record.visit = read_visit(statement);
    }
    auto judgements =
        read_all(database_.query("SELECT id, visit, aspect, choice FROM judgement WHERE visit = ? ORDER BY aspect", id),
                 [](const Statement& row) {
                     return Judgement{row.text(0), row.text(1), row.text(2), choice_from(row.text(3))};
                 });
    if (!judgements) return std::unexpected(judgements.error());
    auto notes =
        read_all(database_.query("SELECT id, visit, aspect, text FROM evidence_note WHERE visit = ? ORDER BY id", id),
                 read_note);
    if (!notes) return std::unexpected(notes.error());
    record.judgements = *std::move(judgements);
    record.notes = *std::move(notes);
    return record;
}

Result<std::vector<SchoolNote>> VisitStore::notes_of_school(std::string_view urn, std::string_view framework) const {
    const auto read = [](const Statement& row) {
        SchoolNote found{read_note(row), std::nullopt, row.text(5)};
        if (const Result<Date> date = parse_date(row.text(4))) found.date = *date;
        return found;
    };
    return read_all(
        database_.query("SELECT evidence_note.id, evidence_note.visit, evidence_note.aspect, evidence_note.text, "
                        "visit.date, visit.adviser FROM visit JOIN evidence_note ON evidence_note.visit = visit.id "
                        "WHERE visit.urn = ? AND visit.framework = ? AND visit.status = 'completed' ORDER BY "
                        "visit.date DESC, visit.id DESC, evidence_note.id",
                        urn, framework),
        read);
}

Result<std::optional<EvidenceNote>> VisitStore::note(std::string_view id) const {
    Statement statement = database_.query("SELECT id, visit, aspect, text FROM evidence_note WHERE id = ?", id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read_note(statement);
}

}  // namespace kitbag
