#include "app/screens/inspections_screen.h"

#include <array>
#include <utility>

#include "app/screens/inspections_section.h"
#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/screens/versions_screen.h"
#include "app/text/inspections_words.h"
#include "app/text/people_words.h"
#include "app/text/versions_words.h"
#include "app/text/visit_phrases.h"
#include "app/widgets/widgets.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::inspections;

constexpr float date_width = 240;

void set(const AreaModel& area, const char* field, std::string value, Commands& commands) {
    commands.push(SetField{{"area_for_improvement", area.row.id, field}, std::move(value)});
}

void draw_change(Ui& ui, const AreaModel& area, InspectionsView& view, Commands& commands) {
    draw_typed_field(ui, "text",
                     {.label = t::area, .value = "", .kind = w::FieldKind::multiline, .hint = t::area_change_hint},
                     area.text, commands);
    const std::array subjects = {w::Choice{"school", t::whole_school}, w::Choice{"eyfs", t::eyfs}};
    const std::string_view subject = area.row.is_eyfs ? "eyfs" : "school";
    if (auto pressed = w::choice_row(ui, "subject", {.label = t::about, .choices = subjects, .selected = subject}))
        set(area, "subject", *std::move(pressed), commands);
    if (auto named = draw_toggles(ui, "notes", t::notes, t::notes_hint, area.notes, area.named))
        set(area, "notes", *std::move(named), commands);
    if (w::button(
            ui, "done",
            {.label = words::people::done, .spoken = phrases::about_action(words::people::done, area.row.text)})) {
        view.changing.clear();
        commands.push(DrawAgain{});
    }
}

void draw_evidence(Ui& ui, const InspectionsModel& model, const AreaModel& area, Commands& commands) {
    if (model.may_write) {
        const std::string label = phrases::about_action(t::evidence, area.row.text);
        draw_typed_field(ui, "evidence", {.label = label, .value = "", .kind = w::FieldKind::multiline, .lines_min = 2},
                         area.evidence, commands);
    } else if (!area.evidence.text.empty()) {
        w::fact(ui, t::evidence, area.evidence.text);
    }
    for (const Fact& note : area.shown_by) w::fact(ui, note.label, note.value);
}

void draw_one(Ui& ui, const InspectionsModel& model, const AreaModel& area, InspectionsView& view, Commands& commands) {
    const KeyScope scope(ui, area.row.id);
    draw_area(ui, area.row, model.may_write, commands);
    draw_evidence(ui, model, area, commands);
    if (area.was_refused) w::paragraph(ui, words::people::refused, {.tone = w::TextTone::danger});
    if (!area.sync.empty()) w::paragraph(ui, area.sync, {.tone = w::TextTone::quiet, .small = true});
    if (!model.may_write) return;
    if (view.changing == area.row.id) return draw_change(ui, area, view, commands);
    const std::string spoken = phrases::about_action(words::people::change, area.row.text);
    const w::Button look{
        .label = words::people::change, .kind = w::ButtonKind::quiet, .spoken = spoken, .expanded = false};
    if (!w::button(ui, "change", look)) return;
    view.changing = area.row.id;
    commands.push(DrawAgain{});
}

void draw_inspection(Ui& ui, const InspectionsModel& model, const InspectionModel& one, InspectionsView& view,
                     Commands& commands) {
    w::card(ui, one.day, "", [&] {
        w::heading(ui, 2, one.title);
        if (!one.detail.empty()) w::paragraph(ui, one.detail, {.tone = w::TextTone::quiet});
        if (one.areas.empty()) w::paragraph(ui, t::none, {.tone = w::TextTone::quiet});
        for (const AreaModel& area : one.areas) draw_one(ui, model, area, view, commands);
        if (!model.may_write) return;
        if (one.ready) {
            const KeyScope scope(ui, one.ready->key.entity_id);
            return draw_typed_field(
                ui, "text",
                {.label = t::area, .value = "", .kind = w::FieldKind::multiline, .hint = t::area_hint, .lines_min = 2},
                *one.ready, commands);
        }
        const std::string spoken = phrases::about_action(t::add, one.title);
        if (w::button(ui, "add", {.label = t::add, .icon = Icon::plus, .spoken = spoken}))
            commands.push(AddArea{model.urn, one.day});
    });
}

void draw_risk_form(Ui& ui, const InspectionsModel& model, InspectionsView& view, Commands& commands) {
    std::vector<w::Choice> choices;
    for (const InspectionRiskKind risk :
         {InspectionRiskKind::none, InspectionRiskKind::requires_improvement, InspectionRiskKind::inadequate})
        choices.push_back({to_word(risk), phrases::name_of(risk)});
    const FieldModel& chosen = model.risk_choice;
    const auto pressed = w::radio_group(
        ui, "risk", {.label = t::risk, .choices = choices, .selected = chosen.text, .hint = {}, .error = chosen.error});
    if (pressed) commands.push(TypeText{chosen.key, *pressed});
    draw_typed_field(
        ui, "reason",
        {.label = t::why, .value = "", .kind = w::FieldKind::multiline, .hint = t::why_hint, .lines_min = 2},
        model.risk_reason, commands);
    w::row(ui, [&] {
        if (w::button(ui, "record", {.label = t::record_risk, .kind = w::ButtonKind::primary})) {
            view.sent = true;
            commands.push(RecordRisk{model.urn});
        }
        if (!w::button(ui, "not_now", {.label = words::people::not_now, .kind = w::ButtonKind::quiet})) return;
        view.judging_risk = false;
        for (const FieldModel* field : {&model.risk_choice, &model.risk_reason}) {
            commands.push(TypeText{field->key, ""});
            commands.push(LeaveField{field->key});
        }
    });
}

void draw_risk_card(Ui& ui, const InspectionsModel& model, InspectionsView& view, Commands& commands) {
    w::card(ui, "risk", "", [&] {
        w::heading(ui, 2, t::risk);
        draw_risk(ui, model.risk);
        if (!model.may_write) return;
        if (view.judging_risk || model.risk_is_begun) return draw_risk_form(ui, model, view, commands);
        if (!w::button(ui, "judge", {.label = t::judge_risk, .expanded = false})) return;
        view.judging_risk = true;
        commands.push(DrawAgain{});
    });
}

}  // namespace

void draw_inspections(Ui& ui, const InspectionsModel& model, InspectionsView& view, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    if (!model.news.empty()) w::status_line(ui, "news", model.news);
    if (std::exchange(view.sent, false) && !model.news.empty()) view.judging_risk = false;
    if (!model.refusal.empty()) w::announce(ui, "refusal", model.refusal);
    if (!model.twice.places.empty()) {
        w::paragraph(ui, words::versions::advice, {.tone = w::TextTone::quiet});
        draw_twice_written(ui, model.twice, commands);
    }
    if (!model.may_write) w::paragraph(ui, t::cannot_write, {.tone = w::TextTone::quiet});
    for (const InspectionModel& one : model.inspections) draw_inspection(ui, model, one, view, commands);
    if (model.may_write) {
        draw_typed_field(ui, "other_day",
                         {.label = t::other_day,
                          .value = "",
                          .kind = w::FieldKind::date,
                          .hint = t::other_day_hint,
                          .width_max = date_width},
                         model.other_day, commands);
    }
    draw_risk_card(ui, model, view, commands);
}

}  // namespace kitbag
