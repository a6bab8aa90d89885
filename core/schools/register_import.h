#pragma once
// Reads the county's schools out of a GIAS extract (edubasealldata….csv, Open Government Licence v3). Pure: a file in,
// schools out, and either the whole file is good or nothing is taken from it. Columns are found by their header
// (csv_table.h); columns that Kitbag does not use, personal ones among them, are never read.

#include <istream>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"

namespace kitbag {

// The open and soon-to-open state schools of one authority ("873"), in the order of the file. Rows of other
// authorities, closed schools, and establishments that are not state schools (independent schools, colleges, children's
// centres) are passed over, whatever their numbers look like.
//
// Codes, each sentence naming the rows or columns: those of CsvTable, "no_rows", "no_rows_of_authority", "bad_urn",
// "duplicate_urn".
Result<std::vector<School>> read_gias_extract(std::istream& file, std::string_view authority_code);

}  // namespace kitbag
