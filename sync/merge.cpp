#include "sync/merge.h"

#include <algorithm>

#include "core/base/check.h"

namespace kitbag {
namespace {

// Keeps the vector ascending and each member once.
template <typename Member>
void insert_once(std::vector<Member>& members, const Member& member) {
    const auto at = std::ranges::lower_bound(members, member);
    if (at == members.end() || *at != member) members.insert(at, member);
}

}  // namespace

void merge(FieldState& state, const Version& version, const std::vector<Stamp>& base) {
    for (const Stamp& seen : base) {
        CHECK(seen < version.stamp);
        insert_once(state.superseded, seen);
        std::erase_if(state.leaves, [&](const Version& leaf) { return leaf.stamp == seen; });
    }
    if (!std::ranges::binary_search(state.superseded, version.stamp)) insert_once(state.leaves, version);
}

const Version& winner(const FieldState& state) {
    // The greatest stamp of all can be in no base, so it is always a leaf.
    CHECK(!state.leaves.empty());
    return state.leaves.back();
}

bool in_conflict(const FieldState& state) {
    return std::ranges::any_of(state.leaves, [&](const Version& leaf) { return leaf.value != winner(state).value; });
}

}  // namespace kitbag
