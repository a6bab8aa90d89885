#include "app/screens/visit_agreed.h"

#include <array>
#include <utility>

#include "app/screens/typed_field.h"
#include "app/screens/visit_notes.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::agreed;

constexpr float date_width = 240;

struct NotesLook {
    std::string_view key;
    std::string_view title;
    std::string_view label;
    std::string_view add;
    NoteKind kind;
};

void draw_notes(Ui& ui, const VisitModel& model, const NotesOf& notes, const NotesLook& look, VisitView& view,
                Commands& commands) {
    w::card(ui, look.key, "", [&] {
        w::heading(ui, 2, look.title);
        std::size_t number = 0;
        for (const std::size_t place : notes.written) {
            const NoteModel& note = model.notes[place];
            draw_note(ui, note, phrases::numbered(look.label, ++number), "", commands);
            draw_note_tags(ui, note, view, commands);
        }
        if (notes.ready) draw_note(ui, *notes.ready, phrases::numbered(look.label, number + 1), "", commands);
        if (!notes.can_add) return;
        if (w::button(ui, "add", {.label = look.add, .kind = w::ButtonKind::quiet, .icon = Icon::plus}))
            commands.push(AddNote{model.id, "", look.kind});
    });
}

void draw_status(Ui& ui, const ActionModel& action, const std::string& label, Commands& commands) {
    const std::array choices = {w::Choice{"open", t::open}, w::Choice{"done", t::done},
                                w::Choice{"dropped", t::dropped}};
    const auto pressed =
        w::segmented_choice(ui, "status", {.label = label, .choices = choices, .selected = action.status});
    if (pressed) commands.push(SetField{{"agreed_action", action.id, "status"}, *pressed});
}

void draw_outcome(Ui& ui, const ActionModel& action, const std::string& label, Commands& commands) {
    draw_typed_field(
        ui, "outcome",
        {.label = label, .value = "", .kind = w::FieldKind::multiline, .hint = t::outcome_hint, .lines_min = 2},
        action.outcome, commands);
}

std::string line_of(const ActionModel& action) {
    std::string line = action.owner.text;
    const auto due = parse_date(action.due.text);
    if (due)
        line += (line.empty() ? "" : std::string(words::common::separator)) + std::string(t::due) + " " + to_long(*due);
    return line;
}

void draw_read_only(Ui& ui, const ActionModel& action) {
    w::paragraph(ui, action.text.text, {.bold = true});
    const std::string line = line_of(action);
    if (!line.empty()) w::paragraph(ui, line);
    if (!action.agreed.empty()) w::paragraph(ui, action.agreed, {.tone = w::TextTone::quiet, .small = true});
}

void draw_conflicts(Ui& ui, const ActionModel& action) {
    for (const std::string& line : action.conflicts)
        w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
}

// What was agreed then stays as it was; only how it stands is said here.
void draw_earlier(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "earlier", "", [&] {
        w::heading(ui, 2, t::earlier);
        if (model.agreed.earlier.empty()) w::paragraph(ui, t::no_earlier, {.tone = w::TextTone::quiet});
        bool first = true;
        for (const ActionModel& action : model.agreed.earlier) {
            const KeyScope scope(ui, action.id);
            if (!std::exchange(first, false)) w::divider(ui);
            draw_read_only(ui, action);
            if (model.own) {
                draw_outcome(ui, action, phrases::about_action(t::outcome, action.text.text), commands);
                draw_status(ui, action, phrases::about_action(t::status, action.text.text), commands);
            }
            draw_conflicts(ui, action);
        }
    });
}

void draw_action(Ui& ui, const ActionModel& action, std::size_t number, Commands& commands) {
    draw_typed_field(
        ui, "text",
        {.label = phrases::numbered(t::action, number), .value = "", .kind = w::FieldKind::multiline, .lines_min = 2},
        action.text, commands);
    const std::string owner = phrases::of_action(t::owner, number);
    const std::string due = phrases::of_action(t::due, number);
    w::columns(
        ui, 0.6f,
        [&] {
            draw_typed_field(ui, "owner", {.label = owner, .value = "", .letters = w::Letters::names}, action.owner,
                             commands);
        },
        [&] {
            draw_typed_field(ui, "due",
                             {.label = due, .value = "", .kind = w::FieldKind::date, .width_max = date_width},
                             action.due, commands);
        });
    if (action.status.empty()) return;
    const bool closing = action.status != "open" || !action.outcome.text.empty() || !action.outcome.error.empty();
    if (closing) draw_outcome(ui, action, phrases::of_action(t::outcome, number), commands);
    draw_status(ui, action, phrases::of_action(t::status, number), commands);
}

void draw_actions(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "actions", "", [&] {
        w::heading(ui, 2, t::actions);
        if (model.agreed.actions.empty()) w::paragraph(ui, t::none, {.tone = w::TextTone::quiet});
        std::size_t number = 0;
        for (const ActionModel& action : model.agreed.actions) {
            const KeyScope scope(ui, action.shown_as);
            if (number > 0) w::divider(ui);
            ++number;
            if (model.own)
                draw_action(ui, action, number, commands);
            else
                draw_read_only(ui, action);
            draw_conflicts(ui, action);
        }
        if (!model.agreed.can_add_action) return;
        if (w::button(ui, "add", {.label = t::add_action, .kind = w::ButtonKind::quiet, .icon = Icon::plus}))
            commands.push(AddAction{model.id});
    });
}

}  // namespace

void draw_visit_agreed(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    draw_earlier(ui, model, commands);
    draw_notes(ui, model, model.agreed.strengths,
               {"strengths", t::strengths, t::strength, t::add_strength, NoteKind::strength}, view, commands);
    draw_notes(ui, model, model.agreed.developments,
               {"developments", t::developments, t::development, t::add_development, NoteKind::development}, view,
               commands);
    draw_actions(ui, model, commands);
}

}  // namespace kitbag
