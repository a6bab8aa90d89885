#include "app/screens/toggles.h"

#include <utility>

#include "app/widgets/button.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

namespace w = widgets;

std::optional<std::string> draw_group(Ui& ui, std::string_view key, const w::ToggleGroup& look,
                                      std::vector<std::string> chosen) {
    const auto pressed = w::toggle_group(ui, key, look);
    if (!pressed) return std::nullopt;
    if (std::erase(chosen, *pressed) == 0) chosen.push_back(*pressed);
    return join_keys(chosen);
}

}  // namespace

std::vector<w::Choice> choices_of(const std::vector<Option>& options) {
    std::vector<w::Choice> choices;
    for (const Option& option : options) choices.push_back({option.value, option.label});
    return choices;
}

void choose_option(Ui& ui, std::string_view key, std::string_view label, const std::vector<Option>& options,
                   std::string& wanted, Commands& commands) {
    constexpr std::string_view all_key = "all";  // A key cannot be "".
    std::vector<w::Choice> choices = choices_of(options);
    for (w::Choice& choice : choices) {
        if (choice.key.empty()) choice.key = all_key;
    }
    const std::string_view selected = wanted.empty() ? all_key : std::string_view(wanted);
    const auto pressed = w::radio_group(ui, key, {.label = label, .choices = choices, .selected = selected});
    if (!pressed) return;
    wanted = *pressed == all_key ? "" : *pressed;
    commands.push(DrawAgain{});
}

bool draw_done_or_cancel(Ui& ui, std::string_view done, std::string_view cancel, bool& open, Commands& commands) {
    const bool is_done = w::button(ui, "done", {.label = done, .kind = w::ButtonKind::primary});
    const bool is_over = w::button(ui, "cancel", {.label = cancel, .kind = w::ButtonKind::quiet}) || is_done;
    if (!is_over) return false;
    open = false;
    if (!is_done) commands.push(DrawAgain{});
    return is_done;
}

void draw_toggles(Ui& ui, std::string_view key, std::string_view label, const std::vector<Option>& options,
                  const FieldModel& field, Commands& commands) {
    const std::vector<w::Choice> choices = choices_of(options);
    const std::vector<std::string> on = split_keys(field.text);
    const w::ToggleGroup look{.label = label, .choices = choices, .on = on, .hint = {}, .error = field.error};
    if (auto keys = draw_group(ui, key, look, on)) commands.push(TypeText{field.key, *std::move(keys)});
}

std::optional<std::string> draw_toggles(Ui& ui, std::string_view key, std::string_view label, std::string_view hint,
                                        std::span<const ToggleModel> toggles, std::vector<std::string> chosen) {
    if (toggles.empty()) return std::nullopt;
    std::vector<w::Choice> choices;
    std::vector<std::string> on;
    for (const ToggleModel& one : toggles) {
        choices.push_back({one.key, one.title});
        if (one.on) on.push_back(one.key);
    }
    const w::ToggleGroup look{.label = label, .choices = choices, .on = on, .hint = hint, .error = {}};
    return draw_group(ui, key, look, std::move(chosen));
}

}  // namespace kitbag
