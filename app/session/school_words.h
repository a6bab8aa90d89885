#pragma once
// What a school is called on the screen. Pure.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/models/schools_model.h"
#include "core/schools/inspection_rule.h"
#include "core/schools/school.h"

namespace kitbag {

std::string_view name_of(SchoolKind kind);
std::string_view name_of(Governance governance);  // "" for other.

// "Primary · Community school · Fenland", leaving out what is not known.
std::string school_detail(const School& school);

std::string area_of(const School& school);  // Its district, or constituency where the register names no district.

struct SchoolOptions {
    std::vector<Option> kinds, areas;  // The first stands for all.
};
SchoolOptions options_among(std::span<const School> schools);

// " · Fenland": what was chosen of the options, by its label; nothing for "".
void append_chosen(std::string& line, const std::string& value, const std::vector<Option>& options);

// The facts worth showing, in the order of the screen; those not known are left out.
std::vector<Fact> school_facts(const School& school);

// What was published of its inspections, newest first, each by the framework of its day; and what the county's rule, where it has
// one, makes of it.
std::vector<InspectionFact> inspection_facts(const School& school, const InspectionRule* rule);

}  // namespace kitbag
