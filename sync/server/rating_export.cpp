#include "sync/server/rating_export.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/categorisation/rating.h"
#include "core/storage/rating_store.h"
#include "sync/server/export_parts.h"

namespace kitbag {
namespace {

std::string word_or_empty(const std::optional<Category>& category) {
    return category ? std::string(to_word(*category)) : "";
}

std::string word_or_empty(const std::optional<Direction>& direction) {
    return direction ? std::string(to_word(*direction)) : "";
}

Result<Json> export_step(Database& database, const RatingStep& step) {
    Json standing = Json::array();
    for (const Standing& one : read_standing(step.standing))
        standing.push_back({{"aspect", one.aspect}, {"choice", to_word(one.choice)}, {"visit", one.visit}});
    Json json = {{"id", step.id},
                 {"step", to_word(step.step)},
                 {"category", word_or_empty(step.category)},
                 {"suggested", word_or_empty(step.suggested)},
                 {"reason", step.reason},
                 {"about", step.about},
                 {"framework", step.framework},
                 {"framework_version", step.framework_version},
                 {"variant", step.variant},
                 {"standing", std::move(standing)},
                 {"date", step.date ? to_iso(*step.date) : ""}};
    if (Result<void> done = sign_export(database, "rating_step", step.id, step.by, json); !done)
        return std::unexpected(done.error());
    return json;
}

// REQUIRES: all are of one school and one subject, and there is one.
Result<Json> export_rating(Database& database, std::vector<RatingStep>& steps) {
    std::ranges::sort(steps, {}, &RatingStep::id);
    const RatingHistory history = rating_history(steps);
    const Result<std::string> school = school_name(database, steps.front().urn);
    if (!school) return std::unexpected(school.error());
    Json exported = Json::array();
    for (const RatingStep& step : steps) {
        Result<Json> one = export_step(database, step);
        if (!one) return one;
        exported.push_back(*std::move(one));
    }
    return Json{{"urn", steps.front().urn},
                {"school", *school},
                {"subject", to_word(steps.front().subject)},
                {"category", word_or_empty(history.category())},
                {"to_be_told", history.school_to_be_told()},
                {"steps", std::move(exported)}};
}

}  // namespace

Result<Json> export_ratings(Database& database) {
    Result<std::vector<RatingStep>> steps = RatingStore(database).all_steps();
    if (!steps) return std::unexpected(steps.error());
    std::map<std::pair<std::string, Subject>, std::vector<RatingStep>> ratings;
    for (RatingStep& step : *steps) ratings[{step.urn, step.subject}].push_back(std::move(step));
    Json exported = Json::array();
    for (auto& [which, its_steps] : ratings) {
        Result<Json> one = export_rating(database, its_steps);
        if (!one) return one;
        exported.push_back(*std::move(one));
    }
    return exported;
}

Result<Json> export_directions(Database& database) {
    Result<std::vector<DirectionJudgement>> judgements = RatingStore(database).all_directions();
    if (!judgements) return std::unexpected(judgements.error());
    std::ranges::sort(*judgements, {}, [](const DirectionJudgement& one) { return std::pair(one.urn, one.id); });
    Json exported = Json::array();
    for (const DirectionJudgement& judgement : *judgements) {
        const Result<std::string> school = school_name(database, judgement.urn);
        if (!school) return std::unexpected(school.error());
        Json json = {{"id", judgement.id},
                     {"urn", judgement.urn},
                     {"school", *school},
                     {"subject", to_word(judgement.subject)},
                     {"half_term", judgement.half_term},
                     {"direction", word_or_empty(judgement.direction)},
                     {"suggested", word_or_empty(judgement.suggested)},
                     {"why", judgement.why}};
        if (Result<void> done = sign_export(database, "direction", judgement.id, judgement.by, json); !done)
            return std::unexpected(done.error());
        exported.push_back(std::move(json));
    }
    return exported;
}

}  // namespace kitbag
