#pragma once
// How versions of one field, written on devices that may not have seen each other, become one state. Pure, and a union
// of sets: any order and any repetition of the same versions gives the same state.

#include <string>
#include <vector>

#include "core/base/id.h"
#include "sync/stamp.h"

namespace kitbag {

struct Version {
    Stamp stamp;
    std::string value;  // JSON text.
    Id author;

    auto operator<=>(const Version&) const =
        default;  // By stamp first; the rest only so that equal stamps have an order.
};

struct FieldState {
    std::vector<Version> leaves;    // Versions that no seen version names in its base, ascending.
    std::vector<Stamp> superseded;  // Every stamp that a seen version names, ascending; also of versions not seen yet.

    bool operator==(const FieldState&) const = default;
};

// Takes one version, and the stamps its writer was looking at, into the state. REQUIRES: every base is before its stamp.
void merge(FieldState& state, const Version& version, const std::vector<Stamp>& base);

// The leaf that shows: the greatest. REQUIRES: the state has taken in at least one version, so that there is one.
const Version& winner(const FieldState& state);

// True when people wrote different things without seeing each other.
bool in_conflict(const FieldState& state);

}  // namespace kitbag
