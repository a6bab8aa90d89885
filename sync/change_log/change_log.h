#pragma once
// A tablet's record of truth: every change written here or brought from the county, append-only. write() and apply() go
// through one function (append.h) that also merges and projects, in one transaction; so does the county's log.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/exchange.h"
#include "sync/receipt.h"

namespace kitbag {

using FieldValues = std::map<std::string, std::string, std::less<>>;

struct ChangeCounts {
    int waiting = 0;   // Written here, not yet answered by the county.
    int refused = 0;   // In quarantine, and not put aside.
    int received = 0;  // With a stored receipt.
    int put_aside = 0;

    bool operator==(const ChangeCounts&) const = default;
};

// Where all of a visit is: itself, its judgements and its notes.
struct VisitReceipt {
    int waiting = 0;
    int refused = 0;
    std::optional<Receipt> last;  // The latest receipt for a part of it that was written on this tablet.

    bool whole() const { return waiting == 0 && refused == 0; }
};

struct RefusedChange {
    Change change;
    Fault reason;
    Instant at = 0;
    bool put_aside = false;  // By its adviser: it is kept, and nobody is reminded of it.
};

// Whether the county keeps what it refuses as it came, which it does of a tablet that it wants erased.
enum class RefusedIs { only_here, kept_by_county };

// Something that another person wrote without seeing what shows.
struct OtherVersion {
    std::string value;
    Id author;
    Stamp stamp;
};

struct Conflict {
    std::string entity;
    std::string entity_id;
    std::string field;
    std::string shown;
    Id shown_author;
    Stamp shown_stamp;
    std::vector<OtherVersion> others;  // Latest first, only those that differ from what is shown.
};

class ChangeLog {
  public:
    // `device` and `author` as enrolled. One ChangeLog on a database at a time. What the store knows as the tablet's earlier
    // devices (core/storage/device_store.h) is its own, too.
    static Result<ChangeLog> open(Database& database, std::string device, Id author, const Clock& clock,
                                  Random& random);

    // The tablet was enrolled again: from now on it writes as this device.
    void go_on_as(std::string device);
    bool is_own(std::string_view device) const;  // It is the tablet, or was.

    // Writes fields of one record and gives the change's id, or nothing when every field already shows that value
    // (opening and closing a form is not an edit). The drafts of these fields are removed with it. Codes:
    // "unknown_entity", "unknown_field", "bad_field", "bad_change" for an impossible entity id, "storage_…".
    Result<std::optional<Id>> write(std::string_view entity, std::string_view entity_id, const FieldValues& values);

    // The same, naming every version of the field as seen: ends its conflict.
    Result<std::optional<Id>> settle(std::string_view entity, std::string_view entity_id, std::string_view field,
                                     const std::string& value);

    // Takes a page of changes from the county with its proofs, how far it reaches and who wrote it, all or nothing. Ones it has
    // are passed over; gives how many were new here.
    Result<int> apply(const ChangePage& page);

    // The county's records were put back from an older copy. All that it had is unconfirmed from now on, and is read from the
    // start again; what it has not handed out when it has handed out all waits to be sent once more, whoever wrote it.
    Result<void> doubt_county();
    Result<void> send_unconfirmed();
    Result<LastReceived> last_received() const;

    // Changes to send, in the order they were written: as many as fit both limits, but at least one if any waits.
    Result<std::vector<CarriedChange>> waiting(std::size_t count_max, std::size_t bytes_max) const;

    // Stores receipts and refusals, all or none, and what the county said of its chain at the latest of the receipts ("" for nothing). An
    // outcome for a change it does not have is passed over.
    Result<void> record_outcomes(std::span<const Outcome> outcomes, RefusedIs refused_is = RefusedIs::only_here,
                                 std::string_view chain = {});

    // Writes anew what the county refused for stamps that are more than a day ahead of this tablet's clock as it is now: that clock was
    // wrong and has been set right. Gives how many changes there were. What is written once stays refused.
    Result<int> write_anew();

    Result<std::vector<RefusedChange>> refused() const;
    Result<void> retry_refused(std::string_view change);
    Result<void> retry_all_refused();  // Not those that were put aside.
    // It waits to be sent again when retry_refused() is asked for. Of a change that is not refused nothing happens.
    Result<void> put_aside(std::string_view change);
    // All that the county does not keep itself waits once more, because the tablet is about to be erased.
    Result<void> offer_refused_again();

    Result<ChangeCounts> counts() const;
    Result<VisitReceipt> receipt_of(std::string_view visit) const;
    Result<std::vector<Conflict>> conflicts(std::string_view visit) const;
    // Every change of one record that is here, in the order of their stamps: who wrote what in it, and when.
    Result<std::vector<Change>> history(std::string_view entity, std::string_view entity_id) const;

  private:
    enum class Seen { shown, all };
    ChangeLog(Database& database, std::string device, Id author, const Clock& clock, Random& random);
    struct FieldPlace {
        std::string_view entity;
        std::string_view entity_id;
        std::string_view field;
    };
    Result<std::optional<Id>> write_seeing(std::string_view entity, std::string_view entity_id,
                                           const FieldValues& values, Seen seen);
    Result<std::optional<std::vector<Stamp>>> base_for(const FieldPlace& place, const std::string& value,
                                                       Seen seen) const;
    Result<bool> take(const CarriedChange& carried);
    Result<void> append_own(const Change& change);
    Result<void> note_read(const ChangePage& page);
    Result<void> note_confirmed(std::int64_t position, std::string_view proof);

    Database& database_;
    std::string device_;
    std::vector<std::string> earlier_devices_;
    Id author_;
    const Clock& clock_;
    Random& random_;
    HybridClock stamps_;
};

}  // namespace kitbag
