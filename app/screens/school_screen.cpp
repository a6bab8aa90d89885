#include "app/screens/school_screen.h"

#include "app/screens/tones.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::school;

void draw_start(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (model.criteria.empty()) {
        w::empty_state(ui, t::no_criteria, t::no_criteria_advice);
        return;
    }
    if (model.criteria.size() == 1) {
        if (w::button(ui, "start", {.label = t::start, .kind = w::ButtonKind::primary})) {
            commands.push(StartVisit{model.urn, model.criteria.front().variant});
        }
        return;
    }
    w::card(ui, "criteria", "", [&] {
        w::heading(ui, 3, t::which_criteria);
        w::paragraph(ui, t::which_criteria_advice, {.tone = w::TextTone::quiet});
        w::row(ui, [&] {
            for (const CriteriaChoice& choice : model.criteria) {
                const w::Button look{.label = choice.label, .spoken = choice.start_label};
                if (w::button(ui, choice.variant, look)) commands.push(StartVisit{model.urn, choice.variant});
            }
        });
    });
}

void draw_visits(Ui& ui, const SchoolModel& model, Commands& commands) {
    w::heading(ui, 2, t::visits);
    if (model.visits.empty()) {
        w::empty_state(ui, t::no_visits, t::no_visits_advice);
        return;
    }
    w::list(ui, "visits", t::visits, [&] {
        for (const VisitRow& row : model.visits) {
            const std::string detail = row.title + "\n" + row.sync;
            const bool pressed = w::list_row(ui, row.id,
                                             {.title = row.date,
                                              .detail = detail,
                                              .badge = row.status.text,
                                              .badge_tone = badge_tone(row.status.tone)});
            if (pressed) commands.push(GoTo{{row.can_write ? Place::visit : Place::record, model.urn, row.id}});
        }
    });
}

void draw_facts(Ui& ui, const SchoolModel& model) {
    w::heading(ui, 2, t::facts);
    w::card(ui, "facts", t::facts, [&] {
        for (const Fact& fact : model.facts) w::fact(ui, fact.label, fact.value);
    });
}

}  // namespace

void draw_school(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, t::missing, t::missing_advice);
        return;
    }
    const KeyScope scope(ui, model.urn);
    draw_start(ui, model, commands);
    draw_visits(ui, model, commands);
    draw_facts(ui, model);
}

}  // namespace kitbag
