#pragma once
// Ratings, direction of travel and the judgements behind them, as they stand in the tables. Those are derived from the
// change log and written only by it (see projection.h); this store reads.

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/categorisation/direction.h"
#include "core/categorisation/rating.h"
#include "core/categorisation/standing.h"
#include "core/storage/database.h"

namespace kitbag {

class RatingStore {
  public:
    explicit RatingStore(Database& database) : database_(database) {}

    // In no order that means anything: rating_history() orders them. A step whose kind or subject this program does not
    // know is passed over.
    Result<std::vector<RatingStep>> steps_of_school(std::string_view urn, Subject subject) const;
    Result<std::vector<RatingStep>> all_steps() const;  // By school.
    // Of one subject, and only what says where each school stands: id, school, step, category and what it is about. For a
    // board of all schools.
    Result<std::vector<RatingStep>> all_steps_in_short(Subject subject) const;

    Result<std::vector<DirectionJudgement>> directions_of_school(std::string_view urn) const;
    Result<std::vector<DirectionJudgement>> all_directions() const;  // By school.
    // Of one subject, without why and by whom.
    Result<std::vector<DirectionJudgement>> all_directions_in_short(Subject subject) const;

    // Every judgement of the school's completed visits under this framework, whatever its version.
    Result<std::vector<DatedJudgement>> judgements_of_school(std::string_view urn, std::string_view framework) const;

  private:
    Database& database_;
};

}  // namespace kitbag
