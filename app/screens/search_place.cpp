// Searching all notes.

#include "app/screens/screens.h"
#include "app/text/evidence_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {

void Screens::draw_search_place(Ui& ui, const Models& models, Commands& commands) {
    widgets::page(
        ui, "search", {.title = words::search::title}, [&] { draw_search(ui, models.search, search_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
}

}  // namespace kitbag
