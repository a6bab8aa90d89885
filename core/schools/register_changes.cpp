#include "core/schools/register_changes.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace kitbag {
namespace {

constexpr std::array<std::string_view, 6> kind_words = {"opened",  "gone",        "converted",
                                                        "renamed", "moved_trust", "other_facts"};

using ByUrn = std::map<std::string_view, const School*>;

ByUrn by_urn(std::span<const School> schools) {
    ByUrn found;
    for (const School& school : schools) found.emplace(school.urn, &school);
    return found;
}

// Of the schools that `others` does not have: by their establishment number, which a conversion keeps. A number that two of them share says nothing.
ByUrn by_number(const ByUrn& schools, const ByUrn& others) {
    ByUrn found;
    for (const auto& [urn, school] : schools) {
        if (school->establishment_number.empty() || others.contains(urn)) continue;
        const auto [place, is_new] = found.emplace(school->establishment_number, school);
        if (!is_new) place->second = nullptr;
    }
    std::erase_if(found, [](const auto& one) { return one.second == nullptr; });
    return found;
}

void compare(const School& before, const School& after, std::vector<RegisterChange>& changes) {
    using enum RegisterChangeKind;
    if (before.name != after.name) changes.push_back({renamed, after.urn, after.name, before.name, after.name});
    if (before.trust != after.trust) changes.push_back({moved_trust, after.urn, after.name, before.trust, after.trust});
    School other = before;
    other.urn = after.urn;
    other.name = after.name;
    other.trust = after.trust;
    if (other != after && before.urn == after.urn) changes.push_back({other_facts, after.urn, after.name, "", ""});
}

}  // namespace

std::vector<RegisterChange> register_changes(std::span<const School> before, std::span<const School> after) {
    using enum RegisterChangeKind;
    const ByUrn old_schools = by_urn(before);
    const ByUrn new_schools = by_urn(after);
    const ByUrn gone_by_number = by_number(old_schools, new_schools);
    const ByUrn new_by_number = by_number(new_schools, old_schools);
    std::vector<RegisterChange> changes;
    for (const auto& [urn, school] : new_schools) {
        if (const auto same = old_schools.find(urn); same != old_schools.end()) {
            compare(*same->second, *school, changes);
            continue;
        }
        const auto was = gone_by_number.find(school->establishment_number);
        if (was == gone_by_number.end() || !new_by_number.contains(school->establishment_number)) {
            changes.push_back({opened, school->urn, school->name, "", ""});
            continue;
        }
        changes.push_back({converted, school->urn, school->name, was->second->urn, ""});
        compare(*was->second, *school, changes);
    }
    for (const auto& [urn, school] : old_schools) {
        if (new_schools.contains(urn)) continue;
        const bool goes_on = gone_by_number.contains(school->establishment_number) &&
                             new_by_number.contains(school->establishment_number);
        if (!goes_on) changes.push_back({gone, school->urn, school->name, "", ""});
    }
    std::ranges::sort(changes, {}, [](const RegisterChange& one) { return std::tie(one.kind, one.urn); });
    return changes;
}

std::string_view to_word(RegisterChangeKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

}  // namespace kitbag
