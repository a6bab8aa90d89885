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
#include "core/visits/post.h"

namespace kitbag {

PeopleSection people_section(OpenStore& store, const School& school);

PeopleModel build_people(OpenStore& store, const DraftKeeper& keeper, std::string_view urn, const FormOutcome& outcome);

// Puts in what is being typed without reading the store again.
void refresh_field(PeopleModel& model, const DraftKeeper& keeper, const FieldKey& key);

// Who works with a place today.
struct PlacePeople {
    std::string names;  // Of its advisers and the teams, each after a space: for searching.
    std::set<Team> teams;
    bool mine = false;  // It is in the caseload of this tablet's adviser.
};

// By URN; only of places with which anybody does.
using PeopleOfPlaces = std::map<std::string, PlacePeople, std::less<>>;
PeopleOfPlaces people_of_places(OpenStore& store);

// Under every URN that the school has had.
PlacePeople people_around(const School& school, const PeopleOfPlaces& people);

}  // namespace kitbag
