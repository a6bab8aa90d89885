// The dialog that sorts a note: each choice is kept at once.

#include <algorithm>
#include <array>

#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/screens/visit_notes.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::note;

void set(const NoteModel& note, std::string_view field, std::optional<std::string> value, Commands& commands) {
    // What a radio button is called by cannot be nothing, so "none" stands for it.
    if (value) commands.push(SetField{{"evidence_note", note.id, std::string(field)}, *value == "none" ? "" : *value});
}

std::string_view or_none(const std::string& key) {
    return key.empty() ? std::string_view("none") : std::string_view(key);
}

void choose_kind(Ui& ui, const NoteModel& note, Commands& commands) {
    const std::array choices = {w::Choice{"none", t::evidence}, w::Choice{"strength", t::strength},
                                w::Choice{"development", t::development}};
    set(note, "kind",
        w::segmented_choice(ui, "kind", {.label = t::kind, .choices = choices, .selected = or_none(note.kind)}),
        commands);
}

void choose_aspect(Ui& ui, const VisitModel& model, const NoteModel& note, Commands& commands) {
    if (model.choices.aspects.empty()) return;
    std::vector<w::Choice> choices = {{"none", t::no_aspect}};
    for (const OptionModel& one : model.choices.aspects) choices.push_back({one.key, one.title});
    set(note, "aspect",
        w::radio_group(ui, "aspect", {.label = t::aspect, .choices = choices, .selected = or_none(note.aspect)}),
        commands);
}

void choose_source(Ui& ui, const NoteModel& note, Commands& commands) {
    using enum Source;
    std::vector<w::Choice> choices;
    for (const Source one : {not_said, data, observation, scrutiny, discussion, parent_view, complaint, forum})
        choices.push_back({one == not_said ? "none" : to_word(one), phrases::name_of(one)});
    set(note, "source",
        w::radio_group(ui, "source", {.label = t::source, .choices = choices, .selected = or_none(note.source)}),
        commands);
}

void choose_supports(Ui& ui, const NoteModel& note, Commands& commands) {
    const std::array choices = {w::Choice{"none", t::no_category}, w::Choice{"green", words::visit::green},
                                w::Choice{"amber", words::visit::amber}, w::Choice{"red", words::visit::red}};
    set(note, "supports",
        w::segmented_choice(ui, "supports",
                            {.label = t::supports, .choices = choices, .selected = or_none(note.supports)}),
        commands);
}

void choose_groups(Ui& ui, const VisitModel& model, const NoteModel& note, Commands& commands) {
    std::vector<ToggleModel> toggles;
    for (const OptionModel& one : model.choices.groups)
        toggles.push_back({one.key, one.title, std::ranges::contains(note.groups, one.key)});
    if (const auto keys = draw_toggles(ui, "groups", t::groups, t::groups_hint, toggles, note.groups))
        commands.push(SetField{{"evidence_note", note.id, "groups"}, *keys});
}

}  // namespace

void draw_sort_dialog(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands) {
    const auto found = std::ranges::find(model.notes, view.sorting, &NoteModel::id);
    if (found == model.notes.end()) return view.sorting.clear();  // Its author emptied it elsewhere.
    const NoteModel& note = *found;
    const auto contents = [&] {
        w::paragraph(ui, phrases::note_label(note.number, note.time), {.tone = w::TextTone::quiet});
        choose_kind(ui, note, commands);
        choose_aspect(ui, model, note, commands);
        choose_supports(ui, note, commands);
        choose_groups(ui, model, note, commands);
        choose_source(ui, note, commands);
        draw_typed_field(ui, "said_by", {.label = t::said_by, .value = "", .hint = t::said_by_hint}, note.said_by,
                         commands);
    };
    w::dialog(ui, "sort", t::sort_title, "done", contents, [&] {
        if (!w::button(ui, "done", {.label = t::sorted, .kind = w::ButtonKind::primary})) return;
        view.sorting.clear();
        commands.push(LeaveField{note.said_by.key});
        commands.push(DrawAgain{});
    });
}

}  // namespace kitbag
