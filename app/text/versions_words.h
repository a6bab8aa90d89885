#pragma once
// The words around what was written twice.

#include <cstddef>
#include <string>
#include <string_view>

#include "app/text/words.h"
#include "core/base/time.h"

namespace kitbag {

namespace words {
namespace versions {
inline constexpr Words title = "Written twice";
inline constexpr Words advice =
    "Two people wrote in the same place without seeing each other. Nothing of either is lost. Say which is to stand: "
    "all tablets "
    "and the county show that one from then on, and the other stays in the history.";
inline constexpr Words look = "Look at both";
inline constexpr Words none = "Nothing is written twice here.";
inline constexpr Words none_advice =
    "When two people write in the same place without seeing each other, both are kept and shown here.";
inline constexpr Words cannot_settle =
    "This visit is locked, or your role does not record visits: both are kept as they are. A senior colleague can "
    "amend the record.";
inline constexpr Words shows_now = "Shows now";
inline constexpr Words keep = "Let this one stand";
inline constexpr Words nothing = "(nothing)";
inline constexpr Words own = "Or write it anew";
inline constexpr Words own_hint = "From both, in your own words.";
inline constexpr Words keep_own = "Let what I wrote stand";
inline constexpr Words own_missing = "Write what is to stand, or choose one of the versions above.";
inline constexpr Words settled = "Settled. It goes to the county with the next sync.";
inline constexpr Words settled_already = "Somebody has settled this meanwhile. What stands now is shown.";
inline constexpr Words badge = "Written twice";
}  // namespace versions
}  // namespace words

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
