#include "app/session/rating_reading.h"

#include <algorithm>

#include "core/categorisation/variant.h"
#include "core/visits/record_fields.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

struct Fit {
    const Framework* framework = nullptr;
    std::string variant;
};

// The criteria that fit the school, for one subject, the likeliest first.
std::vector<Fit> fits(OpenStore& store, const School& school, Subject subject) {
    std::vector<Fit> found;
    for (const std::string& variant : variants_for(school)) {
        const Framework* framework = store.framework_for(variant);
        if (framework && framework->subject == subject) found.push_back({framework, variant});
    }
    return found;
}

template <typename Record>
std::vector<Record> take_refused(std::vector<Record>& records, const RefusedRecords& refused) {
    std::vector<Record> taken;
    for (const Record& record : records) {
        if (refused.contains(record.id)) taken.push_back(record);
    }
    drop_refused(records, refused);
    return taken;
}

// Of the school as it is now: its ratings begin afresh when it goes on under another URN (docs/server.md), and so do the visits and
// judgements that they stand on.
std::vector<Visit> completed_visits(OpenStore& store, std::string_view urn, std::string_view framework) {
    std::vector<Visit> visits = store.visits().visits_of_school(urn).value_or(std::vector<Visit>{});
    std::erase_if(visits, [&](const Visit& visit) {
        return !is_done(visit.status) || visit.framework != framework || !visit.date;
    });
    return visits;
}

}  // namespace

std::vector<Subject> subjects_of(OpenStore& store, const School& school) {
    std::vector<Subject> found;
    for (const Subject subject : all_subjects) {
        if (!fits(store, school, subject).empty()) found.push_back(subject);
    }
    return found;
}

std::optional<RatingReading> read_rating(OpenStore& store, const RatingPlace& place) {
    auto school = store.schools().school(place.urn);
    if (!school || !*school) return std::nullopt;
    RatingReading reading;
    reading.school = std::move(**school);
    reading.subject = place.subject;
    RatingStore& ratings = store.ratings();
    reading.refusals = refused_records(store);
    reading.steps = ratings.steps_of_school(place.urn, place.subject).value_or(std::vector<RatingStep>{});
    reading.refused_steps = take_refused(reading.steps, reading.refusals);
    reading.history = rating_history(reading.steps);
    reading.directions = ratings.directions_of_school(place.urn).value_or(std::vector<DirectionJudgement>{});
    reading.refused_directions = take_refused(reading.directions, reading.refusals);
    const std::vector<Fit> fitting = fits(store, reading.school, place.subject);
    if (fitting.empty()) return reading;
    reading.framework = fitting.front().framework;
    reading.variant = fitting.front().variant;
    reading.visits = completed_visits(store, place.urn, reading.framework->id);
    for (const Visit& visit : reading.visits) {
        if (!std::ranges::contains(fitting, visit.variant, &Fit::variant)) continue;
        reading.variant = visit.variant;
        break;
    }
    reading.judgements =
        ratings.judgements_of_school(place.urn, reading.framework->id).value_or(std::vector<DatedJudgement>{});
    reading.standing = standing_on(reading.judgements, store.today());
    return reading;
}

RefusedRecords refused_records(OpenStore& store) {
    RefusedRecords records;
    for (const RefusedChange& one : store.log().refused().value_or(std::vector<RefusedChange>{})) {
        const Entity* entity = find_entity(one.change.entity);
        if (entity && entity->writing == Writing::once) records[one.change.entity_id] = one.reason.sentence;
    }
    return records;
}

StandingCategories standing_categories(OpenStore& store) {
    StandingCategories categories;
    const RefusedRecords refused = refused_records(store);
    for (const Subject subject : {Subject::school, Subject::eyfs}) {
        std::map<std::string, std::vector<RatingStep>> by_school;
        auto steps = store.ratings().all_steps_in_short(subject).value_or(std::vector<RatingStep>{});
        drop_refused(steps, refused);
        for (RatingStep& step : steps) by_school[step.urn].push_back(std::move(step));
        for (const auto& [urn, of_school] : by_school) {
            if (const auto category = rating_history(of_school).category()) categories[urn].push_back(*category);
        }
    }
    return categories;
}

StaffRole own_role(OpenStore& store) {
    return role_from(store.enrolment().adviser.role).value_or(StaffRole::officer);
}

}  // namespace kitbag
