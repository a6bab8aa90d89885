#pragma once
// What the tests of outcome files read them by: two schools of Wendshire, authority 999, and the measures that Kitbag carries.

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/outcomes/outcomes_import.h"
#include "tests/core/test_files.h"

namespace kitbag {

struct Readings {
    MeasureList measures = *read_measures(read_test_file("data/outcome_measures/measures.json"));
    std::vector<School> schools = {school("900001", "2001"), school("900002", "4002")};

    OutcomeReading reading() const { return {measures, schools, 2026}; }

    static School school(std::string urn, std::string number) {
        School made;
        made.urn = std::move(urn);
        made.establishment_number = std::move(number);
        return made;
    }
};

inline const Figure* figure_of(const OutcomePart& part, std::string_view subject, std::string_view measure,
                               PupilGroup group) {
    const auto figures = part.subjects.find(subject);
    if (figures == part.subjects.end()) return nullptr;
    const auto groups = figures->second.find(measure);
    if (groups == figures->second.end()) return nullptr;
    const auto figure = groups->second.find(group);
    return figure == groups->second.end() ? nullptr : &figure->second;
}

}  // namespace kitbag
