#include "tests/app/from_elsewhere.h"

#include <cstdio>
#include <ranges>

#include <doctest/doctest.h>

#include "tests/app/fake_platform.h"

namespace kitbag {
namespace {

constexpr const char* device = "0000000000000009";

}  // namespace

std::string adviser_id(int number) {
    return "0192f3c4-a1b2-7c3d-8e4f-00000000000" + std::to_string(number);
}

void write_elsewhere(FakeCounty& county, int adviser, Instant at, const std::string& entity,
                     const std::string& entity_id, const FieldValues& values) {
    SeededRandom random(county.log.size() + 1000);
    char stamp[40];
    std::snprintf(stamp, sizeof stamp, "%012llx%04zx%s", static_cast<unsigned long long>(at), county.log.size(),
                  device);
    Change change;
    change.id = new_id(at, random);
    change.device = device;
    change.author = adviser_id(adviser);
    change.stamp = stamp;
    change.entity = entity;
    change.entity_id = entity_id;
    for (const auto& [field, value] : values) change.fields[field] = {Json(value), {}};
    county.log.push_back(std::move(change));
}

std::string visit_elsewhere(FakeCounty& county, int adviser, Instant at, FieldValues values) {
    SeededRandom random(county.log.size() + 2000);
    std::string id = new_id(at, random);
    const FieldValues usual = {{"urn", "900001"},
                               {"kind", "keeping_in_touch"},
                               {"templates_version", "2014.2"},
                               {"date", "2026-11-02"},
                               {"participants", "The headteacher"},
                               {"focus", "Reading"},
                               {"framework", "school-categorisation-2014"},
                               {"framework_version", "1"},
                               {"variant", "primary"},
                               {"status", "completed"},
                               {"adviser", adviser_id(adviser)}};
    values.insert(usual.begin(), usual.end());
    std::erase_if(values, [](const auto& value) { return value.second.empty(); });
    write_elsewhere(county, adviser, at, "visit", id, values);
    return id;
}

std::string latest_text(const FakeCounty& county, std::string_view entity, std::string_view field) {
    for (const Change& change : std::views::reverse(county.log)) {
        if (change.entity != entity) continue;
        if (const auto text = text_in(change, field)) return *text;
    }
    return "";
}

}  // namespace kitbag
