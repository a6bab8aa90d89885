#pragma once
// Reads from the store which teaching school alliances a school leads or belongs to. Alliances that cannot be read show as none.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/models/alliances_model.h"
#include "app/models/schools_model.h"
#include "app/session/open_store.h"

namespace kitbag {

// One for each of its alliances: who leads it, its area and phases.
std::vector<Fact> alliance_facts(OpenStore& store, const School& school);

std::vector<std::string> names_of_alliances(OpenStore& store);

// All of them. `urn`: of the school from which one came, or "".
AlliancesModel build_alliances(OpenStore& store, std::string_view urn);

// The names of the alliances around a place, each after a space, by URN: for searching.
std::map<std::string, std::string, std::less<>> alliances_around(OpenStore& store);

}  // namespace kitbag
