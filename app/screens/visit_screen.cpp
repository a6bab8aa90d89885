#include "app/screens/visit_screen.h"

#include <array>
#include <optional>
#include <utility>

#include "app/screens/keys.h"
#include "app/screens/suggestion_panel.h"
#include "app/screens/versions_screen.h"
#include "app/screens/visit_agreed.h"
#include "app/screens/visit_aspect.h"
#include "app/screens/visit_before.h"
#include "app/screens/visit_details.h"
#include "app/screens/visit_notes.h"
#include "app/screens/visit_questions.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/parts.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::visit;

struct PartOption {
    VisitPart part;
    std::string_view key;
    std::string_view label;
};

constexpr std::array part_options = {
    PartOption{VisitPart::notes, "notes", t::part_notes},
    PartOption{VisitPart::aspects, "aspects", t::part_aspects},
    PartOption{VisitPart::questions, "questions", t::part_questions},
    PartOption{VisitPart::agreed, "agreed", t::part_agreed},
    PartOption{VisitPart::details, "details", t::part_details},
    PartOption{VisitPart::before, "before", t::part_before},
};

bool has_part(const VisitModel& model, VisitPart part) {
    if (part == VisitPart::aspects) return model.judges;
    return part != VisitPart::questions || !model.sections.empty();
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

void draw_aspects(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    if (model.aspects.empty()) return w::empty_state(ui, words::school::no_criteria, words::school::no_criteria_advice);
    w::heading(ui, 2, t::judge);
    for (const AspectModel& aspect : model.aspects) draw_visit_aspect(ui, model, aspect, view, commands);
}

void draw_whose(Ui& ui, const VisitModel& model, const VisitView& view, Commands& commands) {
    if (model.own && !model.planned) return;
    if (model.own) {
        const auto day = parse_date(model.date.text);
        const std::string text =
            phrases::planned_for(day ? std::optional(*day) : std::nullopt) + " " + std::string(t::begin_advice);
        // Among the details a card offers the same at greater length.
        const std::string_view action = view.part == VisitPart::details ? std::string_view() : t::begin;
        if (w::banner(ui, "planned", {.kind = w::BannerKind::info, .text = text, .action = action}))
            commands.push(TakeVisitStep{model.id, VisitStatus::under_way});
        return;
    }
    const std::string_view text = model.may_write ? t::colleagues : t::read_only;
    const std::string_view action = view.part == VisitPart::details ? std::string_view() : t::read_record;
    if (w::banner(ui, "whose",
                  {.kind = w::BannerKind::info, .text = text, .action = action, .action_icon = Icon::file_text}))
        commands.push(GoTo{{Place::record, model.urn, model.id}});
}

void draw_confirmation(Ui& ui, const VisitModel& model, Commands& commands) {
    const auto contents = [&] {
        w::paragraph(ui, model.question);
        std::vector<std::string> doubts = model.doubts;
        if (!model.absent.empty()) doubts.push_back(model.absent);
        if (!doubts.empty()) {
            w::paragraph(ui, t::doubts, {.bold = true});
            w::bullets(ui, "doubts", doubts);
        }
    };
    w::dialog(ui, "confirm", t::confirm_title, "cancel", contents, [&] {
        if (w::button(ui, "confirm", {.label = t::confirm_button, .kind = w::ButtonKind::primary}))
            commands.push(CompleteVisit{model.id});
        if (w::button(ui, "cancel", {.label = words::common::cancel})) commands.push(CancelCompletion{});
    });
}

}  // namespace

void draw_visit_parts(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    std::vector<w::NavigationItem> items;
    for (const PartOption& one : part_options) {
        if (has_part(model, one.part)) items.push_back({one.key, one.label, one.part == view.part});
    }
    const std::string_view pressed = w::parts(ui, "parts", t::part_of, items);
    for (const PartOption& one : part_options) {
        if (one.key != pressed) continue;
        view.next_part = one.part;
        commands.push(DrawAgain{});
    }
}

void draw_visit_undo(Ui& ui, const VisitModel& model, Commands& commands) {
    if (model.undo.empty()) return;
    // Called after what it takes back: when that changes under a finger, another button stands there.
    const w::Button look{.label = ui.narrow() ? t::undo : std::string_view(model.undo),
                         .kind = w::ButtonKind::quiet,
                         .icon = Icon::undo_2,
                         .spoken = model.undo,
                         .shortcut = keys::undo};
    if (w::button(ui, model.undo, look)) commands.push(Undo{model.id, model.undo});
}

bool shows_suggestion(const VisitModel& model, const VisitView& view) {
    return model.judges && !model.aspects.empty() &&
           (view.part == VisitPart::aspects || view.part == VisitPart::before);
}

void draw_visit_side(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    if (!shows_suggestion(model, view)) {
        if (view.part != VisitPart::before) draw_visit_before(ui, model.before, commands);
        return;
    }
    w::card(ui, "suggestion_card", words::suggestion::title, [&] {
        draw_suggestion_summary(ui, model.suggestion);
        draw_suggestion_reasons(ui, model.suggestion, 2);
    });
    if (view.part == VisitPart::aspects) draw_index(ui, model, view);
}

void draw_visit_body(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands, const Contents& photos) {
    if (!model.known) {
        w::empty_state(ui, t::gone, t::gone_advice);
        return;
    }
    // Not by where it stands: in one pane or beside another, a field that is being typed in stays the same.
    const KeyScope scope(ui, child_id(child_id(0, "visit"), model.id));
    draw_whose(ui, model, view, commands);
    draw_written_twice(ui, model.written_twice, {Place::versions, model.urn, model.id}, commands);
    switch (view.part) {
        case VisitPart::notes:
            return draw_visit_notes(ui, model, view, commands, photos);
        case VisitPart::aspects:
            return draw_aspects(ui, model, view, commands);
        case VisitPart::questions:
            return draw_visit_questions(ui, model, commands);
        case VisitPart::agreed:
            return draw_visit_agreed(ui, model, view, commands);
        case VisitPart::details:
            return draw_visit_details(ui, model, commands);
        case VisitPart::before:
            return draw_visit_before(ui, model.before, commands);
    }
}

// On a phone in one line, so that it leaves the room to what is written.
void draw_visit_bar(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    const w::Button look{.label = ui.narrow() ? words::suggestion::why : words::suggestion::show_reasons,
                         .kind = w::ButtonKind::quiet,
                         .spoken = words::suggestion::show_reasons,
                         .expanded = view.show_reasons};
    w::row_at_hand(ui, [&] {
        if (view.part == VisitPart::aspects && !model.aspects.empty()) {
            draw_suggested_category(ui, model.suggestion);
            if (w::button(ui, "reasons", look)) view.show_reasons = true;
        }
        draw_visit_undo(ui, model, commands);
    });
}

bool has_visit_bar(const VisitModel& model, const VisitView& view) {
    return !model.undo.empty() || (view.part == VisitPart::aspects && !model.aspects.empty());
}

void draw_visit_dialogs(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    if (model.asking) return draw_confirmation(ui, model, commands);
    if (!view.sorting.empty()) return draw_sort_dialog(ui, model, view, commands);
    if (!view.show_reasons) return;
    const auto contents = [&] {
        draw_suggestion_summary(ui, model.suggestion);
        draw_suggestion_reasons(ui, model.suggestion, 3);
    };
    w::dialog(ui, "reasons", words::suggestion::show_reasons, "close", contents, [&] {
        if (!w::button(ui, "close", {.label = words::common::cancel})) return;
        view.show_reasons = false;
        commands.push(DrawAgain{});
    });
}

}  // namespace kitbag
