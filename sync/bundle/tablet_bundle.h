#pragma once
// The tablet's side of a bundle: what waits here becomes a file for the county's office, and the office's answer is taken as the
// county's answers over a network are (sync/client/taken_answers.h). Making one marks nothing as sent: only a receipt does, and a
// bundle that is lost is made again. Without anything to send it still fetches.
//
// The key of an answer is made of a secret that lies in the store, and of the bundle's id: so any bundle of this store may be answered,
// in any order, and by no other store can its answer be read.

#include <optional>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/byte_source.h"
#include "core/storage/database.h"
#include "core/storage/device_store.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

// Of one bundle. What is more than this goes with the next, when this one's receipts have come.
inline constexpr std::size_t bundle_changes_max = 10'000;
inline constexpr std::size_t bundle_changes_bytes_max = std::size_t{8} * 1024 * 1024;
inline constexpr std::int64_t bundle_picture_bytes_max = std::int64_t{128} * 1024 * 1024;

struct BundleMade {
    int changes = 0;
    int pictures = 0;
    bool all = true;  // Everything that waits is in it.
};

// Codes: "no_recovery_key", where the county has made none; "bundle_too_large", and those of database.h.
Result<BundleMade> make_bundle(Database& database, ChangeLog& change_log, const Enrolment& enrolment,
                               const Clock& clock, Random& random, const ByteSink& sink);

struct AnswerTaken {
    int sent = 0;     // Changes that have a receipt now.
    int refused = 0;  // Changes that went into quarantine.
    int fetched = 0;  // Changes from the county that were new here.
    int pictures_sent = 0;
    bool new_reference = false;
    bool more = false;                    // The county has more for this tablet: another bundle brings it.
    bool restored = false;                // The county had lost a part of what it had: another bundle brings it back.
    std::optional<Fault> refusal = {};    // Why the county gives this tablet nothing.
    std::optional<Fault> left_over = {};  // What of it could not be read, and did not stop the rest.
};

// All of it in one transaction, after the whole file was read once. Codes: those of carried_file.h, "other_county", "other_tablet",
// "other_store" (another store of the same tablet, or this one before its secret), "old_answer" (all of it is known here),
// "answer_ahead" (an answer before it was not read), those of the readers of messages.h, and those of database.h. After a Fault nothing
// was changed.
Result<AnswerTaken> take_answer(Database& database, ChangeLog& change_log, const Enrolment& enrolment,
                                ByteSource& source);

}  // namespace kitbag
