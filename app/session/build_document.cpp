#include "app/session/build_document.h"

#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/rating_reading.h"
#include "app/session/receipt_words.h"
#include "app/text/phrases.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"

namespace kitbag {
namespace {

namespace t = words::record;

void add_names(RecordDocument& document, OpenStore& store, const Reading& reading) {
    const Visit& visit = reading.record.visit;
    document.visit = visit.id;
    document.urn = visit.urn;
    document.school = reading.school.name;
    document.kind = visit.kind;
    document.title = visit_title(store, visit);
    const VisitTemplate* wanted = find_template(store.templates(visit.templates_version), visit.kind);
    document.kind_title = wanted ? wanted->title : visit.kind;
    document.templates_version = visit.templates_version;
    document.date = visit.date ? to_iso(*visit.date) : "";
    document.time = visit.time;
    document.adviser = visit.adviser;
    document.adviser_name = adviser_name(store, visit.adviser);
    document.governance = visit.governance ? to_word(*visit.governance) : "";
    document.framework = visit.framework;
    document.framework_version = visit.framework_version;
    document.variant = visit.variant;
    document.status = to_word(visit.status);
    document.status_title = phrases::status_name(visit.status);
    if (const auto receipt = store.log().receipt_of(visit.id)) document.receipt = visit_state_line(*receipt);
}

// What the county would not take stays here with its reason, and does not count.
std::string refusal_of(const RefusedRecords& refused, const Id& id) {
    const auto found = refused.find(id);
    return found == refused.end() ? std::string() : found->second;
}

void add_words_said(RecordDocument& document, OpenStore& store, const Id& visit) {
    const RefusedRecords refused = refused_records(store);
    const std::string digest = record_digest(document);
    for (HeadAnswer& answer : store.visit_words().head_answers(visit).value_or(std::vector<HeadAnswer>{})) {
        RecordAnswer one;
        one.headline = phrases::head_answered(answer);
        one.when = phrases::date_and_time(made_at(answer.id));
        one.changed_since = answer.read != digest;
        one.refusal = refusal_of(refused, answer.id);
        one.answer = std::move(answer);
        document.answers.push_back(std::move(one));
    }
    for (Amendment& amendment : store.visit_words().amendments(visit).value_or(std::vector<Amendment>{})) {
        RecordAmendment one;
        one.headline = phrases::amended_by(adviser_name(store, amendment.by));
        one.when = phrases::date_and_time(made_at(amendment.id));
        one.refusal = refusal_of(refused, amendment.id);
        one.amendment = std::move(amendment);
        document.amendments.push_back(std::move(one));
    }
}

// A reason that says the same as the one before is not written again, so it is carried along.
void add_history(RecordDocument& document, OpenStore& store, const Id& visit) {
    std::optional<VisitStatus> before;
    std::string reason;
    std::map<std::string, std::string> refused;
    for (const RefusedChange& one : store.log().refused().value_or(std::vector<RefusedChange>{}))
        refused[one.change.id] = one.reason.sentence;
    for (const Change& change : store.log().history("visit", visit).value_or(std::vector<Change>{})) {
        if (auto said = text_in(change, "status_reason")) reason = *std::move(said);
        const auto status = visit_status_from(text_in(change, "status").value_or(""));
        if (!status) continue;
        RecordStep step{std::string(to_word(*status)),
                        phrases::step_taken(before, *status, adviser_name(store, change.author)),
                        phrases::date_and_time(instant_of(change.stamp)), reason, ""};
        if (const auto found = refused.find(change.id); found != refused.end()) step.refusal = found->second;
        if (step.refusal.empty()) before = status;
        document.history.push_back(std::move(step));
    }
}

}  // namespace

RecordDocument build_document(OpenStore& store, const Reading& reading) {
    RecordDocument document;
    add_names(document, store, reading);
    document.sections = record_sections(store, reading);
    add_words_said(document, store, reading.record.visit.id);
    add_history(document, store, reading.record.visit.id);
    return document;
}

RecordPageWords page_words() {
    return {.record = t::title,
            .school = t::school,
            .state = t::state,
            .item = t::item,
            .said = t::said,
            .overview = t::overview,
            .aspect = t::about_aspect,
            .judged = t::judged,
            .agreed = t::agreed,
            .owner = t::owner,
            .due = t::due,
            .stands = t::stands,
            .answers = t::answers,
            .no_answer = t::no_answer,
            .changed = t::changed_since,
            .refused = t::refused_by_county,
            .not_right = t::not_right,
            .amendments = t::amendments,
            .why = t::why,
            .history = t::history,
            .nothing = words::common::not_written,
            .signatures = t::signatures,
            .name = t::name,
            .post = t::post,
            .signature = t::signature,
            .date = t::signed_on,
            .head = t::head,
            .adviser = t::written_by};
}

}  // namespace kitbag
