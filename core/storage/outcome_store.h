#pragma once
// The outcomes of the county's schools as they stand in the tables: the same on the county's server, which gives them out, and on a
// tablet, which shows them. They come from the county's files and are never edited here. What a figure means is core/outcomes'
// business.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/outcomes/part.h"
#include "core/outcomes/trend.h"
#include "core/storage/database.h"

namespace kitbag {

struct OutcomePartMark {
    OutcomePlace place;
    std::string version;

    auto operator<=>(const OutcomePartMark&) const = default;
};

class OutcomeStore {
  public:
    explicit OutcomeStore(Database& database) : database_(database) {}

    Result<std::string> version() const;   // Of all together; "" before they came whole.
    Result<std::string> measures() const;  // JSON, or "".
    // In the place of those before. REQUIRES: read_measures() reads it, or it is "".
    Result<void> set_list(std::string_view version, std::string_view measures);

    Result<std::vector<OutcomePartMark>> parts() const;                       // By stage, year and source.
    Result<void> replace(const OutcomePart& part, std::string_view version);  // One transaction.
    Result<void> remove(const OutcomePlace& place);
    Result<std::optional<OutcomePart>> part(const OutcomePlace& place) const;

    // Of a school and of the comparators, each under its name. Where a file of the long form and the DfE's table both have a measure of
    // one subject in one year, the former's figures stand and none of the latter's: a small group that the one hides must not
    // be worked out with the other.
    Result<std::map<std::string, FiguresByYear, std::less<>>> beside_comparators(std::string_view urn) const;

  private:
    Database& database_;
};

// A name for measures and parts together.
std::string outcomes_version(std::string_view measures, const std::vector<OutcomePartMark>& parts);

}  // namespace kitbag
