#include "app/screens/board_screen.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/screens/directions.h"
#include "app/screens/toggles.h"
#include "app/text/outcomes_words.h"
#include "app/text/people_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/board.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::board;

// The half terms that have room, the last of them `back` before the present one.
struct Window {
    int first = 0;
    int count = 0;
};

Window window(Ui& ui, const BoardModel& model, BoardView& view) {
    const int all = static_cast<int>(model.half_terms.size());
    const int count = std::min(all, w::board_columns_fit(ui));
    view.back = std::clamp(view.back, 0, all - count);
    return {all - count - view.back, count};
}

void draw_steps(Ui& ui, const BoardModel& model, BoardView& view, const Window& shown, Commands& commands) {
    const int all = static_cast<int>(model.half_terms.size());
    if (shown.count == all) return;
    const auto step = [](std::string_view label, std::string_view spoken, bool enabled) {
        return w::Button{.label = label, .kind = w::ButtonKind::quiet, .enabled = enabled, .spoken = spoken};
    };
    const w::Button earlier = step(t::earlier_short, t::earlier, shown.first > 0);
    const w::Button later = step(t::later_short, t::later, view.back > 0);
    const int before = view.back;
    if (w::button(ui, "earlier", earlier)) view.back += shown.count;
    if (w::button(ui, "later", later)) view.back = std::max(0, view.back - shown.count);
    if (view.back != before) commands.push(DrawAgain{});
}

w::BoardCell cell_of(const BoardPlace& place) {
    return {.category = place.category,
            .arrow = place.direction ? arrow_of(*place.direction) : w::Arrow::none,
            .spoken = place.spoken};
}

void draw_table(Ui& ui, const BoardModel& model, const Window& shown, w::RowsMemory& memory, Commands& commands) {
    const auto first = static_cast<std::size_t>(shown.first), count = static_cast<std::size_t>(shown.count);
    const auto row_of = [&](std::size_t row) -> w::BoardRow {
        const BoardSchool& school = model.schools[row];
        return {.key = school.urn, .title = school.name, .detail = school.detail};
    };
    std::vector<w::BoardCell> cells(count);  // Of the row that was asked for last.
    const auto cells_of = [&](std::size_t row) -> std::span<const w::BoardCell> {
        std::ranges::transform(std::span(model.schools[row].places).subspan(first, count), cells.begin(), cell_of);
        return cells;
    };
    const std::span columns = std::span(model.half_terms).subspan(first, count);
    const bool has_now = shown.first + shown.count == static_cast<int>(model.half_terms.size());
    const auto pressed = w::board(ui, "board",
                                  {.label = t::heading,
                                   .row_heading = t::school,
                                   .columns = columns,
                                   .row_count = model.schools.size(),
                                   .row = row_of,
                                   .cells = cells_of,
                                   .memory = &memory,
                                   .current_column = has_now ? shown.count - 1 : -1});
    if (pressed) commands.push(GoTo{{Place::categorisation, *pressed, "", model.filter.subject}});
}

void draw_nothing(Ui& ui, const BoardFilter& filter) {
    if (filter.shows == BoardShows::not_looked_at) return w::empty_state(ui, t::all_looked_at, t::all_looked_at_advice);
    if (filter.shows == BoardShows::not_told) return w::empty_state(ui, t::all_told, t::all_told_advice);
    w::empty_state(ui, t::none, t::none_advice);
}

void show(const BoardModel& model, BoardShows shows, Commands& commands) {
    BoardFilter filter = model.filter;
    filter.shows = shows;
    commands.push(ShowBoard{filter});
}

// What wants attention, each a press away; or what is shown of it, and the way back to all.
void draw_attention(Ui& ui, const BoardModel& model, Commands& commands) {
    if (model.filter.shows != BoardShows::all) {
        w::badge(ui, model.filter.shows == BoardShows::not_told ? t::not_told : t::not_looked_at);
        if (w::button(ui, "all", {.label = t::show_all, .kind = w::ButtonKind::quiet}))
            show(model, BoardShows::all, commands);
        return;
    }
    const auto attention = [&](std::string_view key, const std::string& label, BoardShows shows) {
        if (!label.empty() && w::button(ui, key, {.label = label, .kind = w::ButtonKind::quiet}))
            show(model, shows, commands);
    };
    attention("not_looked_at", model.not_looked_at, BoardShows::not_looked_at);
    attention("not_told", model.not_told, BoardShows::not_told);
}

// Which schools are shown, and what else there is to see of all of them together.
void draw_ways(Ui& ui, const BoardModel& model, BoardView& view, Commands& commands) {
    const auto quiet = [&](std::string_view key, std::string_view label, Icon icon) {
        return w::button(ui, key, {.label = label, .kind = w::ButtonKind::quiet, .icon = icon});
    };
    if (model.has_calendar && quiet("choose", t::choose, Icon::sliders_horizontal)) {
        view.wanted = model.filter;
        view.choosing = true;
        commands.push(DrawAgain{});
    }
    if (model.has_outcomes && quiet("comparison", words::comparison::open, Icon::trending_up))
        commands.push(GoTo{{Place::comparison, "", ""}});
    if (model.has_alliances && quiet("alliances", words::alliance::all, Icon::users))
        commands.push(GoTo{{Place::alliances, "", ""}});
}

}  // namespace

void draw_board(Ui& ui, const BoardModel& model, BoardView& view, Commands& commands) {
    w::row(ui, [&] {
        if (model.has_calendar) w::status_line(ui, "filter", model.filter_line);
        draw_ways(ui, model, view, commands);
    });
    if (!model.has_calendar)
        return w::empty_state(ui, words::direction::no_calendar, words::direction::no_calendar_advice);
    const bool all_shown = model.filter.shows == BoardShows::all;
    if (all_shown && !model.attention_line.empty()) w::status_line(ui, "attention", model.attention_line);
    const Window shown = window(ui, model, view);
    w::row(ui, [&] {
        draw_attention(ui, model, commands);
        if (!model.schools.empty()) draw_steps(ui, model, view, shown, commands);
    });
    if (model.schools.empty()) return draw_nothing(ui, model.filter);
    draw_table(ui, model, shown, view.memory, commands);
}

void draw_board_dialog(Ui& ui, const BoardModel& model, BoardView& view, Commands& commands) {
    if (!view.choosing) return;
    const auto contents = [&] {
        const std::vector<Option> subjects = {{"school", std::string(words::rating::of_the_school)},
                                              {"eyfs", std::string(words::rating::of_the_eyfs)}};
        std::string subject(to_word(view.wanted.subject));
        choose_option(ui, "rating", t::rating, subjects, subject, commands);
        view.wanted.subject = subject_from(subject).value_or(Subject::school);
        choose_option(ui, "kind", t::kind, model.kinds, view.wanted.kind, commands);
        choose_option(ui, "area", t::area, model.areas, view.wanted.area, commands);
        choose_option(ui, "adviser", t::adviser, model.advisers, view.wanted.adviser, commands);
    };
    w::dialog(ui, "schools", t::choose, "cancel", contents, [&] {
        if (draw_done_or_cancel(ui, t::done, t::cancel, view.choosing, commands)) commands.push(ShowBoard{view.wanted});
    });
}

}  // namespace kitbag
