#pragma once
// Small facts that the store itself must remember, as text by name, in one table.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

class Settings {
  public:
    explicit Settings(Database& database) : database_(database) {}

    Result<std::optional<std::string>> get(std::string_view name) const;
    Result<void> set(std::string_view name, std::string_view value);

  private:
    Database& database_;
};

}  // namespace kitbag
