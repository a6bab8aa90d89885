#include "core/storage/visit_store.h"

#include <string>
#include <utility>

#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

// Visits that are not dated yet are the ones under way now. Ids sort by when they were made.
constexpr std::string_view newest_first = " ORDER BY date = '' DESC, date DESC, id DESC";

std::string select_from(std::string_view columns, std::string_view rest) {
    return std::string("SELECT ").append(columns).append(" ").append(rest);
}

// The columns that each reader below reads, in its order.
std::string select_visits(std::string_view rest) {
    return select_from(
        "id, urn, kind, templates_version, date, time, participants, present, focus, governance, framework, "
        "framework_version, variant, status, status_reason, adviser FROM visit",
        rest);
}
std::string select_notes(std::string_view rest) {
    return select_from("id, visit, aspect, text, kind, source, groups, supports, said_by, by FROM evidence_note", rest);
}
std::string select_actions(std::string_view rest) {
    return select_from("id, urn, visit, text, owner, due, status, outcome, closed_in, by FROM agreed_action", rest);
}
std::string select_photos(std::string_view rest) {
    return select_from("id, visit, note, content, caption, removed, removed_reason, by FROM photo", rest);
}

// Projection let only known words in; an empty column is one that no change has written yet.
Visit read_visit(const Statement& row) {
    Visit visit;
    visit.id = row.text(0);
    visit.urn = row.text(1);
    visit.kind = row.text(2);
    visit.templates_version = row.text(3);
    visit.date = date_in(row, 4);
    visit.time = row.text(5);
    visit.participants = row.text(6);
    visit.present = split_keys(row.text(7));
    visit.focus = row.text(8);
    visit.governance = governance_from(row.text(9));
    visit.framework = row.text(10);
    visit.framework_version = row.text(11);
    visit.variant = row.text(12);
    visit.status = visit_status_from(row.text(13)).value_or(visit.status);
    visit.status_reason = row.text(14);
    visit.adviser = row.text(15);
    return visit;
}

EvidenceNote read_note(const Statement& row) {
    EvidenceNote note;
    note.id = row.text(0);
    note.visit = row.text(1);
    note.aspect = row.text(2);
    note.text = row.text(3);
    note.kind = note_kind_from(row.text(4)).value_or(note.kind);
    note.source = source_from(row.text(5)).value_or(note.source);
    note.groups = split_keys(row.text(6));
    note.supports = category_from(row.text(7));
    note.said_by = row.text(8);
    note.by = row.text(9);
    return note;
}

AgreedAction read_action(const Statement& row) {
    AgreedAction action;
    action.id = row.text(0);
    action.urn = row.text(1);
    action.visit = row.text(2);
    action.text = row.text(3);
    action.owner = row.text(4);
    action.due = date_in(row, 5);
    action.status = action_status_from(row.text(6)).value_or(action.status);
    action.outcome = row.text(7);
    action.closed_in = row.text(8);
    action.by = row.text(9);
    return action;
}

Photo read_photo(const Statement& row) {
    Photo photo;
    photo.id = row.text(0);
    photo.visit = row.text(1);
    photo.note = row.text(2);
    photo.content = row.text(3);
    photo.caption = row.text(4);
    photo.removed = !row.text(5).empty();
    photo.removed_reason = row.text(6);
    photo.by = row.text(7);
    return photo;
}

template <typename Read>
auto read_one(Statement statement, Read read) -> Result<std::optional<decltype(read(std::as_const(statement)))>> {
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read(statement);
}

template <typename Record>
Result<void> put(Result<std::vector<Record>> found, std::vector<Record>& into) {
    if (!found) return std::unexpected(found.error());
    into = *std::move(found);
    return {};
}

Judgement read_judgement(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), choice_from(row.text(3))};
}

VisitAnswer read_answer(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

std::string select_school_notes(std::string_view which) {
    return std::string(
               "SELECT evidence_note.id, evidence_note.visit, aspect, text, evidence_note.kind, source, groups, "
               "supports, said_by, by, visit.date, visit.adviser FROM visit JOIN evidence_note ON evidence_note.visit "
               "= visit.id WHERE visit.urn = ? AND ")
        .append(which)
        .append(" ORDER BY visit.date DESC, visit.id DESC, evidence_note.id");
}

SchoolNote read_school_note(const Statement& row) {
    return {read_note(row), date_in(row, 10), row.text(11)};
}

}  // namespace

Result<std::vector<Visit>> VisitStore::visits_of_school(std::string_view urn) const {
    return read_all(database_.query(select_visits("WHERE urn = ?").append(newest_first), urn), read_visit);
}

Result<std::vector<Visit>> VisitStore::visits(int limit) const {
    return read_all(database_.query(select_visits("WHERE urn <> ''").append(newest_first) + " LIMIT ?", limit),
                    read_visit);
}

Result<std::vector<Visit>> VisitStore::visits_between(const Date& first, const Date& last) const {
    return read_all(database_.query(select_visits("WHERE date BETWEEN ? AND ? ORDER BY date, time, id"), to_iso(first),
                                    to_iso(last)),
                    read_visit);
}

Result<std::optional<Visit>> VisitStore::visit_alone(std::string_view id) const {
    return read_one(database_.query(select_visits("WHERE id = ?"), id), read_visit);
}

Result<std::optional<VisitRecord>> VisitStore::visit(std::string_view id) const {
    auto visit = visit_alone(id);
    if (!visit) return std::unexpected(visit.error());
    if (!*visit) return std::nullopt;
    VisitRecord record{**std::move(visit), {}, {}, {}, {}, {}};
    const auto rows = [&](std::string_view sql) { return database_.query(sql, id); };
    Result<void> done =
        put(read_all(rows("SELECT id, visit, aspect, choice FROM judgement WHERE visit = ? ORDER BY aspect"),
                     read_judgement),
            record.judgements);
    if (done) done = put(read_all(rows(select_notes("WHERE visit = ? ORDER BY id")), read_note), record.notes);
    if (done) {
        done =
            put(read_all(rows("SELECT id, visit, question, text FROM visit_answer WHERE visit = ? ORDER BY question"),
                         read_answer),
                record.answers);
    }
    if (done) done = put(read_all(rows(select_actions("WHERE visit = ? ORDER BY id")), read_action), record.actions);
    if (done) done = put(read_all(rows(select_photos("WHERE visit = ? ORDER BY id")), read_photo), record.photos);
    if (!done) return std::unexpected(done.error());
    return record;
}

Result<std::vector<Visit>> VisitStore::open_visits(int limit) const {
    return read_all(
        database_.query(
            select_visits("WHERE urn <> '' AND status IN ('planned', 'under_way') ORDER BY date, time, id LIMIT ?"),
            limit),
        read_visit);
}

Result<std::vector<std::string>> VisitStore::overdue_schools(const Date& today) const {
    return read_all(
        database_.query("SELECT urn FROM visit WHERE urn <> '' AND status = 'planned' AND date <> '' AND date < ?1 "
                        "UNION SELECT urn FROM agreed_action WHERE urn <> '' AND status NOT IN ('done', 'dropped') "
                        "AND due <> '' AND due < ?1 ORDER BY urn",
                        to_iso(today)),
        [](const Statement& row) { return std::string(row.text(0)); });
}

Result<std::vector<SchoolNote>> VisitStore::notes_of_school(std::string_view urn, std::string_view framework) const {
    return read_all(database_.query(select_school_notes("visit.framework = ? AND visit.status IN ('completed', "
                                                        "'shared', 'locked')"),
                                    urn, framework),
                    read_school_note);
}

Result<std::vector<SchoolNote>> VisitStore::notes_since(std::string_view urn, const Date& day) const {
    return read_all(database_.query(select_school_notes("visit.date >= ?"), urn, to_iso(day)), read_school_note);
}

Result<std::optional<EvidenceNote>> VisitStore::note(std::string_view id) const {
    return read_one(database_.query(select_notes("WHERE id = ?"), id), read_note);
}

Result<std::optional<AgreedAction>> VisitStore::action(std::string_view id) const {
    return read_one(database_.query(select_actions("WHERE id = ?"), id), read_action);
}

Result<std::optional<Photo>> VisitStore::photo(std::string_view id) const {
    return read_one(database_.query(select_photos("WHERE id = ?"), id), read_photo);
}

Result<std::vector<AgreedAction>> VisitStore::actions_of_school(std::string_view urn) const {
    return read_all(database_.query(select_actions("WHERE urn = ? ORDER BY id"), urn), read_action);
}

}  // namespace kitbag
