#pragma once
// Brings a tablet and its county to the same record. No input or output of its own: the platform tells what happened,
// the engine answers with what to do next, and everything it learns is stored before it asks for more, so it may be
// stopped anywhere and started again. Order: reference, push until nothing waits, pull until no more, then outcomes part by
// part and pictures piece by piece, between which a change that was written meanwhile goes first.
//
// A county that wants the tablet erased answers "wipe_wanted". Then all that waits or was refused is sent, and the pictures; if nothing
// is only here after that, the sync ends with EraseOrdered, and else with "erasure_held_up". The engine erases nothing.
//
// Faults it ends with: "no_connection", "not_our_server" (a captive portal's page, say), "unknown_device",
// "not_allowed", "too_many_attempts", "newer_protocol", "server_trouble", "bad_answer", "bad_reference", "bad_outcomes", "erasure_held_up", "storage_…", and
// "stopped", which is none: the adviser wanted it.
// After none of them is anything deleted.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/device_store.h"
#include "sync/change_log/change_log.h"
#include "sync/client/http.h"
#include "sync/client/outcomes_exchange.h"
#include "sync/client/picture_exchange.h"

namespace kitbag {

struct StartRequested {};  // The adviser asked, or the tablet came online. Passed over while a sync is under way.
struct NetworkFailed {     // No answer came, or not in time.
    std::uint64_t number = 0;
};
struct TimerRang {};  // The time that SyncFailed::retry_after_ms named has passed.
struct StopRequested {
};  // The adviser wants it to end: what is under way is finished and stored, and nothing more asked for.
struct
    PicturesWanted {  // Somebody looks at these. Those that are not here are brought now, unless there was no connection last time.
    std::vector<std::string> contents;
};
using SyncEvent = std::variant<StartRequested, HttpResponse, NetworkFailed, TimerRang, StopRequested, PicturesWanted>;

struct SyncSummary {
    int sent = 0;     // Changes that have a receipt now.
    int refused = 0;  // Changes that went into quarantine.
    int fetched = 0;  // Changes from the county that were new here.
    bool new_reference = false;
    int pictures_sent = 0;  // That have a receipt now.
    int pictures_fetched = 0;

    bool operator==(const SyncSummary&) const = default;
};

// How far the sync under way has come.
struct SyncProgress {
    enum class Part { reference, sending, receiving, sending_pictures, receiving_picture };
    Part part = Part::reference;
    int done = 0;          // Changes that were sent, or received; bytes of pictures.
    int total = 0;         // 0: nobody knows.
    bool is_long = false;  // It takes more than a request of this part.
    bool stopping = false;

    bool operator==(const SyncProgress&) const = default;
};

struct SyncDone {
    SyncSummary summary;
};
struct SyncFailed {
    Fault reason;
    Instant retry_after_ms = 0;  // 0: trying again by itself would not help, a person must act.
};
// The county wants this tablet erased and has everything: the order lies in the store (core/storage/erasure_order.h).
struct EraseOrdered {
    SyncSummary summary;
};
using SyncAction = std::variant<HttpRequest, SyncDone, SyncFailed, EraseOrdered>;

class SyncEngine {
  public:
    SyncEngine(Database& database, ChangeLog& change_log, const Clock& clock, std::string token);

    // The tablet was enrolled again and has another one. REQUIRES: it does not run.
    void use_token(std::string token) { token_ = std::move(token); }

    // What to do now; nothing when the event does not matter any more.
    std::optional<SyncAction> handle(const SyncEvent& event);

    bool running() const { return step_ != Step::idle; }
    SyncProgress progress() const;  // Of no meaning unless it runs.

  private:
    enum class Step { idle, reference, push, pull, outcomes, pictures };

    SyncAction start();
    void prepare();
    std::optional<SyncAction> bring_wanted();
    std::optional<SyncAction> answered(const HttpResponse& response);
    SyncAction take_reference(const HttpResponse& response);
    SyncAction take_push(const HttpResponse& response);
    SyncAction read_from_start();
    SyncAction take_pull(const HttpResponse& response);
    SyncAction push_refused_whole(const Fault& reason);
    SyncAction leave();
    SyncAction finish_leaving();
    Result<KnownHistory> known_history() const;  // As a push says it.
    Result<KnownHistory> read_up_to() const;     // As a pull does, without its last receipt.
    Result<void> note_clock(Instant county_now);
    SyncAction ask_reference();
    SyncAction ask_push();
    SyncAction write_anew_or_pull();
    SyncAction ask_pull();
    SyncAction after_pull();
    SyncAction ask_outcomes();
    std::optional<SyncAction> pass_over_outcomes(const Fault& reason);
    SyncAction take_outcomes(const HttpResponse& response);
    SyncAction ask_picture();
    SyncAction take_picture(const HttpResponse& response);
    SyncAction ask(Step step, std::string method, std::string path, std::string body);
    SyncAction finish();
    SyncAction fail(Fault reason);

    Database& database_;
    ChangeLog& change_log_;
    DeviceStore device_;
    const Clock& clock_;
    std::string token_;
    OutcomesExchange outcomes_;
    PictureExchange pictures_;
    Step step_ = Step::idle;
    std::uint64_t number_ = 0;        // Of the request under way.
    std::vector<Id> batch_;           // The changes of the push under way.
    std::size_t batch_max_ = 0;       // Smaller after a batch was refused whole.
    int failures_ = 0;                // In a row, for the growing wait.
    std::optional<Fault> left_over_;  // What did not stop the sync but must be told at its end.
    int waiting_ = 0;                 // To be sent, when the push under way was asked for.
    int received_ = 0;                // Changes pulled, those that were known here too.
    bool first_reference_ = false;    // There are no schools on the tablet yet.
    bool stopping_ = false;
    bool read_anew_ = false;      // From the start, in this sync.
    bool wrote_anew_ = false;     // In this sync: what a wrong clock had stamped was looked for.
    bool leaving_ = false;        // The county wants this tablet erased.
    bool history_asked_ = false;  // In this sync: whether the county still has what it received from here.
    Instant asked_at_ = 0;        // By this tablet's clock, the request under way.
    SyncSummary summary_;
};

}  // namespace kitbag
