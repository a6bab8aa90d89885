#include "app/session/salvage_store.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/storage/damaged_store.h"
#include "core/storage/key_ring.h"

namespace kitbag {
namespace {

// The office's word for whoever has no other role.
constexpr std::string_view likeliest_role = "adviser";

Fault nothing_readable() {
    return {
        "nothing_readable",
        "Nothing in this store can be read here: the damage is where it says what it holds and where that is. Nothing "
        "was changed. Set it aside, save it as a file and give that to the county office. Then go on from a backup, or "
        "with a new code: what the county had received comes back."};
}

bool is_whole(const Enrolment& who) {
    return !who.device.empty() && !who.token.empty() && !who.adviser.id.empty() && !who.county.empty();
}

// What is lost of who the tablet is, as its changes tell it: it is enrolled again with what it has. True: something was.
Result<bool> complete(Enrolment& who, std::vector<std::string>& earlier, DamagedStore& from, const StoreLabel& label) {
    if (is_whole(who)) return false;
    auto told = told_by_changes(from);
    if (!told) return std::unexpected(told.error());
    if (!*told) return std::unexpected(nothing_readable());
    earlier = std::move((*told)->devices);
    if (who.device.empty()) who.device = earlier.back();
    if (who.adviser.id.empty()) who.adviser.id = (*told)->adviser;
    if (who.adviser.name.empty()) who.adviser.name = label.name.empty() ? (*told)->name : label.name;
    if (who.adviser.role.empty()) who.adviser.role = likeliest_role;
    std::erase(earlier, who.device);
    return true;
}

Result<Enrolment> carry_identity(DamagedStore& from, OpenStore& store, const StoreLabel& label, bool& lost) {
    if (const auto carried = salvage_settings(from, store.database()); !carried)
        return std::unexpected(carried.error());
    auto known = DeviceStore(store.database()).enrolment();
    if (!known) return std::unexpected(known.error());
    Enrolment who = known->value_or(Enrolment{});
    std::vector<std::string> earlier;
    const auto completed = complete(who, earlier, from, label);
    if (!completed) return std::unexpected(completed.error());
    lost = *completed;
    for (const std::string& device : earlier) {
        if (const auto kept = store.device().add_earlier_device(device); !kept) return std::unexpected(kept.error());
    }
    return who;
}

Result<Salvaged> fill(Platform& platform, FilePool& pool, DamagedStore& from, const DatabaseKey& key,
                      const StoreLabel& label) {
    auto store = OpenStore::open(platform, pool, key);
    if (!store) return std::unexpected(store.error());
    Database& to = (*store)->database();
    bool identity_lost = false;
    const auto who = carry_identity(from, **store, label, identity_lost);
    if (!who) return std::unexpected(who.error());
    if (const auto enrolled = (*store)->enrol(*who); !enrolled) return std::unexpected(enrolled.error());
    auto told = salvage_record(from, {to, (*store)->log(), platform.random()});
    if (!told) return told;
    told->identity_lost = identity_lost;
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
    const StoreLabel found_as = shelf.label(damaged).value_or(StoreLabel{});
    const auto told = shelf.put_label(*number, {.standing = StoreState::unfinished})
                          .and_then([&] { return KeyRing(pool, platform.clock(), platform.random()).adopt(record); })
                          .and_then([&] { return fill(platform, pool, **from, key, found_as); });
    from->reset();
    if (!told) return std::unexpected(told.error());

    auto store = OpenStore::open(platform, pool, key);
    if (!store) return std::unexpected(store.error());
    const Enrolment& who = (*store)->enrolment();
    const StoreLabel label{.name = who.adviser.name,
                           .county = who.county.empty() ? found_as.county : county_mark(who.county),
                           .at = platform.clock().now()};
    const auto counted = shelf.put_label(*number, label).and_then([&] { return set_aside(platform, shelf, damaged); });
    if (!counted) return std::unexpected(counted.error());
    return SalvagedStore{*number, std::move(*store), *told};
}

}  // namespace kitbag
