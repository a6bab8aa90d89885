#include "app/screens/schools_screen.h"

#include "app/screens/toggles.h"
#include "app/screens/tones.h"
#include "app/text/people_words.h"
#include "app/text/rating_words.h"
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

void list_among(const SchoolsModel& model, const SchoolsView& view, SchoolFilter which, Commands& commands) {
    ListFilter filter = model.filter;
    filter.which = which;
    commands.push(SearchSchools{view.search, filter});
}

struct Offered {
    SchoolFilter filter;
    w::Choice choice;
};

// Only what there is to choose among; none where there is one choice.
std::vector<Offered> offered(const SchoolsModel& model) {
    std::vector<Offered> all;
    if (model.has_caseload || model.filter.which == SchoolFilter::caseload)
        all.push_back({SchoolFilter::caseload, {"caseload", words::caseload::mine}});
    all.push_back({SchoolFilter::all, {"all", t::all}});
    if (!model.has_settings) return all;
    all.push_back({SchoolFilter::schools, {"schools", t::only_schools}});
    all.push_back({SchoolFilter::settings, {"settings", t::only_settings}});
    all.push_back({SchoolFilter::childminders, {"childminders", t::only_childminders}});
    return all;
}

void draw_filter(Ui& ui, const SchoolsModel& model, const SchoolsView& view, Commands& commands) {
    const std::vector<Offered> all = offered(model);
    if (all.size() == 1) return;
    std::vector<w::Choice> choices;
    std::string_view selected;
    for (const Offered& each : all) {
        choices.push_back(each.choice);
        if (each.filter == model.filter.which) selected = each.choice.key;
    }
    const auto pressed = w::choice_row(ui, "which", {.label = t::which, .choices = choices, .selected = selected});
    if (!pressed) return;
    for (const Offered& each : all) {
        if (each.choice.key == *pressed) list_among(model, view, each.filter, commands);
    }
}

// What is searched for may be elsewhere in the county, or an alliance of schools; and who has no caseload is told how to get one.
void draw_caseload_words(Ui& ui, const SchoolsModel& model, const SchoolsView& view, Commands& commands) {
    if (!model.others_line.empty()) {
        const w::Button look{.label = words::caseload::show_others, .kind = w::ButtonKind::quiet};
        if (w::status_line_with(ui, "others", model.others_line, "show_others", look))
            list_among(model, view, SchoolFilter::all, commands);
    }
    if (!model.alliances_line.empty()) {
        const w::Button look{.label = words::alliance::show, .kind = w::ButtonKind::quiet};
        if (w::status_line_with(ui, "alliances", model.alliances_line, "show_alliances", look))
            commands.push(GoTo{{Place::alliances, "", ""}});
    }
    if (model.has_caseload || !model.may_have_one || model.filter.which == SchoolFilter::caseload) return;
    w::paragraph(ui, model.has_settings ? words::caseload::how_with_settings : words::caseload::how,
                 {.tone = w::TextTone::quiet, .small = true});
}

// How many are listed, and by which conditions.
void draw_count(Ui& ui, const SchoolsModel& model, SchoolsView& view, Commands& commands) {
    const w::Button narrow{.label = t::narrow, .kind = w::ButtonKind::quiet, .icon = Icon::sliders_horizontal};
    if (w::status_line_with(ui, "count", model.count_line, "narrow", narrow)) {
        view.wanted = model.filter;
        view.narrowing = true;
        commands.push(DrawAgain{});
    }
    if (model.filter_line.empty()) return;
    const w::Button drop{.label = t::drop, .kind = w::ButtonKind::quiet};
    if (w::status_line_with(ui, "conditions", model.filter_line, "drop", drop)) {
        ListFilter none;
        none.which = model.filter.which;
        commands.push(SearchSchools{view.search, none});
    }
}

void draw_none(Ui& ui, const SchoolsModel& model) {
    if (!model.filter_line.empty()) return w::empty_state(ui, t::none_found, t::none_meets_advice);
    if (model.filter.which == SchoolFilter::caseload && model.search.empty())
        return w::empty_state(ui, words::caseload::empty, words::caseload::empty_advice);
    w::empty_state(ui, t::none_found, t::none_found_advice);
}

w::KeyedRow row_of(const SchoolRow& row, std::string_view chosen) {
    return {row.urn,
            {.title = row.name,
             .detail = row.detail,
             .badge = row.chip.text,
             .badge_tone = badge_tone(row.chip.tone),
             .current = row.urn == chosen}};
}

void draw_rows(Ui& ui, const SchoolsModel& model, SchoolsView& view, std::string_view chosen, Commands& commands) {
    const auto row_at = [&](std::size_t place) { return row_of(model.all[model.shown[place]], chosen); };
    const auto pressed = w::long_list(ui, "schools", t::title, model.shown.size(), view.rows, row_at);
    if (pressed) commands.push(GoTo{{Place::school, model.all[model.shown[*pressed]].urn, ""}});
}

}  // namespace

void draw_schools(Ui& ui, const SchoolsModel& model, SchoolsView& view, std::string_view chosen, Commands& commands) {
    if (!model.arrived) {
        w::empty_state(ui, t::none_yet, t::none_yet_advice);
        return;
    }
    const KeyScope scope(ui, child_id(0, "all schools"));  // In one pane or beside another, the same.
    draw_search(ui, model, view, commands);
    draw_filter(ui, model, view, commands);
    draw_count(ui, model, view, commands);
    draw_caseload_words(ui, model, view, commands);
    if (model.shown.empty()) return draw_none(ui, model);
    draw_rows(ui, model, view, chosen, commands);
}

void draw_narrowing_dialog(Ui& ui, const SchoolsModel& model, SchoolsView& view, Commands& commands) {
    if (!view.narrowing) return;
    const auto contents = [&] {
        choose_option(ui, "kind", words::board::kind, model.kinds, view.wanted.kind, commands);
        choose_option(ui, "area", words::board::area, model.areas, view.wanted.area, commands);
        choose_option(ui, "category", t::category, model.categories, view.wanted.category, commands);
        if (!model.teams.empty()) choose_option(ui, "team", t::team, model.teams, view.wanted.team, commands);
        choose_option(ui, "due", t::due, model.dues, view.wanted.due, commands);
    };
    w::dialog(ui, "narrow the list", t::narrow, "cancel", contents, [&] {
        if (draw_done_or_cancel(ui, words::board::done, words::board::cancel, view.narrowing, commands))
            commands.push(SearchSchools{view.search, view.wanted});
    });
}

}  // namespace kitbag
