#pragma once
// Reads the county's children's centres out of the file that Get Information about Schools (GIAS) has of them, apart from its
// schools ("Open children's centres: Children's centre fields CSV", Open Government Licence v3). Pure: a file in, centres out,
// and either the whole file is good or nothing is taken from it. Besides what names a centre and its authority no column has to
// be there, because the columns are known from GIAS's own description and not from a file. Names of people are not read.

#include <istream>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"

namespace kitbag {

// One local authority, as these files name it: by its code where they have that, or else by its name.
struct CentresAuthority {
    std::string_view code;  // "873"
    std::string_view name;  // "Cambridgeshire", in any case.
};

// Its centres and their linked sites, in the order of the file. Those that are closed are passed over.
//
// Codes, each sentence naming the rows or columns: those of CsvTable, "no_rows", "no_rows_of_authority", "bad_urn",
// "duplicate_urn", "bad_row", and "other_type" for an establishment of another type: then it is another file.
Result<std::vector<School>> read_childrens_centres(std::istream& file, const CentresAuthority& authority);

}  // namespace kitbag
