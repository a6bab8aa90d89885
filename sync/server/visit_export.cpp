#include "sync/server/visit_export.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/storage/visit_store.h"
#include "sync/server/export_parts.h"
#include "sync/server/words_export.h"

namespace kitbag {
namespace {

// By whom a part was written is added for each: see export_parts.
Json to_json(const EvidenceNote& note) {
    return {{"id", note.id},
            {"aspect", note.aspect},
            {"text", note.text},
            {"kind", to_word(note.kind)},
            {"source", to_word(note.source)},
            {"groups", note.groups},
            {"supports", note.supports ? to_word(*note.supports) : ""},
            {"said_by", note.said_by}};
}

Json to_json(const AgreedAction& action) {
    return {{"id", action.id},
            {"text", action.text},
            {"owner", action.owner},
            {"due", date_or_empty(action.due)},
            {"status", to_word(action.status)},
            {"outcome", action.outcome},
            {"closed_in", action.closed_in}};
}

Json to_json(const Photo& photo) {
    return {{"id", photo.id},           {"note", photo.note},       {"content", photo.content},
            {"caption", photo.caption}, {"removed", photo.removed}, {"removed_reason", photo.removed_reason}};
}

Json to_json(const Visit& visit) {
    return {{"id", visit.id},
            {"urn", visit.urn},
            {"kind", visit.kind},
            {"templates_version", visit.templates_version},
            {"date", date_or_empty(visit.date)},
            {"time", visit.time},
            {"participants", visit.participants},
            {"present", visit.present},
            {"focus", visit.focus},
            {"governance", visit.governance ? to_word(*visit.governance) : ""},
            {"framework", visit.framework},
            {"framework_version", visit.framework_version},
            {"variant", visit.variant},
            {"status", to_word(visit.status)},
            {"status_reason", visit.status_reason}};
}

template <typename Part>
Result<Json> export_signed_parts(Database& database, const std::vector<Part>& parts) {
    Json exported = Json::array();
    for (const Part& part : parts) {
        Result<Json> person = person_json(database, part.by);
        if (!person) return person;
        Json json = to_json(part);
        json["by"] = *std::move(person);
        exported.push_back(std::move(json));
    }
    return exported;
}

Json judgements_json(const std::vector<Judgement>& judgements) {
    Json exported = Json::array();
    for (const Judgement& one : judgements)
        exported.push_back({{"aspect", one.aspect}, {"choice", one.choice ? to_word(*one.choice) : ""}});
    return exported;
}

Json answers_json(const std::vector<VisitAnswer>& answers) {
    Json exported = Json::array();
    for (const VisitAnswer& one : answers) exported.push_back({{"question", one.question}, {"text", one.text}});
    return exported;
}

// Adds everything that was recorded in the visit, by name.
Result<void> add_parts(Database& database, const VisitRecord& record, Json& visit) {
    visit["judgements"] = judgements_json(record.judgements);
    visit["answers"] = answers_json(record.answers);
    const std::pair<const char*, Result<Json>> parts[] = {
        {"evidence_notes", export_signed_parts(database, record.notes)},
        {"actions", export_signed_parts(database, record.actions)},
        {"photos", export_signed_parts(database, record.photos)},
        {"head_answers", export_head_answers(database, record.visit.id)},
        {"amendments", export_amendments(database, record.visit.id)},
    };
    for (const auto& [name, exported] : parts) {
        if (!exported) return std::unexpected(exported.error());
        visit[name] = *exported;
    }
    return {};
}

Result<void> add_history(Database& database, const VisitRecord& record, Json& visit) {
    Result<void> added = append_history(database, "visit", record.visit.id, visit);
    const auto add_all = [&](std::string_view entity, const auto& parts) {
        for (const auto& part : parts) {
            if (added) added = append_history(database, entity, part.id, visit);
        }
    };
    add_all("judgement", record.judgements);
    add_all("evidence_note", record.notes);
    add_all("visit_answer", record.answers);
    add_all("agreed_action", record.actions);
    add_all("photo", record.photos);
    return added;
}

Result<Json> export_visit(Database& database, const Id& id) {
    const Result<std::optional<VisitRecord>> record = VisitStore(database).visit(id);
    if (!record) return std::unexpected(record.error());
    if (!*record) return Json();
    const Visit& visit = (*record)->visit;
    const Result<std::string> school = school_name(database, visit.urn);
    if (!school) return std::unexpected(school.error());
    Result<Json> adviser = person_json(database, visit.adviser);
    if (!adviser) return adviser;
    Json json = to_json(visit);
    json["school"] = *school;
    json["adviser"] = *std::move(adviser);
    Result<void> added = add_parts(database, **record, json);
    if (added) added = add_history(database, **record, json);
    if (!added) return std::unexpected(added.error());
    return json;
}

}  // namespace

Result<Json> export_visits(Database& database) {
    const Result<std::vector<Visit>> visits = VisitStore(database).visits(std::numeric_limits<int>::max());
    if (!visits) return std::unexpected(visits.error());
    Json exported = Json::array();
    for (const Visit& visit : *visits) {
        Result<Json> one = export_visit(database, visit.id);
        if (!one) return one;
        exported.push_back(*std::move(one));
    }
    return exported;
}

}  // namespace kitbag
