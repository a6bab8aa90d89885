#pragma once
// Reads from the store who holds which post at a school or setting, and which of them are in the caseload of this tablet's
// adviser. Writes nothing.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "app/models/people_model.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

PeopleSection people_section(OpenStore& store, const School& school);

PeopleModel build_people(OpenStore& store, const DraftKeeper& keeper, std::string_view urn, const FormOutcome& outcome);

// Puts in what is being typed without reading the store again.
void refresh_field(PeopleModel& model, const DraftKeeper& keeper, const FieldKey& key);

// The names of the advisers and the teams that work with a place today, by its URN: for searching.
std::map<std::string, std::string> people_around(OpenStore& store);

// The URNs of the adviser's own schools and settings, as of today.
std::set<std::string, std::less<>> caseload(OpenStore& store);

}  // namespace kitbag
