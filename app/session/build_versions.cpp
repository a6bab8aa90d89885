#include "app/session/build_versions.h"

#include <algorithm>
#include <array>

#include "app/session/differences.h"
#include "app/session/rating_models.h"
#include "app/session/rating_reading.h"
#include "app/session/visit_reading.h"
#include "app/text/people_words.h"
#include "app/text/phrases.h"
#include "app/text/versions_words.h"
#include "app/text/words.h"
#include "core/base/text.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

namespace t = words::versions;

constexpr std::array typed_fields = {"text",    "focus", "participants", "status_reason", "owner",    "outcome",
                                     "caption", "name",  "capacity",     "local_name",    "evidence", "reason"};

bool may_settle(OpenStore& store, const Visit& visit) {
    return !is_locked(visit.status) && may_record(own_role(store));
}

std::string title_of(const Reading& reading, std::string_view aspect) {
    if (!reading.framework) return std::string(aspect);
    const auto found = std::ranges::find(reading.framework->aspects, aspect, &Aspect::id);
    return found == reading.framework->aspects.end() ? std::string(aspect) : found->title;
}

// What a record of the visit is about: its aspect.
std::string about(const Reading& reading, const Conflict& conflict) {
    if (conflict.entity == "judgement")
        return title_of(reading, std::string_view(conflict.entity_id).substr(conflict.entity_id.find('.') + 1));
    const auto note = std::ranges::find(reading.record.notes, conflict.entity_id, &EvidenceNote::id);
    return conflict.entity == "evidence_note" && note != reading.record.notes.end() ? title_of(reading, note->aspect)
                                                                                    : "";
}

// What the field said before this version was written: the latest that its writer saw.
std::string value_before(const std::vector<Change>& history, std::string_view field, const Stamp& stamp) {
    const auto written = std::ranges::find(history, stamp, &Change::stamp);
    if (written == history.end()) return "";
    const auto edit = written->fields.find(field);
    if (edit == written->fields.end() || edit->second.base.empty()) return "";
    const auto before = std::ranges::find(history, edit->second.base.back(), &Change::stamp);
    return before == history.end() ? "" : text_in(*before, field).value_or("");
}

struct PlaceReading {
    OpenStore& store;
    const Conflict& conflict;
    const std::vector<Change>& history;
};

VersionModel version(const PlaceReading& place, const std::string& value, const Id& author, const Stamp& stamp) {
    const Conflict& conflict = place.conflict;
    VersionModel model;
    model.stamp = stamp;
    model.who = phrases::version_by(adviser_name(place.store, author), instant_of(stamp));
    model.value = value;
    model.text = said(conflict, value);
    if (const std::string before = value_before(place.history, conflict.field, stamp); !before.empty())
        model.over = phrases::written_over(said(conflict, before));
    return model;
}

std::optional<Conflict> conflict_at(OpenStore& store, std::string_view visit, const FieldKey& place) {
    for (Conflict& each : store.log().conflicts(visit).value_or(std::vector<Conflict>{})) {
        if (each.entity == place.entity && each.entity_id == place.entity_id && each.field == place.field)
            return std::move(each);
    }
    return std::nullopt;
}

// `owner`: the visit that the record is a part of, or the record itself.
Result<void> settle_place(OpenStore& store, DraftKeeper& keeper, std::string_view owner, const FieldKey& place,
                          const std::optional<std::string>& value) {
    if (!conflict_at(store, owner, place)) return fault("settled", std::string(t::settled_already));
    const FieldKey own = own_version_key(place);
    const std::string wanted = value ? *value : std::string(trim(keeper.field(own, "").text));
    if (!value && wanted.empty()) return fault("reason_missing", std::string(t::own_missing));
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    const auto settled = store.log().settle(place.entity, place.entity_id, place.field, wanted);
    if (!settled) return std::unexpected(settled.error());
    Result<void> done = store.drafts().remove(own.entity, own.entity_id, own.field);
    if (done) done = transaction->commit();
    if (done) keeper.let_go(own);
    return done;
}

}  // namespace

TwiceWrittenModel twice_written(OpenStore& store, const DraftKeeper& keeper, const PlaceInConflict& place,
                                const FormOutcome& outcome) {
    const Conflict& conflict = place.conflict;
    TwiceWrittenModel model;
    model.key = {conflict.entity, conflict.entity_id, conflict.field};
    model.title = phrases::place_of(conflict.entity, conflict.field, place.about);
    const auto history = store.log().history(conflict.entity, conflict.entity_id).value_or(std::vector<Change>{});
    const PlaceReading reading{store, conflict, history};
    model.versions.push_back(version(reading, conflict.shown, conflict.shown_author, conflict.shown_stamp));
    model.versions.front().shows = true;
    for (const OtherVersion& other : conflict.others) {
        model.versions.push_back(version(reading, other.value, other.author, other.stamp));
        model.versions.back().differing = words_not_in(model.versions.back().text, model.versions.front().text);
    }
    model.versions.front().differing = words_not_in(model.versions.front().text, model.versions[1].text);
    if (place.may_settle && std::ranges::contains(typed_fields, conflict.field))
        model.own = form_field(keeper, own_version_key(model.key), "", outcome);
    return model;
}

void refresh_field(VersionsModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    for (TwiceWrittenModel& place : model.places) {
        if (place.own && place.own->key == key) place.own = keeper.field(key, "");
    }
}

FieldKey own_version_key(const FieldKey& place) {
    return {std::string(form_entity), place.entity_id, "own_" + place.field};
}

VersionsModel build_versions(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                             const FormOutcome& outcome) {
    VersionsModel model;
    const std::optional<Reading> reading = read_visit(store, visit);
    if (!reading) return model;
    const Visit& found = reading->record.visit;
    model.known = true;
    model.visit = found.id;
    model.urn = found.urn;
    model.detail = reading->school.name;
    if (found.date) model.detail += std::string(words::common::separator) + to_long(*found.date);
    model.open = right_to_write(store, found) != WritingRight::none;
    model.may_settle = may_settle(store, found);
    if (outcome.recorded) model.news = t::settled;
    for (const Conflict& conflict : store.log().conflicts(visit).value_or(std::vector<Conflict>{})) {
        model.places.push_back(
            twice_written(store, keeper, {conflict, about(*reading, conflict), model.may_settle}, outcome));
    }
    return model;
}

Result<void> settle_version(OpenStore& store, DraftKeeper& keeper, std::string_view visit, const FieldKey& place,
                            const std::optional<std::string>& value) {
    const auto record = store.visits().visit(visit);
    if (!record) return std::unexpected(record.error());
    if (!*record || !may_settle(store, (*record)->visit)) return fault("not_allowed", std::string(t::cannot_settle));
    return settle_place(store, keeper, visit, place, value);
}

Result<void> settle_about_people(OpenStore& store, DraftKeeper& keeper, const FieldKey& place,
                                 const std::optional<std::string>& value) {
    if (!may_record(own_role(store))) return fault("not_allowed", std::string(words::people::cannot_write));
    return settle_place(store, keeper, place.entity_id, place, value);
}

}  // namespace kitbag
