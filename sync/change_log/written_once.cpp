#include "sync/change_log/written_once.h"

#include <string_view>

#include "sync/change_log/acceptance_checks.h"
#include "sync/change_log/county_log.h"
#include "sync/change_log/rating_acceptance.h"
#include "sync/change_log/visit_words_acceptance.h"

namespace kitbag {
namespace {

Result<void> check_signature(const Change& change, const Writer& writer) {
    if (text_or_empty(change, "by") == writer.adviser) return {};
    return fault("not_yours",
                 "This is signed in another person's name. Only they can write it, on a tablet of their own.");
}

Result<void> check_is_first(Database& database, const Change& change) {
    const Result<bool> written =
        database.query("SELECT 1 FROM change WHERE entity_id = ? AND entity = ?", change.entity_id, change.entity)
            .step();
    if (!written) return std::unexpected(written.error());
    if (!*written) return {};
    return fault("already_written",
                 "The county has this already, and what is written once is never altered. If it was wrong, write a new "
                 "one that says so.");
}

// Its id says when it was written, and that is the order in which a rating is read.
Result<void> check_time(const Change& change, Instant now) {
    if (made_at(change.entity_id) <= now + future_allowed_ms) return {};
    return fault("from_the_future",
                 "This was written when the tablet's clock was more than a day ahead of the county's. Set the tablet's "
                 "date and time, and write it again.");
}

Result<void> check_words(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (change.entity == "rating_step") return check_rating_step(database, change, writer, now);
    if (change.entity == "direction") return check_direction_judgement(database, change, writer, now);
    return check_visit_words(database, change, writer, now);
}

}  // namespace

Result<void> check_written_once(Database& database, const Change& change, const Writer& writer, Instant now) {
    Result<void> checked = check_is_first(database, change);
    if (checked) checked = need_parts(change, {"by"});
    if (checked) checked = check_signature(change, writer);
    if (checked) checked = check_time(change, now);
    if (checked) checked = check_words(database, change, writer, now);
    return checked;
}

}  // namespace kitbag
