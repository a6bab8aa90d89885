#pragma once
// Reads a county's own file of its teaching school alliances: a row for each school in each of them, with the columns
//
//   Alliance,Area,Phases,Part,URN,School
//
// Part is "lead" or "member". Area and phases belong to the alliance, and need stand in one of its rows only. A school of another county,
// or a partner that is no school, has a name and no URN. Pure.

#include <istream>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/schools/alliance.h"
#include "core/schools/school.h"

namespace kitbag {

// In the order of the file; schools of the register have the register's names. Codes: those of CsvTable, and "bad_row", which says the
// row and the column: no name, another part, a URN that the register has not, a school twice in one alliance, two areas for one.
Result<std::vector<Alliance>> read_alliances(std::istream& file, std::span<const School> schools);

}  // namespace kitbag
