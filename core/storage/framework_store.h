#pragma once
// Framework packs as the county sent them, by id and version. A pack is never removed: visits name the version they
// were made with. Reading one is core/criteria's business.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct StoredPack {
    std::string id;
    std::string version;
    std::string text;  // The pack's JSON.

    bool operator==(const StoredPack&) const = default;
};

class FrameworkStore {
  public:
    explicit FrameworkStore(Database& database) : database_(database) {}

    // Adds packs, or takes the newer text of ones it has.
    Result<void> put(std::span<const StoredPack> packs);

    Result<std::optional<StoredPack>> pack(std::string_view id, std::string_view version) const;
    Result<std::vector<StoredPack>> all() const;  // By id, then version.

  private:
    Database& database_;
};

}  // namespace kitbag
