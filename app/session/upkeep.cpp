#include "app/session/upkeep.h"

#include <utility>

#include "core/storage/note_search.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view checked_on = "store_checked_on";

}  // namespace

Upkeep::Upkeep(Platform& platform, OpenStore& store) : platform_(platform), store_(store) {
    used();
}

Upkeep::~Upkeep() {
    platform_.stop_timer(Timer::upkeep);
}

bool Upkeep::due() const {
    const auto day = Settings(store_.database()).get(checked_on);
    return !day || !*day || **day != to_iso(store_.today());
}

void Upkeep::used() {
    used_at_ = platform_.clock().now();
    emptied_ = false;
    if (!std::exchange(waiting_, true)) platform_.start_timer(Timer::upkeep, quiet_ms);
}

void Upkeep::on_timer() {
    const Instant quiet = platform_.clock().now() - used_at_;
    if (quiet >= 0 && quiet < quiet_ms) {
        platform_.start_timer(Timer::upkeep, static_cast<int>(quiet_ms - quiet));
        return;
    }
    const auto more = step();
    if (!more && more.error().code == "storage_damaged") damage_ = more.error();
    waiting_ = more && *more;
    if (waiting_) platform_.start_timer(Timer::upkeep, between_ms);
}

// True: there is more to do. What fails for another reason than damage is tried again after the next thing that somebody does.
Result<bool> Upkeep::step() {
    const auto untidy = NoteSearch(store_.database()).tidy();
    if (!untidy || *untidy) return untidy;
    if (due()) {
        if (const auto checked = check_next(); !checked) return std::unexpected(checked.error());
        return true;
    }
    if (!std::exchange(emptied_, true)) {
        if (const auto emptied = store_.database().checkpoint(); !emptied) return std::unexpected(emptied.error());
    }
    return false;
}

// A table, or that all were looked at.
Result<void> Upkeep::check_next() {
    if (!tables_) {
        auto tables = store_.database().tables();
        if (!tables) return std::unexpected(tables.error());
        tables_ = *std::move(tables);
    }
    if (!tables_->empty()) {
        const std::string table = tables_->back();
        tables_->pop_back();
        if (const auto whole = store_.database().check_table(table); !whole) return std::unexpected(whole.error());
        return {};
    }
    tables_.reset();
    return Settings(store_.database()).set(checked_on, to_iso(store_.today()));
}

}  // namespace kitbag
