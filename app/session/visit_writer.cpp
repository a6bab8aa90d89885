#include "app/session/visit_writer.h"

#include <algorithm>
#include <iterator>

#include "app/session/visit_kinds.h"
#include "app/session/visit_reading.h"
#include "app/session/write_once.h"
#include "app/text/planning_words.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "core/base/text.h"
#include "core/visits/academy_rule.h"

namespace kitbag {
namespace {

Result<void> write(OpenStore& store, std::string_view entity, std::string_view id, const FieldValues& values) {
    const auto change = store.log().write(entity, id, values);
    if (!change) return std::unexpected(change.error());
    return {};
}

// Closing an action says in which visit; opening it again takes that back.
Result<std::optional<ChosenValues>> chosen_status(OpenStore& store, const Visit& visit, ChosenValues chosen,
                                                  const std::string& value) {
    const auto action = store.visits().action(chosen.values.entity_id);
    if (!action) return std::unexpected(action.error());
    const bool of_school = *action && std::ranges::contains(urns_with(store, visit.urn), (*action)->urn);
    if (!of_school || right_to_write(store, visit) != WritingRight::all) return std::nullopt;
    if (value == to_word(ActionStatus::dropped) && trim((*action)->outcome).empty())
        return fault("no_outcome", std::string(words::agreed::outcome_missing));
    chosen.values.values.emplace("closed_in", value == to_word(ActionStatus::open) ? "" : visit.id);
    chosen.what = phrases::moved_action(value);
    return chosen;
}

}  // namespace

Result<Id> start_visit(OpenStore& store, const Clock& clock, Random& random, const School& school,
                       const NewVisit& wanted) {
    const VisitTemplates& templates = store.templates();
    const VisitTemplate* kind = find_template(
        templates, wanted.kind.empty() ? usual_kind(templates, school.kind) : std::string_view(wanted.kind));
    if (!kind) return fault("unknown_kind", std::string(words::planning::unknown_kind));
    const VisitStatus status = wanted.planned ? VisitStatus::planned : VisitStatus::under_way;
    const Recorder recorder = recorder_here(store);
    if (const auto step = check_visit_step({.from = {}, .to = status}, recorder.adviser, recorder); !step)
        return std::unexpected(step.error());
    if (const auto allowed = check_may_begin(store, school, *kind, store.today()); !allowed)
        return std::unexpected(allowed.error());
    FieldValues values = {{"urn", school.urn},
                          {"kind", kind->kind},
                          {"governance", std::string(to_word(school.governance))},
                          {"status", std::string(to_word(status))},
                          {"adviser", recorder.adviser}};
    add_said(values, "templates_version", templates.version);
    if (!wanted.planned) add_said(values, "date", to_iso(store.today()));
    for (const CriteriaFit& fit : criteria_for(store, school, *kind)) {
        if (!wanted.variant.empty() && fit.variant != wanted.variant) continue;
        add_said(values, "framework", fit.framework->id);
        add_said(values, "framework_version", fit.framework->version);
        add_said(values, "variant", fit.variant);
        break;
    }
    const Id id = new_id(clock.now(), random);
    if (const auto written = write(store, "visit", id, values); !written) return std::unexpected(written.error());
    return id;
}

Result<void> begin_planned(OpenStore& store, const Visit& visit) {
    const auto school = store.schools().school(visit.urn);
    if (!school || !*school) return fault("unknown_school", std::string(words::school::missing_advice));
    const VisitStep step{.from = visit.status, .to = VisitStatus::under_way};
    if (const auto allowed = check_visit_step(step, visit.adviser, recorder_here(store)); !allowed) return allowed;
    const VisitTemplate* kind = find_template(store.templates(visit.templates_version), visit.kind);
    if (kind) {
        const auto allowed = check_may_begin(store, **school, *kind, store.today());
        if (!allowed) return allowed;
    }
    FieldValues values = {{"status", std::string(to_word(VisitStatus::under_way))}, {"status_reason", ""}};
    if (visit.governance != (*school)->governance) add_said(values, "governance", to_word((*school)->governance));
    add_said(values, "date", to_iso(store.today()));  // It is held on the day it begins, whatever was planned.
    return write(store, "visit", visit.id, values);
}

Result<std::optional<Id>> visit_to_write_in(OpenStore& store, std::string_view urn) {
    std::vector<Visit> visits;
    for (const std::string& each : urns_with(store, urn)) {
        auto under = store.visits().visits_of_school(each);
        if (!under) return std::unexpected(under.error());
        std::ranges::move(*under, std::back_inserter(visits));
    }
    const Id& me = store.enrolment().adviser.id;
    const auto find = [&](VisitStatus status, bool today) {
        const auto fits = [&](const Visit& visit) {
            return visit.adviser == me && visit.status == status && (!today || visit.date == store.today());
        };
        const auto found = std::ranges::find_if(visits, fits);
        return found == visits.end() ? nullptr : &*found;
    };
    if (const Visit* visit = find(VisitStatus::under_way, true)) return visit->id;
    const Visit* const planned = find(VisitStatus::planned, true);
    if (!planned) {
        const Visit* const earlier = find(VisitStatus::under_way, false);
        return earlier ? std::optional(earlier->id) : std::nullopt;
    }
    // One that the rules do not let begin is opened as it stands, and says so there.
    if (const auto begun = begin_planned(store, *planned); !begun && begun.error().code.starts_with("storage_"))
        return std::unexpected(begun.error());
    return planned->id;
}

Result<std::optional<ChosenValues>> chosen_values(OpenStore& store, const Visit& visit, const FieldKey& field,
                                                  const std::string& value) {
    const WritingRight right = right_to_write(store, visit);
    const Id& me = store.enrolment().adviser.id;
    ChosenValues chosen{{field.entity, field.entity_id, {{field.field, value}}}, ""};
    if (field.entity == "visit" && field.entity_id == visit.id && field.field == "present") {
        if (right != WritingRight::all) return std::nullopt;
        chosen.what = phrases::set_present();
        return chosen;
    }
    if (field.entity == "evidence_note") {
        const auto note = store.visits().note(field.entity_id);
        if (!note) return std::unexpected(note.error());
        if (!*note || (*note)->visit != visit.id || right == WritingRight::none) return std::nullopt;
        if (((*note)->by.empty() ? visit.adviser : (*note)->by) != me) return std::nullopt;
        chosen.what = phrases::sorted(field.field);
        return chosen;
    }
    if (field.entity == "agreed_action" && field.field == "status") return chosen_status(store, visit, chosen, value);
    return std::nullopt;
}

}  // namespace kitbag
