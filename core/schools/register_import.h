#pragma once
// Reads the county's schools out of a GIAS extract (edubasealldata….csv, Open Government Licence v3). Pure: bytes in,
// schools out, and either the whole file is good or nothing is taken from it. Columns are found by their header, in any
// order; columns that Kitbag does not use, personal ones among them, are never read.

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"

namespace kitbag {

inline constexpr std::size_t register_bytes_max = 128u << 20;  // The whole of England is about 60 MB.

// The open and soon-to-open state schools of one authority ("873"), in the order of the file. Rows of other
// authorities, closed schools, and establishments that are not state schools (independent schools, colleges, children's
// centres) are passed over.
//
// The file follows RFC 4180, and its last row too has a line end: without that rule a file cut in its last field would
// pass. It is UTF-8 if all its bytes are valid as such (someone saved it again), or else Windows-1252, which is how
// GIAS gives it out.
//
// Codes, each sentence naming the rows or columns: "too_large", "wrong_encoding", "cut_row", "missing_columns",
// "no_rows", "no_rows_of_authority", "bad_row", "bad_urn", "duplicate_urn".
Result<std::vector<School>> read_gias_extract(std::string_view bytes, std::string_view authority_code);

}  // namespace kitbag
