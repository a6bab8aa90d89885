#pragma once
// Where the keyboard's focus goes when a press led to something that has to be put right: to the first field that is wrong, so
// that nobody has to look for it. Typing alone never moves the focus, and neither does an error that nobody asked for.

#include <set>

#include "app/semantics/tree.h"
#include "app/widgets/input.h"

namespace kitbag {

class FirstError {
  public:
    // Once a frame, when all of it is drawn. Gives what is to have the focus, or 0.
    NodeId find(const SemanticTree& tree, const UiInput& input);

  private:
    std::set<NodeId> wrong_before_;
    NodeId pressed_ = 0;  // In the frame before: what it led to is drawn in this one.
    NodeId failed_ = 0;   // The button whose press led to an error last: pressing it again leads there again.
};

}  // namespace kitbag
