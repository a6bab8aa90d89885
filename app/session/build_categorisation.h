#pragma once
// Reads from the store what "Category and direction" of one school shows, and what the board shows of all.

#include <string>

#include "app/models/board_model.h"
#include "app/models/categorisation_model.h"
#include "app/session/draft_keeper.h"
#include "app/session/rating_reading.h"

namespace kitbag {

// How the form that was sent last fared: shown until another is sent or the screen is left.
struct FormOutcome {
    FieldKey refused;      // The field at fault; its entity_id is "" for none.
    std::string sentence;  // What is wrong with it and what to do.
    bool recorded = false;
};

CategorisationModel build_categorisation(OpenStore& store, const DraftKeeper& keeper, const RatingPlace& place,
                                         const FormOutcome& outcome);

// Puts in what is being typed without reading the store again.
void refresh_field(CategorisationModel& model, const DraftKeeper& keeper, const FieldKey& key);

// The school's two ratings as its own page shows them.
std::vector<RatingModel> build_ratings(OpenStore& store, const School& school);

BoardModel build_board(OpenStore& store, const BoardFilter& filter);

}  // namespace kitbag
