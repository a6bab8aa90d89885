#pragma once
// Who read and who wrote which records, kept in the county's database and only ever added to. What is read through a
// pull or an export is kept as a range of positions in the change log, not as a row a record. It holds ids and counts, never a word
// of a record. Each function is called in the transaction of what it tells of, so that neither is there without the other.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change_log/county_log.h"
#include "sync/receipt.h"

namespace kitbag {

// Who does what: a tablet by a request, a person who signs in, or somebody at the server by a command.
struct AuditedAct {
    std::string_view action;  // "pull", "command export" …
    std::string_view request = "";
    std::string_view device = "";
    std::string_view adviser = "";
};

struct AuditLine {
    Instant at = 0;
    std::string request;
    std::string device;
    std::string adviser;
    std::string adviser_name;
    std::string action;
    std::int64_t read_after = 0;  // Of a read: the changes past this position
    std::int64_t read_to = 0;     // up to this; 0 for a write.
    std::string entity;           // Of a write, and of a picture.
    std::string entity_id;
    std::string outcome;
    std::int64_t changes = 0;  // Of a write: how many; 0 for a read.
};

struct AuditQuestion {
    std::string record;   // The id of a record, or of a visit with all that belongs to it; "" for every record.
    std::string adviser;  // An id or a name; "" for everybody.
    Instant since = 0;
};

class Audit {
  public:
    Audit(Database& database, const Clock& clock, Random& random)
        : database_(database), clock_(clock), random_(random) {}

    // Somebody was given the changes past one position up to another. Nothing is kept of an empty range.
    Result<void> note_read(const AuditedAct& act, std::int64_t after, std::int64_t to);

    // Somebody was given everything there is.
    Result<void> note_read_of_all(const AuditedAct& act);

    // Somebody sent changes. REQUIRES: one outcome for each change, in order.
    Result<void> note_writes(const AuditedAct& act, std::span<const ReceivedChange> changes,
                             std::span<const Outcome> outcomes);

    // Somebody was given a piece of a picture ("picture_read"), or sent the last of one ("picture_received"): a line for each photograph
    // that it is of.
    Result<void> note_picture(const AuditedAct& act, std::string_view content, std::string_view outcome);

    // Somebody came back from the county's identity provider: who they are there, "" where that is not known, and what became of it,
    // "accepted" or why not.
    Result<void> note_sign_in(const AuditedAct& act, std::string_view subject, std::string_view outcome);

  private:
    Result<std::string> add(const AuditedAct& act, std::optional<std::int64_t> after, std::optional<std::int64_t> to);

    Database& database_;
    const Clock& clock_;
    Random& random_;
};

// Tells every line that answers the question, oldest first.
Result<void> read_audit(Database& database, const AuditQuestion& question,
                        const std::function<void(const AuditLine&)>& tell);

}  // namespace kitbag
