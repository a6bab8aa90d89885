#include "app/session/rating_writer.h"

#include <algorithm>
#include <chrono>

#include "app/text/phrases.h"
#include "app/text/rating_words.h"
#include "core/categorisation/rating_rules.h"

namespace kitbag {
namespace {

std::string form_id(const RatingPlace& place, std::string_view what, std::string_view about) {
    std::string id = place.urn + "." + std::string(to_word(place.subject)) + "." + std::string(what);
    return about.empty() ? id : id + "." + std::string(about);
}

// Later than everything that is there, whatever this tablet's clock says: steps are in the order of their ids.
template <typename Record>
Id next_id(Platform& platform, const std::vector<Record>& before) {
    Instant at = platform.clock().now();
    for (const Record& one : before) at = std::max(at, made_at(one.id) + 1);
    return new_id(at, platform.random());
}

// Only what it says: a column that is not written stays "".
void add(FieldValues& values, std::string_view field, std::string_view value) {
    if (!value.empty()) values.emplace(field, value);
}

FieldValues values_of(const RatingStep& step) {
    FieldValues values;
    add(values, "urn", step.urn);
    add(values, "subject", to_word(step.subject));
    add(values, "step", to_word(step.step));
    if (step.category) add(values, "category", to_word(*step.category));
    if (step.suggested) add(values, "suggested", to_word(*step.suggested));
    add(values, "reason", step.reason);
    add(values, "about", step.about);
    add(values, "framework", step.framework);
    add(values, "framework_version", step.framework_version);
    add(values, "variant", step.variant);
    add(values, "standing", step.standing);
    if (step.date) add(values, "date", to_iso(*step.date));
    add(values, "by", step.by);
    return values;
}

Result<void> write_once(OpenStore& store, DraftKeeper& keeper, std::string_view entity, const Id& id,
                        const FieldValues& values, const std::vector<FieldKey>& drafts) {
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    const auto written = store.log().write(entity, id, values);
    if (!written) return std::unexpected(written.error());
    for (const FieldKey& key : drafts) {
        const auto removed = store.drafts().remove(key.entity, key.entity_id, key.field);
        if (!removed) return removed;
    }
    if (Result<void> committed = transaction->commit(); !committed) return committed;
    for (const FieldKey& key : drafts) keeper.let_go(key);
    return {};
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

Date day_before(const Date& date) {
    using namespace std::chrono;
    const year_month_day day(sys_days(year(date.year) / date.month / date.day) - days(1));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
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
    add(values, "urn", place.urn);
    add(values, "subject", to_word(place.subject));
    add(values, "half_term", now->id);
    add(values, "direction", to_word(*judgement.direction));
    if (const auto suggestion = suggested_direction(*reading, *now, store.today()))
        add(values, "suggested", to_word(suggestion->direction));
    add(values, "why", judgement.why);
    add(values, "by", store.enrolment().adviser.id);
    return write_once(store, keeper, "direction", next_id(platform, reading->directions), values, {choice, why});
}

std::optional<DirectionSuggestion> suggested_direction(const RatingReading& reading, const HalfTerm& half_term,
                                                       const Date& today) {
    return suggest_direction(standing_on(reading.judgements, day_before(half_term.from)),
                             standing_on(reading.judgements, today));
}

}  // namespace kitbag
