#include "sync/change_log/salvage.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/storage/photo_store.h"
#include "core/storage/settings.h"
#include "sync/change_log/append.h"

namespace kitbag {
namespace {

constexpr std::size_t changes_at_once = 500;  // In one transaction.

// Without proofs, which an older store has not: the county gives them anew with the changes.
constexpr ReadableTable changes{"change", "position, id, device, author, stamp, entity, entity_id, fields, ''"};
constexpr ReadableTable receipts{"receipt", "change, number, at"};
constexpr ReadableTable refusals{"refusal", "change, code, sentence"};
constexpr ReadableTable waiting{"waiting", "change"};
constexpr ReadableTable withdrawn{"withdrawn", "change"};
constexpr ReadableTable merged{"field_state", "entity, entity_id, field, stamp, value, author, superseded"};
constexpr ReadableTable pictures{"picture", "content, jpeg, thumbnail"};
constexpr ReadableTable settings{"setting", "name, value"};
constexpr ReadableTable people{"person", "id, name"};

// As they are, row by row, with the statement that puts one into the new store.
struct Copied {
    ReadableTable table;
    int columns;
    const char* put;
};
constexpr Copied copied[] = {
    {{"draft", "entity, entity_id, field, text, typed_at, base"},
     6,
     "INSERT OR IGNORE INTO draft (entity, entity_id, field, text, typed_at, base) VALUES (?, ?, ?, ?, ?, ?)"},
    {people, 2, "INSERT OR IGNORE INTO person (id, name) VALUES (?, ?)"},
    {{"school", "urn, name, folded, facts"},
     4,
     "INSERT OR IGNORE INTO school (urn, name, folded, facts) VALUES (?, ?, ?, ?)"},
    {{"framework", "id, version, pack"}, 3, "INSERT OR IGNORE INTO framework (id, version, pack) VALUES (?, ?, ?)"},
    {{"calendar", "only_row, half_terms"}, 2, "INSERT OR IGNORE INTO calendar (only_row, half_terms) VALUES (?, ?)"},
    {{"visit_templates", "position, version, pack"},
     3,
     "INSERT OR IGNORE INTO visit_templates (position, version, pack) VALUES (?, ?, ?)"},
};

// How far the damaged store had come with its county, and with itself, is not true of the new one.
bool is_carried(std::string_view setting) {
    constexpr std::string_view left[] = {
        "sync.cursor",      "sync.chain",      "reference.version", "reference.read_at_schema",
        "store_checked_on", "erasure.ordered", "erasure.all_sent"};
    return !std::ranges::contains(left, setting);
}

// The numbers among them become numbers again by the columns' own types.
Result<void> put_row(Database& to, const Copied& into, const Statement& row) {
    switch (into.columns) {
        case 2:
            return to.run(into.put, row.text(0), row.text(1));
        case 3:
            return to.run(into.put, row.text(0), row.text(1), row.text(2));
        case 4:
            return to.run(into.put, row.text(0), row.text(1), row.text(2), row.text(3));
        default:
            return to.run(into.put, row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5));
    }
}

Result<void> copy_rows(DamagedStore& from, Database& to, const Copied& what) {
    Result<Transaction> transaction = Transaction::begin(to);
    if (!transaction) return std::unexpected(transaction.error());
    return from.each_row(what.table, [&](const Statement& row) { return put_row(to, what, row); }).and_then([&] {
        return transaction->commit();
    });
}

// Nothing for what is no change: a page that is whole may still be an old one, at a place that means something else today.
std::optional<LoggedChange> change_in(const Statement& row) {
    Result<LoggedChange> logged = read_logged(row);
    if (!logged || logged->position != row.integer(0)) return std::nullopt;
    if (!change_from_json(to_json(logged->change))) return std::nullopt;
    return *std::move(logged);
}

// A change of this tablet's that is in the new store, and where it stood in the damaged one.
struct Own {
    std::int64_t position = 0;
    Id id;
    Stamp stamp;
};

// What the county answered to it, where it did and that can be read.
Result<std::optional<Outcome>> answer_to(DamagedStore& from, const Own& own) {
    std::optional<Outcome> outcome;
    const auto received = [&](const Statement& row) -> Result<void> {
        outcome = Outcome{own.id, Answer::accepted, {row.text(1), row.text(2)}, {}};
        return {};
    };
    const auto refused = [&](const Statement& row) -> Result<void> {
        outcome = Outcome{own.id, Answer::refused, {}, {row.text(1), row.text(2)}};
        return {};
    };
    const Result<void> read = from.row_at(receipts, own.position, received).and_then([&] {
        return from.row_at(refusals, own.position, refused);
    });
    if (!read) return std::unexpected(read.error());
    return outcome;
}

Result<void> carry_answers(DamagedStore& from, ChangeLog& into, const std::vector<Own>& all) {
    std::vector<Outcome> outcomes;
    for (const Own& own : all) {
        Result<std::optional<Outcome>> outcome = answer_to(from, own);
        if (!outcome) return std::unexpected(outcome.error());
        if (*outcome) outcomes.push_back(**std::move(outcome));
    }
    return into.record_outcomes(outcomes);
}

// Takes changes one by one and writes them many at a time.
class Carrier {
  public:
    explicit Carrier(ChangeLog& into) : into_(into) {}

    Result<void> take(LoggedChange logged) {
        if (into_.is_own(logged.change.device))
            own_.push_back({logged.position, logged.change.id, logged.change.stamp});
        page_.changes.push_back({std::move(logged.change), std::move(logged.proof)});
        return page_.changes.size() < changes_at_once ? Result<void>{} : write();
    }

    Result<void> write() {
        const Result<int> taken = into_.apply(page_);
        if (!taken) return std::unexpected(taken.error());
        taken_ += *taken;
        page_.changes.clear();
        return {};
    }

    int taken() const { return taken_; }
    const std::vector<Own>& own() const { return own_; }

  private:
    ChangeLog& into_;
    ChangePage page_;  // Read at no place of the county's.
    std::vector<Own> own_;
    int taken_ = 0;
};

// The stamp after which those changes of this tablet were written that nobody else has and that cannot be read; nothing when
// there are none. Its stamps grow with their places, so it is that of the last one before the first of them.
Result<std::optional<Stamp>> unsent_and_lost_after(DamagedStore& from, const std::vector<Own>& own) {
    std::optional<std::int64_t> first;
    const Result<void> read = from.each_numbered(waiting, [&](const Statement& row) -> Result<void> {
        const bool lost = !std::ranges::binary_search(own, row.integer(0), {}, &Own::position);
        if (lost && !first) first = row.integer(0);
        return {};
    });
    if (!read) return std::unexpected(read.error());
    if (!first) return std::nullopt;
    const auto after = std::ranges::lower_bound(own, *first, {}, &Own::position);
    return after == own.begin() ? Stamp() : std::prev(after)->stamp;
}

// One field of such a change, as it was merged.
void add_field(std::map<std::string, Change>& found, const Statement& row) {
    const Result<Json> value = parse_json(row.text(4), "A stored value");
    if (!value) return;
    const Stamp stamp = row.text(3);
    Change& change = found[stamp + row.text(0) + " " + row.text(1)];
    change.device = device_of(stamp);
    change.author = row.text(5);
    change.stamp = stamp;
    change.entity = row.text(0);
    change.entity_id = row.text(1);
    FieldEdit& edit = change.fields[row.text(2)];
    edit.value = *value;
    // What it was written in the place of: of that, nothing shows.
    const std::string superseded = row.text(6);
    for (std::size_t at = 0; at + stamp.size() <= superseded.size(); at += stamp.size()) {
        const Stamp seen = superseded.substr(at, stamp.size());
        if (is_stamp(seen) && seen < stamp) edit.base.push_back(seen);
    }
}

// By the order of their stamps.
Result<ChangePage> lost_changes(DamagedStore& from, const SalvageInto& into, const std::vector<Own>& own,
                                const Stamp& after) {
    std::set<Stamp> known;
    for (const Own& one : own) known.insert(one.stamp);
    std::map<std::string, Change> found;
    const Result<void> read = from.each_row(merged, [&](const Statement& row) -> Result<void> {
        const Stamp stamp = row.text(3);
        if (!is_stamp(stamp) || !into.log.is_own(device_of(stamp)) || stamp <= after || known.contains(stamp))
            return {};
        add_field(found, row);
        return {};
    });
    if (!read) return std::unexpected(read.error());
    ChangePage made;
    for (auto& [key, change] : found) {
        change.id = new_id(instant_of(change.stamp), into.random);
        if (change_from_json(to_json(change))) made.changes.push_back({std::move(change), {}});
    }
    return made;
}

Result<int> make_lost_anew(DamagedStore& from, const SalvageInto& into, const std::vector<Own>& own) {
    const Result<std::optional<Stamp>> after = unsent_and_lost_after(from, own);
    if (!after) return std::unexpected(after.error());
    if (!*after) return 0;
    const Result<ChangePage> lost = lost_changes(from, into, own, **after);
    if (!lost) return std::unexpected(lost.error());
    return into.log.apply(*lost);
}

Result<void> carry_changes(DamagedStore& from, const SalvageInto& into, Salvaged& done) {
    Carrier carrier(into.log);
    std::int64_t last = 0;
    std::set<std::int64_t> passed_over;  // What was written anew counts for nothing under its old stamp.
    const auto pass_over = [&](const Statement& row) -> Result<void> {
        passed_over.insert(row.integer(0));
        return {};
    };
    const auto take = [&](const Statement& row) -> Result<void> {
        last = row.integer(0);
        if (passed_over.contains(last)) return {};
        std::optional<LoggedChange> logged = change_in(row);
        return logged ? carrier.take(*std::move(logged)) : Result<void>{};
    };
    const Result<int> made_anew = from.each_numbered(withdrawn, pass_over)
                                      .and_then([&] { return from.each_numbered(changes, take); })
                                      .and_then([&] { return carrier.write(); })
                                      .and_then([&] { return carry_answers(from, into.log, carrier.own()); })
                                      .and_then([&] { return make_lost_anew(from, into, carrier.own()); });
    if (!made_anew) return std::unexpected(made_anew.error());
    done.made_anew = *made_anew;
    done.changes = carrier.taken() + *made_anew;
    // Numbers are given without a gap, so what is missing among them was there.
    const std::int64_t all = std::max(from.last_number(changes.name).value_or(0), last);
    const std::int64_t there = done.changes + static_cast<std::int64_t>(passed_over.size());
    done.changes_lost = static_cast<int>(std::max<std::int64_t>(0, all - there));
    return into.log.counts().transform(
        [&](const ChangeCounts& counts) { done.unsent = counts.waiting + counts.refused; });
}

Result<int> count(Statement statement) {
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? static_cast<int>(statement.integer(0)) : 0;
}

// Pictures that this tablet took and that are not in the new store.
Result<int> count_lost_pictures(const SalvageInto& into) {
    std::set<std::string> lost;
    Statement row = into.to.query(
        "SELECT photo.content, change.device FROM photo JOIN change ON change.entity_id = photo.id AND change.entity = "
        "'photo' WHERE photo.removed = '' AND photo.content <> '' AND NOT EXISTS (SELECT 1 FROM picture WHERE "
        "picture.content = photo.content)");
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) {
        if (into.log.is_own(row.text(1))) lost.insert(row.text(0));
    }
    if (!found) return std::unexpected(found.error());
    return static_cast<int>(lost.size());
}

// A picture is known by its hash, so a wrong one cannot be carried over.
Result<void> carry_pictures(DamagedStore& from, const SalvageInto& into, Salvaged& done) {
    PhotoStore photos(into.to);
    const Result<void> carried = from.each_row(pictures, [&](const Statement& row) -> Result<void> {
        if (photo_content(row.blob(1)) != row.text(0)) return {};
        const Result<std::string> put = photos.put(row.blob(1), row.blob(2));
        const bool about_store = !put && put.error().code.starts_with("storage_");
        return about_store ? Result<void>(std::unexpected(put.error())) : Result<void>{};
    });
    // What was removed while a page that is lost was written goes again.
    const Result<void> tidied = carried.and_then([&] { return photos.remove_unused(); });
    if (!tidied) return tidied;
    const Result<int> there = count(into.to.query("SELECT count(*) FROM picture"));
    const Result<int> lost = count_lost_pictures(into);
    if (!there || !lost) return std::unexpected(there ? lost.error() : there.error());
    done.photographs = *there;
    done.photographs_lost = *lost;
    return {};
}

}  // namespace

Result<void> salvage_settings(DamagedStore& from, Database& to) {
    Result<Transaction> transaction = Transaction::begin(to);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<void> carried = from.each_row(settings, [&](const Statement& row) {
        return is_carried(row.text(0)) ? Settings(to).set(row.text(0), row.text(1)) : Result<void>{};
    });
    return carried.and_then([&] { return transaction->commit(); });
}

Result<std::optional<ToldByChanges>> told_by_changes(DamagedStore& from) {
    std::set<std::int64_t> answered;
    std::set<std::int64_t> unanswered;
    const auto into = [](std::set<std::int64_t>& numbers) {
        return [&numbers](const Statement& row) -> Result<void> {
            numbers.insert(row.integer(0));
            return {};
        };
    };
    const Result<void> read = from.each_numbered(receipts, into(answered))
                                  .and_then([&] { return from.each_numbered(refusals, into(answered)); })
                                  .and_then([&] { return from.each_numbered(waiting, into(unanswered)); });
    if (!read) return std::unexpected(read.error());
    // The county answers a tablet's own changes only. Others' may wait, too, after its records were put back.
    const std::set<std::int64_t>& own = answered.empty() ? unanswered : answered;
    ToldByChanges told;
    bool several = false;
    std::map<std::string, Stamp> last;  // Of each device.
    const Result<void> looked = from.each_numbered(changes, [&](const Statement& row) -> Result<void> {
        const std::optional<LoggedChange> logged = change_in(row);
        if (!logged || !own.contains(logged->position)) return {};
        several = several || (!told.adviser.empty() && told.adviser != logged->change.author);
        told.adviser = logged->change.author;
        Stamp& stamp = last[logged->change.device];
        stamp = std::max(stamp, logged->change.stamp);
        return {};
    });
    if (!looked) return std::unexpected(looked.error());
    if (last.empty() || several) return std::nullopt;
    for (const auto& [device, stamp] : last) told.devices.push_back(device);
    std::ranges::sort(told.devices, {}, [&](const std::string& device) { return last[device]; });
    const Result<void> named = from.each_row(people, [&](const Statement& row) -> Result<void> {
        if (row.text(0) == told.adviser) told.name = row.text(1);
        return {};
    });
    if (!named) return std::unexpected(named.error());
    return told;
}

Result<Salvaged> salvage_record(DamagedStore& from, const SalvageInto& into) {
    Salvaged done;
    if (Result<void> carried = carry_changes(from, into, done); !carried) return std::unexpected(carried.error());
    for (const Copied& each : copied) {
        if (Result<void> carried = copy_rows(from, into.to, each); !carried) return std::unexpected(carried.error());
    }
    if (Result<void> carried = carry_pictures(from, into, done); !carried) return std::unexpected(carried.error());
    return done;
}

}  // namespace kitbag
