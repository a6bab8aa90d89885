#include "sync/change_log/change_log.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/storage/device_store.h"
#include "core/storage/draft_store.h"
#include "core/storage/settings.h"
#include "core/visits/record_fields.h"
#include "sync/change_log/append.h"

namespace kitbag {
namespace {

constexpr std::string_view clock_name = "sync.clock";  // The latest stamp this store has given out or seen.

Result<void> check_values(std::string_view entity, std::string_view entity_id, const FieldValues& values) {
    if (Result<void> checked = check_entity_id(entity, entity_id); !checked) return checked;
    for (const auto& [field, value] : values) {
        if (Result<void> checked = check_field(entity, field, value); !checked) return checked;
    }
    return {};
}

// The value that a version of a field had when it was written, as JSON text; nothing if no change with that stamp is
// here.
Result<std::optional<std::string>> value_at(Database& database, const Draft& draft) {
    static const std::string sql =
        std::string(select_changes) + "WHERE change.entity_id = ? AND change.entity = ? AND change.stamp = ?";
    Result<std::vector<LoggedChange>> found =
        read_all_logged(database.query(sql, draft.entity_id, draft.entity, draft.base));
    if (!found) return std::unexpected(found.error());
    for (const LoggedChange& logged : *found) {
        const auto edit = logged.change.fields.find(draft.field);
        if (edit != logged.change.fields.end()) return to_text(edit->second.value);
    }
    return std::nullopt;
}

std::vector<Stamp> stamps_of(const FieldState& state) {
    std::vector<Stamp> stamps;
    for (const Version& leaf : state.leaves) {
        if (stamps.empty() || stamps.back() != leaf.stamp) stamps.push_back(leaf.stamp);
    }
    return stamps;
}

}  // namespace

ChangeLog::ChangeLog(Database& database, std::string device, Id author, const Clock& clock, Random& random)
    : database_(database),
      device_(std::move(device)),
      author_(std::move(author)),
      clock_(clock),
      random_(random),
      stamps_(device_) {}

Result<ChangeLog> ChangeLog::open(Database& database, std::string device, Id author, const Clock& clock,
                                  Random& random) {
    ChangeLog change_log(database, std::move(device), std::move(author), clock, random);
    const Result<std::optional<std::string>> latest = Settings(database).get(clock_name);
    if (!latest) return std::unexpected(latest.error());
    if (*latest && is_stamp(**latest)) change_log.stamps_.observe(**latest);
    Result<std::vector<std::string>> earlier = DeviceStore(database).earlier_devices();
    if (!earlier) return std::unexpected(earlier.error());
    change_log.earlier_devices_ = *std::move(earlier);
    return change_log;
}

void ChangeLog::go_on_as(std::string device) {
    if (device == device_) return;
    earlier_devices_.push_back(std::exchange(device_, std::move(device)));
    HybridClock stamps(device_);
    stamps.observe(stamps_.latest());
    stamps_ = stamps;
}

bool ChangeLog::is_own(std::string_view device) const {
    return device == device_ || std::ranges::contains(earlier_devices_, device);
}

Result<std::optional<Id>> ChangeLog::write(std::string_view entity, std::string_view entity_id,
                                           const FieldValues& values) {
    return write_seeing(entity, entity_id, values, Seen::shown);
}

Result<std::optional<Id>> ChangeLog::settle(std::string_view entity, std::string_view entity_id, std::string_view field,
                                            const std::string& value) {
    return write_seeing(entity, entity_id, {{std::string(field), value}}, Seen::all);
}

// What the writer of a field was looking at, or nothing when the field already says what was written.
Result<std::optional<std::vector<Stamp>>> ChangeLog::base_for(const FieldPlace& place, const std::string& value,
                                                              Seen seen) const {
    const auto& [entity, entity_id, field] = place;
    const Result<std::optional<FieldState>> state = field_state(database_, entity, entity_id, field);
    if (!state) return std::unexpected(state.error());
    const Result<std::optional<Draft>> draft = DraftStore(database_).draft(entity, entity_id, field);
    if (!draft) return std::unexpected(draft.error());
    if (!*state) return value.empty() ? std::nullopt : std::optional(std::vector<Stamp>{});

    const std::string text = to_text(Json(value));
    if (seen == Seen::all) {
        const bool settled = (*state)->leaves.size() == 1 && winner(**state).value == text;
        return settled ? std::nullopt : std::optional(stamps_of(**state));
    }
    if (winner(**state).value == text) return std::nullopt;
    if (!*draft || (*draft)->base == winner(**state).stamp) return std::vector<Stamp>{winner(**state).stamp};
    if ((*draft)->base.empty()) return std::vector<Stamp>{};
    // Something came from the county while this was typed. Text that was typed and taken back is no edit of it.
    const Result<std::optional<std::string>> before = value_at(database_, **draft);
    if (!before) return std::unexpected(before.error());
    return *before == text ? std::nullopt : std::optional(std::vector<Stamp>{(*draft)->base});
}

Result<std::optional<Id>> ChangeLog::write_seeing(std::string_view entity, std::string_view entity_id,
                                                  const FieldValues& values, Seen seen) {
    if (Result<void> checked = check_values(entity, entity_id, values); !checked)
        return std::unexpected(checked.error());
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    Change change{.id = {},
                  .device = device_,
                  .author = author_,
                  .stamp = {},
                  .entity = std::string(entity),
                  .entity_id = std::string(entity_id),
                  .fields = {}};
    DraftStore drafts(database_);
    for (const auto& [field, value] : values) {
        Result<std::optional<std::vector<Stamp>>> base = base_for({entity, entity_id, field}, value, seen);
        if (!base) return std::unexpected(base.error());
        if (*base) change.fields.emplace(field, FieldEdit{value, **std::move(base)});
        if (Result<void> removed = drafts.remove(entity, entity_id, field); !removed)
            return std::unexpected(removed.error());
    }
    if (!change.fields.empty()) {
        change.id = new_id(clock_.now(), random_);
        change.stamp = stamps_.next(clock_.now());
        if (const Result<void> done = append_own(change); !done) return std::unexpected(done.error());
    }
    if (Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    return change.fields.empty() ? std::nullopt : std::optional(change.id);
}

Result<void> ChangeLog::append_own(const Change& change) {
    const Result<std::int64_t> position = append(database_, change);
    if (!position) return std::unexpected(position.error());
    return database_.run("INSERT INTO waiting (change) VALUES (?)", *position).and_then([&] {
        return Settings(database_).set(clock_name, change.stamp);
    });
}

Result<int> ChangeLog::apply(const ChangePage& page) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    int taken = 0;
    for (const CarriedChange& each : page.changes) {
        const Result<bool> was_new = take(each);
        if (!was_new) return std::unexpected(was_new.error());
        taken += *was_new ? 1 : 0;
    }
    const Result<void> kept = Settings(database_)
                                  .set(clock_name, stamps_.latest())
                                  .and_then([&] { return PersonStore(database_).put(page.people); })
                                  .and_then([&] { return note_read(page); })
                                  .and_then([&] { return transaction->commit(); });
    if (!kept) return std::unexpected(kept.error());
    return taken;
}

Result<void> ChangeLog::note_read(const ChangePage& page) {
    DeviceStore device(database_);
    if (page.scope) {
        const Result<void> kept = device.set_scope(page.scope->id, page.scope->places);
        if (!kept) return kept;
    }
    const Result<std::int64_t> cursor = device.cursor();
    if (!cursor) return std::unexpected(cursor.error());
    if (page.cursor == *cursor) return {};
    return device.set_cursor(page.cursor).and_then([&] { return device.set_chain(page.chain); });
}

// True when the change was new here.
Result<bool> ChangeLog::take(const CarriedChange& carried) {
    const auto& [change, proof] = carried;
    const Result<std::optional<LoggedChange>> had = find_change(database_, change.id);
    if (!had) return std::unexpected(had.error());
    if (*had) return note_confirmed((*had)->position, proof).transform([] { return false; });
    const Result<std::int64_t> position = append(database_, change, proof);
    if (!position) return std::unexpected(position.error());
    stamps_.observe(change.stamp);
    if (!is_own(change.device)) return true;
    // Its own, back on a restored tablet: it is sent again only to be given its receipt.
    return database_.run("INSERT INTO waiting (change) VALUES (?)", *position).transform([] { return true; });
}

}  // namespace kitbag
