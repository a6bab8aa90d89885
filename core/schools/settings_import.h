#pragma once
// Reads the county's early years settings out of Ofsted's list of childcare providers ("Childcare providers and inspections",
// Open Government Licence v3), with what it says of their inspections. Pure: a file in, settings out, and either the whole file
// is good or nothing is taken from it. Its columns were named otherwise in several years, and all those names are known here.
// Names, addresses and telephone numbers of childminders are withheld by Ofsted; telephone numbers and names of registered
// persons are not read at all. Children's centres are not in it: see centres_import.h.

#include <istream>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"

namespace kitbag {

// The providers of one authority, by its name ("Cambridgeshire", in any case), in the order of the file. Those that have resigned
// or whose registration was cancelled are passed over.
//
// Codes, each sentence naming the rows or columns: those of CsvTable, "no_rows", "no_rows_of_authority", "bad_urn",
// "duplicate_urn", "bad_row" for a kind of provider, a number, a day or a grade that is none.
Result<std::vector<School>> read_childcare_providers(std::istream& file, std::string_view authority_name);

}  // namespace kitbag
