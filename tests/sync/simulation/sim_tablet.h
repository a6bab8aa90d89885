#pragma once
// One tablet of a simulation: a real store in a file, the real change log and the real engine. What the adviser writes is invented, and
// each text is unlike all others, so that one that is lost or there twice can be told.

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/storage/database.h"
#include "sync/change_log/change_log.h"
#include "sync/client/sync_engine.h"
#include "sync/protocol/messages.h"
#include "tests/support/seams.h"

namespace kitbag::simulation {

class SimTablet {
  public:
    // `older_schema`: of its program's stores; 0 for that of today.
    SimTablet(std::string file, char letter, int older_schema);

    // Sets it up with what the county gave it.
    void enrol(const Enrolment& enrolment, Instant now);
    void enrol_again(const Enrolment& enrolment);  // What waits stays, and is sent by what it is now.
    void crash();                                  // And started again on its store.
    void write(std::uint64_t chance);
    void write_newer(std::uint64_t chance);  // A field, or a whole record, that this program does not know.
    void write_post(std::uint64_t chance);   // One of its adviser's own begins or ends.
    void erase();                            // For good.
    void update();                           // It gets the program of today, and with it brings its store up to date.

    std::optional<SyncAction> handle(const SyncEvent& event);

    std::vector<std::string> pictures_of_record();  // Of photographs that are not removed.

    // The time of the tablet's own clock, from the right one.
    void tell_time(Instant now) { clock_.set(now + ahead_ms); }

    Database& database() { return *database_; }
    ChangeLog& log() { return *log_; }
    const std::string& device() const { return enrolment_.device; }
    const Id& adviser() const { return enrolment_.adviser.id; }
    const std::string& token() const { return enrolment_.token; }
    EarlierSelf earlier_self() const;
    bool syncing() const { return engine_ && engine_->running(); }

    char letter;
    int older = 0;  // As given, until it is updated.
    Instant ahead_ms = 0;
    int run = 0;  // How often the program was started: what was asked for before the last time is answered to nobody.
    bool welcome = true;        // Until it is shut out, or is to be erased.
    bool leaving = false;       // The county wants it erased.
    bool erased = false;        // It has no store any more.
    std::set<Id> written;       // Every change that the log called written.
    std::set<Id> acknowledged;  // Every own change that ever had a stored receipt.

  private:
    void start();
    void note_receipts();
    std::string some_visit(std::uint64_t chance, bool own);
    void write_values(const std::string& entity, const std::string& id, const FieldValues& values);
    void write_in(const std::string& visit, std::uint64_t chance);
    void photograph(const std::string& visit, std::uint64_t chance);
    void remove_photograph(const std::string& visit, std::uint64_t chance);
    std::string new_text();

    std::string file_;
    SetClock clock_;
    SeededRandom random_;
    Enrolment enrolment_;
    int texts_ = 0;
    std::unique_ptr<Database> database_;
    std::unique_ptr<ChangeLog> log_;
    std::unique_ptr<SyncEngine> engine_;
};

}  // namespace kitbag::simulation
