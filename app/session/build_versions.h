#pragma once
// Reads from the store what was written twice in a visit, and settles it. See app/models/versions_model.h.

#include <optional>
#include <string>

#include "app/models/versions_model.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

VersionsModel build_versions(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                             const FormOutcome& outcome);

// One place of a record, by what it is about: an aspect, a person; "" for nothing to add.
struct PlaceInConflict {
    const Conflict& conflict;
    const std::string& about;
    bool may_settle = false;
};
TwiceWrittenModel twice_written(OpenStore& store, const DraftKeeper& keeper, const PlaceInConflict& place,
                                const FormOutcome& outcome);

void refresh_field(VersionsModel& model, const DraftKeeper& keeper, const FieldKey& key);

// Where the text is typed that is to stand in the place of both.
FieldKey own_version_key(const FieldKey& place);

// Lets one value stand: the one given, or what was typed in the form. Codes: "reason_missing" where nothing was typed, "settled" where
// nothing is written twice any more, "not_allowed" where nothing may be written, and those of ChangeLog::settle().
Result<void> settle_version(OpenStore& store, DraftKeeper& keeper, std::string_view visit, const FieldKey& place,
                            const std::optional<std::string>& value);

// The same for the people of a school, its local name, and what is written about its inspections.
Result<void> settle_about_people(OpenStore& store, DraftKeeper& keeper, const FieldKey& place,
                                 const std::optional<std::string>& value);

}  // namespace kitbag
