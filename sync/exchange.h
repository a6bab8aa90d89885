#pragma once
// What a tablet and its county hand each other, as values: sync/protocol writes and reads them, the two logs take and give them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/person_store.h"
#include "sync/change.h"
#include "sync/receipt.h"

namespace kitbag {

inline constexpr Instant future_allowed_ms =
    24 * 60 * 60 * 1000;  // How far a tablet's clock may run ahead of the county's.

// A change as it came in a push: its id as sent ("" if unreadable), and the change, or why it cannot be one.
struct ReceivedChange {
    std::string id;
    Result<Change> change;
    std::string proof = {};  // Of a county that took it before; "" for one that is new.
};

// A change on its way to the county or from it.
struct CarriedChange {
    Change change;
    std::string
        proof;  // The county's, that it took the change before; "" for one that is new to it, and of a county that makes none.

    bool operator==(const CarriedChange&) const = default;
};

// The tablet's own change with the county's latest receipt, and the county's chain there. "" where there is none.
struct LastReceived {
    Id change;
    std::string chain;
};

// What a tablet knows the county to have had: its last receipt, and the chain at the place up to which it read, "" where there is none.
struct KnownHistory {
    LastReceived received;
    std::int64_t cursor = 0;
    std::string chain;
};

// What the county says to a push: an outcome for each change in the order sent, and the chain at the latest receipt among them, "" where
// there is none, or of a county that does not say it.
struct PushReply {
    std::vector<Outcome> outcomes;
    std::string chain = {};

    bool operator==(const PushReply&) const = default;
};

// The schools and settings whose records come to a tablet, by what the county decided for its adviser's role. A digest names them, so that
// tablet and county notice that they are others now; the tablet then reads from the beginning.
struct Scope {
    std::string id;                   // 16 hexadecimal digits; "" for all of the county's.
    std::vector<std::string> places;  // URNs, sorted; none for all.

    bool operator==(const Scope&) const = default;
};

struct ChangePage {
    std::vector<CarriedChange> changes;
    std::int64_t cursor = 0;  // Where the next page begins: the `after` given when there was nothing.
    bool more = false;
    std::string chain =
        {};  // At the cursor: 32 hexadecimal digits that stand for all before it, in its order; "" where it has none.
    std::vector<Person> people = {};  // Who wrote the changes; filled by who knows the accounts, not by CountyLog.
    std::optional<Scope> scope = {};  // Where it is another than the tablet said that it has. Not filled by CountyLog.
    Instant now = 0;                  // By the county's clock; 0 where it does not say. Not filled by CountyLog either.
};

}  // namespace kitbag
