#pragma once
// What the code numbers of a GIAS extract mean to Kitbag (Get Information about Schools, glossary and "Establishment
// types").

#include <optional>

#include "core/schools/school.h"

namespace kitbag {

// False for the groups that are not state schools: colleges, universities, independent schools, Welsh schools, children's
// centres, online providers and other places; and for children's centres in whatever group. A group not known here counts as
// that of a state school, so that no school is lost.
bool is_state_school(int type, int type_group);

Governance governance_of(int type, int type_group);

// Nothing when neither the type nor the phase says what kind of school it is.
std::optional<SchoolKind> kind_of(int type, int phase);

}  // namespace kitbag
