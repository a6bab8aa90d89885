#pragma once
// Keeps what is being typed from being lost: a draft on the disk within a second, a change in the log when the field is
// left, and after a crash the drafts found become changes. A text that cannot be saved stays in memory and is tried again.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/open_store.h"
#include "app/session/typing.h"

namespace kitbag {

// Which aspect of which visit a note is evidence for.
struct NotePlace {
    Id visit;
    std::string aspect;

    auto operator<=>(const NotePlace&) const = default;
};

inline FieldKey note_key(std::string_view note) {
    return {"evidence_note", std::string(note), "text"};
}

// What is typed in the form of a step, until it is taken. These texts stay drafts: they become part of the one change
// that takes the step, and not a change of their own.
inline bool is_held(const FieldKey& key) {
    return key.entity == "rating_step" || key.entity == "direction";
}

// A text that was found as a draft and is a change now.
struct Recovered {
    FieldKey key;
    Id visit;
    std::string aspect;  // For evidence notes; "" for a field of the visit itself.
};

class DraftKeeper {
  public:
    DraftKeeper(Platform& platform, OpenStore& store) : platform_(platform), store_(store) {}
    ~DraftKeeper();
    DraftKeeper(const DraftKeeper&) = delete;
    DraftKeeper& operator=(const DraftKeeper&) = delete;

    // The id of a note that does not exist yet: the empty field that is ready to be typed in.
    Id ready_note(const NotePlace& place);
    // True when the ready note is to be seen beside others: it was asked for, or is being typed in.
    bool wants_note(const NotePlace& place) const;
    void ask_for_note(const NotePlace& place) { asked_for_.insert(place); }

    void type(const FieldKey& key, const std::string& text);
    void save_now();  // Every draft to the disk, at once.
    // The text becomes a change, unless it says what the record says already. True when it did.
    bool leave(const FieldKey& key);
    void leave_all();

    // A held text was used: its draft is gone already, with what it became.
    void let_go(const FieldKey& key);

    // Drafts of a session that was stopped become changes; held ones are there again.
    std::vector<Recovered> recover();

    // How the field stands: what is being typed in it, or else `stored`.
    FieldModel field(const FieldKey& key, std::string_view stored) const;

    std::vector<FieldKey> held() const;  // Texts of forms that wait to be taken.

    bool anything_unsaved() const { return typing_.has_unsaved(); }
    bool everything_written() const;                                  // Nothing is left that should be a change.
    const std::optional<Fault>& trouble() const { return trouble_; }  // Why saving failed, until it succeeds.

  private:
    bool hold(const FieldKey& key, const std::string& text);
    Result<void> save_draft(const Typing::Text& entry);
    Result<bool> write(const FieldKey& key, const std::string& text);
    void begun(const NotePlace& place, const Id& note);
    Result<void> drop_drafts(const FieldKey& key);
    void note_failure(const FieldKey& key, const Fault& reason);
    const NotePlace* new_note(const FieldKey& key) const;
    std::optional<NotePlace> place_of_note(std::string_view note);
    std::optional<Recovered> recover_text(const FieldKey& key, const std::string& text);

    Platform& platform_;
    OpenStore& store_;
    Typing typing_;
    std::map<NotePlace, Id> ready_notes_;
    std::set<NotePlace> asked_for_;
    std::map<Id, NotePlace> new_notes_;       // Notes that no change names yet.
    std::set<FieldKey> written_;              // Fields whose text became a change while the app runs.
    std::map<FieldKey, std::string> errors_;  // What is wrong with the text of a field.
    std::optional<Fault> trouble_;
    bool timer_runs_ = false;
};

}  // namespace kitbag
