// Where the screens around visits put their parts: the calendar, a new visit, the Forum, what was written twice.

#include "app/screens/screens.h"
#include "app/screens/versions_screen.h"
#include "app/text/planning_words.h"
#include "app/text/versions_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {

namespace w = widgets;

void Screens::draw_visits_place(Ui& ui, const Models& models, Commands& commands) {
    w::page(
        ui, "visits", {.title = words::visits::title, .width_max = 1080},
        [&] { draw_visits(ui, models.visits, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
}

void Screens::draw_new_visit_place(Ui& ui, const Models& models, Commands& commands) {
    const NewVisitModel& model = models.new_visit;
    const auto top = [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); };
    if (const KindModel* kind = chosen_kind(model, new_visit_)) {
        const w::Page look{.title = kind->title, .back = words::planning::back_to_kinds, .detail = model.school};
        const std::string key = model.urn + "." + kind->kind;  // Each kind begins at its top.
        const auto body = [&] { draw_kind(ui, model, *kind, new_visit_, commands); };
        if (w::page(ui, key, look, body, {}, top).back) {
            new_visit_ = {};
            commands.push(DrawAgain{});
        }
    } else {
        const w::Page look{
            .title = words::planning::title, .back = words::common::back_to_school, .detail = model.school};
        const auto body = [&] { draw_kinds(ui, model, new_visit_, commands); };
        if (w::page(ui, model.urn + ".new_visit", look, body, {}, top).back)
            commands.push(GoTo{{Place::school, model.urn, ""}});
    }
    draw_new_visit_dialog(ui, model, commands);
}

void Screens::draw_forum_place(Ui& ui, const Models& models, Commands& commands) {
    const ForumModel& model = models.forum;
    const w::Page look{.title = words::forum::title, .back = words::common::back_to_school, .detail = model.school};
    const auto answer = w::page(
        ui, model.urn + ".forum", look, [&] { draw_forum(ui, model, forum_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{Place::school, model.urn, ""}});
}

void Screens::draw_versions_place(Ui& ui, const Models& models, Commands& commands) {
    const VersionsModel& model = models.versions;
    const w::Page look{.title = words::versions::title,
                       .back = model.open ? words::common::back_to_visit : words::common::back_to_record,
                       .detail = model.detail};
    const auto answer = w::page(
        ui, model.visit + ".versions", look, [&] { draw_versions(ui, model, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{model.open ? Place::visit : Place::record, model.urn, model.visit}});
}

}  // namespace kitbag
