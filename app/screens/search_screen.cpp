#include "app/screens/search_screen.h"

#include "app/text/evidence_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::search;

constexpr int typed_max = 200;

void draw_field(Ui& ui, const SearchModel& model, SearchView& view, Commands& commands) {
    if (!view.begun) view.text = model.text;
    view.begun = true;
    const w::FieldAnswer answer = w::field(ui, "search",
                                           {.label = t::field,
                                            .value = view.text,
                                            .kind = w::FieldKind::search,
                                            .hint = t::hint,
                                            .length_max = typed_max});
    if (!answer.edited) return;
    view.text = *answer.edited;
    view.pages = 1;
    commands.push(SearchNotes{view.text, view.pages});
}

void draw_rows(Ui& ui, const SearchModel& model, Commands& commands) {
    w::list(ui, "found", t::results, [&] {
        for (const FoundNoteRow& row : model.rows) {
            const w::ListRow look{
                .title = row.school, .detail = row.detail, .excerpt = row.excerpt, .found = row.found};
            if (!w::list_row(ui, row.note, look)) continue;
            commands.push(GoTo{{row.can_write ? Place::visit : Place::record, row.urn, row.visit}});
        }
    });
}

}  // namespace

void draw_search(Ui& ui, const SearchModel& model, SearchView& view, Commands& commands) {
    draw_field(ui, model, view, commands);
    if (!model.trouble.empty()) {
        w::banner(ui, "trouble", {.kind = w::BannerKind::error, .text = model.trouble});
    } else if (!model.searched) {
        w::empty_state(ui, t::before, t::before_advice);
    } else if (model.rows.empty()) {
        w::empty_state(ui, t::none_found, t::none_found_advice);
    } else {
        w::status_line(ui, "count", model.count_line);
        draw_rows(ui, model, commands);
        if (model.more && w::button(ui, "more", {.label = t::more, .icon = Icon::chevron_down})) {
            commands.push(SearchNotes{view.text, ++view.pages});
        }
    }
}

}  // namespace kitbag
