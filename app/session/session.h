#pragma once
// What happens between frames: runs the commands that screens pushed, hears what the platform brings, and rebuilds the
// models when what they show has changed. It draws nothing. After each call, take_changed() says whether a frame is due.

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/commands.h"
#include "app/models/models.h"
#include "app/platform/platform.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"
#include "app/session/open_store.h"
#include "app/session/set_up.h"
#include "app/session/sync_driver.h"
#include "core/storage/key_ring.h"

namespace kitbag {

class Session {
  public:
    Session(Platform& platform, KeyCost key_cost);

    void start();
    void run(const Command& command);

    void on_http(RequestId id, const WebAnswer& answer);
    void on_timer(Timer timer);
    void on_hidden();
    void on_visible();
    void on_persistence(bool granted);

    // Brought up to date first, where the store has changed.
    const Models& models();
    bool take_changed() { return std::exchange(changed_, false); }

  private:
    // Everything that is only there while the tablet is unlocked. Goes as a whole, the store last.
    struct Unlocked {
        Unlocked(Platform& platform, std::unique_ptr<OpenStore> opened);

        std::unique_ptr<OpenStore> store;
        DraftKeeper keeper;
        SyncDriver sync;
    };

    void run(const SetUpTablet& command);
    void run(const UnlockTablet& command);
    void run(const LockTablet& command);
    void run(const GoTo& command);
    void run(const SearchSchools& command);
    void run(const StartVisit& command);
    void run(const ChooseDescriptor& command);
    void run(const TypeText& command);
    void run(const LeaveField& command);
    void run(const AddNote& command);
    void run(const AskToComplete& command);
    void run(const CompleteVisit& command);
    void run(const CancelCompletion& command);
    void run(const TakeStep& command);
    void run(const JudgeDirection& command);
    void run(const ShowBoard& command);
    void run(const SyncNow& command);
    void run(const TryRefusedAgain& command);
    void run(const CloseBanner& command);
    void run(const HideStorageNotice& command);
    void run(const DrawAgain& command);

    void try_passphrase();
    void show_wait();
    void enter(std::unique_ptr<OpenStore> store);
    void say_what_was_recovered();
    void go(const Route& route);
    void after_sync();
    void set_up_changed();
    void report(const Result<void>& outcome);
    void report_form(const FieldKey& at_fault, const Result<void>& outcome);
    void stale() { stale_ = changed_ = true; }

    void rebuild();
    void rebuild_frame();

    Platform& platform_;
    KeyRing keys_;
    SetUp set_up_;
    Models models_;
    std::string passphrase_;  // Between the frame that says "Opening…" and trying it.
    std::unique_ptr<Unlocked> unlocked_;
    std::string search_;
    BoardFilter board_;
    FormOutcome form_;
    std::string failure_;            // Why the last command could not be carried out.
    bool storage_at_risk_ = false;   // The browser did not promise to keep what is stored here.
    bool finishing_set_up_ = false;  // Enrolled a moment ago: the first sync brings the schools.
    bool stale_ = true;
    bool changed_ = true;
};

}  // namespace kitbag
