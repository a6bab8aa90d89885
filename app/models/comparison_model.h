#pragma once
// One measure of one year of many schools side by side. All words are ready; the screen only chooses which of them to draw.

#include <string>
#include <vector>

#include "app/models/schools_model.h"
#include "core/outcomes/comparison.h"

namespace kitbag {

inline constexpr std::string_view whole_county = "county";

// "" stands for the first that has figures, the latest year, all pupils and all phases.
struct ComparisonFilter {
    std::string measure;
    std::string year;   // "2019"
    std::string group;  // Word of PupilGroup.
    std::string kind;   // Word of SchoolKind.
    std::string whose;  // whole_county; "" for the adviser's caseload, where there is one.
    ComparisonOrder order = ComparisonOrder::figure;

    bool operator==(const ComparisonFilter&) const = default;
};

struct ComparisonCell {
    std::string text;    // "15 behind"; "" where there is no number.
    std::string spoken;  // "15 behind, in percentage points", "Hidden: fewer than 6 pupils"
};

struct ComparisonRow {
    std::string key;  // The school's URN, or which comparator it is.
    bool is_school = true;
    std::string name;
    std::string detail;  // "Below the floor of 65%", or why there is no number.
    std::vector<ComparisonCell> cells;
};

struct ComparisonStage {
    std::string id;    // "ks2"
    std::string name;  // "Key stage 2"
    std::vector<Option> measures;
};

struct ComparisonModel {
    std::vector<ComparisonStage> stages;  // Empty: there are no outcomes here.
    ComparisonFilter filter;              // As it is shown: only `kind`, `group` and `whose` may be "".
    std::string stage, measure;           // Of it: the id of the one, the name of the other.
    std::string note;
    std::vector<Option> years, groups, kinds, whose;  // To choose from; of the last, none where there is no caseload.
    std::string filter_line;                          // "2019 · All pupils · My caseload · 12 schools"
    std::string order_line;                           // "Lowest first."
    std::string without_line;                         // That more schools have nothing of the measure; "" where none.
    std::vector<std::string> columns;                 // Over the cells.
    std::vector<ComparisonRow> rows;
};

}  // namespace kitbag
