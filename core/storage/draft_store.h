#pragma once
// Text that is still being typed, one row for each field, committed within a second of the key press. It becomes a
// change when the field is left (ChangeLog::write removes it in the same transaction).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {

struct Draft {
    std::string entity;
    std::string entity_id;
    std::string field;
    std::string text;
    Instant typed_at = 0;
    std::string base;  // The stamp of the value that was shown when typing began; "" when there was none.

    bool operator==(const Draft&) const = default;
};

class DraftStore {
  public:
    explicit DraftStore(Database& database) : database_(database) {}

    // The first save of a field's draft notes which value the writer was looking at; later ones keep that note, so that
    // what arrives from elsewhere in the meantime becomes a conflict and not an overwrite.
    Result<void> save(std::string_view entity, std::string_view entity_id, std::string_view field,
                      std::string_view text, Instant now);
    Result<std::optional<Draft>> draft(std::string_view entity, std::string_view entity_id,
                                       std::string_view field) const;
    Result<void> remove(std::string_view entity, std::string_view entity_id, std::string_view field);
    Result<std::vector<Draft>> all() const;  // Oldest first.

  private:
    Database& database_;
};

}  // namespace kitbag
