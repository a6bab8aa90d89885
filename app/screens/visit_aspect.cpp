#include "app/screens/visit_aspect.h"

#include <algorithm>

#include "app/screens/visit_notes.h"
#include "app/text/phrases.h"
#include "app/text/visit_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::visit;

constexpr std::string_view choice_key = "choice";

// The page brings what has the focus into sight. Only a choice that can be made can have it.
void focus_choice(Ui& ui, const AspectModel& aspect) {
    const KeyScope scope(ui, choice_key);
    if (!aspect.choice.empty()) return ui.focus_on(aspect.choice);
    ui.focus_on(!aspect.green.empty() ? "green" : !aspect.amber.empty() ? "amber" : "red");
}

void draw_choice(Ui& ui, const VisitModel& visit, const AspectModel& aspect, Commands& commands) {
    const auto chosen = w::descriptor_choice(ui, choice_key,
                                             {.label = aspect.title,
                                              .descriptors = {aspect.green, aspect.amber, aspect.red},
                                              .selected = aspect.choice,
                                              .not_described = t::not_described,
                                              .not_applicable = t::not_applicable,
                                              .enabled = visit.own});
    if (chosen) commands.push(ChooseDescriptor{visit.id, aspect.id, *chosen});
    if (!aspect.alike.empty()) w::paragraph(ui, aspect.alike, {.tone = w::TextTone::quiet});
    if (aspect.choice.empty() || !visit.own) return;
    const std::string spoken = phrases::clear_choice_for(aspect.title);
    if (w::button(ui, "clear", {.label = t::clear, .kind = w::ButtonKind::quiet, .icon = Icon::x, .spoken = spoken})) {
        commands.push(ChooseDescriptor{visit.id, aspect.id, ""});
    }
}

void draw_notes(Ui& ui, const VisitModel& visit, const AspectModel& aspect, VisitView& view, Commands& commands) {
    const auto may_change = [&](std::size_t place) { return visit.notes[place].may_change; };
    const auto own = static_cast<std::size_t>(std::ranges::count_if(aspect.notes.written, may_change));
    const std::size_t all = own + (aspect.notes.ready ? 1 : 0);
    std::size_t number = 0;
    for (const std::size_t place : aspect.notes.written) {
        const NoteModel& note = visit.notes[place];
        if (note.may_change) ++number;
        draw_note(ui, note, phrases::evidence_label(aspect.title, number, all), number == 1 ? t::evidence_hint : "",
                  commands);
        draw_note_tags(ui, note, view, commands);
    }
    if (aspect.notes.ready) {
        draw_note(ui, *aspect.notes.ready, phrases::evidence_label(aspect.title, all, all),
                  all == 1 ? t::evidence_hint : "", commands);
    }
    if (!aspect.notes.can_add) return;
    const std::string spoken = phrases::add_note_for(aspect.title);
    if (w::button(ui, "add",
                  {.label = t::add_note, .kind = w::ButtonKind::quiet, .icon = Icon::plus, .spoken = spoken}))
        commands.push(AddNote{visit.id, aspect.id});
}

}  // namespace

void draw_visit_aspect(Ui& ui, const VisitModel& visit, const AspectModel& aspect, VisitView& view,
                       Commands& commands) {
    w::card(ui, aspect.id, "", [&] {
        w::heading(ui, 3, aspect.title);
        if (view.jump_to == aspect.id) {
            view.jump_to.clear();
            focus_choice(ui, aspect);
        }
        draw_choice(ui, visit, aspect, commands);
        for (const Fact& one : aspect.known) w::fact(ui, one.label, one.value);
        for (const std::string& line : aspect.conflicts)
            w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
        draw_notes(ui, visit, aspect, view, commands);
    });
}

}  // namespace kitbag
