#pragma once
// Reads from the store what inspections of a school or setting named, how that stands, and what is at risk at the next one. Writes
// nothing.

#include <string_view>
#include <vector>

#include "app/models/inspections_model.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

// As inspection_facts() has them, by the county's rule.
std::vector<InspectionFact> published_inspections(OpenStore& store, const School& school);

InspectionsSection inspections_section(OpenStore& store, const School& school);

InspectionsModel build_inspections(OpenStore& store, DraftKeeper& keeper, std::string_view urn,
                                   const FormOutcome& outcome);

// What is known of an aspect that is about the last inspection or the next, before anybody looks; nothing for every other.
std::vector<Fact> inspection_facts_for_aspect(OpenStore& store, std::string_view urn, std::string_view aspect);

// Puts in what is being typed without reading the store again.
void refresh_field(InspectionsModel& model, const DraftKeeper& keeper, const FieldKey& key);

}  // namespace kitbag
