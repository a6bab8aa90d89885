// The part of ChangeLog that deals with a clock that was far ahead: what was written then has stamps from the future, which the county
// does not take. When the clock is right again the same is written anew, so that it need not wait for that time to come.

#include <algorithm>
#include <map>

#include "core/visits/record_fields.h"
#include "sync/change_log/append.h"
#include "sync/change_log/change_log.h"

namespace kitbag {
namespace {

// Refused for their stamps, by a county whose clock this tablet's agrees with now, and in the order of those stamps. What is written
// once is called after the moment it was written, so it cannot be written anew under its name.
Result<std::vector<LoggedChange>> too_early(Database& database, Instant now) {
    static const std::string sql = std::string(select_changes) +
                                   "JOIN refusal ON refusal.change = change.position WHERE refusal.code = "
                                   "'from_the_future' AND refusal.put_aside IS "
                                   "NULL ORDER BY change.stamp";
    Result<std::vector<LoggedChange>> refused = read_all_logged(database.query(sql));
    if (!refused) return refused;
    std::erase_if(*refused, [&](const LoggedChange& each) {
        const Entity* entity = find_entity(each.change.entity);
        return instant_of(each.change.stamp) <= now + future_allowed_ms || !entity || entity->writing == Writing::once;
    });
    return refused;
}

// Of all that counts for the county. What is still refused for its stamp must not draw later ones after it.
Result<std::string> latest_counting(Database& database) {
    Statement statement = database.query(
        "SELECT coalesce(max(stamp), '') FROM change WHERE position NOT IN (SELECT change FROM withdrawn) AND "
        "position NOT IN (SELECT change FROM refusal WHERE code = 'from_the_future')");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return statement.text(0);
}

Result<void> withdraw(Database& database, const LoggedChange& old, const Id& anew) {
    return database.run("DELETE FROM refusal WHERE change = ?", old.position)
        .and_then(
            [&] { return database.run("INSERT INTO withdrawn (change, anew) VALUES (?, ?)", old.position, anew); })
        .and_then([&] { return merge_anew(database, old.change); });
}

}  // namespace

Result<int> ChangeLog::write_anew() {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<std::vector<LoggedChange>> early = too_early(database_, clock_.now());
    if (!early) return std::unexpected(early.error());
    if (early->empty()) return 0;
    std::vector<Change> anew;
    for (const LoggedChange& old : *early) {
        anew.push_back(old.change);
        anew.back().id = new_id(clock_.now(), random_);
        anew.back().device = device_;  // It may have been written when the tablet was another device.
        if (const Result<void> done = withdraw(database_, old, anew.back().id); !done)
            return std::unexpected(done.error());
    }
    const Result<std::string> latest = latest_counting(database_);
    if (!latest) return std::unexpected(latest.error());
    HybridClock stamps(device_);
    if (is_stamp(*latest)) stamps.observe(*latest);
    std::map<Stamp, Stamp> stamp_now;
    for (Change& change : anew) {
        const Stamp before = change.stamp;
        change.stamp = stamps.next(clock_.now());
        stamp_now[before] = change.stamp;
        for (auto& [field, edit] : change.fields) {
            for (Stamp& seen : edit.base) seen = stamp_now.contains(seen) ? stamp_now[seen] : seen;
            std::ranges::sort(edit.base);
        }
        const Result<void> written = append_own(change).and_then(
            [&] { return database_.run("UPDATE draft SET base = ? WHERE base = ?", change.stamp, before); });
        if (!written) return std::unexpected(written.error());
    }
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    stamps_ = stamps;
    return static_cast<int>(anew.size());
}

}  // namespace kitbag
