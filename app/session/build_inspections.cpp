#include "app/session/build_inspections.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "app/session/build_versions.h"
#include "app/session/inspections_writer.h"
#include "app/session/rating_models.h"
#include "app/session/receipt_words.h"
#include "app/session/school_words.h"
#include "app/session/visit_reading.h"
#include "app/text/inspections_words.h"
#include "app/text/people_words.h"
#include "app/text/visit_phrases.h"
#include "core/base/text.h"
#include "core/storage/area_store.h"
#include "core/storage/county_settings.h"
#include "sync/stamp.h"

namespace kitbag {
namespace {

constexpr std::string_view area_entity = "area_for_improvement";
constexpr std::string_view risk_entity = "inspection_risk";
constexpr std::size_t notes_offered_max = 30;

std::vector<AreaForImprovement> areas_of(OpenStore& store, std::string_view urn) {
    auto areas = AreaStore(store.database()).areas_of_school(urn).value_or(std::vector<AreaForImprovement>{});
    std::erase_if(areas, [](const AreaForImprovement& area) { return !area.inspected || trim(area.text).empty(); });
    return areas;
}

InspectionRisk risk_of(OpenStore& store, std::string_view urn) {
    return AreaStore(store.database()).risk(urn).value_or(InspectionRisk{});
}

// Who wrote the field last, and when; "" while nobody has.
std::string judged(OpenStore& store, std::string_view entity, std::string_view id, std::string_view field) {
    const auto history = store.log().history(entity, id).value_or(std::vector<Change>{});
    for (const Change& change : std::views::reverse(history)) {
        if (change.fields.contains(field))
            return phrases::judged_by(adviser_name(store, change.author), instant_of(change.stamp));
    }
    return "";
}

std::string_view state_name(const AreaForImprovement& area) {
    return area.state ? phrases::name_of(*area.state) : words::inspections::not_judged;
}

AreaRow row_of(OpenStore& store, const AreaForImprovement& area) {
    AreaRow row{area.id, area.text, area.subject == Subject::eyfs, "", std::string(state_name(area)), ""};
    if (!area.state) return row;
    row.state = to_word(*area.state);
    row.judged = judged(store, area_entity, area.id, "state");
    return row;
}

RiskRow risk_row(OpenStore& store, const InspectionRisk& risk) {
    if (!risk.risk) return {};
    return {std::string(phrases::name_of(*risk.risk)), risk.reason, judged(store, risk_entity, risk.urn, "risk")};
}

std::vector<Conflict> twice(OpenStore& store, std::string_view id, std::string_view entity) {
    auto conflicts = store.log().conflicts(id).value_or(std::vector<Conflict>{});
    std::erase_if(conflicts, [&](const Conflict& conflict) { return conflict.entity != entity; });
    return conflicts;
}

Fact note_fact(OpenStore& store, const EvidenceNote& note) {
    const auto visit = store.visits().visit_alone(note.visit);
    std::string when = adviser_name(store, note.by);
    if (visit && *visit && (*visit)->date) when += ", " + to_long(*(*visit)->date);
    return {std::move(when), note.text};
}

void add_notes(AreaModel& model, OpenStore& store, const AreaForImprovement& area,
               const std::vector<SchoolNote>& since) {
    model.named = area.notes;
    for (const std::string& id : area.notes) {
        if (const auto note = store.visits().note(id); note && *note)
            model.shown_by.push_back(note_fact(store, **note));
    }
    for (const SchoolNote& one : since) {
        if (trim(one.note.text).empty() || model.notes.size() == notes_offered_max) continue;
        model.notes.push_back({one.note.id, phrases::about_action(one.date ? to_long(*one.date) : "", one.note.text),
                               std::ranges::contains(area.notes, one.note.id)});
    }
}

AreaModel area_model(OpenStore& store, const DraftKeeper& keeper, const AreaForImprovement& area,
                     const std::vector<SchoolNote>& since) {
    AreaModel model;
    model.row = row_of(store, area);
    model.text = keeper.field({std::string(area_entity), area.id, "text"}, area.text);
    model.evidence = keeper.field({std::string(area_entity), area.id, "evidence"}, area.evidence);
    add_notes(model, store, area, since);
    if (const auto receipt = store.log().receipt_of(area.id)) {
        model.was_refused = receipt->refused > 0;
        if (!model.was_refused) model.sync = visit_state_line(*receipt);
    }
    return model;
}

bool is_of_all(const Inspection& one) {
    return one.kind == InspectionKind::full || one.kind == InspectionKind::ungraded;
}

// The last that is known of, those that named something, and the one whose day was typed.
std::set<Date> days_of(const School& school, const std::vector<AreaForImprovement>& areas,
                       const std::optional<Date>& typed) {
    std::set<Date> days;
    const auto last = std::ranges::find_if(school.inspections, is_of_all);
    if (last != school.inspections.end()) days.insert(last->date);
    for (const AreaForImprovement& area : areas) days.insert(*area.inspected);
    if (typed) days.insert(*typed);
    return days;
}

// Of that day; "" where no file has it.
std::string published_title(const School& school, const Date& day) {
    const auto found = std::ranges::find(school.inspections, day, &Inspection::date);
    if (found == school.inspections.end()) return "";
    return inspection_facts(school, nullptr)[static_cast<std::size_t>(found - school.inspections.begin())].title;
}

// What the register has of the last one.
std::vector<Fact> last_inspection(OpenStore& store, std::string_view urn) {
    const auto school = store.schools().school(urn);
    if (!school || !*school) return {};
    const auto last = std::ranges::find_if((*school)->inspections, is_of_all);
    if (last == (*school)->inspections.end()) return {};
    const auto place = static_cast<std::size_t>(last - (*school)->inspections.begin());
    const InspectionFact fact = published_inspections(store, **school)[place];
    return {{phrases::inspection_of(last->date), fact.title + (fact.by_rule.empty() ? "" : "\n" + fact.by_rule)}};
}

void add_inspections(InspectionsModel& model, OpenStore& store, DraftKeeper& keeper, const School& school) {
    const std::vector<AreaForImprovement> areas = areas_of(store, school.urn);
    const auto typed = parse_date(model.other_day.text);
    if (!typed && !model.other_day.text.empty()) model.other_day.error = typed.error().sentence;
    const bool is_past = typed && *typed <= store.today();
    if (typed && !is_past) model.other_day.error = words::inspections::not_yet;
    for (const Date& day :
         std::views::reverse(days_of(school, areas, is_past ? std::optional(*typed) : std::nullopt))) {
        InspectionModel& one = model.inspections.emplace_back();
        one.day = to_iso(day);
        one.title = phrases::inspection_of(day);
        one.detail = published_title(school, day);
        const auto since =
            under_each(urns_of(school), [&](const std::string& urn) { return store.visits().notes_since(urn, day); });
        for (const AreaForImprovement& area : areas) {
            if (area.inspected == day) one.areas.push_back(area_model(store, keeper, area, since));
        }
        const NewRecord wanted = new_area(school.urn, one.day);
        if (model.may_write && (one.areas.empty() || keeper.wants(wanted)))
            one.ready = keeper.field({std::string(area_entity), keeper.ready(wanted), "text"}, "");
    }
}

void add_twice(InspectionsModel& model, OpenStore& store, const DraftKeeper& keeper, const FormOutcome& outcome) {
    model.twice.may_settle = model.may_write;
    const auto add = [&](const std::string& id, std::string_view entity, const std::string& about) {
        for (const Conflict& conflict : twice(store, id, entity))
            model.twice.places.push_back(twice_written(store, keeper, {conflict, about, model.may_write}, outcome));
    };
    add(model.urn, risk_entity, "");
    for (const InspectionModel& one : model.inspections) {
        for (const AreaModel& area : one.areas) add(area.row.id, area_entity, area.row.text);
    }
}

}  // namespace

std::vector<InspectionFact> published_inspections(OpenStore& store, const School& school) {
    const CountySettings settings = read_county_settings(store.database()).value_or(CountySettings{});
    const auto rule = read_inspection_rule(settings.inspection_rule);
    return inspection_facts(school, rule ? &*rule : nullptr);
}

InspectionsSection inspections_section(OpenStore& store, const School& school) {
    InspectionsSection section;
    section.may_write = may_record(own_role(store));
    section.risk = risk_row(store, risk_of(store, school.urn));
    section.written_twice = !twice(store, school.urn, risk_entity).empty();
    const std::vector<AreaForImprovement> areas = areas_of(store, school.urn);
    for (const AreaForImprovement& area : areas) {
        section.written_twice = section.written_twice || !twice(store, area.id, area_entity).empty();
        if (area.inspected == areas.front().inspected) section.areas.push_back(row_of(store, area));
    }
    if (!areas.empty()) section.named_by = phrases::inspection_of(*areas.front().inspected);
    return section;
}

InspectionsModel build_inspections(OpenStore& store, DraftKeeper& keeper, std::string_view urn,
                                   const FormOutcome& outcome) {
    InspectionsModel model;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.known = true;
    model.school = (*school)->name;
    model.may_write = may_record(own_role(store));
    if (outcome.recorded) model.news = words::people::recorded;
    model.refusal = outcome.sentence;
    model.other_day = keeper.field(other_inspection_key(urn), "");
    add_inspections(model, store, keeper, **school);
    const InspectionRisk risk = risk_of(store, urn);
    model.risk = risk_row(store, risk);
    const std::string_view stands = risk.risk ? to_word(*risk.risk) : "";
    model.risk_choice = form_field(keeper, risk_key(urn, "risk"), stands, outcome);
    model.risk_reason = form_field(keeper, risk_key(urn, "reason"), risk.reason, outcome);
    model.risk_is_begun = model.risk_choice.text != stands || model.risk_reason.text != risk.reason;
    add_twice(model, store, keeper, outcome);
    return model;
}

// The ids of the packs of 2014; a county whose own pack calls an aspect otherwise sees them on the school's page.
std::vector<Fact> inspection_facts_for_aspect(OpenStore& store, std::string_view urn, std::string_view aspect) {
    if (aspect == "last_inspection" || aspect == "eyfs_last_inspection") return last_inspection(store, urn);
    std::vector<Fact> facts;
    const bool only_eyfs = aspect == "eyfs_inspection_priorities";
    if (only_eyfs || aspect == "areas_for_improvement") {
        const std::vector<AreaForImprovement> areas = areas_of(store, urn);
        for (const AreaForImprovement& area : areas) {
            if (area.inspected != areas.front().inspected || (only_eyfs && area.subject != Subject::eyfs)) continue;
            facts.push_back({phrases::inspection_of(*area.inspected) + std::string(words::common::separator) +
                                 std::string(state_name(area)),
                             area.text});
        }
    } else if (aspect == "next_inspection_risk") {
        const RiskRow risk = risk_row(store, risk_of(store, urn));
        if (!risk.title.empty())
            facts.push_back({risk.judged, risk.title + (risk.reason.empty() ? "" : "\n" + risk.reason)});
    }
    return facts;
}

void refresh_field(InspectionsModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    const auto refresh = [&](FieldModel& field) {
        if (field.key == key) field = keeper.field(key, field.text);
    };
    for (InspectionModel& one : model.inspections) {
        if (one.ready) refresh(*one.ready);
        for (AreaModel& area : one.areas) {
            refresh(area.text);
            refresh(area.evidence);
        }
    }
    for (FieldModel* field : {&model.other_day, &model.risk_choice, &model.risk_reason}) refresh(*field);
    refresh_field(model.twice, keeper, key);
}

}  // namespace kitbag
