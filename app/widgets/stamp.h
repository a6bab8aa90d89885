#pragma once
// A small picture that stands in many places: it is worked out where it is drawn first, and its corners are copied to the others.
// For one frame, one list to draw on, and pictures that differ in nothing but their place.

#include <vector>

#include <imgui.h>

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

class Stamp {
  public:
    // `draw` draws it within `box`, which lies a whole number of pixels away from those before.
    void put(Ui& ui, const Bounds& box, const Contents& draw);

  private:
    void keep(ImDrawList& list, const Bounds& box, const Contents& draw);

    Bounds box_;  // Where it was drawn.
    std::vector<ImDrawVert> corners_;
    std::vector<unsigned int> order_;  // Of the corners, three for each triangle.
};

}  // namespace kitbag::widgets
