#pragma once
// Texts that could not be put on the disk, for whoever keeps them until the app was started anew: the browser has taken the files
// away and gives them to a new worker only. They are sealed under the store's own key, so that nobody reads them without the
// passphrase, and only the store that they were typed in takes them back. Nothing is read or written here.
//
//   kept = nonce(24) aead(…)    in hexadecimal: XChaCha20-Poly1305 under a key of its own, derived from the store's
//   content = [[entity, entity_id, field, text, typed_at]…]    as JSON

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/storage/database_key.h"
#include "core/storage/draft_store.h"

namespace kitbag {

std::string seal_drafts(std::span<const Draft> drafts, const DatabaseKey& key, Random& random);

// Nothing when it is another store's, or was altered. What a text was typed in place of is not kept with it.
std::optional<std::vector<Draft>> unseal_drafts(std::string_view kept, const DatabaseKey& key);

}  // namespace kitbag
