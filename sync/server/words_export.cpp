#include "sync/server/words_export.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/storage/visit_words_store.h"
#include "sync/server/export_parts.h"

namespace kitbag {
namespace {

Json to_json(const TrustAgreement& agreement) {
    return {{"id", agreement.id},
            {"urn", agreement.urn},
            {"given_by", agreement.given_by},
            {"post", agreement.post},
            {"date", date_or_empty(agreement.date)},
            {"until", date_or_empty(agreement.until)},
            {"kinds", agreement.kinds},
            {"what_for", agreement.what_for},
            {"terms", to_word(agreement.terms)}};
}

Json to_json(const ForumNote& note) {
    return {{"id", note.id},           {"urn", note.urn},       {"half_term", note.half_term},
            {"service", note.service}, {"aspect", note.aspect}, {"groups", note.groups},
            {"text", note.text}};
}

Json to_json(const HeadAnswer& answer) {
    Json disputes = Json::array();
    for (const Dispute& one : answer.disputes)
        disputes.push_back({{"part", one.part}, {"title", one.title}, {"words", one.words}});
    return {{"id", answer.id},
            {"answer", answer.accurate ? "accurate" : "disputed"},
            {"name", answer.name},
            {"post", answer.post},
            {"disputes", std::move(disputes)},
            {"read", answer.read}};
}

Json to_json(const Amendment& amendment) {
    return {{"id", amendment.id}, {"part", amendment.part}, {"text", amendment.text}, {"reason", amendment.reason}};
}

template <typename Record>
Result<Json> export_signed(Database& database, std::string_view entity, const Result<std::vector<Record>>& records) {
    if (!records) return std::unexpected(records.error());
    Json exported = Json::array();
    for (const Record& record : *records) {
        Json json = to_json(record);
        if (Result<void> done = sign_export(database, entity, record.id, record.by, json); !done)
            return std::unexpected(done.error());
        exported.push_back(std::move(json));
    }
    return exported;
}

Result<Json> with_schools(Database& database, Result<Json> exported) {
    if (!exported) return exported;
    for (Json& one : *exported) {
        const Result<std::string> name = school_name(database, text_or(one, "urn"));
        if (!name) return std::unexpected(name.error());
        one["school"] = *name;
    }
    return exported;
}

}  // namespace

Result<Json> export_agreements(Database& database) {
    return with_schools(database,
                        export_signed(database, "trust_agreement", VisitWordsStore(database).all_agreements()));
}

Result<Json> export_forum_notes(Database& database) {
    return with_schools(database, export_signed(database, "forum_note", VisitWordsStore(database).all_forum_notes()));
}

Result<Json> export_head_answers(Database& database, const Id& visit) {
    return export_signed(database, "head_answer", VisitWordsStore(database).head_answers(visit));
}

Result<Json> export_amendments(Database& database, const Id& visit) {
    return export_signed(database, "amendment", VisitWordsStore(database).amendments(visit));
}

}  // namespace kitbag
