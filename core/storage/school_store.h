#pragma once
// The county's schools as they stand in the tables. They come from the county whole and are never edited here.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/school.h"
#include "core/storage/database.h"

namespace kitbag {

// Text as it is compared in a search: lower case, accents off Latin letters, apostrophes dropped, other marks as one
// space.
std::string fold_for_search(std::string_view text);

class SchoolStore {
  public:
    explicit SchoolStore(Database& database) : database_(database) {}

    // Puts these schools in the place of all that were there, or changes nothing.
    Result<void> replace_all(std::span<const School> schools);

    Result<std::optional<School>> school(std::string_view urn) const;

    // Schools whose name has every word searched for (or a word's part), or whose URN begins with it, by name; those
    // whose name begins with it come first. An empty search gives all.
    Result<std::vector<School>> search(std::string_view text, int limit) const;

    Result<int> count() const;

  private:
    Database& database_;
};

}  // namespace kitbag
