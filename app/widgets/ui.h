#pragma once
// The frame being drawn, handed to every screen and widget: where the next thing goes, what was pressed, and the tree
// of meanings. It lays out from top to bottom in the innermost area; containers open areas. It draws nothing itself
// and holds nothing of the county's.
//
// Keys: each widget is given a key that is its own among its siblings, and KeyScope adds one to the path of those inside.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/semantics/frame_asks.h"
#include "app/semantics/tree.h"
#include "app/theme/theme.h"
#include "app/widgets/first_error.h"
#include "app/widgets/input.h"

struct ImDrawList;

namespace kitbag {

// A line of text as a person sees it, for tests: where it was drawn, counted from the scroll container that it is in, or from the
// window with the dialog that it is in (0: none).
struct DrawnLine {
    std::string text;
    Bounds box;
    NodeId container = 0;
};

// A stretch of the picture in which things are put one below the other. Screen coordinates, CSS pixels.
struct Area {
    float x = 0, y = 0, width = 0;
    float cursor = 0;                                // Where the next thing goes: y in a column, x in a row.
    float gap = 16;                                  // Between two things.
    float bottom = 0;                                // The lowest edge so far.
    bool row = false;                                // Side by side, and on to a next line when the width is used up.
    float usual_height = 0;                          // Rows: lower things are put in the middle of this.
    float line_y = 0, line_height = 0, highest = 0;  // Rows: the line being filled, and the highest thing of all lines.
    float widest = 0;                                // Rows: the longest line so far.
};

class Ui {
  public:
    Ui(const Theme& theme, UiInput& input) : theme_(theme), input_(input) {}

    // For who draws a frame: all that it is drawn from is as it was for the frame before. What is out of sight is then told as before.
    void tell_unchanged() { unchanged_ = input_.only_scrolled(); }

    // For screens.
    bool narrow() const;  // A phone, or text so large that two columns do not fit.
    bool low() const;     // So little height that nothing may stay in its place: all of it scrolls.
    // A field had the focus when the last frame was drawn, or has lost it to what is pressed.
    bool typing() const { return typing_; }
    float width() const;                  // Of the innermost area: what a full-width thing would get.
    void space(float height);             // Extra room before the next thing.
    void focus_on(std::string_view key);  // Once: put the keyboard's focus on this sibling.
    void set_title(std::string_view title) { asks_.title = title; }
    void set_scroll(std::string_view key, float offset);  // For a scroll container that is not on the page yet.
    void set_text_scale(float scale) { wanted_text_scale_ = scale; }

    // For widgets.
    NodeId id(std::string_view key) const { return child_id(scopes_.back(), key); }
    NodeId next_text_id();                    // For texts, which nobody addresses: numbered among their siblings.
    Bounds place(float width, float height);  // Takes room in the innermost area; width 0 means all of it.
    void open_area(Area area);
    Area close_area();
    Area& area() { return areas_.back(); }
    // The lower edge of what is left of the window. Navigation takes its room first; what is drawn after gets the rest.
    float bottom() const { return bottom_; }
    void take_bottom(float height) { bottom_ -= height; }
    void take_side(float width, bool right);
    // Screen coordinates to those of the scroll container that is being drawn.
    Bounds to_content(const Bounds& screen) const;
    float& remembered(NodeId id,
                      float first = 0);  // One number a node may keep between frames; a change asks for a frame.
    const Theme& theme() const { return theme_; }
    UiInput& input() { return input_; }
    SemanticTree& tree() { return tree_; }
    ImDrawList& draw() const { return *draw_; }
    bool is_seen(const Bounds& screen) const;  // False when it is scrolled out of sight and need not be drawn.
    // Nothing has happened but that something was scrolled, neither for this frame nor for the one before: what that one measured holds.
    bool unchanged() const { return unchanged_ && unchanged_before_; }
    // Where a container lies that begins at `y`, is out of sight and is told as in the frame before, with all that is in it. Nothing when it is
    // to be told anew, and drawn.
    std::optional<Bounds> told_as_before(NodeId id, float y);
    // False when it is more than a screen away, so that in a table of hundreds the page need not be told of it yet.
    bool is_near(const Bounds& screen) const;

    // From 0 to 1: how far a thing has come that was not there before. It moves for at most arriving_frames frames, and not at
    // all where the tablet is set to less movement. See arrival.h.
    float arriving(NodeId id);
    static constexpr int arriving_frames = 7;  // 117 ms at 60 frames a second.

    // For tests: from now on all is drawn, what is out of sight too, and each frame's lines are put there. Null: no more.
    void watch_text(std::vector<DrawnLine>* lines) { watched_ = lines; }
    bool text_is_watched() const { return watched_ != nullptr; }
    void tell_drawn(std::string_view text, const Bounds& screen);

    // For the host, once a frame.
    void begin_frame(ImDrawList& draw);
    void end_frame();
    const FrameAsks& asks() const { return asks_; }
    float wanted_text_scale() const { return wanted_text_scale_; }  // 0: as it is.
    bool layout_moved() const { return layout_moved_; }
    bool something_arrives() const { return something_arrives_; }

  private:
    friend class KeyScope;
    friend class ScrollOrigin;
    friend class DrawOn;

    struct Remembered {
        float now = 0, before = 0;
        std::uint64_t frame = 0;  // That used it last.
    };
    struct Arriving {
        int frames = 0;
        bool used = false;
    };
    struct Point {
        float x = 0, y = 0;
    };

    const Theme& theme_;
    UiInput& input_;
    SemanticTree tree_;
    ImDrawList* draw_ = nullptr;
    std::vector<Area> areas_;
    std::vector<NodeId> scopes_;
    std::vector<std::uint64_t> text_counts_;  // Beside scopes_.
    std::vector<Point> origins_;              // Of the scroll containers being drawn, on the screen.
    std::map<NodeId, Remembered> remembered_;
    std::vector<const Remembered*> used_;  // In this frame.
    std::uint64_t frame_ = 0;
    std::map<NodeId, Arriving> arriving_;
    std::vector<DrawnLine>* watched_ = nullptr;
    FrameAsks asks_;
    FirstError first_error_;
    float wanted_text_scale_ = 0;
    float bottom_ = 0;
    bool typing_ = false;
    bool unchanged_ = false;         // Nothing but scrolling has happened since the frame before.
    bool unchanged_before_ = false;  // Nor before that one, and it left nothing to settle.
    bool layout_moved_ = false;
    bool something_arrives_ = false;
};

// Adds a key to the path while it lives: one for each record in a list, one for each screen.
class KeyScope {
  public:
    KeyScope(Ui& ui, std::string_view key);
    KeyScope(Ui& ui, NodeId id);
    ~KeyScope();
    KeyScope(const KeyScope&) = delete;
    KeyScope& operator=(const KeyScope&) = delete;

  private:
    Ui& ui_;
};

// While it lives, bounds are told from this origin: that of a scroll container's content.
class ScrollOrigin {
  public:
    ScrollOrigin(Ui& ui, float x, float y);
    ~ScrollOrigin();
    ScrollOrigin(const ScrollOrigin&) = delete;
    ScrollOrigin& operator=(const ScrollOrigin&) = delete;

  private:
    Ui& ui_;
};

// While it lives, things are drawn on another list: a dialog's, over everything.
class DrawOn {
  public:
    DrawOn(Ui& ui, ImDrawList& list);
    ~DrawOn();
    DrawOn(const DrawOn&) = delete;
    DrawOn& operator=(const DrawOn&) = delete;

  private:
    Ui& ui_;
    ImDrawList* before_;
};

}  // namespace kitbag
