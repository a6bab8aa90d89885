#include "app/screens/schools_screen.h"

#include "app/screens/tones.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::schools;

void draw_search(Ui& ui, const SchoolsModel& model, SchoolsView& view, Commands& commands) {
    const w::FieldAnswer answer = w::field(ui, "search",
                                           {.label = model.has_settings ? t::search_or_setting : t::search,
                                            .value = view.search,
                                            .kind = w::FieldKind::search,
                                            .hint = t::search_hint});
    if (!answer.edited) return;
    view.search = *answer.edited;
    commands.push(SearchSchools{view.search, model.filter});
}

constexpr std::array filters = {w::Choice{"all", t::all}, w::Choice{"schools", t::only_schools},
                                w::Choice{"settings", t::only_settings},
                                w::Choice{"childminders", t::only_childminders}};

void draw_filter(Ui& ui, const SchoolsModel& model, const SchoolsView& view, Commands& commands) {
    const std::string on(filters[static_cast<std::size_t>(model.filter)].key);
    const auto pressed = w::toggle_group(ui, "which", {.label = t::which, .choices = filters, .on = {&on, 1}});
    if (!pressed) return;
    const auto chosen = std::ranges::find(filters, std::string_view(*pressed), &w::Choice::key);
    commands.push(SearchSchools{view.search, static_cast<SchoolFilter>(chosen - filters.begin())});
}

void draw_rows(Ui& ui, const SchoolsModel& model, std::string_view chosen, Commands& commands) {
    w::list(ui, "schools", t::title, [&] {
        for (const SchoolRow& row : model.rows) {
            const bool pressed = w::list_row(ui, row.urn,
                                             {.title = row.name,
                                              .detail = row.detail,
                                              .badge = row.chip.text,
                                              .badge_tone = badge_tone(row.chip.tone),
                                              .current = row.urn == chosen});
            if (pressed) commands.push(GoTo{{Place::school, row.urn, ""}});
        }
    });
}

}  // namespace

void draw_schools(Ui& ui, const SchoolsModel& model, SchoolsView& view, std::string_view chosen, Commands& commands) {
    if (!model.arrived) {
        w::empty_state(ui, t::none_yet, t::none_yet_advice);
        return;
    }
    const KeyScope scope(ui, child_id(0, "all schools"));  // In one pane or beside another, the same.
    draw_search(ui, model, view, commands);
    if (model.has_settings) draw_filter(ui, model, view, commands);
    w::status_line(ui, "count", model.count_line);
    if (model.rows.empty()) {
        w::empty_state(ui, t::none_found, t::none_found_advice);
    } else {
        draw_rows(ui, model, chosen, commands);
    }
}

}  // namespace kitbag
