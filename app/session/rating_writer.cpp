#include "app/session/rating_writer.h"

#include "app/session/write_once.h"
#include "app/text/phrases.h"
#include "app/text/rating_words.h"
#include "core/categorisation/rating_rules.h"

namespace kitbag {
namespace {

std::string form_id(const RatingPlace& place, std::string_view what, std::string_view about) {
    std::string id = place.urn + "." + std::string(to_word(place.subject)) + "." + std::string(what);
    return about.empty() ? id : id + "." + std::string(about);
}

FieldValues values_of(const RatingStep& step) {
    FieldValues values;
    add_said(values, "urn", step.urn);
    add_said(values, "subject", to_word(step.subject));
    add_said(values, "step", to_word(step.step));
    if (step.category) add_said(values, "category", to_word(*step.category));
    if (step.suggested) add_said(values, "suggested", to_word(*step.suggested));
    add_said(values, "reason", step.reason);
    add_said(values, "about", step.about);
    add_said(values, "framework", step.framework);
    add_said(values, "framework_version", step.framework_version);
    add_said(values, "variant", step.variant);
    add_said(values, "standing", step.standing);
    if (step.date) add_said(values, "date", to_iso(*step.date));
    add_said(values, "by", step.by);
    return values;
}

// A proposal keeps what it was made from.
void add_evidence(RatingStep& step, const RatingReading& reading) {
    if (!reading.framework) return;
    step.suggested = suggest(*reading.framework, reading.variant,
                             {.has_sixth_form = may_have_sixth_form(reading.school)}, judged(reading.standing))
                         .category;
    step.framework = reading.framework->id;
    step.framework_version = reading.framework->version;
    step.variant = reading.variant;
    step.standing = write_standing(reading.standing);
}

}  // namespace

FieldKey step_key(const RatingPlace& place, Step step, std::string_view about, std::string_view field) {
    return {"rating_step", form_id(place, to_word(step), about), std::string(field)};
}

FieldKey direction_key(const RatingPlace& place, std::string_view half_term, std::string_view field) {
    return {"direction", form_id(place, half_term, ""), std::string(field)};
}

bool is_of(const RatingPlace& place, const FieldKey& key) {
    return is_held(key) && key.entity_id.starts_with(form_id(place, "", ""));
}

Result<void> take_step(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RatingPlace& place,
                       const TakeStep& command) {
    const auto reading = read_rating(store, place);
    if (!reading) return fault("unknown_school", std::string(words::school::missing_advice));
    const auto key = [&](std::string_view field) { return step_key(place, command.step, command.about, field); };
    RatingStep step;
    step.id = next_id(platform, reading->steps);
    step.urn = place.urn;
    step.subject = place.subject;
    step.step = command.step;
    step.category = category_from(keeper.field(key("category"), "").text);
    step.reason = keeper.field(key("reason"), "").text;
    step.about = command.about;
    step.by = store.enrolment().adviser.id;
    if (command.step == Step::proposed) add_evidence(step, *reading);
    if (command.step == Step::informed) {
        step.category = reading->history.category();
        const auto told = parse_date(keeper.field(key("date"), to_iso(store.today())).text);
        if (!told) return fault("bad_date", std::string(words::rating::no_such_day));
        step.date = *told;
    }
    if (const auto past = check_told_by(step, store.today()); !past) return past;
    if (const auto allowed = check_step(step, reading->steps, own_role(store)); !allowed) return allowed;
    return write_once(store, keeper, "rating_step", step.id, values_of(step),
                      {key("category"), key("reason"), key("date")});
}

std::string_view field_at_fault(Step step, const Fault& reason) {
    if (reason.code == "bad_date" || reason.code == "from_the_future") return "date";
    if (reason.code == "bad_field") return step == Step::informed ? "date" : "category";
    return "reason";
}

Result<void> judge_direction(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RatingPlace& place) {
    const auto reading = read_rating(store, place);
    if (!reading) return fault("unknown_school", std::string(words::school::missing_advice));
    const auto& half_terms = store.half_terms();
    const HalfTerm* now = half_term_on(half_terms, store.today());
    if (!now) return fault("no_calendar", std::string(words::direction::no_calendar_advice));
    const FieldKey choice = direction_key(place, now->id, "direction");
    const FieldKey why = direction_key(place, now->id, "why");
    DirectionJudgement judgement;
    judgement.direction = direction_from(keeper.field(choice, "").text);
    judgement.why = keeper.field(why, "").text;
    if (const auto allowed = check_direction(judgement, own_role(store)); !allowed) return allowed;
    FieldValues values;
    add_said(values, "urn", place.urn);
    add_said(values, "subject", to_word(place.subject));
    add_said(values, "half_term", now->id);
    add_said(values, "direction", to_word(*judgement.direction));
    if (const auto suggestion = suggested_direction(*reading, *now, store.today()))
        add_said(values, "suggested", to_word(suggestion->direction));
    add_said(values, "why", judgement.why);
    add_said(values, "by", store.enrolment().adviser.id);
    return write_once(store, keeper, "direction", next_id(platform, reading->directions), values, {choice, why});
}

std::optional<DirectionSuggestion> suggested_direction(const RatingReading& reading, const HalfTerm& half_term,
                                                       const Date& today) {
    return suggest_direction(standing_on(reading.judgements, days_after(half_term.from, -1)),
                             standing_on(reading.judgements, today));
}

}  // namespace kitbag
