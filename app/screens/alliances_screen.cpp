#include "app/screens/alliances_screen.h"

#include "app/screens/screens.h"
#include "app/text/people_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::alliance;

void draw_schools(Ui& ui, std::string_view title, const std::vector<AllianceMember>& schools, Commands& commands) {
    if (schools.empty()) return;
    w::heading(ui, 3, title);
    std::size_t place = 0;  // One of another county has no URN, and two may have one name.
    w::list(ui, title, title, [&] {
        for (const AllianceMember& school : schools) {
            const std::string key = std::to_string(place++) + school.urn;
            if (school.urn.empty()) {
                w::list_entry(ui, key, [&] {
                    w::paragraph(ui, school.name, {.bold = true});
                    w::paragraph(ui, t::elsewhere, {.tone = w::TextTone::quiet, .small = true});
                });
            } else if (w::list_row(ui, key, {.title = school.name})) {
                commands.push(GoTo{{Place::school, school.urn, ""}});
            }
        }
    });
}

}  // namespace

void draw_alliances(Ui& ui, const AlliancesModel& model, Commands& commands) {
    if (model.alliances.empty()) return w::empty_state(ui, t::none, t::none_advice);
    for (const AllianceCard& alliance : model.alliances) {
        w::card(ui, alliance.name, alliance.name, [&] {
            w::heading(ui, 2, alliance.name);
            if (!alliance.about.empty()) w::paragraph(ui, alliance.about, {.tone = w::TextTone::quiet});
            draw_schools(ui, t::those_leading, alliance.leads, commands);
            draw_schools(ui, t::those_in_it, alliance.others, commands);
        });
    }
}

void Screens::draw_alliances_place(Ui& ui, const Models& models, Commands& commands) {
    const std::string& urn = models.alliances.urn;
    const bool from_board = urn.empty() && before_ == Place::board;
    const w::Page look{.title = t::all,
                       .back = !urn.empty() ? words::common::back_to_school
                               : from_board ? words::common::back_to_board
                                            : words::common::back_to_schools};
    const auto answer = w::page(
        ui, "alliances", look, [&] { draw_alliances(ui, models.alliances, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (!answer.back) return;
    const Place whole = from_board ? Place::board : Place::schools;
    commands.push(GoTo{urn.empty() ? Route{whole, "", ""} : Route{Place::school, urn, ""}});
}

}  // namespace kitbag
