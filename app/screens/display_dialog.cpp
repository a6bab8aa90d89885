#include "app/screens/display_dialog.h"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "app/screens/keys.h"
#include "app/text/display_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::display;

struct SchemeKey {
    std::string_view key;
    std::optional<Scheme> scheme;
};
constexpr std::array<SchemeKey, 4> schemes = {
    {{"as_tablet", std::nullopt}, {"light", Scheme::light}, {"dark", Scheme::dark}, {"contrast", Scheme::contrast}}};

struct TextSizeKey {
    std::string_view key;  // In hundredths.
    float text;
};
constexpr std::array<TextSizeKey, 6> text_sizes = {
    {{"100", 1}, {"125", 1.25f}, {"150", 1.5f}, {"175", 1.75f}, {"200", 2}, {"250", Display::text_max}}};

bool choose_scheme(Ui& ui, Display& display) {
    const std::array<w::Choice, 4> choices = {{{.key = schemes[0].key, .label = t::as_tablet},
                                               {.key = schemes[1].key, .label = t::light},
                                               {.key = schemes[2].key, .label = t::dark},
                                               {.key = schemes[3].key, .label = t::contrast}}};
    std::string_view selected;
    for (const SchemeKey& one : schemes) {
        if (one.scheme == display.scheme) selected = one.key;
    }
    const auto chosen = w::radio_group(ui, "scheme", {.label = t::scheme, .choices = choices, .selected = selected});
    if (!chosen) return false;
    for (const SchemeKey& one : schemes) {
        if (one.key == *chosen) display.scheme = one.scheme;
    }
    return true;
}

// Two fingers may have left it between two of the steps: then the nearest is marked.
bool choose_text(Ui& ui, Display& display) {
    std::array<std::string, text_sizes.size()> labels;
    std::array<w::Choice, text_sizes.size()> choices;
    const TextSizeKey* nearest = &text_sizes[0];
    for (std::size_t place = 0; place < text_sizes.size(); ++place) {
        const TextSizeKey& one = text_sizes[place];
        labels[place] = std::string(one.key) + " %";
        choices[place] = {.key = one.key, .label = labels[place]};
        if (std::abs(one.text - display.text) < std::abs(nearest->text - display.text)) nearest = &one;
    }
    const auto chosen = w::segmented_choice(
        ui, "text", {.label = t::text, .choices = choices, .selected = nearest->key, .hint = t::text_hint});
    if (!chosen) return false;
    for (const TextSizeKey& one : text_sizes) {
        if (one.key == *chosen) display.text = one.text;
    }
    return true;
}

bool choose_hand(Ui& ui, Display& display) {
    const std::array<w::Choice, 2> hands = {
        {{.key = "right", .label = t::right_hand}, {.key = "left", .label = t::left_hand}}};
    const auto chosen = w::segmented_choice(
        ui, "hand", {.label = t::hand, .choices = hands, .selected = display.left_handed ? "left" : "right"});
    if (!chosen) return false;
    display.left_handed = *chosen == "left";
    return true;
}

void draw_keys(Ui& ui) {
    w::heading(ui, 3, t::keys);
    const std::vector<std::string> lines(t::key_lines.begin(), t::key_lines.end());
    w::bullets(ui, "keys", lines);
}

}  // namespace

void draw_display_button(Ui& ui, DisplayView& view, Commands& commands) {
    if (!w::button(ui, "display", {.label = t::open, .kind = w::ButtonKind::quiet, .icon = Icon::sliders_horizontal}))
        return;
    view.open = true;
    commands.push(DrawAgain{});
}

void draw_display_dialog(Ui& ui, DisplayView& view, Commands& commands) {
    if (!view.open) return;
    const auto contents = [&] {
        Display display = ui.input().surroundings().chosen;
        w::paragraph(ui, t::kept, {.tone = w::TextTone::quiet});
        bool changed = choose_scheme(ui, display);
        changed |= choose_text(ui, display);
        changed |= choose_hand(ui, display);
        if (changed) commands.push(ShowSo{display});
        draw_keys(ui);
    };
    w::dialog(ui, "display_dialog", t::title, "close", contents, [&] {
        if (!w::button(ui, "close", {.label = words::common::close, .kind = w::ButtonKind::primary})) return;
        view.open = false;
        commands.push(DrawAgain{});
    });
}

}  // namespace kitbag
