#include "app/screens/visit_aspect.h"

#include "app/screens/typed_field.h"
#include "app/text/phrases.h"
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
                                              .not_applicable = t::not_applicable});
    if (chosen) {
        const bool again = *chosen == aspect.choice;  // Pressing what is chosen takes it back.
        commands.push(ChooseDescriptor{visit.id, aspect.id, again ? "" : *chosen});
    }
    if (!aspect.alike.empty()) w::paragraph(ui, aspect.alike, {.tone = w::TextTone::quiet});
    if (aspect.choice.empty()) return;
    const std::string spoken = phrases::clear_choice_for(aspect.title);
    if (w::button(ui, "clear", {.label = t::clear, .kind = w::ButtonKind::quiet, .spoken = spoken})) {
        commands.push(ChooseDescriptor{visit.id, aspect.id, ""});
    }
}

void draw_notes(Ui& ui, const VisitModel& visit, const AspectModel& aspect, Commands& commands) {
    for (std::size_t i = 0; i < aspect.notes.size(); ++i) {
        const FieldModel& note = aspect.notes[i];
        const std::string label = phrases::evidence_label(aspect.title, i + 1, aspect.notes.size());
        w::Field look{.label = label, .value = note.text, .kind = w::FieldKind::multiline};
        if (i == 0) look.hint = t::evidence_hint;
        draw_typed_field(ui, note.key.entity_id, look, note, commands);
    }
    if (!aspect.can_add) return;
    const std::string spoken = phrases::add_note_for(aspect.title);
    if (w::button(ui, "add", {.label = t::add_note, .kind = w::ButtonKind::quiet, .spoken = spoken})) {
        commands.push(AddNote{visit.id, aspect.id});
    }
}

}  // namespace

void draw_visit_aspect(Ui& ui, const VisitModel& visit, const AspectModel& aspect, bool jump_here, Commands& commands) {
    w::card(ui, aspect.id, "", [&] {
        w::heading(ui, 3, aspect.title);
        if (jump_here) focus_choice(ui, aspect);
        draw_choice(ui, visit, aspect, commands);
        for (const std::string& line : aspect.conflicts)
            w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
        draw_notes(ui, visit, aspect, commands);
    });
}

}  // namespace kitbag
