#pragma once
// Tells the page what changed since the last frame, and nothing when nothing did.
//
//   message  = {"nodes": [node…], "children": {"<parent id>": [id…]…}, "removed": [id…], "focus": id, "title": text}
//   node     = {"id", "role", "x", "y", "w", "h", and of the rest what is not empty}
//
// A changed node is sent whole; "x" and "y" are counted from its parent's corner (for children of a scroll container:
// from its content's origin). Children are listed for each parent whose list changed; parent 0 is the window.
// Every member of a message is left out when it would be empty.
//
// Most nodes are the same in most frames, so it keeps no copy of what it sent, but its Fingerprint.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/semantics/frame_asks.h"
#include "app/semantics/tree.h"

namespace kitbag {

class SemanticDiffer {
  public:
    // The message, or "" when the tree is as it was and nothing is asked.
    std::string changes(const SemanticTree& tree, const FrameAsks& asks);

    // Forgets what was sent: the next message holds everything.
    void forget();

  private:
    struct Sent {
        std::uint64_t node = 0;   // The Fingerprint of all else that it was told.
        Bounds placed;            // As sent: from the parent's corner.
        std::uint64_t frame = 0;  // The last that had it.
    };
    struct Children {
        std::vector<NodeId> ids;
        std::size_t count = 0;  // How many of them this frame has had so far.
        bool changed = false;   // From there on they are others than those that were sent.
        std::uint64_t frame = 0;
    };

    void note_child(Children& children, NodeId id) const;
    std::string changed_nodes(const SemanticTree& tree);
    std::string changed_children();
    std::vector<NodeId> take_removed(std::size_t nodes_now);

    std::unordered_map<NodeId, Sent> sent_;
    std::unordered_map<NodeId, Children> children_;
    std::string title_;
    std::uint64_t frame_ = 0;
};

}  // namespace kitbag
