#pragma once
// One of a school's two ratings with everything around it that the screens need. Reads; decides nothing.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/open_store.h"
#include "core/schools/half_terms.h"

namespace kitbag {

struct RatingPlace {
    std::string urn;
    Subject subject = Subject::school;

    bool operator==(const RatingPlace&) const = default;
};

// Steps and directions that the county would not take, by their ids, with its reasons. They stay on this tablet and are shown,
// but nothing stands on them.
using RefusedRecords = std::map<std::string, std::string, std::less<>>;
RefusedRecords refused_records(OpenStore& store);

// Which categories stand today, of each school that has one: of the school, of its EYFS, or of both.
using StandingCategories = std::map<std::string, std::vector<Category>, std::less<>>;
StandingCategories standing_categories(OpenStore& store);

// What the county took, or has not answered yet.
template <typename Record>
void drop_refused(std::vector<Record>& records, const RefusedRecords& refused) {
    std::erase_if(records, [&](const Record& record) { return refused.contains(record.id); });
}

struct RatingReading {
    School school;
    Subject subject = Subject::school;
    const Framework* framework = nullptr;  // In use today; null when the criteria have not arrived.
    std::string variant;                   // That of the latest visit, for a school that more than one would fit.
    std::vector<Visit> visits;             // Completed, under this framework: newest first.
    std::vector<DatedJudgement> judgements;
    std::vector<Standing> standing;  // Today.
    std::vector<RatingStep> steps;
    RatingHistory history;
    std::vector<DirectionJudgement> directions;  // Of both subjects.
    std::vector<RatingStep> refused_steps;       // Of this subject.
    std::vector<DirectionJudgement> refused_directions;
    RefusedRecords refusals;
};

// The ratings that the school has: a secondary school has no early years. Empty before the criteria have arrived.
std::vector<Subject> subjects_of(OpenStore& store, const School& school);

// Nothing when the school is not on this tablet.
std::optional<RatingReading> read_rating(OpenStore& store, const RatingPlace& place);

// What may be done here by this tablet's adviser. A role that this program does not know may do nothing.
StaffRole own_role(OpenStore& store);

}  // namespace kitbag
