#include "app/session/salvage_store.h"

#include <algorithm>
#include <utility>

#include "core/storage/damaged_store.h"
#include "core/storage/key_ring.h"

namespace kitbag {
namespace {

Fault nothing_readable() {
    return {
        "nothing_readable",
        "Nothing in this store can be read here: the damage is where it says what it holds and whose it is. Nothing "
        "was changed. Save it as a file for the county office, then go on without it."};
}

bool is_whole(const Enrolment& who) {
    return !who.device.empty() && !who.token.empty() && !who.adviser.id.empty() && !who.county.empty();
}

Result<Salvaged> fill(Platform& platform, FilePool& pool, DamagedStore& from, const DatabaseKey& key) {
    auto store = OpenStore::open(platform, pool, key);
    if (!store) return std::unexpected(store.error());
    Database& to = (*store)->database();
    if (const auto carried = salvage_settings(from, to); !carried) return std::unexpected(carried.error());
    const auto who = DeviceStore(to).enrolment();
    if (!who) return std::unexpected(who.error());
    if (!*who || !is_whole(**who)) return std::unexpected(nothing_readable());
    if (const auto enrolled = (*store)->enrol(**who); !enrolled) return std::unexpected(enrolled.error());
    auto told = salvage_record(from, {to, (*store)->log(), platform.random()});
    if (!told) return told;
    if (const auto folded = to.checkpoint(); !folded) return std::unexpected(folded.error());
    return told;
}

Result<void> set_aside(Platform& platform, StoreShelf& shelf, int damaged) {
    StoreLabel label = shelf.label(damaged).value_or(StoreLabel{});
    label.standing = StoreState::set_aside;
    label.at = platform.clock().now();
    return shelf.put_label(damaged, label);
}

}  // namespace

Result<SalvagedStore> salvage_store(Platform& platform, StoreShelf& shelf, int damaged, const DatabaseKey& key,
                                    const KeyRecord& record) {
    auto from = DamagedStore::open(shelf.pool(damaged), key, platform.clock(), platform.random());
    if (!from) {
        const bool by_damage = from.error().code == "storage_damaged";
        return std::unexpected(by_damage ? nothing_readable() : from.error());
    }
    const Result<int> number = shelf.empty_store();
    if (!number) return std::unexpected(number.error());
    FilePool& pool = shelf.pool(*number);
    const auto told = shelf.put_label(*number, {.standing = StoreState::unfinished})
                          .and_then([&] { return KeyRing(pool, platform.clock(), platform.random()).adopt(record); })
                          .and_then([&] { return fill(platform, pool, **from, key); });
    from->reset();
    if (!told) return std::unexpected(told.error());

    auto store = OpenStore::open(platform, pool, key);
    if (!store) return std::unexpected(store.error());
    const Enrolment& who = (*store)->enrolment();
    const StoreLabel label{.name = who.adviser.name, .county = county_mark(who.county), .at = platform.clock().now()};
    const auto counted = shelf.put_label(*number, label).and_then([&] { return set_aside(platform, shelf, damaged); });
    if (!counted) return std::unexpected(counted.error());
    return SalvagedStore{*number, std::move(*store), *told};
}

}  // namespace kitbag
