#pragma once
// Where the adviser is. A route names a screen and what it is about; it holds nothing else, so that going back is
// only remembering routes.

#include <string>

#include "core/criteria/framework.h"

namespace kitbag {

enum class Place { set_up, unlock, schools, school, visit, record, sending, categorisation, board };

struct Route {
    Place place = Place::schools;
    std::string urn;    // For school and categorisation; also for visit and record, so that "back" leads to the school.
    std::string visit;  // For visit and record.
    Subject subject = Subject::school;  // For categorisation: which of the school's two ratings.

    bool operator==(const Route&) const = default;
};

}  // namespace kitbag
