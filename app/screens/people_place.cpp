// Where the people of a school stand on the screen.

#include "app/screens/screens.h"
#include "app/text/people_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {

namespace w = widgets;

void Screens::draw_people_place(Ui& ui, const Models& models, Commands& commands) {
    const PeopleModel& model = models.people;
    const w::Page look{.title = words::people::title, .back = words::common::back_to_school, .detail = model.school};
    const auto answer = w::page(
        ui, model.urn + ".people", look, [&] { draw_people(ui, model, people_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{Place::school, model.urn, ""}});
}

}  // namespace kitbag
