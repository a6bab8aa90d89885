#include "core/visits/forum_rule.h"

#include <algorithm>

namespace kitbag {

Result<void> check_forum_note(const ForumNote& note, std::span<const HalfTerm> half_terms, const Date& day,
                              StaffRole role) {
    if (Result<void> said = check_forum_note(note, role); !said) return said;
    const auto half_term = std::ranges::find(half_terms, note.half_term, &HalfTerm::id);
    if (half_term == half_terms.end())
        return fault("unknown_half_term", "Choose the half term in which the Forum met.");
    if (half_term->from > day) return fault("from_the_future", "That half term has not begun. Choose an earlier one.");
    return {};
}

}  // namespace kitbag
