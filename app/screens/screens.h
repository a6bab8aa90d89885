#pragma once
// All screens, and what they remember between frames. Chooses the one that the route names and puts its parts where the
// window has room for them.

#include <optional>

#include "app/commands.h"
#include "app/models/models.h"
#include "app/screens/alliances_screen.h"
#include "app/screens/board_screen.h"
#include "app/screens/categorisation_screen.h"
#include "app/screens/comparison_screen.h"
#include "app/screens/forgotten_screen.h"
#include "app/screens/forum_screen.h"
#include "app/screens/hand_over_screen.h"
#include "app/screens/inspections_screen.h"
#include "app/screens/new_visit_screen.h"
#include "app/screens/outcomes_screen.h"
#include "app/screens/passphrase_dialog.h"
#include "app/screens/people_screen.h"
#include "app/screens/photos.h"
#include "app/screens/record_screen.h"
#include "app/screens/restore_screen.h"
#include "app/screens/schools_screen.h"
#include "app/screens/search_screen.h"
#include "app/screens/sending_screen.h"
#include "app/screens/set_up_screen.h"
#include "app/screens/top_bar.h"
#include "app/screens/unlock_screen.h"
#include "app/screens/visit_screen.h"
#include "app/screens/visits_screen.h"

namespace kitbag {

class Screens {
  public:
    void draw(Ui& ui, const Models& models, Commands& commands);

  private:
    void draw_place(Ui& ui, const Models& models, Commands& commands);
    void forget_what_is_left(const Route& route);
    void draw_schools_place(Ui& ui, const Models& models, Commands& commands);
    void draw_visit_place(Ui& ui, const Models& models, Commands& commands);
    void draw_record_place(Ui& ui, const Models& models, Commands& commands);
    void draw_categorisation_place(Ui& ui, const Models& models, Commands& commands);
    void draw_board_place(Ui& ui, const Models& models, Commands& commands);
    void draw_visits_place(Ui& ui, const Models& models, Commands& commands);
    void draw_new_visit_place(Ui& ui, const Models& models, Commands& commands);
    void draw_forum_place(Ui& ui, const Models& models, Commands& commands);
    void draw_people_place(Ui& ui, const Models& models, Commands& commands);
    void draw_inspections_place(Ui& ui, const Models& models, Commands& commands);
    void draw_comparison_place(Ui& ui, const Models& models, Commands& commands);
    void draw_alliances_place(Ui& ui, const Models& models, Commands& commands);
    void draw_outcomes_place(Ui& ui, const Models& models, Commands& commands);
    void draw_versions_place(Ui& ui, const Models& models, Commands& commands);
    void draw_hand_over_place(Ui& ui, const Models& models, Commands& commands);
    void draw_search_place(Ui& ui, const Models& models, Commands& commands);
    void draw_sending_place(Ui& ui, const Models& models, Commands& commands);

    std::optional<Route> route_;     // Of the last frame.
    Place before_ = Place::schools;  // The screen before that.
    SetUpView set_up_;
    UnlockView unlock_;
    RestoreView restore_;
    ForgottenView forgotten_;
    PassphraseView passphrase_;
    SchoolsView schools_;
    VisitView visit_;
    TopBarView top_bar_;
    CategorisationView categorisation_;
    RecordView record_;
    HandOverView hand_over_;
    BoardView board_;
    NewVisitView new_visit_;
    ForumView forum_;
    PeopleView people_;
    InspectionsView inspections_;
    OutcomesView outcomes_;
    ComparisonView comparison_;
    SearchView search_;
    PhotosView photos_;
    SendingView sending_;
};

}  // namespace kitbag
