#include "app/screens/visit_notes.h"

#include <ranges>
#include <utility>

#include "app/screens/keys.h"
#include "app/screens/typed_field.h"
#include "app/text/phrases.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::note;

constexpr int capture_lines = 6;

NodeId scope_of(const NoteModel& note) {
    return child_id(child_id(0, "visit note"), note.shown_as);
}

void focus_if_asked(Ui& ui, const VisitModel& model, VisitView& view) {
    const bool opened = model.write_now && !std::exchange(view.write_now_done, true);
    if (!std::exchange(view.focus_capture, false) && !opened) return;
    const KeyScope scope(ui, scope_of(model.capture));
    ui.focus_on("text");
}

void draw_capture(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    w::card(ui, "capture", "", [&] {
        {
            const KeyScope scope(ui, scope_of(model.capture));
            draw_typed_field(ui, "text",
                             {.label = t::capture,
                              .value = "",
                              .kind = w::FieldKind::multiline,
                              .hint = t::capture_hint,
                              .lines_min = capture_lines},
                             model.capture.text, commands);
        }
        const w::Button next{
            .label = t::next, .kind = w::ButtonKind::primary, .icon = Icon::plus, .shortcut = keys::next_note};
        if (!w::button(ui, "next", next)) return;
        view.focus_capture = true;
        commands.push(LeaveField{model.capture.text.key});
    });
    focus_if_asked(ui, model, view);
}

void draw_written(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    w::heading(ui, 2, t::written);
    if (model.notes.empty()) return w::empty_state(ui, t::none, t::none_advice);
    w::card(ui, "written", t::written, [&] {
        w::list(ui, "notes", t::written, [&] {
            for (const NoteModel& note : std::views::reverse(model.notes)) {  // The latest stands below the field.
                w::list_entry(ui, note.shown_as, [&] {
                    draw_note(ui, note, phrases::note_label(note.number, note.time), "", commands);
                    draw_note_tags(ui, note, view, commands);
                });
            }
        });
    });
}

}  // namespace

void draw_note(Ui& ui, const NoteModel& note, std::string_view label, std::string_view hint, Commands& commands) {
    const KeyScope scope(ui, scope_of(note));
    if (note.may_change) {
        draw_typed_field(ui, "text",
                         {.label = label, .value = "", .kind = w::FieldKind::multiline, .hint = hint, .lines_min = 2},
                         note.text, commands);
    } else {
        const std::string from = note.by.empty() ? note.time : phrases::note_by(note.by, note.time);
        w::paragraph(ui, from, {.tone = w::TextTone::quiet, .small = true});
        w::paragraph(ui, note.text.text);
    }
    for (const std::string& line : note.conflicts)
        w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
}

void draw_note_tags(Ui& ui, const NoteModel& note, VisitView& view, Commands& commands) {
    if (!note.chips.empty()) {
        w::row(ui, [&] {
            for (const std::string& chip : note.chips) w::badge(ui, chip);
        });
    }
    if (!note.may_change) return;
    const KeyScope scope(ui, child_id(scope_of(note), "tags"));
    const std::string label = phrases::sort_note(note.number);
    if (!w::button(ui, "sort", {.label = label, .kind = w::ButtonKind::quiet, .icon = Icon::clipboard_list})) return;
    view.sorting = note.id;
    commands.push(DrawAgain{});
}

void draw_look_at(Ui& ui, const VisitModel& model) {
    if (model.look_at.empty()) return;
    w::heading(ui, 2, words::visit::look_at);
    for (const std::string& sentence : model.look_at)
        w::paragraph(ui, sentence, {.tone = w::TextTone::quiet, .small = true});
}

void draw_visit_notes(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands, const Contents& photos) {
    if (model.may_write) draw_capture(ui, model, view, commands);
    photos();
    draw_written(ui, model, view, commands);
    w::stack(ui, 6, [&] { draw_look_at(ui, model); });
}

}  // namespace kitbag
