#pragma once
// Reads files of outcomes: the DfE's key stage 2 performance table, and a plain long form for everything else (docs/outcomes.md has
// both). Pure: a file in, whole parts out, and either the whole file is good or nothing is taken from it. The file is read row by
// row; what is kept of it is the county's. Small groups are hidden here already, so that nothing after this knows their numbers.

#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/outcomes/figure.h"
#include "core/outcomes/measure.h"
#include "core/schools/school.h"

namespace kitbag {

// Which of the two it is, by its columns; the stream stands at its beginning again. Code "unknown_file", and those of CsvTable.
Result<OutcomeSource> source_of_outcomes(std::istream& file);

// What a reader goes by. REQUIRES: both outlive the call.
struct OutcomeReading {
    const MeasureList& measures;
    std::span<const School> schools;  // The county's, under each URN they ever had: rows about others are passed over.
    int year_max = outcome_year_max;  // Later years are slips.
};

struct ReadOutcomes {
    std::vector<OutcomePart> parts;                   // By stage, then year.
    std::size_t passed_over = 0;                      // Rows of schools that the register does not have.
    std::vector<std::string> columns_not_there = {};  // Of measures that this file has not: those of other years.
};

// The DfE's table of one year, which does not say itself which year it is of: `year` is that in which the academic year ends.
// `authority` is the county's code, "873". National figures are those of state-funded schools where the table has them, and of all
// schools where it has not.
//
// Codes, each sentence naming the rows or columns: those of CsvTable, "bad_year", "no_rows", "no_rows_of_authority", "bad_urn",
// "duplicate_urn", "bad_row".
Result<ReadOutcomes> read_ks2_table(std::istream& file, const OutcomeReading& reading, std::string_view authority,
                                    int year);

// One figure a row: urn, measure, year, group, pupils, value. In the place of a URN may stand county, national or
// statistical_neighbours. Codes: those of CsvTable, "no_rows", "no_rows_of_authority", "bad_urn", "unknown_measure", "bad_year",
// "unknown_group", "duplicate_row", "bad_row".
Result<ReadOutcomes> read_long_outcomes(std::istream& file, const OutcomeReading& reading);

// "2019", and also "2018/19", "2018-19" and "201819", which all end in 2019. Nothing for what is none, or after `year_max`.
std::optional<int> read_outcome_year(std::string_view text, int year_max);

}  // namespace kitbag
