#pragma once
// Reads from the store what the list of schools and one school show. A store that cannot be read shows as empty; the
// alarm that says why is the session's.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/models/schools_model.h"
#include "app/session/open_store.h"
#include "core/visits/post.h"

namespace kitbag {

// By what each school of the list is found and narrowed, in the order of SchoolsModel::all: read once, and then asked at each key
// without the store.
struct SchoolIndex {
    struct Entry {
        std::string folded;  // The name, as it is searched,
        std::string around;  // and what else is: place, trust, diocese, kind, alliances, advisers.
        SchoolKind kind;
        std::string area;
        std::vector<Category> categories;
        std::set<Team> teams;  // That work with it today.
        bool mine = false;     // In the adviser's caseload.
        bool overdue = false;  // A planned visit's or an agreed action's day has passed.
    };
    std::vector<Entry> schools;
    std::vector<std::string> alliances;  // Names.
};

// Puts the county's schools and all there is to choose from into the model; none is shown until they are searched.
SchoolIndex list_schools(OpenStore& store, SchoolsModel& model);
// REQUIRES: the index is of the model's schools.
void search_schools(const SchoolIndex& index, const SearchSchools& wanted, SchoolsModel& model);

SchoolModel build_school(OpenStore& store, std::string_view urn);

// Until a visit is completed, its adviser writes it; while it is under way, colleagues may add notes of their own.
bool can_write(OpenStore& store, const Visit& visit);
std::string visit_title(OpenStore& store, const Visit& visit);  // "Keeping in Touch visit by Ada Marsh"

}  // namespace kitbag
