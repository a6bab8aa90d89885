#pragma once
// The names of the people whose writing is on this tablet. They come with the pages of changes; nothing else about a
// person is kept.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct Person {
    Id id;
    std::string name;

    bool operator==(const Person&) const = default;
};

class PersonStore {
  public:
    explicit PersonStore(Database& database) : database_(database) {}

    // Adds people, or takes the newer name of ones it has.
    Result<void> put(std::span<const Person> people);

    // "" when nobody by this id is known.
    Result<std::string> name_of(std::string_view id) const;
    // Everybody who is called so.
    Result<std::vector<Id>> ids_of(std::string_view name) const;

  private:
    Database& database_;
};

}  // namespace kitbag
