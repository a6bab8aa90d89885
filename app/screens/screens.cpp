#include "app/screens/screens.h"

#include "app/screens/school_screen.h"
#include "app/screens/sending_screen.h"
#include "app/screens/top_bar.h"
#include "app/text/people_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/band.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

// Before the tablet is unlocked, and in the head's hands, there is nowhere to go.
bool has_navigation(Place place) {
    switch (place) {
        case Place::set_up:
        case Place::unlock:
        case Place::restore:
        case Place::forgotten:
        case Place::hand_over:
            return false;
        default:
            return true;
    }
}

}  // namespace

void Screens::draw(Ui& ui, const Models& models, Commands& commands) {
    forget_what_is_left(models.route);
    if (has_navigation(models.route.place)) draw_navigation(ui, models.route, top_bar_, commands);
    draw_place(ui, models, commands);
    draw_display_dialog(ui, top_bar_.display, commands);
    const w::Toast done{models.frame.toast, words::common::just_done, words::common::close_news};
    if (w::toast(ui, "toast", done)) commands.push(CloseToast{});
}

void Screens::draw_place(Ui& ui, const Models& models, Commands& commands) {
    switch (models.route.place) {
        case Place::set_up:
            return draw_set_up(ui, models.set_up, models.stores, set_up_, top_bar_.display, commands);
        case Place::unlock:
            return draw_unlock(ui, models.unlock, models.stores, unlock_, top_bar_.display, commands);
        case Place::restore:
            return draw_restore(ui, models.stores, restore_, commands);
        case Place::forgotten:
            return draw_forgotten(ui, models.forgotten, forgotten_, top_bar_.display, commands);
        case Place::schools:
        case Place::school:
            draw_schools_place(ui, models, commands);
            draw_narrowing_dialog(ui, models.schools, schools_, commands);
            return draw_top_bar_dialogs(ui, models.frame, top_bar_, commands);
        case Place::visit:
            return draw_visit_place(ui, models, commands);
        case Place::record:
            return draw_record_place(ui, models, commands);
        case Place::categorisation:
            return draw_categorisation_place(ui, models, commands);
        case Place::board:
            return draw_board_place(ui, models, commands);
        case Place::visits:
            return draw_visits_place(ui, models, commands);
        case Place::new_visit:
            return draw_new_visit_place(ui, models, commands);
        case Place::forum:
            return draw_forum_place(ui, models, commands);
        case Place::people:
            return draw_people_place(ui, models, commands);
        case Place::inspections:
            return draw_inspections_place(ui, models, commands);
        case Place::outcomes:
            return draw_outcomes_place(ui, models, commands);
        case Place::comparison:
            return draw_comparison_place(ui, models, commands);
        case Place::alliances:
            return draw_alliances_place(ui, models, commands);
        case Place::hand_over:
            return draw_hand_over_place(ui, models, commands);
        case Place::search:
            return draw_search_place(ui, models, commands);
        case Place::versions:
            return draw_versions_place(ui, models, commands);
        case Place::sending:
            return draw_sending_place(ui, models, commands);
    }
}

// A passphrase is not kept after its screen, and a visit opens as it should, not as another was left.
void Screens::forget_what_is_left(const Route& route) {
    if (route_ == route) return;
    if (route_) before_ = route_->place;
    set_up_ = {};
    unlock_ = {};
    restore_ = {};
    forgotten_ = {};
    passphrase_ = {};
    visit_ = {};
    top_bar_ = {};
    categorisation_ = {};
    new_visit_ = {};
    forum_ = {};
    people_ = {};
    inspections_ = {};
    outcomes_ = {};
    comparison_ = {};
    record_ = {};
    hand_over_ = {};
    search_ = {};
    photos_ = {};
    sending_ = {};
    schools_.narrowing = false;
    if (route.place == Place::unlock) schools_ = {};
    route_ = route;
}

void Screens::draw_schools_place(Ui& ui, const Models& models, Commands& commands) {
    const auto top = [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); };
    const bool one = models.route.place == Place::school;
    const bool with_settings = models.schools.has_settings;
    const std::string_view title = with_settings ? words::schools::title_with_settings : words::schools::title;
    if (w::two_panes_fit(ui)) {
        ui.set_title(one ? std::string_view(models.school.name) : title);
        const auto list = [&] {
            w::heading(ui, one ? 2 : 1, title);
            draw_schools(ui, models.schools, schools_, models.route.urn, commands);
        };
        const auto school = [&] {
            if (!one) return w::empty_state(ui, words::schools::choose_one, words::schools::choose_one_advice);
            w::heading(ui, 1, models.school.name);
            draw_school(ui, models.school, commands);
        };
        w::two_panes(ui, "schools", title, list, words::school::facts, school, w::Pane::second, top, models.route.urn);
        return;
    }
    if (!one) {
        w::page(
            ui, "schools", {.title = title}, [&] { draw_schools(ui, models.schools, schools_, "", commands); }, {},
            top);
        return;
    }
    const std::string_view back = with_settings ? words::schools::back_with_settings : words::common::back_to_schools;
    const w::Page look{.title = models.school.name, .back = back, .detail = models.school.detail};
    const auto answer =
        w::page(ui, models.school.urn, look, [&] { draw_school(ui, models.school, commands); }, {}, top);
    if (answer.back) commands.push(GoTo{{Place::schools, "", ""}});
}

void Screens::draw_record_place(Ui& ui, const Models& models, Commands& commands) {
    const std::string key = models.record.id + ".record";  // The visit's own page is scrolled elsewhere.
    const auto answer = w::page(
        ui, key, {.title = words::record::title, .back = words::common::back_to_school, .detail = models.record.school},
        [&] {
            draw_record(ui, models.record, record_, commands);
            draw_photos_card(ui, models.photos, photos_, commands);
        },
        {}, [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{Place::school, models.record.urn, ""}});
    draw_photo_dialog(ui, models.photos, photos_, commands);
}

void Screens::draw_categorisation_place(Ui& ui, const Models& models, Commands& commands) {
    const CategorisationModel& model = models.categorisation;
    const std::string key = model.urn + "." + std::string(to_word(model.subject));  // Each rating begins at its top.
    const auto top = [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); };
    const auto back = [&] { commands.push(GoTo{{Place::school, model.urn, ""}}); };
    const auto work = [&] { draw_rating_work(ui, model, categorisation_, commands); };
    if (w::two_panes_fit(ui) && model.known) {
        ui.set_title(model.school);
        const auto side = [&] {
            if (w::button(ui, "back",
                          {.label = words::common::back_to_school,
                           .kind = w::ButtonKind::quiet,
                           .icon = Icon::arrow_left,
                           .back = true}))
                back();
            draw_ratings(ui, model, commands);
            draw_rating_history(ui, model);
        };
        const auto main = [&] {
            w::heading(ui, 1, model.school);
            w::paragraph(ui, model.title, {.tone = w::TextTone::quiet});
            work();
        };
        w::two_panes(ui, key, words::rating::stands, side, words::rating::title, main, w::Pane::second, top);
        return;
    }
    const auto all = [&] {
        if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
        draw_ratings(ui, model, commands);
        work();
        draw_rating_history(ui, model);
    };
    const w::Page look{.title = model.school, .back = words::common::back_to_school, .detail = model.title};
    if (w::page(ui, key, look, all, {}, top).back) back();
}

void Screens::draw_board_place(Ui& ui, const Models& models, Commands& commands) {
    w::page(
        ui, "board", {.title = words::board::heading, .width_max = 1280},
        [&] { draw_board(ui, models.board, board_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    draw_board_dialog(ui, models.board, board_, commands);
}

void Screens::draw_sending_place(Ui& ui, const Models& models, Commands& commands) {
    w::page(
        ui, "sending", {.title = words::sending::title}, [&] { draw_sending(ui, models.sending, sending_, commands); },
        {}, [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    draw_passphrase_dialog(ui, models.passphrase, passphrase_, commands);
}

}  // namespace kitbag
