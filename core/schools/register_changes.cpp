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

// Two registers, and which school of the one is which of the other.
class Registers {
  public:
    Registers(std::span<const School> before, std::span<const School> after)
        : old_(by_urn(before)),
          new_(by_urn(after)),
          gone_by_number_(by_number(old_, new_)),
          new_by_number_(by_number(new_, old_)) {}

    // What a school of the later one was in the earlier: null for one that has opened since.
    const School* was(const School& school) const {
        if (const auto same = old_.find(school.urn); same != old_.end()) return same->second;
        const auto found = gone_by_number_.find(school.establishment_number);
        const bool converted = found != gone_by_number_.end() && new_by_number_.contains(school.establishment_number);
        return converted ? found->second : nullptr;
    }
    // A school of the earlier one is in the later, under whatever URN.
    bool goes_on(const School& school) const {
        return new_.contains(school.urn) || (gone_by_number_.contains(school.establishment_number) &&
                                             new_by_number_.contains(school.establishment_number));
    }

  private:
    ByUrn old_, new_, gone_by_number_, new_by_number_;
};

void compare(const School& before, const School& after, std::vector<RegisterChange>& changes) {
    using enum RegisterChangeKind;
    if (before.name != after.name) changes.push_back({renamed, after.urn, after.name, before.name, after.name});
    if (before.trust != after.trust) changes.push_back({moved_trust, after.urn, after.name, before.trust, after.trust});
    School other = before;
    other.urn = after.urn;
    other.name = after.name;
    other.trust = after.trust;
    other.formerly = after.formerly;  // Told by its conversion.
    if (other != after && before.urn == after.urn) changes.push_back({other_facts, after.urn, after.name, "", ""});
}

}  // namespace

void carry_on_former_urns(std::span<const School> before, std::span<School> after) {
    const Registers registers(before, after);
    for (School& school : after) {
        const School* was = registers.was(school);
        if (!was) continue;
        school.formerly = was->formerly;
        if (was->urn != school.urn) school.formerly.insert(school.formerly.begin(), was->urn);
        std::erase(school.formerly, school.urn);  // It is what it once was again.
    }
}

std::vector<RegisterChange> register_changes(std::span<const School> before, std::span<const School> after) {
    using enum RegisterChangeKind;
    const Registers registers(before, after);
    std::vector<RegisterChange> changes;
    for (const School& school : after) {
        const School* was = registers.was(school);
        if (!was) changes.push_back({opened, school.urn, school.name, "", ""});
        if (was && was->urn != school.urn) changes.push_back({converted, school.urn, school.name, was->urn, ""});
        if (was) compare(*was, school, changes);
    }
    for (const School& school : before) {
        if (!registers.goes_on(school)) changes.push_back({gone, school.urn, school.name, "", ""});
    }
    std::ranges::sort(changes, {}, [](const RegisterChange& one) { return std::tie(one.kind, one.urn); });
    return changes;
}

std::string_view to_word(RegisterChangeKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

}  // namespace kitbag
