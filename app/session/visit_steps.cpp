#include "app/session/visit_steps.h"

#include <algorithm>

#include "app/session/head_answers.h"
#include "app/session/rating_reading.h"
#include "app/session/visit_kinds.h"
#include "app/session/visit_reading.h"
#include "app/session/visit_writer.h"
#include "app/session/write_once.h"
#include "app/text/record_words.h"
#include "app/text/visit_words.h"
#include "core/base/text.h"
#include "core/visits/completeness.h"

namespace kitbag {
namespace {

namespace t = words::record;

std::unexpected<Fault> unknown_visit() {
    return fault("unknown_visit", std::string(words::visit::gone_advice));
}

// A locked record takes nothing more, so what would be left out must be settled first.
Result<void> check_nothing_left_out(OpenStore& store, const DraftKeeper& keeper, const Id& visit) {
    const auto heads = [&](const FieldKey& key) {
        return is_heads_word(key, visit) && !trim(keeper.field(key, "").text).empty();
    };
    if (std::ranges::any_of(keeper.held(), heads)) return fault("head_unsigned", std::string(t::head_unsigned));
    const auto receipt = store.log().receipt_of(visit);
    if (receipt && receipt->refused > 0) return fault("part_refused", std::string(t::part_refused));
    return {};
}

}  // namespace

FieldKey step_reason_key(const Id& visit, VisitStatus to) {
    return {std::string(form_entity), visit + "." + std::string(to_word(to)), "reason"};
}

bool head_has_answered(OpenStore& store, const Id& visit) {
    auto answers = store.visit_words().head_answers(visit).value_or(std::vector<HeadAnswer>{});
    drop_refused(answers, refused_records(store));
    return !answers.empty();
}

bool step_needs_reason(VisitStatus from, VisitStatus to, bool head_answered) {
    const Recorder anybody{"", StaffRole::head_of_service};
    const auto without = check_visit_step({from, to, "", head_answered}, "", anybody);
    return !without && without.error().code == "no_reason";
}

Result<void> take_visit_step(OpenStore& store, DraftKeeper& keeper, const Id& id, VisitStatus to) {
    const auto reading = read_visit(store, id);
    if (!reading) return unknown_visit();
    const Visit& visit = reading->record.visit;
    if (visit.status == VisitStatus::planned && to == VisitStatus::under_way) return begin_planned(store, visit);
    const FieldKey key = step_reason_key(id, to);
    const bool answered = head_has_answered(store, id);
    // What was typed when one was needed says nothing of a step that needs none.
    const std::string reason =
        step_needs_reason(visit.status, to, answered) ? keeper.field(key, "").text : std::string();
    const VisitStep step{visit.status, to, reason, answered};
    if (const auto allowed = check_visit_step(step, visit.adviser, recorder_here(store)); !allowed) return allowed;
    if (to == VisitStatus::completed) {
        const auto missing = missing_to_complete(visit, reading->kind);
        if (!missing.empty()) return fault("incomplete", missing.front().sentence);
    }
    if (to == VisitStatus::locked) {
        if (const auto whole = check_nothing_left_out(store, keeper, id); !whole) return whole;
    }
    return write_once(store, keeper, "visit", id, {{"status", std::string(to_word(to))}, {"status_reason", reason}},
                      {key});
}

FieldKey amendment_key(const Id& visit, std::string_view part, std::string_view field) {
    return {"amendment", visit + "." + std::string(part), std::string(field)};
}

Result<void> amend(OpenStore& store, DraftKeeper& keeper, Platform& platform, const Id& id, const std::string& part) {
    const auto found = store.visits().visit(id);
    if (!found || !*found) return unknown_visit();
    const Visit& visit = (*found)->visit;
    const FieldKey text = amendment_key(id, part, "text");
    const FieldKey reason = amendment_key(id, part, "reason");
    const std::string says = keeper.field(text, "").text;
    const std::string why = keeper.field(reason, "").text;
    if (const auto allowed = check_amendment(visit.status, says, why, visit.adviser, recorder_here(store)); !allowed)
        return allowed;
    FieldValues values;
    add_said(values, "visit", id);
    add_said(values, "part", part);
    add_said(values, "text", says);
    add_said(values, "reason", why);
    add_said(values, "by", store.enrolment().adviser.id);
    const auto before = store.visit_words().amendments(id).value_or(std::vector<Amendment>{});
    return write_once(store, keeper, "amendment", next_id(platform, before), values, {text, reason});
}

}  // namespace kitbag
