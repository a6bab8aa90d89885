#include "app/session/session.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/session/build_alliances.h"
#include "app/session/build_comparison.h"
#include "app/session/build_inspections.h"
#include "app/session/build_outcomes.h"
#include "app/session/build_people.h"
#include "app/session/build_photos.h"
#include "app/session/build_record.h"
#include "app/session/build_schools.h"
#include "app/session/build_search.h"
#include "app/session/build_sending.h"
#include "app/session/build_versions.h"
#include "app/session/build_visit.h"
#include "app/session/hand_over_guard.h"
#include "app/session/storage_notice.h"
#include "app/text/phrases.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

// What an adviser must know at once when the tablet cannot save.
std::string_view alarm_for(const Fault& trouble) {
    if (trouble.code == "storage_full") return words::trouble::storage_full;
    if (trouble.code == "storage_lost") return words::trouble::storage_lost;
    return words::trouble::save_failed;
}

// What comes from the county's files and is only read.
void show_countys_own(Models& models, OpenStore& store, const ComparisonFilter& compared) {
    const Route& route = models.route;
    if (route.place == Place::comparison) models.comparison = build_comparison(store, compared);
    if (route.place == Place::alliances) models.alliances = build_alliances(store, route.urn);
    if (route.place == Place::outcomes) models.outcomes = build_outcomes(store, route.urn, compared);
}

StoreShelf::Pools all_stores(Platform& platform) {
    StoreShelf::Pools pools{};
    for (int number = 1; number <= stores_max; ++number)
        pools[static_cast<std::size_t>(number - 1)] = &platform.store(number);
    return pools;
}

}  // namespace

Session::Unlocked::Unlocked(Platform& platform, std::unique_ptr<OpenStore> opened)
    : store(std::move(opened)),
      keeper(platform, *store),
      sync(platform, store->engine()),
      again(platform, *store),
      upkeep(platform, *store) {}

Session::Session(Platform& platform, KeyCost key_cost)
    : platform_(platform),
      shelf_(all_stores(platform)),
      erased_(platform, shelf_),
      keys_(shelf_.pool(), platform.clock(), platform.random(), key_cost),
      set_up_(platform, shelf_.pool(), keys_) {}

void Session::start() {
    erased_.go_on();
    begin_locked();
    stale();
}

void Session::run(const Command& command) {
    if (models_.route.place == Place::hand_over && !allowed_in_heads_hands(command, models_.route.visit)) return;
    failure_.clear();
    if (unlocked_) unlocked_->upkeep.used();
    std::visit([this](const auto& one) { run(one); }, command);
    remember_written();
}

void Session::on_http(RequestId id, const WebAnswer& answer) {
    lock_if_due();
    if (set_up_.on_http(id, answer)) {
        set_up_changed();
    } else if (unlocked_ && unlocked_->sync.on_http(id, answer)) {
        after_sync();
    } else if (unlocked_ && unlocked_->again.on_http(id, answer)) {
        enrolled_again();
    } else if (erased_.on_http(id, answer)) {
        stale();
    }
}

void Session::on_timer(Timer timer) {
    if (timer == Timer::lock) {
        if (!unlocked_) return;
        return idle_.rang(platform_.clock().now()) ? lock_itself() : arm_watch();  // Nothing to draw for the latter.
    }
    if (lock_if_due()) return;
    if (timer == Timer::erased) return erased_.on_timer();  // Its answer brings the next frame.
    switch (timer) {
        case Timer::save_drafts:
            if (!unlocked_) return;
            return save_typed();
        case Timer::sync:
            if (!unlocked_) return;
            unlocked_->sync.on_timer();
            break;
        case Timer::retry_unlock:
            for (UnlockModel* model : {&models_.unlock, &models_.hand_over.take_back, &models_.passphrase.old}) {
                model->wait.clear();
                model->failure.clear();
            }
            break;
        case Timer::upkeep:
            if (!unlocked_) return;
            unlocked_->upkeep.on_timer();
            if (!unlocked_->upkeep.damage()) return;
            break;
        case Timer::lock:
        case Timer::erased:
            break;
        case Timer::toast:
            models_.frame.toast.clear();
            break;
        case Timer::wait:
            if (on_turn()) break;
            if (models_.route.place == Place::unlock) {
                try_passphrase();
            } else if (models_.route.place == Place::forgotten) {
                try_answer();
            } else if (!models_.passphrase.old.progress.empty()) {
                try_new_passphrase();
            } else if (models_.route.place == Place::hand_over) {
                try_take_back();
            } else {
                set_up_.on_turn();
                set_up_changed();
            }
            break;
    }
    stale();
}

AtWork Session::at_work() const {
    if (!unlocked_) {
        const bool unlocking = models_.route.place == Place::unlock;
        const bool working = !(unlocking ? models_.unlock.progress : models_.set_up.progress).empty();
        return {.open = working,
                .with_head = false,
                .half_done = working,
                .at_sending = false,
                .erased = !models_.stores.erased.empty() && !models_.stores.any,
                .unsent = {}};
    }
    const bool with_head = models_.route.place == Place::hand_over;
    return {
        .open = true,
        .with_head = with_head,
        .half_done = unlocked_->keeper.anything_unsaved() || unlocked_->sync.busy() || photo_.preparing || with_head,
        .at_sending = models_.route.place == Place::sending,
        .erased = false,
        .unsent = models_.frame.sync.unsent};
}

void Session::on_hidden() {
    if (!unlocked_ || lock_if_due()) return;
    idle_.hidden(platform_.clock().now());
    arm_watch();
    if (!unlocked_->keeper.anything_unsaved()) return;
    unlocked_->keeper.save_now();
    stale();
}

void Session::on_visible() {
    erased_.go_on();
    if (!unlocked_ || lock_if_due()) return;
    idle_.shown();
    on_online();
}

void Session::on_online() {
    erased_.go_on();
    if (!unlocked_ || lock_if_due()) return;
    unlocked_->sync.start();
    platform_.ask_for_room();
    stale();
}

void Session::on_persistence(bool granted) {
    storage_at_risk_ = !granted;
    stale();
}

void Session::on_room(std::int64_t used, std::int64_t allowed) {
    room_ = {used, allowed};
    stale();
}

void Session::enter(std::unique_ptr<OpenStore> store) {
    unlocked_ = std::make_unique<Unlocked>(platform_, std::move(store));
    models_.frame = {};
    models_.stores = {};
    damage_ = {};
    label_store();
    keep_in_escrow();
    begin_watch();
    put_kept_texts_back();
    say_what_was_recovered();
    begin_with_caseload();
    platform_.ask_for_persistent_storage();
    platform_.ask_for_room();
    unlocked_->sync.start();
    stale();
}

void Session::set_up_changed() {
    if (auto store = set_up_.take_result()) {
        finishing_set_up_ = true;
        enter(std::move(store));
    }
    stale();
}

void Session::after_sync() {
    if (unlocked_->sync.take_erasure()) {
        finishing_set_up_ = false;
        erase_as_ordered();
        return stale();
    }
    if (const auto summary = unlocked_->sync.take_summary()) {
        take_over(summary->new_reference, summary->fetched);
    }
    if (finishing_set_up_ && !unlocked_->sync.busy()) {
        finishing_set_up_ = false;
        models_.set_up = {};
        begin_with_caseload();
        go({Place::schools, "", ""});
    }
    stale();
}

// What came from the county, whichever way.
void Session::take_over(bool new_reference, int fetched) {
    if (new_reference) {
        unlocked_->store->forget_reference();
        keep_in_escrow();
        change_watch();
    }
    if (fetched > 0) want_pictures();
}

void Session::report(const Result<void>& outcome) {
    if (!outcome) failure_ = outcome.error().sentence;
    stale();
}

// Read out once and gone after a while: only for what is plain to see on the screen as well.
void Session::say_done(std::string what) {
    constexpr int toast_ms = 6000;
    models_.frame.toast = std::move(what);
    platform_.start_timer(Timer::toast, toast_ms);
}

// What the rules would not take is said at the field; what the tablet could not do, above the screen.
void Session::report_form(const FieldKey& at_fault, const Result<void>& outcome) {
    form_ = {.refused = {}, .sentence = "", .recorded = outcome.has_value()};
    if (outcome) {
        taken_form_ = at_fault;
        taken_at_ = platform_.clock().now();
        unlocked_->sync.start();
    } else if (outcome.error().code.starts_with("storage_")) {
        return report(outcome);
    } else {
        form_.refused = at_fault;
        form_.sentence = outcome.error().sentence;
    }
    stale();
}

// A finger that trembles presses twice: the second press would find the form empty and say that everything is missing.
bool Session::taken_a_moment_ago(const FieldKey& form) const {
    constexpr Instant second_press_ms = 700;
    return form_.recorded && taken_form_.entity_id == form.entity_id &&
           platform_.clock().now() - taken_at_ < second_press_ms;
}

const Models& Session::models() {
    if (std::exchange(stale_, false)) rebuild();
    return models_;
}

void Session::rebuild() {
    models_.set_up = set_up_.model();
    models_.set_up.storage = storage_at_risk_ ? words::trouble::may_go_at_close : "";
    if (!unlocked_) return rebuild_stores();
    if (finishing_set_up_) models_.set_up.first_sync = build_progress(unlocked_->sync.progress());
    OpenStore& store = *unlocked_->store;
    const Route& route = models_.route;
    switch (route.place) {
        case Place::set_up:
        case Place::unlock:
        case Place::restore:
        case Place::forgotten:
            break;
        case Place::schools:
            rebuild_schools();
            break;
        case Place::school:
            rebuild_schools();  // Beside the school where there is room for both.
            models_.school = build_school(store, route.urn);
            break;
        case Place::visit:
            reopen_visit();
            models_.photos = build_photos(store, unlocked_->keeper, route.visit, photo_, form_.refused, form_.sentence);
            break;
        case Place::record:
            models_.record = build_record(store, unlocked_->keeper, route.visit, form_);
            models_.photos = build_photos(store, unlocked_->keeper, route.visit, photo_, form_.refused, form_.sentence);
            break;
        case Place::categorisation:
            models_.categorisation = build_categorisation(store, unlocked_->keeper, {route.urn, route.subject}, form_);
            break;
        case Place::board:
            models_.board = build_board(store, board_);
            break;
        case Place::visits:
            models_.visits = build_visits(store, month_);
            break;
        case Place::new_visit:
            models_.new_visit = build_new_visit(store, unlocked_->keeper, route.urn, form_);
            models_.new_visit.doubts = doubts_;
            break;
        case Place::forum:
            models_.forum = build_forum(store, unlocked_->keeper, route.urn, form_);
            break;
        case Place::people:
            models_.people = build_people(store, unlocked_->keeper, route.urn, form_);
            break;
        case Place::inspections:
            models_.inspections = build_inspections(store, unlocked_->keeper, route.urn, form_);
            break;
        case Place::outcomes:
        case Place::comparison:
        case Place::alliances:
            show_countys_own(models_, store, comparison_);
            break;
        case Place::search:
            models_.search = build_search(store, notes_search_.text, notes_search_.pages);
            break;
        case Place::versions:
            models_.versions = build_versions(store, unlocked_->keeper, route.visit, form_);
            break;
        case Place::hand_over:
            rebuild_hand_over();
            break;
        case Place::sending:
            rebuild_sending();
            break;
    }
    rebuild_frame();
}

void Session::rebuild_sending() {
    models_.sending = build_sending(*unlocked_->store, {unlocked_->sync.busy(), unlocked_->sync.trouble()});
    models_.sending.again.code_error = unlocked_->again.model().code_error;
    models_.sending.again.failure = unlocked_->again.model().failure;
    models_.sending.again.progress = unlocked_->again.model().progress;
    models_.sending.making_backup = turn_ == Turn::make_backup;
    models_.sending.office = office_files();
    models_.sending.storage = storage_at_risk_ ? words::trouble::not_persistent : "";
    models_.sending.room = room_line(room_);
    models_.sending.room_is_short = level_of(room_) != RoomLevel::plenty;
}

void Session::rebuild_schools() {
    school_index_ = list_schools(*unlocked_->store, models_.schools);
    search_schools(school_index_, search_, models_.schools);
}

void Session::rebuild_frame() {
    const SyncDriver& sync = unlocked_->sync;
    models_.frame.sync = build_sync_bar(*unlocked_->store, {sync.busy(), sync.trouble(), sync.progress()});
    const auto& trouble = unlocked_->keeper.trouble();
    const RoomLevel room = level_of(room_);
    FrameModel& frame = models_.frame;
    frame.alarm = failure_;
    if (room == RoomLevel::none) frame.alarm = words::trouble::almost_full;
    if (unlocked_->upkeep.damage()) frame.alarm = words::trouble::damaged;
    if (trouble) frame.alarm = alarm_for(*trouble);
    frame.damaged = frame.alarm == words::trouble::damaged;
    frame.unsaved = trouble.has_value() && unlocked_->keeper.anything_unsaved();
    // Storage that may be cleared is a risk, not a failure: said where a day begins, and not over a visit.
    frame.storage_notice.clear();
    if (models_.route.place != Place::schools) return;
    if (storage_notice_hidden(*unlocked_->store, platform_.clock().now())) return;
    if (storage_at_risk_) frame.storage_notice = words::trouble::may_be_cleared;
    if (room == RoomLevel::little) frame.storage_notice = words::trouble::room_is_short;
}

}  // namespace kitbag
