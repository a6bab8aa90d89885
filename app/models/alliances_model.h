#pragma once
// The county's teaching school alliances, each with the schools that lead it and those that belong to it.

#include <string>
#include <vector>

namespace kitbag {

struct AllianceMember {
    std::string urn;   // "" for one that is not in the county's register.
    std::string name;  // As the register has it today, where it does.
};

struct AllianceCard {
    std::string name;
    std::string about;                          // "South Wendshire · Primary, secondary"; "" where nobody said.
    std::vector<AllianceMember> leads, others;  // In the order in which the county names them.
};

struct AlliancesModel {
    std::string urn;  // Of the school from which one came, or "".
    std::vector<AllianceCard> alliances;
};

}  // namespace kitbag
