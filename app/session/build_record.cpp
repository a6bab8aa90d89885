#include "app/session/build_record.h"

#include <algorithm>

#include "app/session/build_document.h"
#include "app/session/build_schools.h"
#include "app/session/build_suggestion.h"
#include "app/session/rating_models.h"
#include "app/session/rating_reading.h"
#include "app/session/visit_steps.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"

namespace kitbag {
namespace {

namespace t = words::record;

std::string_view advice_for(VisitStatus from, VisitStatus to) {
    if (to == VisitStatus::shared) return t::share_advice;
    if (to == VisitStatus::locked) return t::lock_advice;
    return from == VisitStatus::under_way && to == VisitStatus::completed ? words::visit::complete_advice : "";
}

void add_steps(RecordModel& model, OpenStore& store, const DraftKeeper& keeper, const Visit& visit,
               const FormOutcome& outcome) {
    const Recorder recorder{store.enrolment().adviser.id, own_role(store)};
    const bool answered = head_has_answered(model.document);
    for (const VisitStatus to : next_steps(visit.status, visit.adviser, recorder)) {
        StepOffer offer;
        offer.to = to;
        offer.label = phrases::step_button(visit.status, to);
        offer.advice = advice_for(visit.status, to);
        if (step_needs_reason(visit.status, to, answered)) {
            offer.reason_label = phrases::step_reason_label(visit.status, to);
            offer.reason = form_field(keeper, step_reason_key(visit.id, to), "", outcome);
        }
        model.steps.push_back(std::move(offer));
    }
    const bool readable = visit.status == VisitStatus::completed || visit.status == VisitStatus::shared;
    model.can_hand_over = readable && !model.steps.empty();
    // Nothing of it is refused but for what is not written yet.
    if (!check_amendment(visit.status, "text", "reason", visit.adviser, recorder)) return;
    const auto form = [&](const std::string& part) {
        model.amend[part] = {form_field(keeper, amendment_key(visit.id, part, "text"), "", outcome),
                             form_field(keeper, amendment_key(visit.id, part, "reason"), "", outcome)};
    };
    form("");
    for (const RecordSection& section : model.document.sections) {
        for (const RecordPart& part : section.parts) form(part.id);
    }
}

}  // namespace

RecordModel build_record(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                         const FormOutcome& outcome) {
    RecordModel model;
    model.id = visit;
    const std::optional<Reading> reading = read_visit(store, visit);
    if (!reading) return model;
    const Visit& found = reading->record.visit;
    model.known = true;
    model.urn = found.urn;
    model.school = reading->school.name;
    model.document = build_document(store, *reading);
    model.under_way = found.status == VisitStatus::under_way;
    model.can_write = can_write(store, found);
    model.written_twice = reading->written_twice;
    if (const auto receipt = store.log().receipt_of(visit)) {
        model.received = receipt->whole() && receipt->last.has_value();
        if (receipt->refused > 0) model.trouble = t::refused;
    }
    const auto& sections = model.document.sections;
    if (reading->framework && std::ranges::contains(sections, "aspects", &RecordSection::id)) {
        const bool sixth_form = may_have_sixth_form(reading->school);
        model.suggestion = build_suggestion(*reading->framework, found.variant, sixth_form, judged(reading->record));
    }
    add_steps(model, store, keeper, found, outcome);
    if (outcome.recorded) model.news = t::recorded;
    model.refusal = outcome.sentence;
    model.refused_whole = outcome.refused.entity_id.empty();
    return model;
}

void refresh_field(RecordModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    const auto refresh = [&](FieldModel& field) {
        if (field.key == key) field = keeper.field(key, "");
    };
    for (StepOffer& offer : model.steps) refresh(offer.reason);
    for (auto& [part, form] : model.amend) {
        refresh(form.text);
        refresh(form.reason);
    }
}

}  // namespace kitbag
