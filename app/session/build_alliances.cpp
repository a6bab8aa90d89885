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

// Known by the URN it has today, where the register has it.
AllianceMember member_of(OpenStore& store, const AllianceSchool& school) {
    if (school.urn.empty()) return {"", school.name};
    const auto found = store.schools().school(school.urn);
    if (!found || !*found) return {"", school.name};
    return {(*found)->urn, (*found)->name};
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

std::vector<std::string> names_of_alliances(OpenStore& store) {
    std::vector<std::string> names;
    for (const Alliance& alliance : all_alliances(store)) names.push_back(alliance.name);
    return names;
}

AlliancesModel build_alliances(OpenStore& store, std::string_view urn) {
    AlliancesModel model{.urn = std::string(urn), .alliances = {}};
    for (const Alliance& alliance : all_alliances(store)) {
        AllianceCard& card = model.alliances.emplace_back();
        card.name = alliance.name;
        card.about = alliance.area;
        if (!alliance.area.empty() && !alliance.phases.empty()) card.about += words::common::separator;
        card.about += alliance.phases;
        for (const AllianceSchool& school : alliance.schools)
            (school.leads ? card.leads : card.others).push_back(member_of(store, school));
    }
    return model;
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
