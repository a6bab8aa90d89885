#pragma once
// Reads from the store what planning visits shows: a new visit at one school, every visit by day, and the School
// Performance Forum. Decides nothing; the rules are asked in core/visits.

#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

NewVisitModel build_new_visit(OpenStore& store, const DraftKeeper& keeper, std::string_view urn,
                              const FormOutcome& outcome);

// What may be a slip in this; nothing where nothing is.
std::optional<DoubtsModel> doubts_before(OpenStore& store, const School& school, const StartVisit& wanted);

VisitsModel build_visits(OpenStore& store, const ShowMonth& wanted);

ForumModel build_forum(OpenStore& store, const DraftKeeper& keeper, std::string_view urn, const FormOutcome& outcome);

// What the Forum heard about one aspect of a school, as evidence: by service and half term, latest first. Without what the
// county refused.
std::vector<Fact> forum_notes_for_aspect(OpenStore& store, std::string_view urn, std::string_view aspect);

// The agreements that stand, as facts of the school's own page.
std::vector<Fact> agreement_facts(OpenStore& store, std::string_view urn);

// Put in what is being typed without reading the store again.
void refresh_field(NewVisitModel& model, const DraftKeeper& keeper, const FieldKey& key);
void refresh_field(ForumModel& model, const DraftKeeper& keeper, const FieldKey& key);

}  // namespace kitbag
