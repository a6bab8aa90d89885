#pragma once
// The county's kinds of visit, as it sent them, by version. None is ever removed: visits name the version they were begun
// with. Reading one is core/visits' business.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct StoredTemplates {
    std::string version;
    std::string text;  // JSON: core/visits/visit_template.h

    bool operator==(const StoredTemplates&) const = default;
};

class VisitTemplatesStore {
  public:
    explicit VisitTemplatesStore(Database& database) : database_(database) {}

    // After those it has. A version that is there already takes the text given, and its place is the last too.
    Result<void> put(const StoredTemplates& templates);
    Result<std::vector<StoredTemplates>> all() const;  // In the order they came: the last is in use.

  private:
    Database& database_;
};

}  // namespace kitbag
