#include "app/session/draft_keeper.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {
namespace {

constexpr int save_after_ms = 300;    // Well within the second that is promised, and not a commit for every key.
constexpr int retry_after_ms = 5000;  // After a save that failed.

constexpr std::string_view note_entity = "evidence_note";

bool is_storage_fault(const Fault& reason) {
    return reason.code.starts_with("storage_");
}

}  // namespace

DraftKeeper::~DraftKeeper() {
    platform_.stop_timer(Timer::save_drafts);
}

Id DraftKeeper::ready_note(const NotePlace& place) {
    const auto found = ready_notes_.find(place);
    if (found != ready_notes_.end()) return found->second;
    const Id id = new_id(platform_.clock().now(), platform_.random());
    ready_notes_.emplace(place, id);
    new_notes_.emplace(id, place);
    return id;
}

bool DraftKeeper::wants_note(const NotePlace& place) const {
    const auto ready = ready_notes_.find(place);
    return asked_for_.contains(place) || (ready != ready_notes_.end() && typing_.find(note_key(ready->second)));
}

const NotePlace* DraftKeeper::new_note(const FieldKey& key) const {
    if (key.entity != note_entity) return nullptr;
    const auto found = new_notes_.find(key.entity_id);
    return found == new_notes_.end() ? nullptr : &found->second;
}

void DraftKeeper::type(const FieldKey& key, const std::string& text) {
    errors_.erase(key);
    typing_.type(key, text);
    if (!typing_.has_unsaved() || timer_runs_) return;
    timer_runs_ = true;
    platform_.start_timer(Timer::save_drafts, save_after_ms);
}

void DraftKeeper::save_now() {
    timer_runs_ = false;
    platform_.stop_timer(Timer::save_drafts);
    for (const Typing::Text& entry : typing_.unsaved()) {
        if (const auto saved = save_draft(entry); !saved) {
            note_failure(entry.key, saved.error());
        } else {
            typing_.saved(entry.key, entry.text);
        }
    }
    if (!typing_.has_unsaved()) {
        trouble_.reset();
    } else {
        timer_runs_ = true;
        platform_.start_timer(Timer::save_drafts, retry_after_ms);
    }
}

// The draft of a new note also says whose evidence it is, in the same transaction: after a crash nothing else would know.
Result<void> DraftKeeper::save_draft(const Typing::Text& entry) {
    const Instant now = platform_.clock().now();
    const FieldKey& key = entry.key;
    auto transaction = Transaction::begin(store_.database());
    if (!transaction) return std::unexpected(transaction.error());
    if (const NotePlace* place = new_note(key)) {
        const auto visit = store_.drafts().save(key.entity, key.entity_id, "visit", place->visit, now);
        if (!visit) return visit;
        const auto aspect = store_.drafts().save(key.entity, key.entity_id, "aspect", place->aspect, now);
        if (!aspect) return aspect;
    }
    const auto text = store_.drafts().save(key.entity, key.entity_id, key.field, entry.text, now);
    if (!text) return text;
    return transaction->commit();
}

bool DraftKeeper::leave(const FieldKey& key) {
    const Typing::Text* entry = typing_.find(key);
    if (!entry) return false;
    const std::string text = entry->text;
    if (is_held(key)) return hold(key, text);
    const Result<bool> written = write(key, text);
    if (!written) {
        if (is_storage_fault(written.error())) {
            note_failure(key, written.error());
        } else {
            errors_[key] = written.error().sentence;
        }
        save_now();
        return false;
    }
    typing_.forget(key);
    written_.insert(key);
    if (!typing_.has_unsaved()) trouble_.reset();
    return *written;
}

// Emptied, it is no draft any more. False: it becomes no change.
bool DraftKeeper::hold(const FieldKey& key, const std::string& text) {
    save_now();
    if (!text.empty()) return false;
    if (const auto dropped = drop_drafts(key); !dropped) {
        note_failure(key, dropped.error());
    } else {
        typing_.forget(key);
    }
    return false;
}

void DraftKeeper::let_go(const FieldKey& key) {
    typing_.forget(key);
    errors_.erase(key);
}

std::vector<FieldKey> DraftKeeper::held() const {
    std::vector<FieldKey> held = typing_.keys();
    std::erase_if(held, [](const FieldKey& key) { return !is_held(key); });
    return held;
}

bool DraftKeeper::everything_written() const {
    return std::ranges::all_of(typing_.keys(), is_held);
}

void DraftKeeper::leave_all() {
    for (const FieldKey& key : typing_.keys()) leave(key);
}

Result<bool> DraftKeeper::write(const FieldKey& key, const std::string& text) {
    if (key.field == "date" && !text.empty()) {
        if (const auto date = parse_date(text); !date) return std::unexpected(date.error());
    }
    const NotePlace* place = new_note(key);
    const bool never_begun = place && trim(text).empty();  // A new note with nothing in it is no note.
    if (!never_begun) {
        FieldValues values{{key.field, text}};
        if (place) values.insert({{"visit", place->visit}, {"aspect", place->aspect}});
        const auto change = store_.log().write(key.entity, key.entity_id, values);
        if (!change) return std::unexpected(change.error());
        if (*change) {
            if (place) begun(NotePlace(*place), key.entity_id);
            return true;
        }
    }
    if (const auto dropped = drop_drafts(key); !dropped) return std::unexpected(dropped.error());
    return false;
}

// The note is a record now; the next ready one will have an id of its own.
void DraftKeeper::begun(const NotePlace& place, const Id& note) {
    ready_notes_.erase(place);
    asked_for_.erase(place);
    new_notes_.erase(note);
}

Result<void> DraftKeeper::drop_drafts(const FieldKey& key) {
    for (const std::string_view field :
         {std::string_view("visit"), std::string_view("aspect"), std::string_view(key.field)}) {
        if (field != key.field && !new_note(key)) continue;
        if (const auto removed = store_.drafts().remove(key.entity, key.entity_id, field); !removed) return removed;
    }
    return {};
}

void DraftKeeper::note_failure(const FieldKey& key, const Fault& reason) {
    typing_.failed(key);
    trouble_ = reason;
}

std::vector<Recovered> DraftKeeper::recover() {
    std::map<std::pair<std::string, std::string>, FieldValues> found;
    const auto drafts = store_.drafts().all();
    if (!drafts) {
        trouble_ = drafts.error();  // They are still on the disk; the alarm says what to do.
        return {};
    }
    for (const Draft& draft : *drafts) {
        found[{draft.entity, draft.entity_id}][draft.field] = draft.text;
    }
    std::vector<Recovered> recovered;
    for (const auto& [record, values] : found) {
        const auto& [entity, entity_id] = record;
        const auto visit = values.find("visit");
        const auto aspect = values.find("aspect");
        if (entity == note_entity && visit != values.end() && aspect != values.end()) {
            const NotePlace place{visit->second, aspect->second};
            new_notes_[entity_id] = place;
            ready_notes_[place] = entity_id;
        }
        for (const auto& [field, text] : values) {
            const FieldKey key{entity, entity_id, field};
            if (is_held(key)) {
                typing_.type(key, text);
                typing_.saved(key, text);
                continue;
            }
            if (entity == note_entity && field != "text") continue;
            if (auto item = recover_text(key, text)) recovered.push_back(std::move(*item));
        }
    }
    return recovered;
}

std::optional<Recovered> DraftKeeper::recover_text(const FieldKey& key, const std::string& text) {
    Recovered item{key, key.entity_id, ""};
    if (key.entity == note_entity) {
        const auto place = new_note(key) ? std::optional(*new_note(key)) : place_of_note(key.entity_id);
        if (place) item = {key, place->visit, place->aspect};
    }
    typing_.type(key, text);
    typing_.saved(key, text);
    const bool became_change = leave(key);
    const bool still_typed = typing_.find(key) != nullptr;  // It could not be written as it stands: the field says why.
    if (!became_change && !still_typed) return std::nullopt;
    return item;
}

std::optional<NotePlace> DraftKeeper::place_of_note(std::string_view note) {
    const auto found = store_.visits().note(note);
    if (!found || !*found) return std::nullopt;
    return NotePlace{(*found)->visit, (*found)->aspect};
}

FieldModel DraftKeeper::field(const FieldKey& key, std::string_view stored) const {
    FieldModel model{.key = key, .text = std::string(stored), .safety = Safety::untouched, .error = ""};
    if (const Typing::Text* entry = typing_.find(key)) {
        model.text = entry->text;
        model.safety = entry->safety;
    } else if (written_.contains(key)) {
        model.safety = Safety::saved;
    }
    const auto error = errors_.find(key);
    if (error != errors_.end()) model.error = error->second;
    return model;
}

}  // namespace kitbag
