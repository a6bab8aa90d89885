#pragma once
// Parts of the models of a rating, each from what was read. See build_categorisation.h for the whole.

#include "app/session/build_categorisation.h"

namespace kitbag {

StepModel step_model(OpenStore& store, const RatingStep& step, const RatingHistory& history);
StepModel step_model(OpenStore& store, const DirectionJudgement& judgement);

// A field of a form, with what is wrong with it.
FieldModel form_field(const DraftKeeper& keeper, const FieldKey& key, std::string_view first,
                      const FormOutcome& outcome);

// The same for one that the county would not take.
template <typename Record>
StepModel refused_model(StepModel model, const Record& record, const RefusedRecords& refusals) {
    const auto refusal = refusals.find(record.id);
    if (refusal != refusals.end()) model.refusal = refusal->second;
    return model;
}

// The rounds that wait, the one that stands, what may be proposed and what the school must be told.
void add_rounds(CategorisationModel& model, OpenStore& store, const DraftKeeper& keeper, const RatingReading& reading,
                const FormOutcome& outcome);

DirectionModel direction_model(OpenStore& store, const DraftKeeper& keeper, const RatingReading& reading,
                               const FormOutcome& outcome);

// Each aspect now and at the categorisation before, with its evidence from all visits.
void add_aspects(CategorisationModel& model, OpenStore& store, const RatingReading& reading);

}  // namespace kitbag
