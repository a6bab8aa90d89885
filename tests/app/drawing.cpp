#include "tests/app/drawing.h"

#include <utility>

#include <doctest/doctest.h>

#include "tests/app/typeface.h"

namespace kitbag {

Drawing::Drawing(std::function<void(Ui&)> draw, float width, float height) : draw_(std::move(draw)), host_(typeface()) {
    resize({.width = width, .height = height, .still = true});
    settle();
}

int Drawing::settle() {
    constexpr int frames_max = 20;
    int frames = 0;
    do {
        REQUIRE(++frames < frames_max);
        frame();
    } while (host_.wants_frame());
    return frames;
}

void Drawing::resize(const Surroundings& window) {
    host_.input().resize(window);
}

const SemanticNode& Drawing::the(Role role, std::string_view name) {
    const SemanticNode* node = host_.tree().find(role, name);
    REQUIRE_MESSAGE(node, "There is no ", to_word(role), " called ", name);
    return *node;
}

Json read_message(const std::string& message) {
    const Result<Json> json = parse_json(message, "The message");
    REQUIRE_MESSAGE(json.has_value(), message);
    return *json;
}

}  // namespace kitbag
