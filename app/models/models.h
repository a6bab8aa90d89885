#pragma once
// Everything that can be seen, as values: the session fills the part that the present route shows, the screens draw it.

#include "app/models/alliances_model.h"
#include "app/models/board_model.h"
#include "app/models/categorisation_model.h"
#include "app/models/comparison_model.h"
#include "app/models/forgotten_model.h"
#include "app/models/frame_model.h"
#include "app/models/inspections_model.h"
#include "app/models/outcomes_model.h"
#include "app/models/passphrase_model.h"
#include "app/models/people_model.h"
#include "app/models/photo_model.h"
#include "app/models/planning_model.h"
#include "app/models/record_model.h"
#include "app/models/schools_model.h"
#include "app/models/search_model.h"
#include "app/models/sending_model.h"
#include "app/models/set_up_model.h"
#include "app/models/stores_model.h"
#include "app/models/versions_model.h"
#include "app/models/visit_model.h"
#include "app/route.h"

namespace kitbag {

struct Models {
    Route route;
    FrameModel frame;
    SetUpModel set_up;
    UnlockModel unlock;
    StoresModel stores;
    ForgottenModel forgotten;
    PassphraseModel passphrase;
    SchoolsModel schools;
    SchoolModel school;
    PeopleModel people;
    InspectionsModel inspections;
    VisitModel visit;
    VersionsModel versions;
    RecordModel record;
    HandOverModel hand_over;
    SendingModel sending;
    CategorisationModel categorisation;
    BoardModel board;
    NewVisitModel new_visit;
    VisitsModel visits;
    ForumModel forum;
    OutcomesModel outcomes;
    ComparisonModel comparison;
    AlliancesModel alliances;
    SearchModel search;
    PhotosModel photos;
};

}  // namespace kitbag
