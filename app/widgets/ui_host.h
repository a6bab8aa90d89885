#pragma once
// Everything that a frame needs and that outlives it: ImGui's context, the theme, the input, the differ. It is the same in
// the browser and in tests; who shows the picture, and when a frame is drawn, is the caller's affair.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/semantics/differ.h"
#include "app/theme/theme.h"
#include "app/widgets/ui.h"

struct ImGuiContext;
struct ImDrawData;

namespace kitbag {

class UiHost {
  public:
    // So many frames at most follow one that changed the layout.
    static constexpr int settle_frames_max = 2;

    // `source`, if any, draws the letters that the files lack, and outlives the host.
    explicit UiHost(FontFiles fonts, GlyphSource* source = nullptr);
    ~UiHost();
    UiHost(const UiHost&) = delete;
    UiHost& operator=(const UiHost&) = delete;

    // What the page told; draw a frame after each call.
    UiInput& input() { return input_; }

    // Draws one frame. Gives what the page must be told of it (see differ.h), or "".
    std::string frame(const std::function<void(Ui&)>& draw);
    // After frame(): draw another, because something was pressed, moved or still waits. At most two follow from one
    // cause, and those in which a dialog or a toast arrives (Ui::arriving).
    bool wants_frame() const { return wants_frame_; }

    // After frame(): what ImGui would have shown. Borrowed until the next frame.
    ImDrawData* picture() const;
    const SemanticTree& tree() { return ui_.tree(); }
    bool readable() const { return theme_.readable(); }  // See Theme::readable.
    const Theme& theme() const { return theme_; }
    void watch_text(std::vector<DrawnLine>* lines) { ui_.watch_text(lines); }  // See Ui: for tests.
    // Our own mistakes in the last frame: see SemanticTree::audit, and anything drawn by ImGui's own widgets, which nobody
    // but a sighted mouse user could reach.
    std::vector<std::string> audit();
    // The page was made anew and knows nothing.
    void forget_page() { differ_.forget(); }

  private:
    struct ContextEnd {
        void operator()(ImGuiContext* context) const;
    };

    std::unique_ptr<ImGuiContext, ContextEnd> context_;
    Theme theme_;
    UiInput input_;
    Ui ui_;
    SemanticDiffer differ_;
    std::vector<std::string> foreign_items_;  // Filled by ImGui's test hooks.
    int settling_ = 0;
    bool wants_frame_ = false;
};

}  // namespace kitbag
