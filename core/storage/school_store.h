#pragma once
// The county's schools as they stand in the tables. They come from the county whole and are never edited here. Where the
// register withholds a name, what advisers call the place may stand in for it.

#include <map>
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

// Which name a setting has whose own is withheld: as the register came, or the local one where an adviser gave one.
enum class SchoolNames { published, local };

class SchoolStore {
  public:
    explicit SchoolStore(Database& database, SchoolNames names = SchoolNames::published)
        : database_(database), names_(names) {}

    // Puts these schools in the place of all that were there, or changes nothing.
    Result<void> replace_all(std::span<const School> schools);

    // Also by a URN that it had before it converted: then `urn` of what is given is another.
    Result<std::optional<School>> school(std::string_view urn) const;

    // Schools whose name has every word searched for (or a word's part), or whose URN begins with it, by name; those
    // whose name begins with it come first. An empty search gives all.
    Result<std::vector<School>> search(std::string_view text, int limit) const;

    Result<int> count() const;

  private:
    using LocalNames = std::map<std::string, std::string, std::less<>>;  // By URN.
    Result<LocalNames> local_names() const;

    Database& database_;
    SchoolNames names_;
};

}  // namespace kitbag
