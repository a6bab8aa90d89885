#include "app/screens/visit_screen.h"

#include <utility>

#include "app/screens/suggestion_panel.h"
#include "app/screens/typed_field.h"
#include "app/screens/visit_aspect.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::visit;

constexpr float date_width = 240;

std::string_view missing(const VisitModel& model, std::string_view field) {
    if (!model.show_missing) return "";
    for (const MissingModel& one : model.missing) {
        if (one.field == field) return one.sentence;
    }
    return "";
}

void draw_details(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "details", "", [&] {
        w::heading(ui, 2, t::details);
        draw_typed_field(ui, "date",
                         {.label = t::date,
                          .value = "",
                          .kind = w::FieldKind::date,
                          .error = missing(model, "date"),
                          .required = true,
                          .width_max = date_width},
                         model.date, commands);
        draw_typed_field(ui, "participants",
                         {.label = t::participants,
                          .value = "",
                          .kind = w::FieldKind::multiline,
                          .hint = t::participants_hint,
                          .error = missing(model, "participants"),
                          .lines_min = 2},
                         model.participants, commands);
        draw_typed_field(ui, "focus",
                         {.label = t::focus,
                          .value = "",
                          .kind = w::FieldKind::multiline,
                          .hint = t::focus_hint,
                          .error = missing(model, "focus"),
                          .lines_min = 2},
                         model.focus, commands);
        for (const std::string& line : model.conflicts)
            w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
    });
}

void draw_completion(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "completion", "", [&] {
        w::heading(ui, 2, t::complete);
        w::paragraph(ui, t::complete_advice, {.tone = w::TextTone::quiet});
        if (model.show_missing && !model.missing.empty()) {
            w::banner(ui, "missing", {.kind = w::BannerKind::warning, .text = t::missing_title});
            std::vector<std::string> sentences;
            for (const MissingModel& one : model.missing) sentences.push_back(one.sentence);
            w::bullets(ui, "missing_list", sentences);
        }
        if (w::button(ui, "complete", {.label = t::complete, .kind = w::ButtonKind::primary})) {
            commands.push(AskToComplete{model.id});
        }
    });
}

void draw_index(Ui& ui, const VisitModel& model, VisitView& view) {
    w::heading(ui, 2, t::aspects);
    w::list(ui, "index", t::aspects, [&] {
        for (const AspectModel& aspect : model.aspects) {
            w::ListRow look{.title = aspect.title};
            if (aspect.choice == "green") look.badge = t::green, look.badge_tone = w::BadgeTone::green;
            if (aspect.choice == "amber") look.badge = t::amber, look.badge_tone = w::BadgeTone::amber;
            if (aspect.choice == "red") look.badge = t::red, look.badge_tone = w::BadgeTone::red;
            if (aspect.choice == "not_applicable") look.badge = t::not_applicable_short;
            if (w::list_row(ui, aspect.id, look)) view.jump_to = aspect.id;
        }
    });
}

}  // namespace

void draw_visit_side(Ui& ui, const VisitModel& model, VisitView& view) {
    w::card(ui, "suggestion_card", words::suggestion::title, [&] {
        draw_suggestion_summary(ui, model.suggestion);
        draw_suggestion_reasons(ui, model.suggestion);
    });
    draw_index(ui, model, view);
}

void draw_visit_body(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, t::gone, t::gone_advice);
        return;
    }
    const KeyScope scope(ui, model.id);
    draw_details(ui, model, commands);
    if (model.aspects.empty()) w::empty_state(ui, words::school::no_criteria, words::school::no_criteria_advice);
    const std::string jump_to = std::exchange(view.jump_to, "");
    for (const AspectModel& aspect : model.aspects) {
        draw_visit_aspect(ui, model, aspect, aspect.id == jump_to, commands);
    }
    draw_completion(ui, model, commands);
}

void draw_visit_bar(Ui& ui, const VisitModel& model, VisitView& view) {
    const w::Button look{
        .label = words::suggestion::show_reasons, .kind = w::ButtonKind::quiet, .expanded = view.show_reasons};
    w::row(ui, [&] {
        draw_suggested_category(ui, model.suggestion);
        if (w::button(ui, "reasons", look)) view.show_reasons = true;
    });
}

void draw_visit_dialogs(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    if (model.asking) {
        w::dialog(ui, "confirm", t::confirm_title, "cancel", [&] {
            w::paragraph(ui, model.question);
            w::row(ui, [&] {
                if (w::button(ui, "confirm", {.label = t::confirm_button, .kind = w::ButtonKind::primary})) {
                    commands.push(CompleteVisit{model.id});
                }
                if (w::button(ui, "cancel", {.label = words::common::cancel})) commands.push(CancelCompletion{});
            });
        });
    } else if (view.show_reasons) {
        w::dialog(ui, "reasons", words::suggestion::show_reasons, "close", [&] {
            draw_suggestion_summary(ui, model.suggestion);
            draw_suggestion_reasons(ui, model.suggestion);
            if (w::button(ui, "close", {.label = words::common::cancel})) {
                view.show_reasons = false;
                commands.push(DrawAgain{});
            }
        });
    }
}

}  // namespace kitbag
