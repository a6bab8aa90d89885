#include "app/session/build_visit.h"

#include <algorithm>

#include "app/session/build_inspections.h"
#include "app/session/build_planning.h"
#include "app/session/build_schools.h"
#include "app/session/build_suggestion.h"
#include "app/session/visit_models.h"
#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_phrases.h"
#include "core/visits/completeness.h"
#include "core/visits/visit_doubts.h"

namespace kitbag {
namespace {

AspectModel aspect_model(const VisitModel& visit, const VisitSource& source, const Aspect& aspect) {
    const Visit& found = source.reading.record.visit;
    AspectModel model;
    model.id = aspect.id;
    model.title = aspect.title;
    model.green = descriptor_text(aspect, Category::green, found.variant);
    model.amber = descriptor_text(aspect, Category::amber, found.variant);
    model.red = descriptor_text(aspect, Category::red, found.variant);
    model.alike = phrases::worded_alike(worded_alike(aspect, found.variant));
    model.choice = choice_word(source.reading.record, aspect.id);
    model.conflicts = conflict_lines(source.reading, "judgement", judgement_id(found.id, aspect.id));
    model.notes = notes_for_aspect(visit, source, aspect.id);
    model.known = inspection_facts_for_aspect(source.store, found.urn, aspect.id);
    for (Fact& heard : forum_notes_for_aspect(source.store, found.urn, aspect.id))
        model.known.push_back(std::move(heard));
    return model;
}

void add_details(VisitModel& model, const VisitSource& source) {
    const Visit& found = source.reading.record.visit;
    const auto field = [&](std::string_view name, const std::string& stored) {
        return source.keeper.field({"visit", found.id, std::string(name)}, stored);
    };
    model.date = field("date", found.date ? to_iso(*found.date) : "");
    model.time = field("time", found.time);
    model.participants = field("participants", found.participants);
    model.focus = field("focus", found.focus);
    model.present_keys = found.present;
    model.conflicts = conflict_lines(source.reading, "visit", found.id);
    model.written_twice = source.reading.written_twice;
    if (source.reading.kind) {
        model.purpose = source.reading.kind->purpose;
        model.look_at = source.reading.kind->look_at;
        for (const Named& one : source.reading.kind->present)
            model.present.push_back({one.id, one.title, std::ranges::contains(found.present, one.id)});
    }
    for (const Missing& missing : missing_to_complete(found, source.reading.kind))
        model.missing.push_back({std::string(missing.field), missing.sentence});
    const auto others = visits_at(source.store, source.reading.school);
    for (const Doubt one : doubts_about(found, source.reading.school, others, source.store.today()))
        model.doubts.push_back(phrases::doubt(one));
}

std::optional<Reading> read_last(OpenStore& store, const Visit& visit, std::string_view kind) {
    const auto last = last_visit(store, visit, kind);
    return last ? read_visit(store, *last) : std::nullopt;
}

void add_judging(VisitModel& model, const VisitSource& source) {
    const Reading& reading = source.reading;
    const bool none_to_come = is_setting(reading.school.kind) && !reading.framework;
    model.judges = !none_to_come && (!reading.kind || reading.kind->aspects != VisitTemplate::Aspects::none);
    if (!reading.framework) return;
    model.criteria = criteria_line(reading);
    for (const Aspect* aspect : aspects_of(reading)) model.aspects.push_back(aspect_model(model, source, *aspect));
    model.suggestion = build_suggestion(*reading.framework, reading.record.visit.variant,
                                        may_have_sixth_form(reading.school), judged(reading.record));
}

std::size_t not_judged(const VisitModel& model) {
    return static_cast<std::size_t>(
        std::ranges::count_if(model.aspects, [](const AspectModel& one) { return one.choice.empty(); }));
}

}  // namespace

VisitModel build_visit(OpenStore& store, DraftKeeper& keeper, std::string_view visit) {
    VisitModel model;
    model.id = visit;
    const std::optional<Reading> reading = read_visit(store, visit);
    if (!reading) return model;
    const Visit& found = reading->record.visit;
    const VisitSource source{store, keeper, *reading, right_to_write(store, found)};
    model.known = true;
    model.urn = found.urn;
    model.school = reading->school.name;
    model.title = visit_title(store, found);
    model.own = source.right == WritingRight::all;
    model.may_write = source.right != WritingRight::none;
    model.planned = found.status == VisitStatus::planned;
    add_notes(model, source);
    add_details(model, source);
    add_judging(model, source);
    add_questions(model, source, read_last(store, found, found.kind));
    add_agreed(model, source);
    add_before(model, source, read_last(store, found, ""));
    model.question = phrases::complete_question(model.school, not_judged(model));
    if (const auto absent = not_present(found, reading->kind); !absent.empty())
        model.absent = phrases::not_present(absent);
    return model;
}

namespace {

template <typename Look>
void each_field(NotesOf& notes, Look look) {
    if (notes.ready) look(notes.ready->text);
}

template <typename Look>
void each_field(VisitModel& model, Look look) {
    for (FieldModel* field : {&model.date, &model.time, &model.participants, &model.focus, &model.capture.text})
        look(*field);
    for (NoteModel& note : model.notes) {
        look(note.text);
        look(note.said_by);
    }
    for (AspectModel& aspect : model.aspects) each_field(aspect.notes, look);
    each_field(model.agreed.strengths, look);
    each_field(model.agreed.developments, look);
    for (auto* actions : {&model.agreed.earlier, &model.agreed.actions}) {
        for (ActionModel& action : *actions) {
            for (FieldModel* field : {&action.text, &action.owner, &action.due, &action.outcome}) look(*field);
        }
    }
    for (SectionModel& section : model.sections) {
        for (QuestionModel& question : section.questions) look(question.answer);
    }
}

}  // namespace

void refresh_field(VisitModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    each_field(model, [&](FieldModel& field) {
        if (field.key == key) field = keeper.field(key, field.text);
    });
    for (AspectModel& aspect : model.aspects) update_can_add(aspect.notes);
    update_can_add(model.agreed.strengths);
    update_can_add(model.agreed.developments);
    update_can_add_action(model.agreed);
}

}  // namespace kitbag
