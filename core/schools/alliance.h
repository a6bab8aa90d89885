#pragma once
// Teaching school alliances: schools and other partners led by one or more teaching schools, which train teachers and support other
// schools (the strategy's Appendix 8). The county tells its tablets of them as one text. Pure; it judges no school.
//
//   [{"area":"Fenland","name":"Wendle Teaching School Alliance","phases":"Primary, secondary",
//     "schools":[{"leads":true,"name":"Ashmere Primary School","urn":"900001"},{"name":"A school elsewhere"}]}]

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kitbag {

inline constexpr std::size_t alliances_bytes_max = 1024UL * 1024;

struct AllianceSchool {
    std::string urn;  // "" for a school of another county, or another partner.
    std::string name;
    bool leads = false;

    bool operator==(const AllianceSchool&) const = default;
};

struct Alliance {
    std::string name;
    std::string area;    // "Wisbech, Chatteris and March"; "" where nobody said,
    std::string phases;  // "Primary, secondary"; likewise.
    std::vector<AllianceSchool> schools;

    bool operator==(const Alliance&) const = default;
};

std::string alliances_text(std::span<const Alliance> alliances);

// Code "bad_alliances". A text that is read and written again is the same text where alliances_text() made it.
Result<std::vector<Alliance>> alliances_from(std::string_view text);

}  // namespace kitbag
