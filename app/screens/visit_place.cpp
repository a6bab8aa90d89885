// Where the parts of a visit stand in the window.

#include <utility>

#include "app/screens/screens.h"
#include "app/text/visit_words.h"
#include "app/widgets/band.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

std::string_view to_key(VisitPart part) {
    switch (part) {
        case VisitPart::notes:
            return "notes";
        case VisitPart::aspects:
            return "aspects";
        case VisitPart::questions:
            return "questions";
        case VisitPart::agreed:
            return "agreed";
        case VisitPart::details:
            return "details";
        case VisitPart::before:
            return "before";
    }
    return "";
}

}  // namespace

void Screens::draw_visit_place(Ui& ui, const Models& models, Commands& commands) {
    const VisitModel& visit = models.visit;
    if (visit_.next_part) visit_.part = *std::exchange(visit_.next_part, std::nullopt);
    const auto top = [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); };
    const auto photos = [&] { draw_photos_card(ui, models.photos, photos_, commands); };
    const auto body = [&] { draw_visit_body(ui, visit, visit_, commands, photos); };
    const auto back = [&] { commands.push(GoTo{{Place::school, visit.urn, ""}}); };
    if (w::two_panes_fit(ui) && visit.known) {
        ui.set_title(visit.school);
        const auto above = [&] {
            top();
            w::band(ui, "visit", words::visit::band, [&] {
                w::row(ui, [&] {
                    draw_visit_parts(ui, visit, visit_, commands);
                    draw_visit_undo(ui, visit, commands);
                });
            });
        };
        const auto side = [&] {
            if (w::back_button(ui, "back", words::common::back_to_school)) back();
            draw_visit_side(ui, visit, visit_, commands);
        };
        const auto main = [&] {
            w::heading(ui, 1, visit.school);
            w::paragraph(ui, visit.title + (visit.criteria.empty() ? "" : "\n" + visit.criteria),
                         {.tone = w::TextTone::quiet});
            body();
        };
        const std::string key = visit.id + "." + std::string(to_key(visit_.part));  // Each part begins at its top.
        w::two_panes(ui, key, words::visit::beside, side, visit.title, main, w::Pane::second, above);
    } else {
        const auto all = [&] {
            if (visit.known) draw_visit_parts(ui, visit, visit_, commands);
            body();
        };
        const auto bar = [&] { draw_visit_bar(ui, visit, visit_, commands); };
        const w::Page look{.title = visit.school, .back = words::common::back_to_school, .detail = visit.title};
        const Contents at_bottom = has_visit_bar(visit, visit_) ? Contents(bar) : Contents();
        if (w::page(ui, visit.id, look, all, at_bottom, top).back) back();
    }
    draw_visit_dialogs(ui, visit, visit_, commands);
    draw_photo_dialog(ui, models.photos, photos_, commands);
}

}  // namespace kitbag
