#include "app/gallery_states.h"

#include <array>
#include <vector>

#include "app/widgets/calendar.h"
#include "app/widgets/chart.h"
#include "app/widgets/data_table.h"
#include "app/widgets/paint.h"
#include "app/widgets/parts.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

enum class As { hovered, pressed, focused };

// Draws a widget as if the pointer or the focus were on it. What is really under the pointer is forgotten until it moves.
void as(Ui& ui, As state, std::string_view key, const Contents& draw) {
    UiInput& input = ui.input();
    const NodeId focused = input.focused();
    const bool ring = input.focus_ring(focused);
    const float height = input.text_height(focused);
    if (state == As::hovered) input.hover(ui.id(key));
    if (state == As::pressed) input.press(ui.id(key));
    if (state == As::focused) input.focus(ui.id(key), true);
    draw();
    if (state == As::hovered) input.hover(0);
    if (state == As::pressed) input.press(0);
    if (state == As::focused) input.focus(focused, ring, height);
}

void draw_states_of_buttons(Ui& ui) {
    w::card(ui, "states", "States", [&] {
        w::heading(ui, 2, "States");
        const std::array kinds = {w::ButtonKind::primary, w::ButtonKind::secondary, w::ButtonKind::quiet,
                                  w::ButtonKind::danger};
        const std::array<const char*, 4> names = {"primary", "secondary", "quiet", "danger"};
        for (std::size_t place = 0; place < kinds.size(); ++place) {
            const KeyScope scope(ui, names[place]);
            const auto one = [&](std::string_view key, w::Button look) {
                look.kind = kinds[place];
                look.icon = Icon::calendar_plus;
                w::button(ui, key, look);
            };
            w::row(ui, [&] {
                one("rest", {.label = "At rest"});
                as(ui, As::hovered, "hovered", [&] { one("hovered", {.label = "Under a pointer"}); });
                as(ui, As::pressed, "pressed", [&] { one("pressed", {.label = "Pressed"}); });
                as(ui, As::focused, "focused", [&] { one("focused", {.label = "With the focus"}); });
                one("disabled", {.label = "Disabled", .enabled = false});
                one("busy", {.label = "Busy", .busy = true});
                one("on", {.label = "Switched on", .pressed = true});
            });
        }
    });
}

void draw_icons(Ui& ui) {
    w::card(ui, "icons", "Icons", [&] {
        w::heading(ui, 2, "Icons");
        w::row(ui, [&] {
            for (int icon = 1; icon <= static_cast<int>(Icon::ellipsis); ++icon) {
                w::button(ui, std::to_string(icon), {.label = std::to_string(icon), .icon = static_cast<Icon>(icon)});
            }
        });
    });
}

void draw_calendar(Ui& ui) {
    std::vector<w::CalendarCell> cells;
    for (int day = 0; day < 35; ++day) {
        const int number = (day + 29) % 30 + 1;
        w::CalendarCell cell{.number = number,
                             .spoken = "Day " + std::to_string(number),
                             .lines = {},
                             .in_month = day > 0 && day < 31,
                             .today = day == 16};
        for (int visit = 0; visit < day % 5; ++visit) cell.lines.push_back("09:30 Bramble Hill Primary School");
        cells.push_back(std::move(cell));
    }
    w::heading(ui, 2, "Calendar");
    if (!w::calendar_fits(ui)) return w::paragraph(ui, "There is no room for words in its cells here.");
    w::calendar(
        ui, "calendar",
        {.label = "November 2026", .weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, .cells = cells});
}

void draw_pictures_and_words(Ui& ui) {
    w::card(ui, "pictures", "Pictures and words", [&] {
        w::heading(ui, 2, "Pictures and words");
        w::row(ui, [&] {
            w::photo_button(ui, "take", {.label = "Take a photograph", .place = "gallery"});
            w::photo_button(ui, "off", {.label = "Not here", .place = "gallery", .enabled = false});
        });
        w::image(ui, "plain",
                 {.name = "The same, which is not pressed", .source = "thumbnail/none", .width = 200, .height = 150});
        w::file_button(ui, "file", {.label = "Choose a file", .place = "gallery"});
        w::image_button(ui, "small",
                        {.name = "A display in the hall", .source = "thumbnail/none", .width = 200, .height = 150},
                        "Look at it: A display in the hall");
        const std::array marks = {TextRange{11, 7}, TextRange{47, 7}};
        w::marked_text(ui, {"The spring library is open to every class, and library books go home.", marks});
        w::paragraph(ui,
                     "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Donaudampfschifffahrtsgesellschaft");
        w::badge(ui,
                 "A badge whose words are much longer than anybody would think of writing into a badge on a tablet");
    });
}

void draw_parts_and_entries(Ui& ui, GalleryStates& states) {
    w::card(ui, "parts_and_entries", "Parts and entries", [&] {
        w::heading(ui, 2, "Parts and entries");
        const std::array<const char*, 4> names = {"Notes", "Aspects", "Questions", "Last time"};
        std::vector<w::NavigationItem> items;
        for (const char* name : names) items.push_back({.key = name, .label = name, .current = states.part == name});
        const std::string_view pressed = w::parts(ui, "parts", "Part of the visit", items);
        if (!pressed.empty()) states.part = pressed;
        w::list(ui, "entries", "Entries", [&] {
            for (const char* key : {"first", "second"}) {
                w::list_entry(ui, key, [&] {
                    w::paragraph(ui, "An entry holds other things and is not pressed itself.");
                    w::row_at_hand(ui, [&] {
                        const std::string spoken = std::string("Put aside the ") + key;
                        w::button(ui, "aside", {.label = "Put aside", .kind = w::ButtonKind::quiet, .spoken = spoken});
                    });
                });
            }
        });
    });
}

void draw_figures(Ui& ui) {
    const std::vector<std::string> years = {"2023", "2024", "2025"};
    const std::array<w::ChartPoint, 3> school = {{{61.0f, "61%"}, {{}, "Hidden: fewer than 6 pupils"}, {65.0f, "65%"}}};
    const std::array<w::ChartPoint, 3> county = {{{60.0f, "60%"}, {62.0f, "62%"}, {66.0f, "66%"}}};
    const std::array lines = {w::ChartLine{"This school", w::ChartStroke::whole, school},
                              w::ChartLine{"The county", w::ChartStroke::long_dashes, county}};
    const std::array<std::string_view, 3> cells = {"12", "Not known", "14"};
    const std::array rows = {w::DataRow{"Pupils", cells}};
    w::card(ui, "figures", "Figures", [&] {
        w::heading(ui, 2, "Figures");
        w::chart(
            ui, "chart",
            {.label = "Reading", .corner = "Whose", .columns = years, .lines = lines, .unit = "%", .is_percent = true});
        w::data_table(ui, "table", {.label = "How many", .corner = "What", .columns = years, .rows = rows});
    });
}

void draw_what_passes(Ui& ui, GalleryStates& states) {
    w::card(ui, "passing", "What comes and goes", [&] {
        w::heading(ui, 2, "What comes and goes");
        w::progress(ui, "work",
                    {.label = "Bringing down the county's schools", .fraction = 0.4f, .value = "103 of 257"});
        const w::Progress work{.label = "Sending photographs", .fraction = 0.7f, .value = "7 of 10"};
        if (states.fetching && w::long_work(ui, "long_work", work, "stop", {.label = "Cancel", .icon = Icon::x}))
            states.fetching = false;
        if (w::status_line_with(ui, "line", "A line with something to press at its end.", "again",
                                {.label = "Begin anew"}))
            states.fetching = true;
        w::row(ui, [&] {
            if (w::button(ui, "toast", {.label = "Show a toast", .icon = Icon::message_square}))
                states.toast = "Undone: chose Amber for Governance";
            if (w::button(ui, "long", {.label = "Show a long toast", .icon = Icon::message_square}))
                states.toast = "The photograph is removed from this tablet, and that it was here stays in the record.";
        });
    });
}

// A board of words instead of categories, with a row that is only read.
void draw_board_of_words(Ui& ui) {
    static const std::array<std::string, 3> columns = {"Figure", "Others", "Gap"};
    const std::array<w::BoardCell, 3> county = {{{.spoken = "45%", .text = "45%"},
                                                 {.spoken = "66%", .text = "66%"},
                                                 {.spoken = "21 behind, in percentage points", .text = "21 behind"}}};
    const std::array<w::BoardCell, 3> none = {{{.spoken = "Hidden: fewer than 6 pupils"},
                                               {.spoken = "Hidden: fewer than 6 pupils"},
                                               {.spoken = "Not known"}}};
    const std::array<w::BoardRow, 3> rows = {
        {{.key = "county", .title = "The county", .detail = "", .opens = false},
         {.key = "1", .title = "Ashmere Primary School", .detail = "Below the floor of 65%"},
         {.key = "2", .title = "Larkfield Nursery", .detail = "Hidden: fewer than 6 pupils"}}};
    const auto cells_of = [&](std::size_t row) -> std::span<const w::BoardCell> { return row == 2 ? none : county; };
    w::board(ui, "board of words",
             {.label = "A board of words",
              .row_heading = "School",
              .columns = columns,
              .row_count = rows.size(),
              .row = [&](std::size_t row) { return rows[row]; },
              .cells = cells_of});
}

}  // namespace

void draw_gallery_states(Ui& ui, GalleryStates& states) {
    const KeyScope scope(ui, "more");
    draw_states_of_buttons(ui);
    draw_icons(ui);
    draw_calendar(ui);
    draw_pictures_and_words(ui);
    draw_parts_and_entries(ui, states);
    draw_figures(ui);
    draw_board_of_words(ui);
    draw_what_passes(ui, states);
}

void draw_gallery_toast(Ui& ui, GalleryStates& states) {
    if (w::toast(ui, "toast", {states.toast, "Just done", "Close this news"})) states.toast.clear();
}

}  // namespace kitbag
