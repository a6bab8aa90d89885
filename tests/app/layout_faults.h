#pragma once
// What is wrong with how a frame is laid out, found from the semantic bounds and from where the lines of text were drawn: what is
// too small, too near, on top of another or cut off. It judges no looks, and knows no screen.

#include <span>
#include <string>
#include <vector>

#include "app/semantics/tree.h"
#include "app/widgets/input.h"
#include "app/widgets/ui.h"

namespace kitbag {

// As sentences that name what is at fault. REQUIRES: `drawn` holds every line of the frame, see Ui::watch_text.
std::vector<std::string> layout_faults(const SemanticTree& tree, const Surroundings& window,
                                       std::span<const DrawnLine> drawn);

}  // namespace kitbag
