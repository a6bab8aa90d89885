#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/build_suggestion.h"
#include "app/session/build_visit.h"
#include "app/session/receipt_words.h"
#include "app/session/visit_reading.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/words.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

void add_fact(RecordModel& model, std::string_view label, std::string_view value) {
    model.facts.push_back({std::string(label), std::string(value.empty() ? words::common::not_written : value)});
}

void add_facts(RecordModel& model, OpenStore& store, const Reading& reading) {
    const Visit& visit = reading.record.visit;
    add_fact(model, words::visit::date, visit.date ? to_long(*visit.date) : "");
    add_fact(model, words::record::written_by, adviser_name(store, visit.adviser));
    add_fact(model, words::visit::participants, visit.participants);
    add_fact(model, words::visit::focus, visit.focus);
    add_fact(model, words::record::criteria, criteria_line(reading));
}

RecordAspect record_aspect(const Reading& reading, std::string_view aspect, std::string_view title) {
    RecordAspect model;
    model.id = aspect;
    model.title = title;
    const std::string word = choice_word(reading.record, aspect);
    const auto choice = choice_from(word);
    model.choice = choice ? phrases::name_of(*choice) : words::visit::not_judged;
    if (const auto category = choice ? category_of(*choice) : std::nullopt) {
        model.category = word;
        const Aspect* found = reading.framework ? find_aspect(*reading.framework, aspect) : nullptr;
        if (found) model.descriptor = descriptor_text(*found, *category, reading.record.visit.variant);
    }
    model.conflicts = conflict_lines(reading, "judgement", judgement_id(reading.record.visit.id, aspect));
    for (const EvidenceNote& note : reading.record.notes) {
        if (note.aspect != aspect || trim(note.text).empty()) continue;
        model.notes.push_back(note.text);
        for (std::string& line : conflict_lines(reading, "evidence_note", note.id))
            model.conflicts.push_back(std::move(line));
    }
    return model;
}

// Everything recorded is shown, also about aspects that the criteria on this tablet do not have.
std::vector<RecordAspect> record_aspects(const Reading& reading) {
    std::vector<RecordAspect> found;
    const auto has = [&](std::string_view id) { return std::ranges::contains(found, id, &RecordAspect::id); };
    if (reading.framework) {
        const bool sixth_form = may_have_sixth_form(reading.school);
        for (const Aspect* aspect : applicable_aspects(*reading.framework, reading.record.visit.variant, sixth_form)) {
            found.push_back(record_aspect(reading, aspect->id, aspect->title));
        }
    }
    for (const Judgement& judgement : reading.record.judgements) {
        if (judgement.choice && !has(judgement.aspect)) {
            found.push_back(record_aspect(reading, judgement.aspect, judgement.aspect));
        }
    }
    for (const EvidenceNote& note : reading.record.notes) {
        if (!trim(note.text).empty() && !has(note.aspect))
            found.push_back(record_aspect(reading, note.aspect, note.aspect));
    }
    return found;
}

}  // namespace

RecordModel build_record(OpenStore& store, std::string_view visit) {
    RecordModel model;
    model.id = visit;
    const std::optional<Reading> reading = read_visit(store, visit);
    if (!reading) return model;
    const Visit& found = reading->record.visit;
    model.known = true;
    model.urn = found.urn;
    model.school = reading->school.name;
    model.title = visit_title(store, found);
    model.under_way = found.status == VisitStatus::under_way;
    if (const auto receipt = store.log().receipt_of(visit)) {
        model.state = visit_state_line(*receipt);
        model.received = receipt->whole() && receipt->last.has_value();
        if (receipt->refused > 0) model.trouble = words::record::refused;
    }
    add_facts(model, store, *reading);
    model.conflicts = conflict_lines(*reading, "visit", found.id);
    model.aspects = record_aspects(*reading);
    if (reading->framework) {
        const bool sixth_form = may_have_sixth_form(reading->school);
        model.suggestion = build_suggestion(*reading->framework, found.variant, sixth_form, judged(reading->record));
    }
    return model;
}

}  // namespace kitbag
