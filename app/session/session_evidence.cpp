// What the commands about photographs, searching and what was written twice do, and what happens when a photograph was taken.

#include <utility>

#include "app/session/build_outcomes.h"
#include "app/session/build_photos.h"
#include "app/session/build_versions.h"
#include "app/session/session.h"
#include "app/text/evidence_phrases.h"
#include "app/text/evidence_words.h"
#include "app/text/outcomes_words.h"

namespace kitbag {

void Session::run(const SearchNotes& command) {
    notes_search_ = command;
    stale();
}

void Session::run(const AttachAsEvidence& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    const auto attached = attach_as_evidence(*unlocked_->store, platform_.clock(), platform_.random(), command);
    if (attached) say_done(std::string(words::outcomes::attached));
    report(attached);
}

void Session::run(const RemovePhoto& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    photo_ = {};
    const auto removed = remove_photo(*unlocked_->store, unlocked_->keeper, command.photo);
    if (removed) say_done(std::string(words::photos::removed));
    report_form(photo_reason_key(command.photo), removed);
}

void Session::run(const Settle& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    OpenStore& store = *unlocked_->store;
    report_form(own_version_key(command.place),
                command.visit.empty()
                    ? settle_about_people(store, unlocked_->keeper, command.place, command.value)
                    : settle_version(store, unlocked_->keeper, command.visit, command.place, command.value));
}

void Session::on_photo(std::string_view place, const TakenPhoto& taken) {
    photo_ = {.place = photo_place_from(place), .preparing = false, .saved = false, .trouble = ""};
    failure_.clear();
    stale();
    if (!unlocked_) {
        photo_.trouble = words::photos::was_locked;
        return;
    }
    const auto added = add_photo(*unlocked_->store, platform_, photo_.place, taken);
    photo_.saved = added.has_value();
    if (added) {
        platform_.ask_for_room();
        unlocked_->sync.start();
    } else if (added.error().code.starts_with("storage_")) {
        photo_.trouble = added.error().sentence;
    } else {
        photo_.trouble = phrases::photo_trouble(added.error().code);
    }
}

// Those of the visit that is looked at come from the county, and no others.
void Session::want_pictures() {
    const Route& route = models_.route;
    const bool looks = route.place == Place::visit || route.place == Place::record;
    std::vector<std::string> pictures;
    if (looks) pictures = pictures_not_here(*unlocked_->store, route.visit);
    unlocked_->sync.want(std::move(pictures));
}

void Session::on_photo_news(std::string_view place, std::string_view code) {
    photo_ = {.place = photo_place_from(place), .preparing = code == "preparing", .saved = false, .trouble = ""};
    if (!photo_.preparing) photo_.trouble = phrases::photo_trouble(code);
    stale();
}

std::optional<PhotoBytes> Session::shown_photo(std::string_view source) const {
    if (!unlocked_) return std::nullopt;
    const std::size_t slash = source.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const PhotoStore photos(unlocked_->store->database());
    const std::string_view content = source.substr(slash + 1);
    auto bytes = source.starts_with("thumbnail/") ? photos.thumbnail(content) : photos.picture(content);
    return bytes ? *std::move(bytes) : std::nullopt;
}

}  // namespace kitbag
