#pragma once
// What happens between frames: runs the commands that screens pushed, hears what the platform brings, and rebuilds the
// models when what they show has changed. It draws nothing. After each call, take_changed() says whether a frame is due.

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "app/commands.h"
#include "app/models/at_work.h"
#include "app/models/models.h"
#include "app/platform/platform.h"
#include "app/session/build_categorisation.h"
#include "app/session/build_planning.h"
#include "app/session/build_schools.h"
#include "app/session/draft_keeper.h"
#include "app/session/erased_stores.h"
#include "app/session/idle_watch.h"
#include "app/session/open_store.h"
#include "app/session/photo_writer.h"
#include "app/session/re_enrolment.h"
#include "app/session/set_up.h"
#include "app/session/storage_room.h"
#include "app/session/sync_driver.h"
#include "app/session/undo.h"
#include "app/session/upkeep.h"
#include "core/storage/backup.h"
#include "core/storage/key_ring.h"
#include "core/storage/store_shelf.h"

namespace kitbag {

class Session {
  public:
    Session(Platform& platform, KeyCost key_cost);

    void start();
    void run(const Command& command);

    void on_http(RequestId id, const WebAnswer& answer);
    void on_timer(Timer timer);
    void on_input();  // Somebody did something, whatever it was: call it before the frame that learns of it.
    void on_hidden();
    void on_visible();
    void on_online();
    void on_persistence(bool granted);
    void on_room(std::int64_t used, std::int64_t allowed);
    void on_file();  // Platform::chosen_file() is there.
    // `place` is the value of the photo_button at which it was taken.
    void on_photo(std::string_view place, const TakenPhoto& taken);
    void on_photo_news(std::string_view place, std::string_view code);  // "preparing", or why there is no photograph.

    void hand_on_texts();
    void take_texts(std::string sealed) { kept_texts_ = std::move(sealed); }

    // The bytes of an image node; nothing while locked.
    std::optional<PhotoBytes> shown_photo(std::string_view source) const;

    AtWork at_work() const;

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
        ReEnrolment again;
        Upkeep upkeep;
        OfficeFilesModel office;   // What came of the last file for the office, or its answer.
        std::set<FieldKey> typed;  // Fields as they are shown, since the drafts were last saved.
    };

    // Of the chosen store.
    struct Damage {
        bool found = false;
        bool met_in_use = false;  // It opens, and a part of it cannot be read.
        bool key_opens = false;   // So it can be looked for what is readable.
    };

    // Where an adviser was when the tablet locked itself.
    struct LeftAt {
        Id adviser;
        Route route;
    };

    void run(const SetUpTablet& command);
    void run(const UnlockTablet& command);
    void run(const LockTablet& command);
    void run(const ShowForgotten& command);
    void run(const BackToUnlock& command);
    void run(const MakeRequest& command);
    void run(const SaveRequestFile& command);
    void run(const GiveUpRequest& command);
    void run(const OpenWithAnswer& command);
    void run(const ShowPassphraseForm& command);
    void run(const ChangePassphrase& command);
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
    void run(const WriteNow& command);
    void run(const SetField& command);
    void run(const AddAction& command);
    void run(const Undo& command);
    void run(const TakeVisitStep& command);
    void run(const GiveToHead& command);
    void run(const HeadAnswers& command);
    void run(const TakeBack& command);
    void run(const Amend& command);
    void run(const PrintRecord& command);
    void run(const SaveRecordFile& command);
    void run(const RecordAgreement& command);
    void run(const AddForumNote& command);
    void run(const AddPost& command);
    void run(const EndPost& command);
    void run(const SetCaseload& command);
    void run(const AttachAsEvidence& command);
    void run(const CompareOutcomes& command);
    void run(const AddArea& command);
    void run(const RecordRisk& command);
    void run(const ShowMonth& command);
    void run(const SearchNotes& command);
    void run(const RemovePhoto& command);
    void run(const MakeBackup& command);
    void run(const MakeOfficeFile& command);
    void run(const ChooseStore& command);
    void run(const SetUpAnother& command);
    void run(const BackToStores& command);
    void run(const SetAside& command);
    void run(const UseAgain& command);
    void run(const SaveAsFound& command);
    void run(const LockDamaged& command);
    void run(const RecoverStore& command);
    void run(const AskToRemove& command);
    void run(const RemoveStore& command);
    void run(const CloseErased& command);
    void run(const OpenRestore& command);
    void run(const PutBackBackup& command);
    void run(const EnrolAgain& command);
    void run(const SyncNow& command);
    void run(const StopSync& command);
    void run(const TryRefusedAgain& command);
    void run(const PutAside& command);
    void run(const CloseBanner& command);
    void run(const Settle& command);
    void run(const CloseToast& command);
    void run(const ShowSo& command);
    void run(const HideStorageNotice& command);
    void run(const SaveUnsaved& command);
    void run(const DrawAgain& command);

    void try_passphrase();
    void open_with(const DatabaseKey& key);
    void show_request(const Result<std::string>& request);
    void try_answer();
    void try_new_passphrase();
    void show_wait(UnlockModel& model);
    void try_take_back();
    // What is slow and waits for the frame that says so: session_stores.cpp.
    enum class Turn { none, make_backup, check_backup, put_back, recover_store, make_office_file, read_office_answer };
    void take_turn(Turn turn);
    bool on_turn();
    void make_backup();
    void check_chosen();
    void put_back_chosen();
    void recover_store();
    void forget_chosen();
    void make_office_file();
    void begin_reading_answer();
    void read_office_answer();
    OfficeFilesModel office_files() const;
    void begin_locked();
    void choose_store(int number);
    void refuse_to_open(const Fault& why);
    void label_store();
    void rebuild_stores();
    void enter(std::unique_ptr<OpenStore> store);
    void keep_in_escrow();
    void begin_watch();
    void change_watch();
    void arm_watch();
    bool lock_if_due();
    void lock_itself();
    bool lock();
    void return_to_place();
    void put_kept_texts_back();
    void say_what_was_recovered();
    std::string where_it_was(const Recovered& item);
    void remember_written();
    void reopen_visit();
    void refresh_typed(const FieldKey& key);
    void save_typed();
    void go(const Route& route);
    void after_sync();
    void take_over(bool new_reference, int fetched);
    void want_pictures();
    void set_up_changed();
    void enrolled_again();
    void erase_as_ordered();
    void report(const Result<void>& outcome);
    void say_done(std::string what);
    bool taken_a_moment_ago(const FieldKey& form) const;
    void report_form(const FieldKey& at_fault, const Result<void>& outcome);
    void stale() { stale_ = changed_ = true; }

    void rebuild();
    void rebuild_schools();
    void rebuild_sending();
    void begin_with_caseload();
    void choose_in_area(const SetField& command);
    void rebuild_frame();
    void rebuild_hand_over();

    Platform& platform_;
    StoreShelf shelf_;
    ErasedStores erased_;
    KeyRing keys_;  // Of the store that is chosen.
    SetUp set_up_;
    Models models_;
    std::string answer_;     // The office's, and
    SecretText passphrase_;  // Between the frame that says "Opening…" and trying it.
    SecretText new_passphrase_;
    std::unique_ptr<Unlocked> unlocked_;
    IdleWatch idle_;
    std::optional<LeftAt> left_at_;
    SearchSchools search_;
    SchoolIndex school_index_;  // Of the schools in the models.
    BoardFilter board_;
    ComparisonFilter comparison_;
    ShowMonth month_;
    std::optional<DoubtsModel> doubts_;  // Asked before a visit is begun.
    SearchNotes notes_search_;
    PhotoOutcome photo_;
    FormOutcome form_;
    FieldKey taken_form_;  // The one that was taken last, and when.
    Instant taken_at_ = 0;
    UndoStack undo_;                             // Of the visit that is open.
    std::optional<RecordDocument> handed_over_;  // As the head reads it, whatever arrives meanwhile.
    Turn turn_ = Turn::none;
    Damage damage_;
    int removing_ = 0;  // The store that somebody asked to remove and has not yet said so twice.
    std::string stores_failure_;
    std::optional<BackupHeader> chosen_backup_;
    std::optional<SecretText> backup_passphrase_;  // Between the frame that says "Putting it back…" and doing it.
    RestoreModel restore_;
    std::string kept_texts_;         // Sealed, of the start before; until their store has them.
    std::string failure_;            // Why the last command could not be carried out.
    bool storage_at_risk_ = false;   // The browser did not promise to keep what is stored here.
    StorageRoom room_;               // As the browser told last.
    bool finishing_set_up_ = false;  // Enrolled a moment ago: the first sync brings the schools.
    bool stale_ = true;
    bool changed_ = true;
};

}  // namespace kitbag
