#pragma once
// One of a few, or several of them. The arrow keys of the page's own radio buttons move through the former.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"
#include "core/criteria/category.h"

namespace kitbag::widgets {

struct Choice {
    std::string_view key;
    std::string_view label;
    std::string_view detail = {};  // Radio groups only: a sentence below the label.
    bool enabled = true;
};

struct ChoiceGroup {
    std::string_view label;
    std::span<const Choice> choices;
    std::string_view selected;  // A key, or "" for none.
    std::string_view hint = {};
    std::string_view error = {};
};

// The key of the choice that was pressed in this frame; also when it was already selected, so that a screen may clear it.
std::optional<std::string> segmented_choice(Ui& ui, std::string_view key, const ChoiceGroup& look);  // Side by side.
std::optional<std::string> radio_group(Ui& ui, std::string_view key, const ChoiceGroup& look);  // Below each other.

// Side by side, going on to a next line: for a few short ones that are seldom all wanted in one glance.
std::optional<std::string> choice_row(Ui& ui, std::string_view key, const ChoiceGroup& look);

struct ToggleGroup {
    std::string_view label;
    std::span<const Choice> choices;
    std::span<const std::string> on;  // The keys of those that are on.
    std::string_view hint = {};
    std::string_view error = {};
};

// Several may be on: check boxes side by side, going on to a next line. Gives the key that was pressed, on or off.
std::optional<std::string> toggle_group(Ui& ui, std::string_view key, const ToggleGroup& look);

struct DescriptorChoice {
    std::string_view label;                       // The aspect's title; the group is called so, and it is not drawn.
    std::array<std::string_view, 3> descriptors;  // Green, amber, red; "" where the framework describes none.
    std::string_view selected;                    // "green", "amber", "red", "not_applicable" or "".
    std::string_view not_described;               // What to say in the place of a descriptor that is "".
    std::string_view not_applicable = {};         // The label of a fourth, smaller choice; "" for none.
    bool enabled = true;
};

// GREEN, AMBER and RED side by side (below each other where the room is small), each with bar, letter and word.
// Gives "green", "amber", "red" or "not_applicable", also when it was already selected.
std::optional<std::string> descriptor_choice(Ui& ui, std::string_view key, const DescriptorChoice& look);

}  // namespace kitbag::widgets
