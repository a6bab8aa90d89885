#pragma once
// Where in a frame each node lies, by its id: a table that is emptied in no time and asks for no memory once it is as large as the screen
// needs, because it is filled anew for every frame. It forgets nothing singly.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/semantics/node.h"

namespace kitbag {

class NodePlaces {
  public:
    void clear() {
        count_ = 0;
        ++frame_;
    }

    // False when the id has a place already, which stays. REQUIRES: id is not 0.
    bool add(NodeId id, std::size_t place) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        Slot& slot = slots_[index_of(id)];
        if (slot.frame == frame_) return false;
        slot = {id, place, frame_};
        ++count_;
        return true;
    }

    // Null when the id has none.
    const std::size_t* find(NodeId id) const {
        if (slots_.empty()) return nullptr;
        const Slot& slot = slots_[index_of(id)];
        return slot.frame == frame_ ? &slot.place : nullptr;
    }

  private:
    struct Slot {
        NodeId id = 0;
        std::size_t place = 0;
        std::uint64_t frame = 0;  // What was put in before the last clear() counts as empty.
    };

    // Of the id, or of the empty slot where it would be put. At most half of the slots are full, so there is one.
    std::size_t index_of(NodeId id) const {
        const std::size_t last = slots_.size() - 1;  // A power of two less one. Ids are well mixed already.
        std::size_t index = static_cast<std::size_t>(id) & last;
        while (slots_[index].frame == frame_ && slots_[index].id != id) index = (index + 1) & last;
        return index;
    }

    void grow() {
        std::vector<Slot> before(slots_.empty() ? 256 : 2 * slots_.size());
        before.swap(slots_);
        for (const Slot& slot : before) {
            if (slot.frame == frame_) slots_[index_of(slot.id)] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
    std::uint64_t frame_ = 1;
};

}  // namespace kitbag
