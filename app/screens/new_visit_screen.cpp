#include "app/screens/new_visit_screen.h"

#include <algorithm>

#include "app/screens/agreement_form.h"
#include "app/screens/visit_rows.h"
#include "app/text/planning_words.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::planning;

void choose(NewVisitView& view, const std::string& kind, Commands& commands) {
    view = {};
    view.kind = kind;
    commands.push(DrawAgain{});
}

w::ListRow row_of(const KindModel& kind) {
    w::ListRow row{.title = kind.title, .detail = kind.purpose};
    if (!kind.led_by.empty()) {
        row.badge = t::not_for_role;
    } else if (kind.needs_agreement) {
        row.badge = t::needs_agreement;
        row.badge_tone = w::BadgeTone::warning;
    } else if (!kind.agreed.empty()) {
        row.badge = t::agreed;
        row.badge_tone = w::BadgeTone::good;
    }
    return row;
}

void draw_purpose(Ui& ui, const KindModel& kind) {
    w::card(ui, "purpose", kind.title, [&] {
        if (!kind.purpose.empty()) w::paragraph(ui, kind.purpose);
        if (!kind.present.empty()) {
            w::heading(ui, 2, t::who_is_there, 3);
            w::bullets(ui, "present", kind.present);
        }
        if (!kind.look_at.empty()) {
            w::heading(ui, 2, t::look_at, 3);
            w::bullets(ui, "look_at", kind.look_at);
        }
        if (kind.judges_nothing) w::paragraph(ui, t::judges_nothing, {.tone = w::TextTone::quiet});
        if (!kind.agreed.empty()) w::paragraph(ui, kind.agreed, {.tone = w::TextTone::good});
    });
}

std::string choose_criteria(Ui& ui, const KindModel& kind, NewVisitView& view, Commands& commands) {
    if (kind.criteria.empty()) return "";
    const std::string first = kind.criteria.front().variant;
    if (kind.criteria.size() == 1) return first;
    std::vector<w::Choice> choices;
    for (const CriteriaChoice& one : kind.criteria) choices.push_back({one.variant, one.label});
    const std::string selected = view.variant.empty() ? first : view.variant;
    const auto pressed =
        w::radio_group(ui, "criteria", {.label = t::which_criteria, .choices = choices, .selected = selected});
    if (!pressed) return selected;
    view.variant = *pressed;
    commands.push(DrawAgain{});
    return *pressed;
}

void draw_start(Ui& ui, const NewVisitModel& model, const KindModel& kind, NewVisitView& view, Commands& commands) {
    const std::string variant = choose_criteria(ui, kind, view, commands);
    w::row(ui, [&] {
        const bool now = w::button(ui, "start", {.label = t::start_now, .kind = w::ButtonKind::primary});
        const bool later = w::button(ui, "plan", {.label = t::plan, .icon = Icon::calendar_plus});
        if (now || later) commands.push(StartVisit{model.urn, variant, kind.kind, later});
    });
    w::paragraph(ui, t::plan_advice, {.tone = w::TextTone::quiet, .small = true});
}

// Why this cannot be done here by right, what can be, and how it comes to be agreed.
void draw_rule(Ui& ui, const NewVisitModel& model, const KindModel& kind, NewVisitView& view, Commands& commands) {
    w::card(ui, "rule", "", [&] {
        w::heading(ui, 2, words::academy::rule_title);
        w::paragraph(ui, words::academy::rule);
        if (model.form) draw_agreement_form(ui, *model.form, model.urn, kind.kind, view.agreeing, commands);
    });
    w::heading(ui, 2, words::academy::instead);
    w::list(ui, "instead", words::academy::instead, [&] {
        for (const KindModel& one : model.kinds) {
            if (!one.may_begin()) continue;
            if (w::list_row(ui, one.kind, row_of(one))) choose(view, one.kind, commands);
        }
    });
}

}  // namespace

const KindModel* chosen_kind(const NewVisitModel& model, const NewVisitView& view) {
    const auto found = std::ranges::find(model.kinds, view.kind, &KindModel::kind);
    return found == model.kinds.end() ? nullptr : &*found;
}

void draw_kinds(Ui& ui, const NewVisitModel& model, NewVisitView& view, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    w::paragraph(ui, t::kinds_advice, {.tone = w::TextTone::quiet});
    if (model.answers_to_trust) {
        w::card(ui, "rule", "", [&] {
            w::heading(ui, 2, words::academy::rule_title);
            w::paragraph(ui, words::academy::rule);
        });
    }
    if (!model.open.empty()) {
        w::heading(ui, 2, t::open_here);
        draw_visit_rows(ui, "open", t::open_here, model.open, commands);
    }
    w::heading(ui, 2, t::kinds);
    w::list(ui, "kinds", t::kinds, [&] {
        for (const KindModel& kind : model.kinds) {
            if (w::list_row(ui, kind.kind, row_of(kind))) choose(view, kind.kind, commands);
        }
    });
    if (model.answers_to_trust || !model.agreements.empty()) draw_agreements(ui, model.agreements);
}

void draw_kind(Ui& ui, const NewVisitModel& model, const KindModel& kind, NewVisitView& view, Commands& commands) {
    if (!model.news.empty()) {
        w::status_line(ui, "news", model.news);
        if (!view.told) view.agreeing = false;
    }
    view.told = !model.news.empty();
    if (!model.refusal.empty()) w::announce(ui, "refusal", model.refusal);
    draw_purpose(ui, kind);
    if (!kind.led_by.empty()) {
        w::banner(ui, "led_by", {.kind = w::BannerKind::info, .text = kind.led_by});
    } else if (kind.needs_agreement) {
        draw_rule(ui, model, kind, view, commands);
    } else {
        draw_start(ui, model, kind, view, commands);
    }
    if (model.answers_to_trust || !model.agreements.empty()) draw_agreements(ui, model.agreements);
}

void draw_new_visit_dialog(Ui& ui, const NewVisitModel& model, Commands& commands) {
    if (!model.doubts) return;
    const DoubtsModel& doubts = *model.doubts;
    const auto contents = [&] {
        for (const std::string& sentence : doubts.sentences) w::paragraph(ui, sentence);
    };
    w::dialog(ui, "doubts", t::ask_title, "leave", contents, [&] {
        if (doubts.there && w::button(ui, "open", {.label = t::ask_open, .kind = w::ButtonKind::primary}))
            commands.push(GoTo{route_of(*doubts.there)});
        if (w::button(ui, "sure", {.label = doubts.planned ? t::ask_plan : t::ask_start}))
            commands.push(StartVisit{model.urn, doubts.variant, doubts.kind, doubts.planned, true});
        if (w::button(ui, "leave", {.label = t::ask_leave, .kind = w::ButtonKind::quiet}))
            commands.push(GoTo{{Place::new_visit, model.urn, ""}});
    });
}

}  // namespace kitbag
