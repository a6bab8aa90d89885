#pragma once
// What the board shows: every school's category and direction of travel, half term by half term, and which schools still
// want attention.

#include <optional>
#include <string>
#include <vector>

#include "app/models/schools_model.h"
#include "core/categorisation/direction.h"
#include "core/criteria/framework.h"

namespace kitbag {

enum class BoardShows { all, not_looked_at, not_told };

// Which schools the board shows. "" stands for all.
struct BoardFilter {
    Subject subject = Subject::school;
    BoardShows shows = BoardShows::all;
    std::string kind;     // Word of SchoolKind.
    std::string area;     // District, or constituency where the register names no district.
    std::string adviser;  // Id of who made the latest visit.

    bool operator==(const BoardFilter&) const = default;
};

struct BoardPlace {
    std::optional<Category> category;  // At the end of the half term, or now.
    std::optional<Direction> direction;
    std::string spoken;  // "Amber, improving"
};

struct BoardSchool {
    std::string urn;
    std::string name;
    std::string detail;
    std::vector<BoardPlace> places;  // One for each half term.
};

struct BoardModel {
    bool has_calendar = false;
    BoardFilter filter;
    std::vector<Option> kinds, areas, advisers;  // To choose from; the first stands for all.
    std::vector<std::string> half_terms;         // "Autumn 2\n2026": oldest first, the present one last.
    std::vector<BoardSchool> schools;
    std::string filter_line;     // "The school’s rating · Primary · Fenland · 12 of 257 schools"
    std::string attention_line;  // That every school shown has been looked at; "" while some have not.
    std::string not_looked_at;   // "240 not looked at in this half term"; "" for none.
    std::string not_told;        // "3 not told their category"; "" for none.
    bool has_outcomes = false;   // There is something to compare,
    bool has_alliances = false;  // and there are teaching school alliances.
};

}  // namespace kitbag
