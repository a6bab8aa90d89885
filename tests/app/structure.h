#pragma once
// How a screen is put together for somebody who is only told of it: one main part and one title, headings that go down step by
// step, lists of entries only, fields tied to their words, dialogs with a way out, and no two controls that sound the same.
// What holds of every tree, whole screen or not, is SemanticTree::audit's; this is for whole screens.

#include <string>
#include <vector>

#include "app/semantics/tree.h"

namespace kitbag {

// Each fault as a sentence. None for a window that shows nothing yet.
std::vector<std::string> faults_of_structure(const SemanticTree& tree);

}  // namespace kitbag
