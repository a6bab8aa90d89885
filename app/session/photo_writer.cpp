#include "app/session/photo_writer.h"

#include "app/session/build_schools.h"
#include "app/text/evidence_words.h"
#include "core/base/text.h"

namespace kitbag {

std::string to_text(const PhotoPlace& place) {
    return place.note.empty() ? place.visit : place.visit + " " + place.note;
}

PhotoPlace photo_place_from(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return {Id(text), ""};
    return {Id(text.substr(0, space)), Id(text.substr(space + 1))};
}

bool may_remove(OpenStore& store, const Visit& visit, const Photo& photo) {
    const Id& me = store.enrolment().adviser.id;
    return photo.by == me || visit.adviser == me;
}

Result<void> add_photo(OpenStore& store, Platform& platform, const PhotoPlace& place, const TakenPhoto& taken) {
    const auto record = store.visits().visit(place.visit);
    if (!record) return std::unexpected(record.error());
    if (!*record || !can_write(store, (*record)->visit)) {  // It was completed while the picture was being prepared.
        return fault("photo_visit_closed", std::string(words::photos::visit_closed));
    }
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    const auto content = PhotoStore(store.database()).put(taken.jpeg, taken.thumbnail);
    if (!content) return std::unexpected(content.error());
    FieldValues values{{"visit", place.visit}, {"content", *content}, {"by", store.enrolment().adviser.id}};
    if (!place.note.empty()) values.emplace("note", place.note);
    const Id id = new_id(platform.clock().now(), platform.random());
    const auto written = store.log().write("photo", id, values);
    if (!written) return std::unexpected(written.error());
    return transaction->commit();
}

FieldKey photo_reason_key(std::string_view photo) {
    return {std::string(form_entity), "photo." + std::string(photo), "removed_reason"};
}

Result<void> remove_photo(OpenStore& store, DraftKeeper& keeper, std::string_view photo) {
    const FieldKey key = photo_reason_key(photo);
    const std::string reason(trim(keeper.field(key, "").text));
    if (reason.empty()) return fault("reason_missing", std::string(words::photos::reason_missing));
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    const auto found = store.visits().photo(photo);
    if (!found) return std::unexpected(found.error());
    if (!*found) return {};
    const auto record = store.visits().visit((*found)->visit);
    if (!record) return std::unexpected(record.error());
    if (!*record || !may_remove(store, (*record)->visit, **found)) return {};
    const auto written = store.log().write("photo", photo, {{"removed", "removed"}, {"removed_reason", reason}});
    if (!written) return std::unexpected(written.error());
    Result<void> done = PhotoStore(store.database()).remove_unused((*found)->content);
    if (done) done = store.drafts().remove(key.entity, key.entity_id, key.field);
    if (done) done = transaction->commit();
    if (done) keeper.let_go(key);
    return done;
}

}  // namespace kitbag
