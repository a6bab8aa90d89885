#include "app/screens/visits_screen.h"

#include <array>

#include "app/screens/visit_rows.h"
#include "app/text/planning_words.h"
#include "app/widgets/calendar.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::visits;

constexpr std::array weekdays = {t::monday, t::tuesday, t::wednesday, t::thursday, t::friday, t::saturday, t::sunday};

void choose_whose(Ui& ui, const VisitsModel& model, Commands& commands) {
    const std::array choices = {w::Choice{"mine", t::mine}, w::Choice{"everybody", t::everybody}};
    const auto pressed = w::segmented_choice(
        ui, "whose", {.label = t::whose, .choices = choices, .selected = model.everybody ? "everybody" : "mine"});
    if (pressed) commands.push(ShowMonth{model.year, model.month, *pressed == "everybody"});
}

void draw_steps(Ui& ui, const VisitsModel& model, Commands& commands) {
    w::row(ui, [&] {
        // On a phone the three stand side by side.
        const auto step = [&](std::string_view key, std::string_view label, std::string_view shorter, int year,
                              int month, bool enabled) {
            const w::Button look{.label = ui.narrow() ? shorter : label,
                                 .kind = w::ButtonKind::quiet,
                                 .enabled = enabled,
                                 .spoken = label};
            if (w::button(ui, key, look)) commands.push(ShowMonth{year, month, model.everybody});
        };
        const bool january = model.month == 1, december = model.month == 12;
        step("earlier", t::earlier, t::earlier_short, january ? model.year - 1 : model.year,
             january ? 12 : model.month - 1, true);
        step("this_month", t::this_month, t::this_month, 0, 0, !model.present_month);
        step("later", t::later, t::later_short, december ? model.year + 1 : model.year, december ? 1 : model.month + 1,
             true);
    });
}

void draw_month(Ui& ui, const VisitsModel& model) {
    std::vector<w::CalendarCell> cells;
    cells.reserve(model.days.size());
    for (const CalendarDay& day : model.days)
        cells.push_back({day.number, day.spoken, day.visits, day.in_month, day.today});
    w::calendar(ui, "calendar", {.label = model.month_title, .weekdays = weekdays, .cells = cells});
}

}  // namespace

void draw_visits(Ui& ui, const VisitsModel& model, Commands& commands) {
    choose_whose(ui, model, commands);
    w::heading(ui, 2, model.month_title);
    draw_steps(ui, model, commands);
    if (model.list.empty()) w::empty_state(ui, t::none, model.everybody ? t::none_advice : t::none_mine_advice);
    for (const VisitDay& day : model.list) {
        w::heading(ui, 2, day.title);
        draw_visit_rows(ui, day.title, day.title, day.visits, commands);
    }
    if (!model.more.empty()) w::paragraph(ui, model.more, {.tone = w::TextTone::quiet});
    if (w::calendar_fits(ui)) draw_month(ui, model);  // Below what is to be done now.
}

}  // namespace kitbag
