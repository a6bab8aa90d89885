#pragma once
// The county's copy of the record of truth: takes changes from tablets, gives each a position and a receipt, and hands
// them on in that order. Merges and projects by the same function as a tablet (append.h).

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change_log/writer.h"
#include "sync/exchange.h"
#include "sync/receipt.h"

namespace kitbag {

class CountyLog {
  public:
    // `key`: the county's own (receipt_key).
    CountyLog(Database& database, const Clock& clock, ReceiptKey key)
        : database_(database), clock_(clock), key_(std::move(key)) {}

    // "county_restored" when the county's log was put back from an older copy since it told the tablet what that knows.
    Result<void> check_history(const KnownHistory& known) const;

    // Answers every change in the order given, in one transaction; a refused one stops none of the rest. `writer` is
    // whose token was shown. Refusals: "bad_change" (also for an id that came before with other content) and those of
    // check_acceptable(). One with the county's own proof was taken before and is not judged again, whoever brings it. A Fault
    // means that none was stored.
    Result<PushReply> accept(std::span<const ReceivedChange> changes, const Writer& writer);

    // Changes after a position, in order. With a scope only those of its places, and those of a record whose place is not known yet; such a
    // page can be empty and lead on.
    Result<ChangePage> changes_after(std::int64_t after, int limit, const Scope* only = nullptr) const;

  private:
    Result<bool> has(std::string_view change) const;
    Result<std::string> chain_at(std::int64_t position) const;
    Result<std::string> chain_of(std::string_view change) const;  // At its place; "" where it is not here.
    Result<Outcome> accept_one(const ReceivedChange& received, const Writer& writer, Instant now);

    Database& database_;
    const Clock& clock_;
    ReceiptKey key_;
};

// Every change of one record, in order of arrival: its history.
Result<std::vector<Change>> history_at_county(Database& database, std::string_view entity, std::string_view entity_id);

// The secret by which a county knows what it once took. Made at first need, and kept in its database, so that it comes back with it.
Result<ReceiptKey> receipt_key(Database& database, Random& random);

}  // namespace kitbag
