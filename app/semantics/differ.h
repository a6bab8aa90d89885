#pragma once
// Tells the page what changed since the last frame, and nothing when nothing did.
//
//   message  = {"nodes": [node…], "children": {"<parent id>": [id…]…}, "removed": [id…], "focus": id, "title": text}
//   node     = {"id", "role", "x", "y", "w", "h", and of the rest what is not empty}
//
// A changed node is sent whole; "x" and "y" are counted from its parent's corner (for children of a scroll container:
// from its content's origin). Children are listed for each parent whose list changed; parent 0 is the window.
// Every member of a message is left out when it would be empty.

#include <string>
#include <unordered_map>
#include <vector>

#include "app/semantics/tree.h"

namespace kitbag {

struct FrameAsks {
    NodeId focus = 0;   // Put the keyboard's focus here, once.
    std::string title;  // The window's title.
};

class SemanticDiffer {
  public:
    // The message, or "" when the tree is as it was and nothing is asked.
    std::string changes(const SemanticTree& tree, const FrameAsks& asks);

    // Forgets what was sent: the next message holds everything.
    void forget();

  private:
    std::unordered_map<NodeId, SemanticNode> sent_;  // Bounds as sent: from the parent's corner.
    std::unordered_map<NodeId, std::vector<NodeId>> children_;
    std::string title_;
};

}  // namespace kitbag
