#include "app/session/build_photos.h"

#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/receipt_words.h"
#include "app/session/visit_reading.h"
#include "app/text/evidence_phrases.h"
#include "app/text/words.h"
#include "sync/change_log/append.h"

namespace kitbag {
namespace {

// Who removed it and when: of the version of its field that shows.
std::string trace(OpenStore& store, const Photo& photo) {
    const auto state = field_state(store.database(), "photo", photo.id, "removed");
    if (!state || !*state) return photo.removed_reason;
    const Version& shown = winner(**state);
    return phrases::photo_removed(adviser_name(store, shown.author), instant_of(shown.stamp), photo.removed_reason);
}

std::string sent_line(const std::optional<PictureReceipt>& receipt) {
    if (!receipt) return std::string(words::record::on_this_tablet);
    return receipt_line({.number = receipt->number, .at = receipt->at});
}

PhotoModel photo_model(OpenStore& store, const DraftKeeper& keeper, const Visit& visit, const Photo& photo) {
    PhotoModel model;
    model.id = photo.id;
    model.note = photo.note;
    model.content = photo.content;
    model.taken = phrases::photo_taken(adviser_name(store, photo.by), made_at(photo.id));
    model.caption = keeper.field({"photo", photo.id, "caption"}, photo.caption);
    model.reason = keeper.field(photo_reason_key(photo.id), "");
    model.removed = photo.removed;
    model.can_remove = may_remove(store, visit, photo);
    model.can_caption = model.can_remove && can_write(store, visit);
    if (photo.removed) model.trace = trace(store, photo);
    const PhotoStore pictures(store.database());
    model.here = !photo.removed && pictures.has(photo.content).value_or(false);
    if (model.here) model.sent = sent_line(pictures.receipt(photo.content).value_or(std::nullopt));
    return model;
}

// Those that are still there are counted.
void name_photos(std::vector<PhotoModel>& photos) {
    const auto all = static_cast<std::size_t>(std::ranges::count(photos, false, &PhotoModel::removed));
    std::size_t number = 0;
    for (PhotoModel& photo : photos) {
        if (photo.removed) continue;
        ++number;
        photo.name = phrases::photo_name(number, all, photo.caption.text);
        photo.look = phrases::look_at_photo(photo.name);
        photo.caption_label = phrases::caption_of_photo(number, all);
    }
}

}  // namespace

PhotosModel build_photos(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                         const PhotoOutcome& outcome, const FieldKey& refused, std::string_view sentence) {
    PhotosModel model;
    model.visit = visit;
    const auto record = store.visits().visit(visit);
    if (!record || !*record) return model;
    model.can_take = can_write(store, (*record)->visit);
    for (const Photo& photo : (*record)->photos) {
        model.photos.push_back(photo_model(store, keeper, (*record)->visit, photo));
        FieldModel& reason = model.photos.back().reason;
        if (reason.key == refused) reason.error = sentence;
    }
    name_photos(model.photos);
    if (outcome.place.visit != visit) return model;
    model.preparing = outcome.preparing;
    model.trouble = outcome.trouble;
    model.saved = outcome.saved;
    return model;
}

std::vector<std::string> pictures_not_here(OpenStore& store, std::string_view visit) {
    std::vector<std::string> contents;
    const auto record = store.visits().visit(visit);
    if (!record || !*record) return contents;
    const PhotoStore pictures(store.database());
    for (const Photo& photo : (*record)->photos) {
        if (!photo.removed && !pictures.has(photo.content).value_or(true)) contents.push_back(photo.content);
    }
    return contents;
}

void refresh_field(PhotosModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    for (PhotoModel& photo : model.photos) {
        for (FieldModel* field : {&photo.caption, &photo.reason}) {
            if (field->key == key) *field = keeper.field(key, field->text);
        }
    }
    name_photos(model.photos);
}

}  // namespace kitbag
