#pragma once
// How one inspection stands in a row of Ofsted's files, whose columns were named otherwise in each era. Used by the readers of
// providers (settings_import.h) and of schools (inspections_import.h).

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/csv_table.h"
#include "core/schools/inspection.h"

namespace kitbag {

using ColumnNames = std::array<std::string_view, 3>;  // The first that the file has is read; "" for no further name.

struct GradeColumn {
    std::string_view area;  // In the words that are kept.
    ColumnNames names;
};

// `overall` and `number` may be missing in the file; without the date's column there is no such inspection in it.
struct InspectionColumns {
    InspectionKind kind = InspectionKind::full;
    ColumnNames date;
    ColumnNames number;
    ColumnNames overall;
    std::span<const GradeColumn> grades;
};

// A day as these files write it: "20/07/2005", "20-07-2005" or "2005-07-20". Nothing for anything else.
std::optional<Date> read_day(std::string_view text);

std::optional<std::string_view> first_there(const CsvTable& table, const ColumnNames& names);

// Nothing where the row has no day. Code "bad_row" for a day that is none and for a grade that no framework has.
Result<std::optional<Inspection>> read_inspection(const CsvTable& row, const InspectionColumns& columns);

// All that either has, newest first. Of the same kind and day the later file's counts: a file has the last few inspections only,
// and what an earlier one told stays.
std::vector<Inspection> merge_inspections(std::span<const Inspection> before, std::span<const Inspection> after);

}  // namespace kitbag
