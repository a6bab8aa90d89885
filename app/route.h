#pragma once
// Where the adviser is. A route names a screen and what it is about; it holds nothing else, so that going back is
// only remembering routes.

#include <string>

namespace kitbag {

enum class Place { set_up, unlock, schools, school, visit, record, sending };

struct Route {
    Place place = Place::schools;
    std::string urn;    // For school; also known for visit and record, so that "back" leads to the school.
    std::string visit;  // For visit and record.

    bool operator==(const Route&) const = default;
};

}  // namespace kitbag
