#pragma once
// How a dialog or a toast comes: in a few frames, from a little below and out of nothing. It moves what was drawn, and not what
// the page knows: a press in these frames finds its element where it will stay.

#include "app/widgets/ui.h"

namespace kitbag {

// What is drawn while it lives arrives; it must all be drawn on the list that was in use at the beginning.
class Arrival {
  public:
    Arrival(Ui& ui, NodeId id);
    ~Arrival();
    Arrival(const Arrival&) = delete;
    Arrival& operator=(const Arrival&) = delete;

  private:
    ImDrawList& list_;
    int first_;
    float there_;
};

}  // namespace kitbag
