#pragma once
// The nodes of one frame in reading order. Widgets add to it while they draw; nobody changes it afterwards. Of the frame before it keeps
// what may be told again as it was; telling what changed is the differ's work.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/semantics/node.h"
#include "app/semantics/node_places.h"

namespace kitbag {

class SemanticTree {
  public:
    void begin_frame();

    // Adds a node under the innermost open one, or under the window if it is a dialog. Gives the id that it got: another one than asked for when two nodes of
    // this frame asked for the same, which audit() tells of.
    NodeId add(SemanticNode&& node);

    // Adds a container and makes it the parent of what follows, until close().
    NodeId open(SemanticNode&& node);
    void close();
    // Its size is often known only when its contents are drawn.
    void set_bounds(NodeId id, const Bounds& bounds);
    void set_content_height(NodeId id, float height);

    // A container as the frame before had it: null when it had none or told only a part of what is in it, or where this frame has it already.
    const SemanticNode* before(NodeId id) const;
    // Adds that container with all that was in it. REQUIRES: before(id) is not null.
    void add_as_before(NodeId id);
    void forget_before();

    // Parents come before their children.
    std::span<const SemanticNode> nodes() const { return now_.nodes; }
    const SemanticNode* find(NodeId id) const;
    const SemanticNode* find(Role role, std::string_view name) const;
    // The innermost open container, or 0.
    NodeId innermost() const { return open_.empty() ? 0 : now_.nodes[open_.back()].id; }

    // Our own mistakes, as sentences: two nodes with one key, a control without a name, a container never closed, a table
    // that a screen reader could not walk through.
    std::vector<std::string> audit() const;

  private:
    void take_place(SemanticNode& node);  // As the next; with another id where its own is taken.
    void audit_tables(std::vector<std::string>& faults) const;

    // What a frame told, and for each node the place after the last that is in it.
    struct Told {
        std::vector<SemanticNode> nodes;
        std::vector<std::size_t> ends;
        NodePlaces places;

        void clear();
    };

    Told now_, before_;
    std::vector<std::size_t> open_;  // Places in now_.
    std::vector<std::string> faults_;
};

}  // namespace kitbag
