#include "app/session/build_alliances.h"

#include <algorithm>

#include "app/text/people_words.h"
#include "core/schools/alliance.h"
#include "core/storage/county_settings.h"

namespace kitbag {
namespace {

std::vector<Alliance> all_alliances(OpenStore& store) {
    const CountySettings settings = read_county_settings(store.database()).value_or(CountySettings{});
    if (settings.alliances.empty()) return {};
    return alliances_from(settings.alliances).value_or(std::vector<Alliance>{});
}

// "Led by Ashmere Primary School, Wendle Academy"; "" where nobody is said to lead it.
std::string leaders_line(const Alliance& alliance, const AllianceSchool& own) {
    std::string others;
    for (const AllianceSchool& each : alliance.schools) {
        if (each.leads && each != own) others += (others.empty() ? "" : ", ") + each.name;
    }
    if (others.empty()) return std::string(own.leads ? words::alliance::leads : "");
    return std::string(own.leads ? words::alliance::leads_with : words::alliance::led_by) + others;
}

std::string detail_of(const Alliance& alliance, const AllianceSchool& own) {
    std::string text = alliance.name;
    for (const std::string& line : {leaders_line(alliance, own), alliance.area, alliance.phases}) {
        if (!line.empty()) text += "\n" + line;
    }
    return text;
}

}  // namespace

std::vector<Fact> alliance_facts(OpenStore& store, const School& school) {
    const std::vector<std::string> urns = urns_of(school);
    std::vector<Fact> facts;
    for (const Alliance& alliance : all_alliances(store)) {
        const auto own = std::ranges::find_if(
            alliance.schools, [&](const AllianceSchool& one) { return std::ranges::contains(urns, one.urn); });
        if (own != alliance.schools.end())
            facts.push_back({std::string(words::alliance::title), detail_of(alliance, *own)});
    }
    return facts;
}

std::map<std::string, std::string, std::less<>> alliances_around(OpenStore& store) {
    std::map<std::string, std::string, std::less<>> found;
    for (const Alliance& alliance : all_alliances(store)) {
        for (const AllianceSchool& school : alliance.schools) {
            if (!school.urn.empty()) found[school.urn] += " " + alliance.name;
        }
    }
    return found;
}

}  // namespace kitbag
