#pragma once
// The county's copy of the record of truth: takes changes from tablets, gives each a position and a receipt, and hands
// them on in that order. Merges and projects by the same function as a tablet (append.h).

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/person_store.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"
#include "sync/receipt.h"

namespace kitbag {

inline constexpr Instant future_allowed_ms = 24 * 60 * 60 * 1000;  // How far a tablet's clock may run ahead.

// A change as it came in a push: its id as sent ("" if unreadable), and the change, or why it cannot be one.
struct ReceivedChange {
    std::string id;
    Result<Change> change;
};

struct ChangePage {
    std::vector<Change> changes;
    std::int64_t cursor = 0;  // Where the next page begins: the `after` given when there was nothing.
    bool more = false;
    std::vector<Person> people = {};  // Who wrote the changes; filled by who knows the accounts, not by CountyLog.
};

class CountyLog {
  public:
    CountyLog(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

    // Answers every change in the order given, in one transaction; a refused one stops none of the rest. `writer` is
    // whose token was shown. Refusals: "bad_change" (also for an id that came before with other content) and those of
    // check_acceptable(). A Fault means that none was stored.
    Result<std::vector<Outcome>> accept(std::span<const ReceivedChange> changes, const Writer& writer);

    // Changes after a position, in order.
    Result<ChangePage> changes_after(std::int64_t after, int limit) const;

    // Every change of one record, in order of arrival: its history.
    Result<std::vector<Change>> history(std::string_view entity, std::string_view entity_id) const;

  private:
    Result<Outcome> accept_one(const ReceivedChange& received, const Writer& writer, Instant now);

    Database& database_;
    const Clock& clock_;
};

}  // namespace kitbag
