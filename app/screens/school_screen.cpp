#include "app/screens/school_screen.h"

#include <span>

#include "app/screens/inspections_section.h"
#include "app/screens/keys.h"
#include "app/screens/people_section.h"
#include "app/screens/tones.h"
#include "app/text/outcomes_words.h"
#include "app/text/people_words.h"
#include "app/text/planning_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::school;

// From the school's page to typing in one press.
void draw_write_now(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (model.criteria.empty() && model.wants_criteria) return;
    const w::Button look{.label = t::write_now,
                         .kind = w::ButtonKind::primary,
                         .icon = Icon::notebook_pen,
                         .wide = ui.narrow(),
                         .shortcut = keys::write_now};
    w::stack(ui, 4, [&] {
        if (w::button(ui, "write_now", look)) commands.push(WriteNow{model.urn});
        w::paragraph(ui, t::write_now_advice, {.tone = w::TextTone::quiet, .small = true});
    });
}

// One press, without a question, for what most visits are about.
void draw_usual_start(Ui& ui, const SchoolModel& model, Commands& commands) {
    const CriteriaChoice usual = model.criteria.empty() ? CriteriaChoice{} : model.criteria.front();
    const w::Button look{.label = model.start_label, .icon = Icon::plus, .description = usual.label};
    w::stack(ui, 4, [&] {
        if (w::button(ui, "start", look)) commands.push(StartVisit{model.urn, usual.variant});
        w::paragraph(ui, t::start_advice, {.tone = w::TextTone::quiet, .small = true});
    });
}

void draw_start(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (!model.wants_criteria) {
        draw_usual_start(ui, model, commands);
        return w::paragraph(ui, words::setting::no_criteria, {.tone = w::TextTone::quiet, .small = true});
    }
    if (model.criteria.empty()) {
        w::empty_state(ui, t::no_criteria, t::no_criteria_advice);
        return;
    }
    if (model.criteria.size() == 1) return draw_usual_start(ui, model, commands);
    w::card(ui, "criteria", "", [&] {
        w::heading(ui, 2, t::which_criteria, 3);
        w::paragraph(ui, t::which_criteria_advice, {.tone = w::TextTone::quiet});
        w::paragraph(ui, model.usual_criteria, {.tone = w::TextTone::quiet});
        draw_usual_start(ui, model, commands);
        for (const CriteriaChoice& choice : std::span(model.criteria).subspan(1)) {
            if (w::button(ui, choice.variant, {.label = choice.start_label}))
                commands.push(StartVisit{model.urn, choice.variant});
        }
    });
}

void draw_other_ways(Ui& ui, const SchoolModel& model, Commands& commands) {
    w::row(ui, [&] {
        if (w::button(ui, "new_visit",
                      {.label = words::planning::open, .kind = w::ButtonKind::quiet, .icon = Icon::calendar_plus}))
            commands.push(GoTo{{Place::new_visit, model.urn, ""}});
        if (model.is_setting) return;  // The Forum looks at schools, and figures are of schools.
        if (w::button(ui, "forum", {.label = words::forum::open, .kind = w::ButtonKind::quiet, .icon = Icon::users}))
            commands.push(GoTo{{Place::forum, model.urn, ""}});
        if (w::button(ui, "outcomes",
                      {.label = words::outcomes::open, .kind = w::ButtonKind::quiet, .icon = Icon::trending_up}))
            commands.push(GoTo{{Place::outcomes, model.urn, ""}});
    });
}

void draw_ratings(Ui& ui, const SchoolModel& model, Commands& commands) {
    w::heading(ui, 2, words::rating::title);
    w::card(ui, "ratings", words::rating::title, [&] {
        for (const RatingFact& rating : model.ratings) {
            w::row(ui, [&] {
                w::paragraph(ui, rating.label, {.bold = true});
                if (const auto category = category_from(rating.category))
                    w::category_badge(ui, *category);
                else
                    w::badge(ui, words::rating::undecided);
            });
            if (!rating.line.empty()) w::paragraph(ui, rating.line, {.tone = w::TextTone::quiet, .small = true});
        }
        if (w::button(ui, "categorisation", {.label = words::rating::open, .icon = Icon::trending_up}))
            commands.push(GoTo{{Place::categorisation, model.urn, ""}});
    });
}

void draw_visits(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (model.elsewhere && model.visits.empty()) return;
    w::heading(ui, 2, t::visits);
    if (model.visits.empty()) {
        w::empty_state(ui, t::no_visits,
                       model.is_setting ? words::planning::no_visits_in_setting : t::no_visits_advice);
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

void draw_facts(Ui& ui, const SchoolModel& model, Commands& commands) {
    const std::string_view title = model.is_setting ? words::setting::facts : t::facts;
    w::heading(ui, 2, title);
    w::card(ui, "facts", title, [&] {
        for (const Fact& fact : model.facts) w::fact(ui, fact.label, fact.value);
    });
    if (!model.has_alliance) return;
    if (w::button(ui, "alliances", {.label = words::alliance::all, .kind = w::ButtonKind::quiet, .icon = Icon::users}))
        commands.push(GoTo{{Place::alliances, model.urn, ""}});
}

}  // namespace

void draw_school(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, t::missing, t::missing_advice);
        return;
    }
    const KeyScope scope(ui, model.urn);
    if (model.elsewhere) {
        w::banner(ui, "elsewhere", {.text = t::elsewhere});
        w::paragraph(ui, t::elsewhere_advice, {.tone = w::TextTone::quiet});
    }
    draw_write_now(ui, model, commands);
    draw_start(ui, model, commands);
    draw_other_ways(ui, model, commands);
    if (!model.ratings.empty()) draw_ratings(ui, model, commands);
    draw_visits(ui, model, commands);
    draw_people_section(ui, model, commands);
    draw_inspections_section(ui, model, commands);
    draw_facts(ui, model, commands);
}

}  // namespace kitbag
