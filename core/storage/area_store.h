#pragma once
// The areas for improvement that inspections named, and what is at risk at the next one (core/visits/area_for_improvement.h), as the
// change log left them. It only reads. Areas come in the order they were written.

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/visits/area_for_improvement.h"

namespace kitbag {

class AreaStore {
  public:
    explicit AreaStore(Database& database) : database_(database) {}

    Result<std::optional<AreaForImprovement>> area(std::string_view id) const;
    Result<std::vector<AreaForImprovement>> areas_of_school(std::string_view urn) const;  // Latest inspection first.
    Result<std::vector<AreaForImprovement>> all_areas() const;                            // By school.

    // With nothing in it where nobody wrote one.
    Result<InspectionRisk> risk(std::string_view urn) const;
    Result<std::vector<InspectionRisk>> all_risks() const;

  private:
    Database& database_;
};

}  // namespace kitbag
