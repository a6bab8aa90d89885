#pragma once
// What the page said happened, by node. There are no pointer positions here, so nothing can be hit by accident and
// what is meant for a node that has gone is let go.

#include <deque>
#include <map>
#include <set>
#include <string>

#include "app/semantics/node.h"
#include "app/theme/display.h"

namespace kitbag {

// The window, in CSS pixels.
struct Surroundings {
    float width = 1180, height = 820;
    float pixel_ratio = 1;
    float safe_top = 0, safe_right = 0, safe_bottom = 0, safe_left = 0;
    float text_scale = 1;           // 1 to Display::text_max, from the browser's letters and the person's own choice.
    float scrollbar_width = 0;      // What a scroll container's own bar takes from its right side.
    Scheme scheme = Scheme::light;  // In force: what was chosen, or how the tablet is set.
    bool still = false;             // The tablet is set to less movement: nothing may move by itself.
    Display chosen{};

    bool operator==(const Surroundings&) const = default;
};

class UiInput {
  public:
    // From the page, in the order in which it happened.
    void activate(NodeId id);
    void edit(NodeId id, std::string text,
              float text_height);  // The whole text, and how high the page's editor needs to be.
    void leave(NodeId id);         // Typing in the field has ended.
    void submit(NodeId id);        // Enter in a field of one line.
    void scroll(NodeId id, float offset);
    // 0: nothing has the focus. A ring is shown when the keyboard brought it there. `text_height` as for edit().
    void focus(NodeId id, bool show_ring, float text_height = 0);
    void hover(NodeId id);
    void press(NodeId id);
    void resize(const Surroundings& surroundings);

    // Takes what may be drawn as one moment: what was typed into one field, or one press. The rest waits for the next
    // frame, so that a screen learns of things in the order in which they happened, whatever the order in which it draws.
    void begin_frame();
    // Something was pressed or typed in this frame, so what is shown may be another thing in the next.
    bool acted() const { return !activated_.empty() || !edited_.empty() || !left_.empty() || !submitted_.empty(); }
    // The page told of anything that a person does, since the frame before this one.
    bool heard() const { return heard_now_; }
    // And nothing but how far something was scrolled; nor did the window change.
    bool only_scrolled() const { return only_scrolled_; }
    bool waiting() const { return !queue_.empty(); }

    bool activated(NodeId id) const { return activated_.contains(id); }
    const std::string* edited(NodeId id) const;
    bool left(NodeId id) const { return left_.contains(id); }
    bool submitted(NodeId id) const { return submitted_.contains(id); }

    float scroll_offset(NodeId id) const;
    float text_height(NodeId id) const { return id == focused_ ? text_height_ : 0; }
    NodeId focused() const { return focused_; }
    bool focus_ring(NodeId id) const { return id == focused_ && ring_; }
    bool hovered(NodeId id) const { return id != 0 && id == hovered_; }
    bool pressed(NodeId id) const { return id != 0 && id == pressed_; }
    bool something_pressed() const { return pressed_ != 0; }
    const Surroundings& surroundings() const { return surroundings_; }

  private:
    enum class Kind { activate, edit, leave, submit };
    struct Event {
        Kind kind;
        NodeId id;
        std::string text;
    };

    void hear();

    std::deque<Event> queue_;
    std::set<NodeId> activated_, left_, submitted_;
    std::map<NodeId, std::string> edited_;
    std::map<NodeId, float> offsets_;
    NodeId focused_ = 0, hovered_ = 0, pressed_ = 0;
    bool ring_ = false;
    bool heard_ = false, heard_now_ = false;
    bool more_than_scrolled_ = true, only_scrolled_ = false;
    float text_height_ = 0;
    Surroundings surroundings_;
};

}  // namespace kitbag
