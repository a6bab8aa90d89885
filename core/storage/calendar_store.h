#pragma once
// The county's calendar of half terms, as it sent it. What a calendar is, is core/schools' business.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/half_terms.h"
#include "core/storage/database.h"

namespace kitbag {

class CalendarStore {
  public:
    explicit CalendarStore(Database& database) : database_(database) {}

    // In the place of the one before; "" for none. REQUIRES: read_half_terms() reads it, or it is "".
    Result<void> put(std::string_view text);

    Result<std::string> text() const;                  // "" when there is none.
    Result<std::vector<HalfTerm>> half_terms() const;  // Empty when there is none.

  private:
    Database& database_;
};

}  // namespace kitbag
