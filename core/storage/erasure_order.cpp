#include "core/storage/erasure_order.h"

#include <charconv>
#include <optional>
#include <utility>

#include "core/storage/device_store.h"
#include "core/storage/photo_store.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view ordered_name = "erasure.ordered";
constexpr std::string_view all_sent_name = "erasure.all_sent";

Fault not_all_sent() {
    return {"not_all_sent",
            "Not everything that was written on this tablet is at the county, so nothing was erased. Sync again."};
}

Result<int> count(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return static_cast<int>(statement.integer(0));
}

Instant to_instant(const std::optional<std::string>& text) {
    Instant instant = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), instant);
    return instant;
}

}  // namespace

Result<void> ErasureOrders::note_order(Instant now) {
    Settings settings(database_);
    const auto before = settings.get(ordered_name);
    if (!before) return std::unexpected(before.error());
    if (to_instant(*before) != 0) return {};
    return settings.set(ordered_name, std::to_string(now));
}

Result<void> ErasureOrders::forget() {
    const auto before = Settings(database_).get(ordered_name);
    if (!before) return std::unexpected(before.error());
    if (!*before) return {};
    return database_.run("DELETE FROM setting WHERE name IN (?, ?)", ordered_name, all_sent_name);
}

Result<NotSent> ErasureOrders::not_sent() const {
    const auto changes = count(database_,
                               "SELECT (SELECT count(*) FROM waiting) + (SELECT count(*) FROM unconfirmed) + (SELECT "
                               "count(*) FROM refusal WHERE kept = 0)");
    if (!changes) return std::unexpected(changes.error());
    return PhotoStore(database_).waiting().transform(
        [&](const WaitingPictures& pictures) { return NotSent{*changes, pictures.count}; });
}

Result<void> ErasureOrders::note_all_sent(Instant now) {
    const Result<NotSent> left = not_sent();
    if (!left) return std::unexpected(left.error());
    if (!left->nothing()) return std::unexpected(not_all_sent());
    return Settings(database_).set(all_sent_name, std::to_string(now));
}

Result<ErasureOrder> ErasureOrders::order() const {
    const Settings settings(database_);
    const auto ordered = settings.get(ordered_name);
    if (!ordered) return std::unexpected(ordered.error());
    if (to_instant(*ordered) == 0)
        return fault("no_erasure_order", "The county has not asked for this tablet to be erased. Go on working.");
    const auto all_sent = settings.get(all_sent_name);
    if (!all_sent) return std::unexpected(all_sent.error());
    const Result<NotSent> left = not_sent();
    if (!left) return std::unexpected(left.error());
    if (to_instant(*all_sent) == 0 || !left->nothing()) return std::unexpected(not_all_sent());
    const auto enrolment = DeviceStore(database_).enrolment();
    if (!enrolment) return std::unexpected(enrolment.error());
    const Result<int> texts = count(database_, "SELECT count(*) FROM draft WHERE text <> ''");
    if (!texts) return std::unexpected(texts.error());
    return ErasureOrder(to_instant(*all_sent), *enrolment ? (*enrolment)->token : "", *texts);
}

}  // namespace kitbag
