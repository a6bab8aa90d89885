#pragma once
// Takes photographs into a visit and removes them again, each as one transaction: the record of it and its bytes, or neither.

#include <string>
#include <string_view>

#include "app/session/draft_keeper.h"
#include "app/session/open_store.h"
#include "core/storage/photo_store.h"
#include "core/visits/visit.h"

namespace kitbag {

// What a photograph belongs to. As text for the page: "<visit>" or "<visit> <note>".
struct PhotoPlace {
    Id visit;
    Id note;  // "" for none.

    bool operator==(const PhotoPlace&) const = default;
};
std::string to_text(const PhotoPlace& place);
PhotoPlace photo_place_from(std::string_view text);

// How the last photograph that was taken fared. It is of one visit, and shown there.
struct PhotoOutcome {
    PhotoPlace place;
    bool preparing = false;
    bool saved = false;
    std::string trouble;
};

// By this tablet's adviser: what they took, and what was taken in their own visit, however it stands.
bool may_remove(OpenStore& store, const Visit& visit, const Photo& photo);

// Codes of PhotoStore::put() and of ChangeLog::write(); "photo_visit_closed" for a visit that is not open to this adviser.
Result<void> add_photo(OpenStore& store, Platform& platform, const PhotoPlace& place, const TakenPhoto& taken);

// The held text that says why a photograph is removed.
FieldKey photo_reason_key(std::string_view photo);

// Codes: "reason_missing", and those of ChangeLog::write() and PhotoStore::remove_unused().
Result<void> remove_photo(OpenStore& store, DraftKeeper& keeper, std::string_view photo);

}  // namespace kitbag
