#pragma once
// Keeps what is being typed from being lost: a draft on the disk within a second, a change in the log when the field is
// left, and after a crash the drafts found become changes. A text that cannot be saved stays in memory and is tried again.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "app/session/open_store.h"
#include "app/session/typing.h"
#include "core/visits/record_fields.h"

namespace kitbag {

// A record that no change names yet, and what its first change says besides what was typed: whose evidence a note is, in
// which visit an action was agreed.
struct NewRecord {
    std::string entity;
    FieldValues values;

    bool operator==(const NewRecord&) const = default;
    bool operator<(const NewRecord& other) const {
        return std::tie(entity, values) < std::tie(other.entity, other.values);
    }
};

inline FieldKey note_key(std::string_view note) {
    return {"evidence_note", std::string(note), "text"};
}

// Forms whose texts go into a record that is there already, such as the reason for a step of a visit.
inline constexpr std::string_view form_entity = "form";

// What is typed in the form of a step, until it is taken. These texts stay drafts: they become part of the one change
// that takes the step, and not a change of their own.
inline bool is_held(const FieldKey& key) {
    const Entity* const entity = find_entity(key.entity);
    return key.entity == form_entity || (entity != nullptr && entity->writing == Writing::once);
}

// A text that was found as a draft and is a change now.
struct Recovered {
    FieldKey key;
    Id visit;
    std::string about;  // The aspect of a note or the question of an answer; "" for anything else.
};

// A text that could not be put on the disk.
struct Unsaved {
    Recovered place;
    std::string text;
};

// A text that became a change, and what its field said before.
struct WrittenText {
    FieldKey key;
    std::string before;
    std::string now;
};

class DraftKeeper {
  public:
    DraftKeeper(Platform& platform, OpenStore& store) : platform_(platform), store_(store) {}
    ~DraftKeeper();
    DraftKeeper(const DraftKeeper&) = delete;
    DraftKeeper& operator=(const DraftKeeper&) = delete;

    // The id to show an empty record by that is ready to be typed in. Typing in it begins it, under an id of that moment;
    // shown_as() then goes on giving this one, so that what is on the screen stays where it is.
    Id ready(const NewRecord& wanted);
    Id shown_as(const Id& record) const;
    // True when the ready record is to be seen beside others: it was asked for, or is being typed in.
    bool wants(const NewRecord& wanted) const;
    void ask_for(const NewRecord& wanted) { asked_for_.insert(wanted); }
    // A record that has its id already, such as the answer to a question, and no change yet.
    void expect(const Id& record, const NewRecord& wanted) { new_records_.try_emplace(record, wanted); }

    void type(const FieldKey& key, const std::string& text);
    void save_now();  // Every draft to the disk, at once.
    // The text becomes a change, unless it says what the record says already. True when it did.
    bool leave(const FieldKey& key);
    void leave_all();

    // A held text was used: its draft is gone already, with what it became.
    void let_go(const FieldKey& key);

    // Drafts of a session that was stopped become changes; held ones are there again.
    std::vector<Recovered> recover();

    // What became changes since it was last asked, in that order.
    std::vector<WrittenText> take_written() { return std::exchange(texts_written_, {}); }

    bool is_typed_in(const Id& record) const;
    void say_wrong(const FieldKey& key, std::string sentence) { errors_[key] = std::move(sentence); }

    // How the field stands: what is being typed in it, or else `stored`.
    FieldModel field(const FieldKey& key, std::string_view stored) const;

    std::vector<FieldKey> held() const;  // Texts of forms that wait to be taken.

    bool anything_unsaved() const { return typing_.has_unsaved(); }
    std::vector<Unsaved> unsaved();                                   // In the order of their keys.
    std::vector<Draft> unsaved_drafts() const;                        // The same as rows of the store.
    bool everything_written() const;                                  // Nothing is left that should be a change.
    const std::optional<Fault>& trouble() const { return trouble_; }  // Why saving failed, until it succeeds.

  private:
    bool hold(const FieldKey& key, const std::string& text);
    std::vector<Draft> drafts_of(const Typing::Text& entry) const;
    Result<void> save_draft(const Typing::Text& entry);
    Result<bool> write(const FieldKey& key, const std::string& text);
    void begun(const NewRecord& record, const Id& id);
    FieldKey begin(const FieldKey& shown);
    FieldKey real(const FieldKey& shown) const;
    Result<void> drop_drafts(const FieldKey& key);
    void note_failure(const FieldKey& key, const Fault& reason);
    const NewRecord* new_record(const FieldKey& key) const;
    void recover_record(const std::string& entity, const Id& id, const FieldValues& drafts,
                        std::vector<Recovered>& recovered);
    std::optional<Recovered> recover_text(const FieldKey& key, const std::string& text);
    Recovered place_of(const FieldKey& key);

    Platform& platform_;
    OpenStore& store_;
    Typing typing_;
    std::map<NewRecord, Id> ready_;  // By the ids that they are shown by.
    std::set<NewRecord> asked_for_;
    std::map<Id, NewRecord> new_records_;   // Records that no change names yet; ready ones by both their ids.
    std::map<Id, Id> begun_as_, shown_as_;  // From the id shown to the one it got when typing began, and back.
    Instant last_begun_ = 0;                // When.
    std::vector<WrittenText> texts_written_;
    std::set<FieldKey> written_;              // Fields whose text became a change while the app runs.
    std::map<FieldKey, std::string> errors_;  // What is wrong with the text of a field.
    std::optional<Fault> trouble_;
    bool timer_runs_ = false;
};

}  // namespace kitbag
