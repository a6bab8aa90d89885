#pragma once
// What was written in the visit that is open, latest last, so that it can be taken back: each step keeps what the fields
// said before. Taking back is writing those values again, as a change like any other: nothing is ever removed.

#include <deque>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/session/open_store.h"

namespace kitbag {

struct RecordValues {
    std::string entity;
    std::string entity_id;
    FieldValues values;
};

struct UndoStep {
    std::string what;  // What it takes back: "chose Amber for Governance".
    RecordValues before;
    FieldValues written;  // What the same fields said afterwards: only that is taken back.
};

class UndoStack {
  public:
    static constexpr std::size_t steps_max = 100;  // Then the oldest cannot be taken back any more.

    void push(UndoStep step);
    void clear() { steps_.clear(); }
    const UndoStep* last() const { return steps_.empty() ? nullptr : &steps_.back(); }
    void pop() { steps_.pop_back(); }  // REQUIRES: last().

  private:
    std::deque<UndoStep> steps_;
};

// What a field says now, as it is kept; "" where nothing was ever written in it.
std::string shown_value(OpenStore& store, const FieldKey& key);

// Writes the values and remembers what was there before. Nothing is remembered where nothing changed.
Result<void> write_undoable(OpenStore& store, UndoStack& undo, std::string what, const RecordValues& values);

// The last step; nothing where there is none. Code "changed_since" where something else stands there now, such as what a
// sync brought: then the step is forgotten and that stays.
Result<void> take_back(OpenStore& store, UndoStack& undo);

}  // namespace kitbag
