#pragma once
// Writes what an adviser does to a visit, apart from typing (see draft_keeper.h). Each function is one change in the log.
// What may not be done is refused here by the rules that the county asks again.

#include <optional>
#include <string>
#include <string_view>

#include "app/session/open_store.h"
#include "app/session/undo.h"

namespace kitbag {

struct NewVisit {
    std::string kind = {};     // Of a template; "" for a Keeping in Touch visit.
    std::string variant = {};  // Which criteria; "" for the likeliest.
    bool planned = false;      // For a later day; otherwise it is under way, and dated today.
};

// Gives its id. Codes: "unknown_kind", "not_allowed", "needs_agreement", "storage_…".
Result<Id> start_visit(OpenStore& store, const Clock& clock, Random& random, const School& school,
                       const NewVisit& wanted);

// One that was planned, by anybody who may. The rule about academies is asked by what the school is today, which may be
// another thing than when it was planned. Codes: those of check_visit_step(), "unknown_school", "not_allowed",
// "needs_agreement", "storage_…".
Result<void> begin_planned(OpenStore& store, const Visit& visit);

// The adviser's own visit at the school that is meant to be written in now: under way and of today, or else planned for
// today and begun by this where the rules allow, or else under way since an earlier day. Nothing where there is none of
// these. Codes "storage_…".
Result<std::optional<Id>> visit_to_write_in(OpenStore& store, std::string_view urn);

// What a choice changes in a record of the visit that is open, with what it takes back when undone. Nothing when this
// tablet's adviser may not. Code "no_outcome" for an action that is dropped and nobody says why.
struct ChosenValues {
    RecordValues values;
    std::string what;
};
Result<std::optional<ChosenValues>> chosen_values(OpenStore& store, const Visit& visit, const FieldKey& field,
                                                  const std::string& value);

}  // namespace kitbag
