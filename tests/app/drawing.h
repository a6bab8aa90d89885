#pragma once
// One drawing function in a window of its own, for tests of widgets: what it drew can be asked for by role and name. It has
// no app, no store and no county.

#include <functional>
#include <string>
#include <string_view>

#include "app/widgets/ui_host.h"
#include "core/base/json.h"

namespace kitbag {

class Drawing {
  public:
    explicit Drawing(std::function<void(Ui&)> draw, float width = 1180, float height = 820);

    UiInput& input() { return host_.input(); }
    // Draws one frame and gives what the page would be told.
    std::string frame() { return host_.frame(draw_); }
    // Draws until no frame is wanted; how many that took. Fails the test when it never rests.
    int settle();
    void resize(const Surroundings& window);

    // Fails the test when there is none.
    const SemanticNode& the(Role role, std::string_view name);
    bool has(Role role, std::string_view name) { return host_.tree().find(role, name) != nullptr; }
    UiHost& host() { return host_; }

  private:
    std::function<void(Ui&)> draw_;
    UiHost host_;
};

// What a frame told the page, read as the page reads it. Fails the test when it is not JSON.
Json read_message(const std::string& message);

}  // namespace kitbag
