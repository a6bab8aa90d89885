#pragma once
// Which words of a text another one has not: so that who reads both sees at once where they part.

#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace kitbag {

// Runs of words of `text` that are not, in their order, in `other`: the fewest that there can be. In texts of more than some
// thousand words that differ throughout, everything between what they have in common at both ends.
std::vector<TextRange> words_not_in(std::string_view text, std::string_view other);

}  // namespace kitbag
