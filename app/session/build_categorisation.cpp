#include "app/session/build_categorisation.h"

#include <algorithm>

#include "app/session/build_suggestion.h"
#include "app/session/rating_models.h"
#include "app/session/rating_writer.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

namespace t = words::rating;

RatingModel rating_model(OpenStore& store, const RatingReading& reading) {
    RatingModel model;
    model.subject = reading.subject;
    model.title = phrases::name_of(reading.subject);
    model.category = reading.history.category();
    if (const Round* current = reading.history.current()) {
        const RatingStep& decision = *current->standing_step();
        model.decided = phrases::decided_by(adviser_name(store, decision.by), made_at(decision.id));
    }
    model.direction_line = words::direction::not_looked_at;
    const HalfTerm* now = half_term_on(store.half_terms(), store.today());
    if (!now) {
        model.direction_line.clear();
        return model;
    }
    if (const DirectionJudgement* judged = direction_in(reading.directions, reading.subject, now->id)) {
        model.direction = judged->direction;
        model.direction_line = phrases::direction_now(*judged->direction);
    }
    return model;
}

void add_suggestion(CategorisationModel& model, const RatingReading& reading) {
    if (!reading.framework) return;
    model.criteria = reading.framework->title;
    model.suggestion = build_suggestion(*reading.framework, reading.variant, may_have_sixth_form(reading.school),
                                        judged(reading.standing));
    if (!reading.visits.empty())
        model.based_on = phrases::based_on(reading.visits.size(), *reading.visits.front().date);
}

std::vector<FieldModel*> fields_of(CategorisationModel& model) {
    std::vector<FieldModel*> fields = {&model.direction.choice, &model.direction.why};
    const auto add = [&](std::optional<StepForm>& form) {
        if (!form) return;
        fields.push_back(&form->category);
        fields.push_back(&form->reason);
        fields.push_back(&form->date);
    };
    add(model.tell);
    add(model.propose);
    for (RoundModel& round : model.open) {
        add(round.answer);
        add(round.withdraw);
    }
    if (model.standing) add(model.standing->withdraw);
    return fields;
}

// Texts that none of the forms shows now.
void add_left_over(CategorisationModel& model, const DraftKeeper& keeper) {
    const std::vector<FieldModel*> shown = fields_of(model);
    for (const FieldKey& key : keeper.held()) {
        const std::string text = keeper.field(key, "").text;
        const bool is_text = key.field == "reason" || key.field == "why";
        if (!is_text || trim(text).empty() || !is_of({model.urn, model.subject}, key)) continue;
        if (!std::ranges::contains(shown, key, [](const FieldModel* field) { return field->key; }))
            model.left_over.push_back({key, text});
    }
}

// Those that the school has. Before the criteria have arrived nothing says which these are: then what is known of the school's.
std::vector<RatingReading> read_ratings(OpenStore& store, const School& school) {
    std::vector<Subject> subjects = subjects_of(store, school);
    if (subjects.empty()) subjects = {Subject::school};
    std::vector<RatingReading> readings;
    for (const Subject subject : subjects) {
        if (auto reading = read_rating(store, {school.urn, subject})) readings.push_back(*std::move(reading));
    }
    return readings;
}

}  // namespace

std::vector<RatingModel> build_ratings(OpenStore& store, const School& school) {
    std::vector<RatingModel> ratings;
    for (const RatingReading& reading : read_ratings(store, school)) ratings.push_back(rating_model(store, reading));
    return ratings;
}

CategorisationModel build_categorisation(OpenStore& store, const DraftKeeper& keeper, const RatingPlace& place,
                                         const FormOutcome& outcome) {
    CategorisationModel model;
    model.urn = place.urn;
    model.subject = place.subject;
    const auto school = store.schools().school(place.urn);
    if (!school || !*school) return model;
    model.known = true;
    model.school = (*school)->name;
    std::vector<RatingReading> readings = read_ratings(store, **school);
    for (const RatingReading& reading : readings) model.ratings.push_back(rating_model(store, reading));
    if (readings.empty()) return model;
    auto reading = std::ranges::find(readings, place.subject, &RatingReading::subject);
    // A nursery school has only its early years; a secondary school has none.
    if (reading == readings.end()) reading = readings.begin();
    model.subject = reading->subject;
    if (model.ratings.size() == 2 && model.ratings[0].category && model.ratings[1].category &&
        model.ratings[0].category != model.ratings[1].category)
        model.differ = t::differ;
    model.title = model.subject == Subject::school ? t::of_the_school : t::of_the_eyfs;
    add_suggestion(model, *reading);
    add_rounds(model, store, keeper, *reading, outcome);
    model.direction = direction_model(store, keeper, *reading, outcome);
    add_aspects(model, store, *reading);
    add_left_over(model, keeper);
    if (outcome.recorded) model.news = t::recorded;
    model.refusal = outcome.sentence;
    return model;
}

void refresh_field(CategorisationModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    for (FieldModel* field : fields_of(model)) {
        if (field->key == key) *field = keeper.field(key, field->text);
    }
}

}  // namespace kitbag
