#pragma once
// Reads what Ofsted's files of state-funded schools ("State-funded schools inspections and outcomes", Open Government Licence v3) say
// of the schools of a county: the columns of each of their eras, before September 2019, until November 2025, and since. Pure.

#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/inspection.h"

namespace kitbag {

using InspectionsByUrn = std::map<std::string, std::vector<Inspection>, std::less<>>;  // Each newest first.

// Of the schools of one authority, by its name in any case. Codes: those of CsvTable, "no_rows_of_authority", "bad_urn",
// "duplicate_urn", and "bad_row" for a day or a grade that is none.
Result<InspectionsByUrn> read_school_inspections(std::istream& file, std::string_view authority_name);

}  // namespace kitbag
