#include "app/session/draft_keeper.h"

#include <algorithm>
#include <utility>

#include "app/session/undo.h"
#include "app/text/people_words.h"
#include "app/text/visit_words.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {
namespace {

constexpr int save_after_ms = 300;    // Well within the second that is promised, and not a commit for every key.
constexpr int retry_after_ms = 5000;  // After a save that failed.

constexpr std::size_t texts_written_max = 1000;  // Nobody asks for them outside a visit.

bool is_storage_fault(const Fault& reason) {
    return reason.code.starts_with("storage_");
}

// What is typed into a record; its other fields go with its first change.
bool is_typed(const FieldKey& key) {
    if (key.entity == "evidence_note") return key.field == "text" || key.field == "said_by";
    if (key.entity == "visit_answer") return key.field == "text";
    if (key.entity == "agreed_action")
        return key.field == "text" || key.field == "owner" || key.field == "due" || key.field == "outcome";
    if (key.entity == "area_for_improvement") return key.field == "text" || key.field == "evidence";
    return true;
}

// Said here, where the sentence can be in the adviser's words, and not by the log.
Result<void> check_typed(const FieldKey& key, const std::string& text) {
    const bool of_person = key.entity == "post";
    if (of_person && key.field == "name" && trim(text).empty())
        return fault("no_name", std::string(words::people::name_missing));
    if (text.empty()) return {};
    if (of_person && key.field == "leads" && !is_school_urn(text) && !is_provider_urn(text))
        return fault("bad_leads", std::string(words::people::bad_leads));
    if (key.field == "date" || key.field == "due" || (of_person && key.field == "since")) {
        if (const auto date = parse_date(text); !date) return std::unexpected(date.error());
    }
    if (key.field == "time" && !is_time_of_day(text)) return fault("bad_time", std::string(words::visit::bad_time));
    return {};
}

}  // namespace

DraftKeeper::~DraftKeeper() {
    platform_.stop_timer(Timer::save_drafts);
}

Id DraftKeeper::ready(const NewRecord& wanted) {
    const auto found = ready_.find(wanted);
    if (found != ready_.end()) return found->second;
    const Id id = new_id(platform_.clock().now(), platform_.random());
    ready_.emplace(wanted, id);
    new_records_.emplace(id, wanted);
    return id;
}

Id DraftKeeper::shown_as(const Id& record) const {
    const auto found = shown_as_.find(record);
    return found == shown_as_.end() ? record : found->second;
}

bool DraftKeeper::wants(const NewRecord& wanted) const {
    const auto found = ready_.find(wanted);
    return asked_for_.contains(wanted) || (found != ready_.end() && is_typed_in(found->second));
}

bool DraftKeeper::is_typed_in(const Id& record) const {
    const auto begun = begun_as_.find(record);
    const Id& id = begun == begun_as_.end() ? record : begun->second;
    return std::ranges::contains(typing_.keys(), id, &FieldKey::entity_id);
}

FieldKey DraftKeeper::real(const FieldKey& shown) const {
    const auto found = begun_as_.find(shown.entity_id);
    return found == begun_as_.end() ? shown : FieldKey{shown.entity, found->second, shown.field};
}

// The id of a record says when writing it began, so a ready one gets its own with the first key.
FieldKey DraftKeeper::begin(const FieldKey& shown) {
    const NewRecord* record = new_record(shown);
    const auto waiting = record ? ready_.find(*record) : ready_.end();
    if (waiting == ready_.end() || waiting->second != shown.entity_id || begun_as_.contains(shown.entity_id))
        return real(shown);
    last_begun_ = std::max(platform_.clock().now(), last_begun_ + 1);  // Ids sort by it: no two begin at once.
    const Id id = new_id(last_begun_, platform_.random());
    new_records_.emplace(id, *record);
    begun_as_[shown.entity_id] = id;
    shown_as_[id] = shown.entity_id;
    return real(shown);
}

const NewRecord* DraftKeeper::new_record(const FieldKey& key) const {
    const auto found = new_records_.find(key.entity_id);
    return found == new_records_.end() || found->second.entity != key.entity ? nullptr : &found->second;
}

void DraftKeeper::type(const FieldKey& shown, const std::string& text) {
    const FieldKey key = begin(shown);
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

// The draft of a new record also says what it belongs to: after a crash nothing else would know.
std::vector<Draft> DraftKeeper::drafts_of(const Typing::Text& entry) const {
    const FieldKey& key = entry.key;
    FieldValues values;
    if (const NewRecord* record = new_record(key)) values = record->values;
    values[key.field] = entry.text;
    std::vector<Draft> drafts;
    for (const auto& [field, value] : values)
        drafts.push_back({key.entity, key.entity_id, field, value, platform_.clock().now(), ""});
    return drafts;
}

Result<void> DraftKeeper::save_draft(const Typing::Text& entry) {
    auto transaction = Transaction::begin(store_.database());
    if (!transaction) return std::unexpected(transaction.error());
    for (const Draft& draft : drafts_of(entry)) {
        const auto saved = store_.drafts().save(draft.entity, draft.entity_id, draft.field, draft.text, draft.typed_at);
        if (!saved) return saved;
    }
    return transaction->commit();
}

std::vector<Draft> DraftKeeper::unsaved_drafts() const {
    std::vector<Draft> drafts;
    for (const Typing::Text& entry : typing_.unsaved()) {
        const std::vector<Draft> more = drafts_of(entry);
        drafts.insert(drafts.end(), more.begin(), more.end());
    }
    return drafts;
}

bool DraftKeeper::leave(const FieldKey& shown) {
    const FieldKey key = real(shown);
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
    if (const auto checked = check_typed(key, text); !checked) return std::unexpected(checked.error());
    const NewRecord* record = new_record(key);
    std::string before = shown_value(store_, key);  // Also of a new one: it may have come from elsewhere meanwhile.
    const bool never_begun = record && before.empty() && trim(text).empty();  // With nothing in it, it is none.
    if (!never_begun) {
        FieldValues values{{key.field, text}};
        if (record) values.insert(record->values.begin(), record->values.end());
        const auto change = store_.log().write(key.entity, key.entity_id, values);
        if (!change) return std::unexpected(change.error());
        if (*change) {
            if (record) begun(NewRecord(*record), key.entity_id);
            if (texts_written_.size() == texts_written_max) texts_written_.clear();
            texts_written_.push_back({key, std::move(before), text});
            return true;
        }
    }
    if (const auto dropped = drop_drafts(key); !dropped) return std::unexpected(dropped.error());
    return false;
}

// It is a record now; the next ready one will have an id of its own.
void DraftKeeper::begun(const NewRecord& record, const Id& id) {
    const auto waiting = ready_.find(record);
    if (waiting != ready_.end() && waiting->second == shown_as(id)) {
        new_records_.erase(waiting->second);
        ready_.erase(waiting);
    }
    asked_for_.erase(record);
    new_records_.erase(id);
}

Result<void> DraftKeeper::drop_drafts(const FieldKey& key) {
    const auto remove = [&](std::string_view field) {
        return store_.drafts().remove(key.entity, key.entity_id, field);
    };
    if (const auto removed = remove(key.field); !removed) return removed;
    const NewRecord* record = new_record(key);
    const auto typed = [&](const FieldKey& one) { return one.entity_id == key.entity_id && one != key; };
    if (!record || std::ranges::any_of(typing_.keys(), typed)) return {};
    for (const auto& [field, value] : record->values) {
        if (const auto removed = remove(field); !removed) return removed;
    }
    if (const auto shown = shown_as_.find(key.entity_id); shown != shown_as_.end()) {
        begun_as_.erase(shown->second);  // What is typed there next begins at that time.
        shown_as_.erase(shown);
        new_records_.erase(key.entity_id);
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
    for (const auto& [record, values] : found) recover_record(record.first, record.second, values, recovered);
    texts_written_.clear();
    return recovered;
}

void DraftKeeper::recover_record(const std::string& entity, const Id& id, const FieldValues& drafts,
                                 std::vector<Recovered>& recovered) {
    NewRecord record{entity, {}};
    for (const auto& [field, text] : drafts) {
        const FieldKey key{entity, id, field};
        if (!is_held(key) && !is_typed(key)) record.values.emplace(field, text);
    }
    if (!record.values.empty()) new_records_[id] = record;
    for (const auto& [field, text] : drafts) {
        const FieldKey key{entity, id, field};
        if (is_held(key)) {
            typing_.type(key, text);
            typing_.saved(key, text);
        } else if (is_typed(key)) {
            if (auto item = recover_text(key, text)) recovered.push_back(std::move(*item));
        }
    }
    if (!new_record({entity, id, ""})) return;
    ready_[record] = id;  // It could not be written: it is there to be mended, under the id that its draft has.
    begun_as_[id] = id;
    shown_as_[id] = id;
}

std::optional<Recovered> DraftKeeper::recover_text(const FieldKey& key, const std::string& text) {
    Recovered item = place_of(key);
    typing_.type(key, text);
    typing_.saved(key, text);
    const bool became_change = leave(key);
    const bool still_typed = typing_.find(key) != nullptr;  // It could not be written as it stands: the field says why.
    if (!became_change && !still_typed) return std::nullopt;
    return item;
}

std::vector<Unsaved> DraftKeeper::unsaved() {
    std::vector<Unsaved> unsaved;
    for (const Typing::Text& entry : typing_.unsaved()) unsaved.push_back({place_of(entry.key), entry.text});
    return unsaved;
}

Recovered DraftKeeper::place_of(const FieldKey& key) {
    const NewRecord* record = new_record(key);
    const auto value = [&](std::string_view field) {
        if (record) {
            const auto found = record->values.find(field);
            return found == record->values.end() ? std::string() : found->second;
        }
        return shown_value(store_, {key.entity, key.entity_id, std::string(field)});
    };
    if (key.entity == "visit") return {key, key.entity_id, ""};
    if (key.entity == "evidence_note") return {key, value("visit"), value("aspect")};
    return {key, value("visit"), key.entity == "visit_answer" ? value("question") : ""};
}

FieldModel DraftKeeper::field(const FieldKey& shown, std::string_view stored) const {
    const FieldKey key = real(shown);
    FieldModel model{.key = shown, .text = std::string(stored), .safety = Safety::untouched, .error = ""};
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
