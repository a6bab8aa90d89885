// The notes of a visit under way: whose, when, and what they are sorted by.

#include <algorithm>

#include "app/session/new_records.h"
#include "app/session/visit_models.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_phrases.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

std::string title_of(const std::vector<OptionModel>& options, const std::string& key) {
    const auto found = std::ranges::find(options, key, &OptionModel::key);
    return found == options.end() ? key : found->title;
}

std::vector<std::string> chips(const NoteModel& note, const EvidenceNote& kept, const NoteChoices& choices) {
    std::vector<std::string> found;
    if (!note.aspect.empty()) found.push_back(title_of(choices.aspects, note.aspect));
    if (kept.kind != NoteKind::evidence) found.emplace_back(phrases::name_of(kept.kind));
    if (kept.source != Source::not_said) found.emplace_back(phrases::name_of(kept.source));
    for (const std::string& group : note.groups) found.push_back(title_of(choices.groups, group));
    if (kept.supports) found.push_back(phrases::speaks_for(*kept.supports));
    if (!trim(kept.said_by).empty()) found.push_back(phrases::said_by(kept.said_by));
    return found;
}

// A note from before notes kept who wrote them is its visit's adviser's.
bool is_mine(const VisitSource& source, const EvidenceNote& note) {
    const Id& me = source.store.enrolment().adviser.id;
    return (note.by.empty() ? source.reading.record.visit.adviser : note.by) == me;
}

NoteModel note_model(const VisitSource& source, const EvidenceNote& note, const NoteChoices& choices) {
    NoteModel model;
    model.id = note.id;
    model.shown_as = source.keeper.shown_as(note.id);
    model.time = phrases::clock(made_at(note.id));
    const bool mine = is_mine(source, note);
    model.may_change = mine && source.right != WritingRight::none;
    if (!mine) {
        const Id& by = note.by.empty() ? source.reading.record.visit.adviser : note.by;
        model.by = adviser_name(source.store, by);
    }
    model.text = source.keeper.field(note_key(note.id), note.text);
    model.said_by = source.keeper.field({"evidence_note", note.id, "said_by"}, note.said_by);
    model.aspect = note.aspect;
    model.kind = to_word(note.kind);
    model.source = to_word(note.source);
    if (note.supports) model.supports = to_word(*note.supports);
    model.groups = note.groups;
    model.chips = chips(model, note, choices);
    model.conflicts = conflict_lines(source.reading, "evidence_note", note.id);
    return model;
}

NoteModel ready_note(const VisitSource& source, const NewRecord& wanted) {
    NoteModel model;
    model.id = source.keeper.ready(wanted);
    model.shown_as = model.id;
    model.may_change = true;
    model.text = source.keeper.field(note_key(model.id), "");
    return model;
}

NoteChoices choices_of(const Reading& reading) {
    NoteChoices choices;
    for (const Aspect* aspect : aspects_of(reading)) choices.aspects.push_back({aspect->id, aspect->title});
    for (const Named& group : reading.templates->groups) choices.groups.push_back({group.id, group.title});
    return choices;
}

template <typename Belongs>
NotesOf notes_where(const VisitModel& model, const VisitSource& source, const NewRecord& wanted, Belongs belongs) {
    NotesOf notes;
    bool has_own = false;
    for (std::size_t i = 0; i < model.notes.size(); ++i) {
        if (!belongs(model.notes[i])) continue;
        notes.written.push_back(i);
        has_own = has_own || model.notes[i].may_change;
    }
    if (source.right == WritingRight::none) return notes;
    if (!has_own || source.keeper.wants(wanted)) notes.ready = ready_note(source, wanted);
    update_can_add(notes);
    return notes;
}

}  // namespace

void add_notes(VisitModel& model, const VisitSource& source) {
    model.choices = choices_of(source.reading);
    for (const EvidenceNote& note : source.reading.record.notes) {
        if (trim(note.text).empty() && !source.keeper.is_typed_in(note.id)) continue;  // Emptied: no note any more.
        model.notes.push_back(note_model(source, note, model.choices));
        model.notes.back().number = model.notes.size();
    }
    if (source.right == WritingRight::none) return;
    const Id& me = source.store.enrolment().adviser.id;
    model.capture = ready_note(source, new_note(me, model.id, ""));
}

NotesOf notes_for_aspect(const VisitModel& model, const VisitSource& source, std::string_view aspect) {
    const NewRecord wanted = new_note(source.store.enrolment().adviser.id, model.id, aspect);
    return notes_where(model, source, wanted, [&](const NoteModel& note) { return note.aspect == aspect; });
}

NotesOf notes_of_kind(const VisitModel& model, const VisitSource& source, NoteKind kind) {
    const NewRecord wanted = new_note(source.store.enrolment().adviser.id, model.id, "", kind);
    const std::string_view word = to_word(kind);
    return notes_where(model, source, wanted, [&](const NoteModel& note) { return note.kind == word; });
}

void update_can_add(NotesOf& notes) {
    notes.can_add = notes.ready ? !trim(notes.ready->text.text).empty() : !notes.written.empty();
}

}  // namespace kitbag
