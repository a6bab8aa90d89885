#include "sync/server/county_export.h"

#include <limits>
#include <map>
#include <utility>

#include "core/base/time.h"
#include "core/storage/school_store.h"
#include "core/storage/visit_store.h"
#include "sync/change_log/county_log.h"
#include "sync/merge.h"
#include "sync/server/county_database.h"
#include "sync/server/enrolment.h"
#include "sync/server/rating_export.h"

namespace kitbag {
namespace {

Json to_json(const VisitRecord& record, const std::string& school, const std::string& adviser) {
    const Visit& visit = record.visit;
    Json judgements = Json::array();
    for (const Judgement& judgement : record.judgements) {
        judgements.push_back(
            {{"aspect", judgement.aspect}, {"choice", judgement.choice ? to_word(*judgement.choice) : ""}});
    }
    Json notes = Json::array();
    for (const EvidenceNote& note : record.notes) {
        notes.push_back({{"id", note.id}, {"aspect", note.aspect}, {"text", note.text}});
    }
    return {{"id", visit.id},
            {"urn", visit.urn},
            {"school", school},
            {"kind", to_word(visit.kind)},
            {"date", visit.date ? to_iso(*visit.date) : ""},
            {"participants", visit.participants},
            {"focus", visit.focus},
            {"framework", visit.framework},
            {"framework_version", visit.framework_version},
            {"variant", visit.variant},
            {"status", to_word(visit.status)},
            {"adviser", {{"id", visit.adviser}, {"name", adviser}}},
            {"judgements", std::move(judgements)},
            {"evidence_notes", std::move(notes)}};
}

// The fields of one record on which people wrote without seeing each other, worked out of its history.
void append_conflicts(const std::vector<Change>& history, Json& conflicts) {
    std::map<std::string, FieldState, std::less<>> fields;
    for (const Change& change : history) {
        for (const auto& [name, edit] : change.fields) {
            merge(fields[name], Version{change.stamp, to_text(edit.value), change.author}, edit.base);
        }
    }
    for (const auto& [name, state] : fields) {
        if (!in_conflict(state)) continue;
        Json versions = Json::array();
        for (const Version& leaf : state.leaves) {
            const Result<Json> value = parse_json(leaf.value, "A stored value");
            versions.push_back({{"value", value.value_or(Json())}, {"author", leaf.author}, {"stamp", leaf.stamp}});
        }
        conflicts.push_back({{"entity", history.front().entity},
                             {"entity_id", history.front().entity_id},
                             {"field", name},
                             {"versions", std::move(versions)}});
    }
}

Result<void> append_history(const CountyLog& log, std::string_view entity, std::string_view entity_id, Json& visit) {
    const Result<std::vector<Change>> history = log.history(entity, entity_id);
    if (!history) return std::unexpected(history.error());
    append_conflicts(*history, visit["conflicts"]);
    for (const Change& change : *history) visit["history"].push_back(kitbag::to_json(change));
    return {};
}

Result<Json> export_visit(Database& database, const CountyLog& log, const Id& id) {
    const Result<std::optional<VisitRecord>> record = VisitStore(database).visit(id);
    if (!record) return std::unexpected(record.error());
    if (!*record) return Json();
    const Result<std::optional<School>> school = SchoolStore(database).school((*record)->visit.urn);
    if (!school) return std::unexpected(school.error());
    const Result<std::string> adviser = adviser_name(database, (*record)->visit.adviser);
    if (!adviser) return std::unexpected(adviser.error());
    Json visit = to_json(**record, *school ? (*school)->name : "", *adviser);
    visit["conflicts"] = Json::array();
    visit["history"] = Json::array();
    Result<void> appended = append_history(log, "visit", id, visit);
    for (const Judgement& judgement : (*record)->judgements) {
        if (appended) appended = append_history(log, "judgement", judgement.id, visit);
    }
    for (const EvidenceNote& note : (*record)->notes) {
        if (appended) appended = append_history(log, "evidence_note", note.id, visit);
    }
    if (!appended) return std::unexpected(appended.error());
    return visit;
}

}  // namespace

Result<Json> export_county(Database& database, const Clock& clock) {
    const Result<std::optional<CountyIdentity>> county = county_identity(database);
    if (!county) return std::unexpected(county.error());
    const Result<std::vector<Visit>> visits = VisitStore(database).visits(std::numeric_limits<int>::max());
    if (!visits) return std::unexpected(visits.error());
    const CountyLog log(database, clock);
    Json exported = Json::array();
    for (const Visit& visit : *visits) {
        Result<Json> one = export_visit(database, log, visit.id);
        if (!one) return std::unexpected(one.error());
        exported.push_back(std::move(*one));
    }
    Result<Json> ratings = export_ratings(database);
    if (!ratings) return ratings;
    Result<Json> directions = export_directions(database);
    if (!directions) return directions;
    return Json{{"exported_at", to_iso(clock.now())},
                {"county", *county ? (*county)->name : ""},
                {"visits", std::move(exported)},
                {"ratings", *std::move(ratings)},
                {"directions", *std::move(directions)}};
}

}  // namespace kitbag
