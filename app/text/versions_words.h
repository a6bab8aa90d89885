#pragma once
// The words around what was written twice.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

namespace words::versions {
inline constexpr std::string_view title = "Written twice";
inline constexpr std::string_view advice =
    "Two people wrote in the same place without seeing each other. Nothing of either is lost. Say which is to stand: "
    "all tablets "
    "and the county show that one from then on, and the other stays in the history.";
inline constexpr std::string_view look = "Look at both";
inline constexpr std::string_view none = "Nothing is written twice here.";
inline constexpr std::string_view none_advice =
    "When two people write in the same place without seeing each other, both are kept and shown here.";
inline constexpr std::string_view cannot_settle =
    "This visit is locked, or your role does not record visits: both are kept as they are. A senior colleague can "
    "amend the record.";
inline constexpr std::string_view shows_now = "Shows now";
inline constexpr std::string_view keep = "Let this one stand";
inline constexpr std::string_view nothing = "(nothing)";
inline constexpr std::string_view own = "Or write it anew";
inline constexpr std::string_view own_hint = "From both, in your own words.";
inline constexpr std::string_view keep_own = "Let what I wrote stand";
inline constexpr std::string_view own_missing = "Write what is to stand, or choose one of the versions above.";
inline constexpr std::string_view settled = "Settled. It goes to the county with the next sync.";
inline constexpr std::string_view settled_already = "Somebody has settled this meanwhile. What stands now is shown.";
inline constexpr std::string_view badge = "Written twice";
}  // namespace words::versions

namespace phrases {
std::string written_twice(std::size_t places);  // "2 things in this visit were written twice."
std::string version_by(std::string_view who, Instant utc);
std::string version_of(std::string_view place, std::string_view who);  // "A note: Attainment, by Ada Marsh, 23 …"
std::string keep_version_of(std::string_view place,
                            std::string_view who);  // "Let this one stand: A note: Attainment, by Ada …"
std::string written_over(std::string_view before);
std::string place_of(std::string_view entity, std::string_view field,
                     std::string_view about);  // "Evidence for Attainment"
}  // namespace phrases

}  // namespace kitbag
