#include "core/storage/visit_words_store.h"

#include <optional>
#include <string>

#include "core/storage/read_rows.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

std::string select_agreements(std::string_view rest) {
    return std::string("SELECT id, urn, given_by, post, date, until, kinds, what_for, terms, by FROM trust_agreement ")
        .append(rest);
}
std::string select_forum_notes(std::string_view rest) {
    return std::string("SELECT id, urn, half_term, service, aspect, groups, text, by FROM forum_note ").append(rest);
}

TrustAgreement read_agreement(const Statement& row) {
    TrustAgreement agreement;
    agreement.id = row.text(0);
    agreement.urn = row.text(1);
    agreement.given_by = row.text(2);
    agreement.post = row.text(3);
    agreement.date = date_in(row, 4);
    agreement.until = date_in(row, 5);
    agreement.kinds = split_keys(row.text(6));
    agreement.what_for = row.text(7);
    agreement.terms = agreement_terms_from(row.text(8)).value_or(agreement.terms);
    agreement.by = row.text(9);
    return agreement;
}

ForumNote read_forum_note(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), split_keys(row.text(5)),
            row.text(6), row.text(7)};
}

HeadAnswer read_head_answer(const Statement& row) {
    HeadAnswer answer;
    answer.id = row.text(0);
    answer.visit = row.text(1);
    answer.accurate = row.text(2) == "accurate";
    answer.name = row.text(3);
    answer.post = row.text(4);
    if (auto disputes = read_disputes(row.text(5))) answer.disputes = *std::move(disputes);
    answer.read = row.text(6);
    answer.by = row.text(7);
    return answer;
}

Amendment read_amendment(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

}  // namespace

Result<std::vector<TrustAgreement>> VisitWordsStore::agreements_of_school(std::string_view urn) const {
    return read_all(database_.query(select_agreements("WHERE urn = ? ORDER BY id"), urn), read_agreement);
}

Result<std::vector<TrustAgreement>> VisitWordsStore::all_agreements() const {
    return read_all(database_.query(select_agreements("ORDER BY urn, id")), read_agreement);
}

Result<std::vector<ForumNote>> VisitWordsStore::forum_notes_of_school(std::string_view urn) const {
    return read_all(database_.query(select_forum_notes("WHERE urn = ? ORDER BY id"), urn), read_forum_note);
}

Result<std::vector<ForumNote>> VisitWordsStore::all_forum_notes() const {
    return read_all(database_.query(select_forum_notes("ORDER BY urn, id")), read_forum_note);
}

Result<std::vector<std::string>> VisitWordsStore::schools_at_forum(std::string_view half_term) const {
    return read_all(database_.query("SELECT DISTINCT urn FROM forum_note WHERE half_term = ? ORDER BY urn", half_term),
                    [](const Statement& row) { return row.text(0); });
}

Result<std::vector<HeadAnswer>> VisitWordsStore::head_answers(std::string_view visit) const {
    return read_all(database_.query("SELECT id, visit, answer, name, post, disputes, read, by FROM head_answer WHERE "
                                    "visit = ? ORDER BY id",
                                    visit),
                    read_head_answer);
}

Result<std::vector<Amendment>> VisitWordsStore::amendments(std::string_view visit) const {
    return read_all(
        database_.query("SELECT id, visit, part, text, reason, by FROM amendment WHERE visit = ? ORDER BY id", visit),
        read_amendment);
}

}  // namespace kitbag
