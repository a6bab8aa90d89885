#pragma once
// What a screen may ask for. Drawing never writes: a screen pushes commands, and the session runs them between frames.
// A command says what the adviser wants in the county's words; it knows nothing of stores or changes.

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "app/models/board_model.h"
#include "app/models/comparison_model.h"
#include "app/models/field_model.h"
#include "app/models/schools_model.h"
#include "app/route.h"
#include "app/theme/display.h"
#include "core/base/wipe.h"
#include "core/categorisation/rating.h"
#include "core/visits/visit.h"

namespace kitbag {

struct SetUpTablet {
    std::string name;
    std::string code;
    SecretText passphrase;
    SecretText passphrase_again;
};
struct UnlockTablet {
    SecretText passphrase;
};
struct LockTablet {};

struct ShowForgotten {};  // The passphrase: where the county's office is asked to help.
struct BackToUnlock {};
struct MakeRequest {};
struct SaveRequestFile {};
struct GiveUpRequest {};
struct OpenWithAnswer {  // From the office.
    std::string answer;
    SecretText passphrase;
    SecretText passphrase_again;
};

struct ShowPassphraseForm {
    bool open = true;
};
struct ChangePassphrase {
    SecretText old;
    SecretText passphrase;
    SecretText passphrase_again;
};

struct GoTo {
    Route route;
};
struct SearchSchools {
    std::string text;
    ListFilter filter;
};
struct StartVisit {
    std::string urn;
    std::string variant = {};  // Which criteria; "" for the likeliest.
    std::string kind = {};     // Of a template; "" for a Keeping in Touch visit.
    bool planned = false;      // For a later day, instead of now.
    bool sure = false;         // What may be a slip was asked about.
};
struct WriteNow {  // The visit planned for today or already under way here; where there is none, one begins.
    std::string urn;
};
struct
    SetField {  // What is chosen and not typed: a tag of a note, the state of an action or of an area for improvement.
    FieldKey field;
    std::string value;
};
struct ChooseDescriptor {
    std::string visit;
    std::string aspect;
    std::string choice;  // green, amber, red, not_applicable, or "" to clear it.
};
struct TypeText {  // The text of a field as it now stands, while it is still being typed.
    FieldKey field;
    std::string text;
};
struct LeaveField {
    FieldKey field;
};
struct AddNote {
    std::string visit;
    std::string aspect;
    NoteKind kind = NoteKind::evidence;
};
struct AddAction {
    std::string visit;
};
struct Undo {  // What was last written in this visit since it was opened.
    std::string visit;
    std::string what;  // As it was offered.
};
struct AskToComplete {
    std::string visit;
};
struct CompleteVisit {
    std::string visit;
};
struct CancelCompletion {};

struct TakeStep {  // Of the rating that is looked at, as its form was filled in.
    Step step = Step::proposed;
    std::string about;
};
struct
    JudgeDirection {  // Of the rating that is looked at, in this half term. Its reason is what was typed in its form.
    std::optional<Direction> direction;
};
struct ShowBoard {
    BoardFilter filter;
};

struct Settle {         // What was written twice in a visit, or about a school's people.
    std::string visit;  // "" for the latter.
    FieldKey place;
    std::optional<std::string> value;  // As it is stored. None: what was typed in its form.
};

// Its reason is what was typed in its form: see step_reason_key().
struct TakeVisitStep {
    std::string visit;
    VisitStatus to = VisitStatus::under_way;
};
struct GiveToHead {
    std::string visit;
};
struct HeadAnswers {
    std::string visit;
    bool accurate = true;
};
struct TakeBack {  // From the head.
    SecretText passphrase;
};
struct Amend {
    std::string visit;
    std::string part;
};
struct PrintRecord {
    std::string visit;
};
enum class RecordFile { page, json };
struct SaveRecordFile {
    std::string visit;
    RecordFile as = RecordFile::json;
};
struct RecordAgreement {  // A trust's, as its form was filled in.
    std::string urn;
};
struct AddForumNote {  // As its form was filled in.
    std::string urn;
};
struct AddPost {  // A person at a school, as the form was filled in.
    std::string urn;
};
struct EndPost {  // On the day that was typed in its form.
    std::string post;
    bool held_again = false;  // It has not ended after all.
};
struct SetCaseload {
    std::string urn;
    bool mine = true;
};
struct AddArea {  // One more that the report of that inspection names.
    std::string urn;
    std::string inspected;  // "2026-10-12"
};
struct RecordRisk {  // Of the next inspection, as its form was filled in.
    std::string urn;
};
struct AttachAsEvidence {  // What a chart shows, to an aspect of a visit that is under way.
    std::string visit;
    std::string aspect;
    std::string text;
};
struct CompareOutcomes {  // Of schools, side by side.
    ComparisonFilter filter;
};
struct ShowMonth {
    int year = 0;  // 0: the present month.
    int month = 0;
    bool everybody = false;  // Not only this adviser's visits.
};
struct SearchNotes {
    std::string text;
    int pages = 1;  // How many pages of what is found are to be shown.
};
struct RemovePhoto {  // Its reason is what was typed in its form.
    std::string photo;
};

struct ShowSo {  // How this tablet is to look from now on.
    Display display;
};

struct MakeBackup {};
struct MakeOfficeFile {};  // For a tablet without a connection.

// Before a store is open: see app/models/stores_model.h.
struct ChooseStore {
    int number = 0;
};
struct SetUpAnother {};  // In a store of its own.
struct BackToStores {};  // From setting up or putting back, with nothing done.
struct SetAside {};      // The chosen store, which cannot be read.
struct UseAgain {        // One that was set aside.
    int number = 0;
};
struct SaveAsFound {
    int number = 0;
};
struct LockDamaged {};  // Damage was met while the store was open: to where it can be recovered.
struct RecoverStore {   // What can be read of the chosen store, which is damaged, into another.
    SecretText passphrase;
};
struct AskToRemove {  // One that was set aside; 0: no, it is kept.
    int number = 0;
};
struct RemoveStore {
    int number = 0;
};
struct CloseErased {  // It has been read that the county had this one erased.
    int number = 0;
};
struct OpenRestore {};
struct PutBackBackup {                     // The one that was chosen.
    std::optional<SecretText> passphrase;  // None: locked.
};

struct EnrolAgain {  // A tablet that was shut out, with a new code.
    std::string code;
};
struct SyncNow {};
struct StopSync {};  // After the request under way; what is left goes with the next sync.
struct TryRefusedAgain {
    std::string change;
};
struct PutAside {  // A refused change: it is kept, and nobody is reminded of it.
    std::string change;
};
struct CloseBanner {};
struct CloseToast {};
struct HideStorageNotice {};  // For today; the warning stays on "Sending and receiving".
struct SaveUnsaved {};        // The texts that this tablet cannot keep now, as a file that anybody can read.
struct DrawAgain {};          // What a screen remembers has changed: nothing else would ask for a frame.

using Command =
    std::variant<SetUpTablet, UnlockTablet, LockTablet, ShowForgotten, BackToUnlock, MakeRequest, SaveRequestFile,
                 GiveUpRequest, OpenWithAnswer, ShowPassphraseForm, ChangePassphrase, GoTo, SearchSchools, StartVisit,
                 WriteNow, SetField, ChooseDescriptor, TypeText, LeaveField, AddNote, AddAction, Undo, AskToComplete,
                 CompleteVisit, CancelCompletion, Settle, TakeStep, JudgeDirection, ShowBoard, TakeVisitStep,
                 GiveToHead, HeadAnswers, TakeBack, Amend, PrintRecord, SaveRecordFile, RecordAgreement, AddForumNote,
                 AddPost, EndPost, SetCaseload, ShowMonth, SearchNotes, RemovePhoto, ShowSo, MakeBackup, MakeOfficeFile,
                 ChooseStore, SetUpAnother, BackToStores, SetAside, UseAgain, SaveAsFound, LockDamaged, RecoverStore,
                 AskToRemove, RemoveStore, OpenRestore, PutBackBackup, EnrolAgain, SyncNow, StopSync, TryRefusedAgain,
                 CloseBanner, CloseToast, HideStorageNotice, SaveUnsaved, DrawAgain, PutAside, CloseErased,
                 AttachAsEvidence, AddArea, RecordRisk, CompareOutcomes>;

// What was asked for since the session last took it. Its functions are in commands.cpp: each file that compiles the variant's own
// takes seconds more.
class Commands {
  public:
    Commands();
    ~Commands();

    template <typename One>
    void push(One&& one) {
        add(Command(std::in_place_type<std::remove_cvref_t<One>>, std::forward<One>(one)));
    }
    std::vector<Command> take();
    bool empty() const { return waiting_.empty(); }

  private:
    void add(Command&& command);

    std::vector<Command> waiting_;
};

}  // namespace kitbag
