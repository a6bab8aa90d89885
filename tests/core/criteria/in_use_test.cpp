#include "core/criteria/in_use.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

constexpr Date today{2026, 11, 23};

Framework framework(std::string id, std::string version, std::string in_use_from) {
    Framework made;
    made.id = std::move(id);
    made.version = std::move(version);
    made.in_use_from = std::move(in_use_from);
    made.variants = {{"primary", "Primary schools"}};
    return made;
}

}  // namespace

TEST_CASE("a visit that starts goes by the framework that came into use last") {
    struct Row {
        const char* what;
        std::vector<Framework> frameworks;
        const char* chosen;  // Id and version.
    };
    const Row rows[] = {
        {"none", {}, ""},
        {"one", {framework("a", "1", "2014-09-01")}, "a 1"},
        {"one that always was", {framework("a", "1", "")}, "a 1"},
        {"the later, whatever its version",
         {framework("a", "3", "2014-09-01"), framework("b", "1", "2026-09-01")},
         "b 1"},
        {"a first day before none", {framework("a", "9", ""), framework("a", "1", "2014-09-01")}, "a 1"},
        {"the first day itself", {framework("a", "1", "2026-09-01"), framework("a", "2", "2026-11-23")}, "a 2"},
        {"never one yet to come", {framework("a", "1", "2014-09-01"), framework("a", "2", "2026-11-24")}, "a 1"},
        {"only one yet to come", {framework("a", "2", "2027-09-01")}, ""},
        {"ten after nine",
         {framework("a", "9", "2014-09-01"), framework("a", "10", "2014-09-01"), framework("a", "2", "2014-09-01")},
         "a 10"},
        {"one version, then the id",
         {framework("b", "1", ""), framework("a", "1", ""), framework("c", "1", "")},
         "a 1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::vector<const Framework*> all;
        for (const Framework& each : row.frameworks) all.push_back(&each);
        std::ranges::sort(all);
        do {  // In whatever order they come.
            const Framework* const chosen = framework_in_use(all, "primary", today);
            CHECK((chosen ? chosen->id + " " + chosen->version : "") == row.chosen);
        } while (std::ranges::next_permutation(all).found);
        CHECK(framework_in_use(all, "secondary", today) == nullptr);
    }
}

TEST_CASE("versions are compared as people count") {
    const char* const ascending[] = {"",
                                     "1",
                                     "2",
                                     "9",
                                     "10",
                                     "0099",
                                     "100",
                                     "2014",
                                     "2015.2",
                                     "2015.10",
                                     "2015a",
                                     "2015b",
                                     "99999999999999999999",
                                     "draft"};
    for (std::size_t i = 0; i < std::size(ascending); ++i) {
        for (std::size_t j = 0; j < std::size(ascending); ++j) {
            CAPTURE(ascending[i]);
            CAPTURE(ascending[j]);
            CHECK(compare_versions(ascending[i], ascending[j]) == (i <=> j));
        }
    }
    CHECK(compare_versions("07", "7") == 0);
}
