// Where what inspections of a school named stands on the screen.

#include "app/screens/screens.h"
#include "app/text/inspections_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {

namespace w = widgets;

void Screens::draw_inspections_place(Ui& ui, const Models& models, Commands& commands) {
    const InspectionsModel& model = models.inspections;
    const w::Page look{
        .title = words::inspections::title, .back = words::common::back_to_school, .detail = model.school};
    const auto answer = w::page(
        ui, model.urn + ".inspections", look, [&] { draw_inspections(ui, model, inspections_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{Place::school, model.urn, ""}});
}

}  // namespace kitbag
