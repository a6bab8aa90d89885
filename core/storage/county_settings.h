#pragma once
// What the county decides for all its tablets. It comes with the reference and is taken over with it; the county's own database
// keeps it the same way. Whatever the county has not decided has its default.

#include <string>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

// Longer would be no lock, and shorter none to work with. What is beyond either is taken as that.
inline constexpr int lock_minutes_min = 1;
inline constexpr int lock_minutes_max = 120;

struct CountySettings {
    std::string recovery_key;  // The public half (escrow.h), 64 hexadecimal digits; "" while the county has made none.
    int lock_after_minutes = 10;        // So long untouched, an unlocked tablet locks itself;
    int lock_hidden_after_minutes = 5;  // so long, when Kitbag cannot be seen.

    std::string inspection_rule;  // As read_inspection_rule() reads it; "" where the county has none.
    std::string alliances;        // As alliances_from() reads them; "" where the county has none.

    bool operator==(const CountySettings&) const = default;
};

Result<CountySettings> read_county_settings(Database& database);
Result<void> write_county_settings(Database& database, const CountySettings& settings);

}  // namespace kitbag
