#include "core/schools/alliance.h"

#include "core/base/json.h"

namespace kitbag {
namespace {

Json to_json(const Alliance& alliance) {
    Json json = {{"name", alliance.name}, {"schools", Json::array()}};
    if (!alliance.area.empty()) json["area"] = alliance.area;
    if (!alliance.phases.empty()) json["phases"] = alliance.phases;
    for (const AllianceSchool& school : alliance.schools) {
        Json one = {{"name", school.name}};
        if (!school.urn.empty()) one["urn"] = school.urn;
        if (school.leads) one["leads"] = true;
        json["schools"].push_back(std::move(one));
    }
    return json;
}

}  // namespace

std::string alliances_text(std::span<const Alliance> alliances) {
    Json json = Json::array();
    for (const Alliance& each : alliances) json.push_back(to_json(each));
    return to_text(json);
}

Result<std::vector<Alliance>> alliances_from(std::string_view text) {
    const auto bad = [] {
        return fault(
            "bad_alliances",
            "The county’s teaching school alliances cannot be read. Ask the county office to load them again.");
    };
    if (text.size() > alliances_bytes_max) return bad();
    const Result<Json> json = parse_json(text, "The alliances");
    if (!json || !json->is_array()) return bad();
    std::vector<Alliance> found;
    for (const Json& each : *json) {
        Alliance& alliance = found.emplace_back(text_or(each, "name"), text_or(each, "area"), text_or(each, "phases"));
        const auto schools = each.is_object() ? each.find("schools") : each.end();
        if (alliance.name.empty() || schools == each.end() || !schools->is_array()) return bad();
        for (const Json& school : *schools) {
            alliance.schools.push_back({text_or(school, "urn"), text_or(school, "name"), school.contains("leads")});
            if (alliance.schools.back().name.empty()) return bad();
        }
    }
    return found;
}

}  // namespace kitbag
