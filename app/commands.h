#pragma once
// What a screen may ask for. Drawing never writes: a screen pushes commands, and the session runs them between frames.
// A command says what the adviser wants in the county's words; it knows nothing of stores or changes.

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/models/board_model.h"
#include "app/models/field_model.h"
#include "app/route.h"
#include "core/categorisation/rating.h"

namespace kitbag {

struct SetUpTablet {
    std::string name;
    std::string code;
    std::string passphrase;
    std::string passphrase_again;
};
struct UnlockTablet {
    std::string passphrase;
};
struct LockTablet {};

struct GoTo {
    Route route;
};
struct SearchSchools {
    std::string text;
};
struct StartVisit {
    std::string urn;
    std::string variant;  // Which criteria: needed only where a school could be looked at with several.
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

struct SyncNow {};
struct TryRefusedAgain {
    std::string change;
};
struct CloseBanner {};
struct HideStorageNotice {};  // For today; the warning stays on "Sending and receiving".
struct DrawAgain {};          // What a screen remembers has changed: nothing else would ask for a frame.

using Command =
    std::variant<SetUpTablet, UnlockTablet, LockTablet, GoTo, SearchSchools, StartVisit, ChooseDescriptor, TypeText,
                 LeaveField, AddNote, AskToComplete, CompleteVisit, CancelCompletion, TakeStep, JudgeDirection,
                 ShowBoard, SyncNow, TryRefusedAgain, CloseBanner, HideStorageNotice, DrawAgain>;

class Commands {
  public:
    void push(Command command) { waiting_.push_back(std::move(command)); }
    std::vector<Command> take() { return std::exchange(waiting_, {}); }
    bool empty() const { return waiting_.empty(); }

  private:
    std::vector<Command> waiting_;
};

}  // namespace kitbag
