#include "app/session/build_visit.h"

#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/build_suggestion.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/words.h"
#include "core/base/text.h"
#include "core/visits/completeness.h"

namespace kitbag {
namespace {

FieldKey visit_field(const Visit& visit, std::string_view field) {
    return {"visit", visit.id, std::string(field)};
}

// The notes that were written, and an empty one to type in where there is none or another was asked for.
void add_notes(AspectModel& model, const VisitRecord& record, DraftKeeper& keeper) {
    for (const EvidenceNote& note : record.notes) {
        if (note.aspect == model.id) model.notes.push_back(keeper.field(note_key(note.id), note.text));
    }
    const NotePlace place{record.visit.id, model.id};
    if (!model.notes.empty() && !keeper.wants_note(place)) return;
    model.notes.push_back(keeper.field(note_key(keeper.ready_note(place)), ""));
}

void update_can_add(AspectModel& aspect) {
    aspect.can_add = !aspect.notes.empty() && !trim(aspect.notes.back().text).empty();
}

AspectModel aspect_model(const Reading& reading, const Aspect& aspect, DraftKeeper& keeper) {
    AspectModel model;
    model.id = aspect.id;
    model.title = aspect.title;
    model.green = descriptor_text(aspect, Category::green, reading.record.visit.variant);
    model.amber = descriptor_text(aspect, Category::amber, reading.record.visit.variant);
    model.red = descriptor_text(aspect, Category::red, reading.record.visit.variant);
    model.alike = phrases::worded_alike(worded_alike(aspect, reading.record.visit.variant));
    model.choice = choice_word(reading.record, aspect.id);
    model.conflicts = conflict_lines(reading, "judgement", judgement_id(reading.record.visit.id, aspect.id));
    add_notes(model, reading.record, keeper);
    update_can_add(model);
    return model;
}

}  // namespace

VisitModel build_visit(OpenStore& store, DraftKeeper& keeper, std::string_view visit) {
    VisitModel model;
    model.id = visit;
    const std::optional<Reading> reading = read_visit(store, visit);
    if (!reading) return model;
    const Visit& found = reading->record.visit;
    model.known = true;
    model.urn = found.urn;
    model.school = reading->school.name;
    model.title = visit_title(store, found);
    model.date = keeper.field(visit_field(found, "date"), found.date ? to_iso(*found.date) : "");
    model.participants = keeper.field(visit_field(found, "participants"), found.participants);
    model.focus = keeper.field(visit_field(found, "focus"), found.focus);
    model.conflicts = conflict_lines(*reading, "visit", found.id);
    for (const Missing& missing : missing_to_complete(found)) {
        model.missing.push_back({std::string(missing.field), missing.sentence});
    }
    if (!reading->framework) return model;

    model.criteria = criteria_line(*reading);
    const bool sixth_form = may_have_sixth_form(reading->school);
    for (const Aspect* aspect : applicable_aspects(*reading->framework, found.variant, sixth_form)) {
        model.aspects.push_back(aspect_model(*reading, *aspect, keeper));
    }
    model.suggestion = build_suggestion(*reading->framework, found.variant, sixth_form, judged(reading->record));
    model.question = phrases::complete_question(model.school, model.suggestion.not_judged.size());
    return model;
}

void refresh_field(VisitModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    for (FieldModel* field : {&model.date, &model.participants, &model.focus}) {
        if (field->key == key) *field = keeper.field(key, field->text);
    }
    for (AspectModel& aspect : model.aspects) {
        for (FieldModel& note : aspect.notes) {
            if (note.key == key) note = keeper.field(key, note.text);
        }
        update_can_add(aspect);
    }
}

}  // namespace kitbag
