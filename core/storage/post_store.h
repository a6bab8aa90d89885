#pragma once
// The people around schools and settings (core/visits/post.h) and the local names of places, as the change log left them. It
// only reads. Posts come in the order they were written.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/visits/post.h"

namespace kitbag {

struct LocalName {
    std::string urn;
    std::string name;
};

class PostStore {
  public:
    explicit PostStore(Database& database) : database_(database) {}

    Result<std::optional<Post>> post(std::string_view id) const;
    Result<std::vector<Post>> posts_of_school(std::string_view urn) const;  // Those that have ended too.
    Result<std::vector<Post>> posts_of_account(std::string_view account) const;
    Result<std::vector<Post>> all_posts() const;  // By school.

    // "" where nobody gave one, also where the register withholds no name.
    Result<std::string> local_name(std::string_view urn) const;
    Result<std::vector<LocalName>> all_local_names() const;

  private:
    Database& database_;
};

}  // namespace kitbag
