// Every widget in every state, on one page: an App for the interface's makers to look at. It takes the place of the real one in
// the target kitbag_gallery, which is built only by name and never shipped. It knows no school; its words are its own.

#include <array>
#include <string>

#include "app/app.h"
#include "app/widgets/widgets.h"

namespace kitbag {

class Session {
  public:
    std::string choice = "middle", radio = "second", descriptor = "amber", other_descriptor;
    std::string one_line = "Ada Marsh", note, search, passphrase, date = "2026-11-23";
    std::string chosen_row = "2";
    int pressed = 0;
    bool dialog = false;
    bool reasons = false;
    std::string_view place = "widgets";
};

class Screens {};

namespace {

using namespace widgets;

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
        const std::array<Choice, 3> parts = {{{.key = "first", .label = "Primary"},
                                              {.key = "middle", .label = "Secondary"},
                                              {.key = "last", .label = "Special"}}};
        if (const auto chosen = segmented_choice(
                ui, "segmented", {.label = "Which criteria", .choices = parts, .selected = state.choice}))
            state.choice = *chosen;
        const std::array<Choice, 3> sentences = {
            {{.key = "first", .label = "Keeping in Touch visit", .detail = "Once a year to every school."},
             {.key = "second", .label = "Termly review"},
             {.key = "third", .label = "Safeguarding check", .enabled = false}}};
        if (const auto chosen =
                radio_group(ui, "radio", {.label = "Kind of visit", .choices = sentences, .selected = state.radio}))
            state.radio = *chosen;
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
    const auto rows = [&] {
        heading(ui, 1, "Schools");
        list(ui, "schools", "Schools", [&] {
            for (int number = 1; number <= 40; ++number) {
                const std::string key = std::to_string(number);
                const std::string title =
                    number % 3 ? "Wendshire Primary School " + key
                               : "Saint Frideswide's Voluntary Controlled Church of England Primary School " + key;
                if (list_row(ui, key,
                             {.title = title,
                              .detail = "Primary · Community school · Fenland",
                              .badge = number % 4 ? "" : "Under way",
                              .badge_tone = BadgeTone::info,
                              .current = key == state.chosen_row}))
                    state.chosen_row = key;
            }
        });
    };
    const auto detail = [&] {
        heading(ui, 2, "School " + state.chosen_row);
        card(ui, "facts", "", [&] { fact(ui, "URN", "90000" + state.chosen_row); });
    };
    two_panes(ui, "panes", "Schools", rows, "School", detail, Pane::first);
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
    const std::array<NavigationItem, 2> items = {
        {{.key = "widgets", .label = "Widgets", .current = state.place == "widgets"},
         {.key = "list", .label = "List", .current = state.place == "list"}}};
    const std::string_view went =
        navigation_bar(ui, "navigation", "Kitbag", items, [&] { bar_button(ui, "lock", "Lock"); });
    if (!went.empty()) state.place = went;
    if (state.place == "widgets")
        gallery_page(ui, state);
    else
        list_page(ui, state);
    if (state.dialog) {
        dialog(ui, "question", "Complete this visit?", "cancel", [&] {
            paragraph(ui, "Two aspects are not judged yet. Afterwards the record can be read but not changed.");
            row(ui, [&] {
                if (button(ui, "yes", {.label = "Complete it", .kind = ButtonKind::primary})) state.dialog = false;
                if (button(ui, "cancel", {.label = "Go back to the visit"})) state.dialog = false;
            });
        });
    }
}

void App::on_http(RequestId, const WebAnswer&) {}
void App::on_timer(Timer) {}
void App::on_persistence(bool) {}
void App::on_hidden() {}
void App::on_visible() {}
void App::ask_for_frame() {}

}  // namespace kitbag
