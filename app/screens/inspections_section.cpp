#include "app/screens/inspections_section.h"

#include <vector>

#include "app/text/inspections_words.h"
#include "app/text/people_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::inspections;

void draw_published(Ui& ui, const SchoolModel& model) {
    if (model.inspections.empty()) return;
    w::paragraph(ui, words::inspection::source, {.tone = w::TextTone::quiet, .small = true});
    w::card(ui, "inspections", words::inspection::title, [&] {
        for (const InspectionFact& each : model.inspections) {
            w::stack(ui, 2, [&] {
                w::paragraph(ui, each.title, {.bold = true});
                w::paragraph(ui, each.date);
                if (!each.by_rule.empty()) w::paragraph(ui, each.by_rule);
                w::paragraph(ui, each.detail, {.tone = w::TextTone::quiet, .small = true});
            });
        }
    });
}

void draw_areas(Ui& ui, const InspectionsSection& section, Commands& commands) {
    w::heading(ui, 3, t::areas);
    if (section.areas.empty()) return w::paragraph(ui, t::none, {.tone = w::TextTone::quiet});
    w::paragraph(ui, section.named_by, {.tone = w::TextTone::quiet});
    for (const AreaRow& area : section.areas) {
        const KeyScope scope(ui, area.id);
        draw_area(ui, area, section.may_write, commands);
    }
}

}  // namespace

// What may be judged is asked for by the words of the report, so that nobody hears or reads them twice.
void draw_area(Ui& ui, const AreaRow& area, bool may_write, Commands& commands) {
    w::divider(ui);
    if (may_write) {
        std::vector<w::Choice> choices;
        for (const AreaState state : {AreaState::not_addressed, AreaState::being_addressed, AreaState::addressed})
            choices.push_back({to_word(state), phrases::name_of(state)});
        const auto pressed =
            w::choice_row(ui, "state", {.label = area.text, .choices = choices, .selected = area.state});
        if (pressed) commands.push(SetField{{"area_for_improvement", area.id, "state"}, *pressed});
    } else {
        w::paragraph(ui, area.text, {.bold = true});
        w::badge(ui, area.state_name);
    }
    if (area.is_eyfs) w::paragraph(ui, t::concerns_eyfs);
    if (!area.judged.empty()) w::paragraph(ui, area.judged, {.tone = w::TextTone::quiet, .small = true});
}

void draw_risk(Ui& ui, const RiskRow& risk) {
    if (risk.title.empty()) return w::paragraph(ui, t::risk_not_judged, {.tone = w::TextTone::quiet});
    w::paragraph(ui, risk.title, {.bold = true});
    if (!risk.reason.empty()) w::paragraph(ui, risk.reason);
    w::paragraph(ui, risk.judged, {.tone = w::TextTone::quiet, .small = true});
}

void draw_inspections_section(Ui& ui, const SchoolModel& model, Commands& commands) {
    const KeyScope scope(ui, "inspected");
    const InspectionsSection& section = model.inspected;
    w::heading(ui, 2, words::inspection::title);
    if (section.written_twice) {
        const w::Banner look{.kind = w::BannerKind::warning, .text = t::written_twice, .action = words::people::look};
        if (w::banner(ui, "written_twice", look)) commands.push(GoTo{{Place::inspections, model.urn, ""}});
    }
    w::card(ui, "named", "", [&] {
        draw_areas(ui, section, commands);
        w::divider(ui);
        w::heading(ui, 3, t::risk);
        draw_risk(ui, section.risk);
        if (w::button(ui, "open", {.label = t::title, .icon = Icon::notebook_pen}))
            commands.push(GoTo{{Place::inspections, model.urn, ""}});
    });
    draw_published(ui, model);
}

}  // namespace kitbag
