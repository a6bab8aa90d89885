#pragma once
// What every kind of choice records of itself, and the words above it, which all of them draw alike.

#include <string>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag {

struct Radio {
    NodeId id = 0;
    std::string_view name;
    std::string_view description = {};
    Bounds box;
    bool chosen = false;
    bool enabled = true;
};

// Above a group: what is asked, a hint, and what is wrong with the answer.
struct GroupWords {
    std::string_view label;
    std::string_view hint = {};
    std::string_view error = {};
};

// What is read after a group's name: a group has no field that its hint and its error could be tied to.
std::string said_of_group(std::string_view hint, std::string_view error);
void draw_group_words(Ui& ui, const GroupWords& look);
NodeId open_radio_group(Ui& ui, NodeId id, std::string_view label, std::string_view hint, std::string_view error);
void close_radio_group(Ui& ui, NodeId id, const Bounds& box);
NodeId record_radio(Ui& ui, const Radio& radio);  // The id that it got.

}  // namespace kitbag
