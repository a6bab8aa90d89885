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

// What is searched for among names, URNs and what stands around them.
class SchoolSearch {
  public:
    enum class Match { none, has, begins };  // Those whose name begins with it come first.

    explicit SchoolSearch(std::string_view text);

    // `folded`: the school's name by fold_for_search(). An empty search is what every name begins with. `around`: what else a
    // word may be found in, folded likewise: its place, its trust.
    Match match(std::string_view folded, std::string_view urn, std::string_view around = "") const;

  private:
    std::string folded_;
    std::vector<std::string> words_;
};

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
