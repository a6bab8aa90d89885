// Every widget in every state, on one page: an App for the interface's makers to look at. It takes the place of the real one in
// the target kitbag_gallery, which is built only by name and never shipped. It knows no school; its words are its own.

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/gallery_states.h"
#include "app/screens/display_dialog.h"
#include "app/widgets/band.h"
#include "app/widgets/navigation.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

using namespace widgets;

constexpr std::size_t board_schools = 300, board_half_terms = 12;

// Invented schools with invented half terms, as many as a county has.
struct BoardCounty {
    std::vector<std::string> half_terms, keys, titles, details;
    std::vector<BoardCell> cells;
    std::vector<BoardRow> rows;

    BoardCounty() {
        const std::array<const char*, 6> terms = {"Autumn 1", "Autumn 2", "Spring 1",
                                                  "Spring 2", "Summer 1", "Summer 2"};
        for (std::size_t place = 0; place < board_half_terms; ++place)
            half_terms.push_back(std::string(terms[place % 6]) + (place < 6 ? "\n2025" : "\n2026"));
        const std::array<const char*, 4> names = {"Ashmere Primary School", "Otterholt School",
                                                  "Saint Frideswide's Voluntary Controlled Church of England Primary",
                                                  "Larkfield Nursery"};
        for (std::size_t place = 0; place < board_schools; ++place) {
            const std::string number = std::to_string(place + 1);
            keys.push_back("900" + std::string(3 - number.size(), '0') + number);
            titles.push_back(std::string(names[place % names.size()]) + " " + number);
            details.push_back(place % 3 ? "Primary · Wendle" : "Secondary · Upper Wend Valley");
            for (std::size_t column = 0; column < board_half_terms; ++column) cells.push_back(cell(place, column));
        }
        for (std::size_t place = 0; place < board_schools; ++place)
            rows.push_back({.key = keys[place], .title = titles[place], .detail = details[place]});
    }

    static std::string_view spoken(const BoardCell& cell) {
        static constexpr std::string_view words[4][4] = {
            {"No category", "No category, improving", "No category, steady", "No category, declining"},
            {"Green", "Green, improving", "Green, steady", "Green, declining"},
            {"Amber", "Amber, improving", "Amber, steady", "Amber, declining"},
            {"Red", "Red, improving", "Red, steady", "Red, declining"}};
        const std::size_t line = !cell.category                      ? 0
                                 : *cell.category == Category::green ? 1
                                 : *cell.category == Category::amber ? 2
                                                                     : 3;
        const std::size_t place = cell.arrow == Arrow::none    ? 0
                                  : cell.arrow == Arrow::up    ? 1
                                  : cell.arrow == Arrow::level ? 2
                                                               : 3;
        return words[line][place];
    }

    static BoardCell cell(std::size_t place, std::size_t column) {
        const std::size_t dice = (place * 7 + column / 3 + place / 5) % 9;
        const std::size_t turn = (place * 3 + column * 5 + place / 4) % 7;
        if (turn == 6) return {.category = {}, .arrow = Arrow::none, .spoken = "Not judged"};
        BoardCell made;
        if (dice < 8) made.category = dice < 4 ? Category::green : dice < 7 ? Category::amber : Category::red;
        made.arrow = turn < 3 ? Arrow::level : turn == 3 ? Arrow::up : turn == 4 ? Arrow::down : Arrow::none;
        made.spoken = spoken(made);
        return made;
    }
};

}  // namespace

class Session {
  public:
    std::string choice = "middle", radio = "second", descriptor = "amber", other_descriptor;
    std::vector<std::string> groups = {"boys"};
    std::string one_line = "Ada Marsh", note, search, passphrase, date = "2026-11-23";
    std::string chosen_row = "2";
    RowsMemory rows;
    int pressed = 0;
    bool dialog = false;
    bool reasons = false;
    std::string_view place = "widgets";
    BoardCounty county;
    GalleryStates states;
    DisplayView display;
};

class Screens {};

namespace {

void take(FieldAnswer answer, std::string& text) {
    if (answer.edited) text = *answer.edited;
}

void buttons(Ui& ui, Session& state) {
    card(ui, "buttons", "Buttons", [&] {
        heading(ui, 2, "Buttons");
        paragraph(ui, "Pressed so far: " + std::to_string(state.pressed) + ".");
        row(ui, [&] {
            if (button(ui, "primary", {.label = "Complete the visit", .kind = ButtonKind::primary})) ++state.pressed;
            if (button(ui, "secondary", {.label = "Add another note"})) ++state.pressed;
            if (button(ui, "quiet", {.label = "Clear this choice", .kind = ButtonKind::quiet})) ++state.pressed;
            if (button(ui, "danger", {.label = "Remove", .kind = ButtonKind::danger})) ++state.pressed;
        });
        row(ui, [&] {
            button(ui, "disabled", {.label = "Not now", .enabled = false});
            button(ui, "busy", {.label = "Sending…", .kind = ButtonKind::primary, .busy = true});
            if (button(ui, "ask", {.label = "Ask me something"})) state.dialog = true;
            link(ui, "link", "Sending and receiving");
        });
        if (button(ui, "why", {.label = "Why this suggestion", .kind = ButtonKind::quiet, .expanded = state.reasons}))
            state.reasons = !state.reasons;
        const std::array<std::string, 2> reasons = {"Most of the judged aspects are Amber.",
                                                    "Two aspects are not judged yet, so this may change."};
        if (state.reasons) bullets(ui, "reasons", reasons);
        row(ui, [&] {
            for (const Category category : all_categories) category_badge(ui, category);
            direction_badge(ui, Arrow::up, "Improving");
            direction_badge(ui, Arrow::level, "Steady");
            direction_badge(ui, Arrow::down, "Declining");
            badge(ui, "Under way", BadgeTone::info);
            badge(ui, "Completed", BadgeTone::good);
            badge(ui, "Refused", BadgeTone::danger);
            badge(ui, "Not judged yet");
            badge(ui, "Waiting to be sent", BadgeTone::warning);
        });
    });
}

void fields(Ui& ui, Session& state) {
    card(ui, "fields", "Fields", [&] {
        heading(ui, 2, "Fields");
        columns(
            ui, 0.5f,
            [&] {
                take(field(ui, "name",
                           {.label = "Your name",
                            .value = state.one_line,
                            .hint = "As it should stand on your visit records.",
                            .autocomplete = "name"}),
                     state.one_line);
                take(field(ui, "search",
                           {.label = "Search for a school", .value = state.search, .kind = FieldKind::search}),
                     state.search);
            },
            [&] {
                take(field(ui, "passphrase",
                           {.label = "Passphrase",
                            .value = state.passphrase,
                            .kind = FieldKind::password,
                            .error =
                                "That is not the passphrase of this tablet. Check for capital letters and try again."}),
                     state.passphrase);
                take(field(ui, "date", {.label = "Date of the visit", .value = state.date, .kind = FieldKind::date}),
                     state.date);
            });
        take(field(ui, "note",
                   {.label = "Evidence",
                    .value = state.note,
                    .kind = FieldKind::multiline,
                    .hint = "What you saw, heard or read.",
                    .note = "Saved on this tablet"}),
             state.note);
        field(ui, "off", {.label = "Cannot be changed", .value = "The record is completed", .enabled = false});
    });
}

void choices(Ui& ui, Session& state) {
    card(ui, "choices", "Choices", [&] {
        heading(ui, 2, "Choices");
        const std::array<widgets::Choice, 3> parts = {{{.key = "first", .label = "Primary"},
                                                       {.key = "middle", .label = "Secondary"},
                                                       {.key = "last", .label = "Special"}}};
        if (const auto chosen = segmented_choice(
                ui, "segmented", {.label = "Which criteria", .choices = parts, .selected = state.choice}))
            state.choice = *chosen;
        const std::array<widgets::Choice, 3> sentences = {
            {{.key = "first", .label = "Keeping in Touch visit", .detail = "Once a year to every school."},
             {.key = "second", .label = "Termly review"},
             {.key = "third", .label = "Safeguarding check", .enabled = false}}};
        if (const auto chosen =
                radio_group(ui, "radio", {.label = "Kind of visit", .choices = sentences, .selected = state.radio}))
            state.radio = *chosen;
        if (const auto chosen =
                choice_row(ui, "row", {.label = "Which are listed", .choices = sentences, .selected = state.radio}))
            state.radio = *chosen;
        const std::array<widgets::Choice, 4> groups = {
            {{.key = "boys", .label = "Boys"},
             {.key = "fsm", .label = "Entitled to free school meals"},
             {.key = "send", .label = "Special educational needs"},
             {.key = "looked_after", .label = "Looked after", .enabled = false}}};
        const ToggleGroup several{.label = "Pupil groups", .choices = groups, .on = state.groups};
        if (const auto pressed = toggle_group(ui, "groups", several)) {
            if (std::erase(state.groups, *pressed) == 0) state.groups.push_back(*pressed);
        }
    });
    card(ui, "aspect", "Attendance", [&] {
        heading(ui, 3, "Attendance");
        const DescriptorChoice look{
            .label = "Attendance",
            .descriptors = {"Attendance is at or above the average of like schools, and rising for every group.",
                            "Attendance is a little below the average of like schools, or one group's is falling. The "
                            "school knows why and acts.",
                            "Attendance is low, or falling for several groups."},
            .selected = state.descriptor,
            .not_described = {},
            .not_applicable = "Not applicable here"};
        if (const auto chosen = descriptor_choice(ui, "choice", look))
            state.descriptor = *chosen == state.descriptor ? "" : *chosen;
    });
    card(ui, "other aspect", "Risk", [&] {
        heading(ui, 3, "At risk of a lower judgement");
        const DescriptorChoice look{.label = "At risk of a lower judgement",
                                    .descriptors = {"", "At the next inspection the school might be judged lower.", ""},
                                    .selected = state.other_descriptor,
                                    .not_described = "The strategy describes none."};
        if (const auto chosen = descriptor_choice(ui, "choice", look)) state.other_descriptor = *chosen;
    });
}

void news(Ui& ui) {
    card(ui, "news", "News", [&] {
        heading(ui, 2, "News");
        banner(ui, "info", {.text = "Three changes on this tablet wait to be sent.", .action = "Sync now"});
        banner(ui, "good", {.kind = BannerKind::good, .text = "Everything is received by the county."});
        banner(ui, "warning",
               {.kind = BannerKind::warning,
                .text = "The county's server refused part of this visit.",
                .action = "See why"});
        banner(ui, "error",
               {.kind = BannerKind::error,
                .text = "This tablet is full, so what you type cannot be saved. It is still on the screen. Delete "
                        "photos or apps you no longer need; Kitbag tries again by itself."});
        progress(ui, "known", {.label = "Bringing down the county's schools", .fraction = 0.4f, .value = "103 of 257"});
        progress(ui, "unknown", {.label = "Unlocking"});
        fact(ui, "Headteacher", "Mrs Wren Sedge");
        fact(ui, "Type of school", "Community school, with a nursery class and a unit for pupils with hearing loss");
        divider(ui);
        empty_state(ui, "No visits yet",
                    "Start a Keeping in Touch visit when you are at the school. It works with no signal.");
    });
}

void gallery_page(Ui& ui, Session& state) {
    const PageAnswer answer = page(
        ui, "gallery",
        {.title = "Widgets", .back = "All schools", .detail = "Every widget in every state", .width_max = 1040},
        [&] {
            buttons(ui, state);
            fields(ui, state);
            choices(ui, state);
            news(ui);
            draw_gallery_states(ui, state.states);
        },
        [&] {
            row(ui, [&] {
                button(ui, "complete", {.label = "Complete the visit", .kind = ButtonKind::primary});
                status_line(ui, "saved", "Saved on this tablet");
            });
        });
    if (answer.back) state.place = "list";
}

void list_page(Ui& ui, Session& state) {
    constexpr std::size_t schools = 400;
    std::string key, title;
    const auto row_at = [&](std::size_t place) -> KeyedRow {
        key = std::to_string(place + 1);
        title = ((place + 1) % 3 ? "Wendshire Primary School "
                                 : "Saint Frideswide's Voluntary Controlled Church of England Primary School ") +
                key;
        return {key,
                {.title = title,
                 .detail = "Primary · Community school · Fenland",
                 .badge = (place + 1) % 4 ? "" : "Under way",
                 .badge_tone = BadgeTone::info,
                 .current = key == state.chosen_row}};
    };
    const auto rows = [&] {
        heading(ui, 1, "Schools");
        if (const auto pressed = long_list(ui, "schools", "Schools", schools, state.rows, row_at))
            state.chosen_row = std::to_string(*pressed + 1);
    };
    const auto detail = [&] {
        heading(ui, 2, "School " + state.chosen_row);
        card(ui, "facts", "", [&] { fact(ui, "URN", "90000" + state.chosen_row); });
        list(ui, "visits", "Visits", [&] {
            list_row(ui, "visit",
                     {.title = "Keeping in Touch visit", .detail = "23 November 2026", .badge = "Completed"});
        });
    };
    two_panes(ui, "panes", "Schools", rows, "School", detail, Pane::first);
}

void board_page(Ui& ui, Session& state) {
    BoardCounty& county = state.county;
    page(ui, "board", {.title = "Direction of travel", .detail = "Pressed: " + state.chosen_row, .width_max = 1280},
         [&] {
             paragraph(ui,
                       "Each half term shows the category that a school had and the direction in which it travelled.",
                       {.tone = TextTone::quiet});
             row(ui, [&] {
                 for (const Category category : all_categories) category_badge(ui, category);
                 direction_badge(ui, Arrow::up, "Improving");
                 direction_badge(ui, Arrow::level, "Steady");
                 direction_badge(ui, Arrow::down, "Declining");
             });
             const auto fit = std::min(board_half_terms, static_cast<std::size_t>(board_columns_fit(ui)));
             const std::size_t first = board_half_terms - fit;
             const auto cells_of = [&](std::size_t row) {
                 return std::span<const BoardCell>(county.cells).subspan(row * board_half_terms + first, fit);
             };
             if (const auto pressed = board(ui, "schools",
                                            {.label = "Direction of travel by half terms",
                                             .row_heading = "School",
                                             .columns = std::span(county.half_terms).subspan(first),
                                             .row_count = county.rows.size(),
                                             .row = [&](std::size_t row) { return county.rows[row]; },
                                             .cells = cells_of,
                                             .current_column = static_cast<int>(fit) - 1}))
                 state.chosen_row = *pressed;
         });
}

}  // namespace

App::App(Platform& platform, KeyCost)
    : platform_(platform), session_(std::make_unique<Session>()), screens_(std::make_unique<Screens>()) {}
App::~App() = default;
void App::start() {
    platform_.request_frame();
}

void App::draw(Ui& ui) {
    Session& state = *session_;
    const std::array<NavigationItem, 4> items = {
        {{.key = "widgets", .label = "Widgets", .current = state.place == "widgets"},
         {.key = "list", .label = "List", .current = state.place == "list"},
         {.key = "board", .label = "Board", .current = state.place == "board"},
         {.key = "display", .label = "Display"}}};
    const std::string_view went = navigation_bar(ui, "navigation", "Kitbag", items);
    band(ui, "band", "News",
         [&] { status_line(ui, "news", "A strip above the page, for what has to be said wherever one is."); });
    if (went == "display")
        state.display.open = true;
    else if (!went.empty())
        state.place = went;
    if (state.place == "widgets")
        gallery_page(ui, state);
    else if (state.place == "board")
        board_page(ui, state);
    else
        list_page(ui, state);
    if (state.dialog) {
        const auto contents = [&] {
            paragraph(ui, "Two aspects are not judged yet. Afterwards the record can be read but not changed.");
        };
        dialog(ui, "question", "Complete this visit?", "cancel", contents, [&] {
            if (button(ui, "yes", {.label = "Complete it", .kind = ButtonKind::primary})) state.dialog = false;
            if (button(ui, "cancel", {.label = "Go back to the visit"})) state.dialog = false;
        });
    }
    Commands commands;
    draw_display_dialog(ui, state.display, commands);
    for (const Command& command : commands.take()) {
        if (const auto* so = std::get_if<ShowSo>(&command)) platform_.keep_display(so->display);
    }
    draw_gallery_toast(ui, state.states);
}

void App::on_http(RequestId, const WebAnswer&) {}
void App::on_timer(Timer) {}
void App::on_persistence(bool) {}
void App::on_photo(std::string_view, const TakenPhoto&) {}
void App::on_photo_news(std::string_view, std::string_view) {}
std::optional<std::vector<std::uint8_t>> App::shown_photo(std::string_view) const {
    return std::nullopt;
}
void App::on_room(std::int64_t, std::int64_t) {}
void App::on_file() {}
AtWork App::at_work() const {
    return {};
}
void App::hand_on_texts() {}
void App::take_texts(std::string) {}
void App::on_hidden() {}
void App::on_visible() {}
void App::on_online() {}
void App::ask_for_frame() {}

}  // namespace kitbag
