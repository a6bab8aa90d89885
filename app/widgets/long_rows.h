#pragma once
// Rows by the hundred, of which the page is told few: for widgets that draw them, not for screens.

#include <cstdint>
#include <span>
#include <vector>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

struct MeasuredRow {
    NodeId id = 0;                // Of what is pressed.
    float y = 0, height = 0;      // From the upper edge of the first.
    int titles = 0, details = 0;  // Lines.
};

// What is kept from frame to frame, so that hundreds of rows are not measured again while nothing about them has changed.
struct RowsMemory {
    std::vector<MeasuredRow> rows;
    std::uint64_t measured = 0;  // The Fingerprint of what they were measured from.
};

// For each row, whether the page is told of it: of those near to what is seen, and of those beside the one that has the focus, so
// that neither the focus nor the next Tab is lost when it is scrolled away. `box`: where all of them lie on the screen.
std::vector<bool> told_rows(Ui& ui, std::span<const MeasuredRow> rows, const Bounds& box);

}  // namespace kitbag::widgets
