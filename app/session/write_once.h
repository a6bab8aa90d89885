#pragma once
// Writes what is said once and never altered (Writing::once): one change in the log, and the drafts of the form that it was
// typed in go with it in one transaction. The caller has asked the rules.

#include <algorithm>
#include <string_view>
#include <vector>

#include "app/session/draft_keeper.h"

namespace kitbag {

// Later than everything that is there, whatever this tablet's clock says: such records are in the order of their ids.
template <typename Record>
Id next_id(Platform& platform, const std::vector<Record>& before) {
    Instant at = platform.clock().now();
    for (const Record& one : before) at = std::max(at, made_at(one.id) + 1);
    return new_id(at, platform.random());
}

// Only what it says: a column that is not written stays "".
void add_said(FieldValues& values, std::string_view field, std::string_view value);

// Codes "storage_…".
Result<void> write_once(OpenStore& store, DraftKeeper& keeper, std::string_view entity, const Id& id,
                        const FieldValues& values, const std::vector<FieldKey>& drafts);

}  // namespace kitbag
