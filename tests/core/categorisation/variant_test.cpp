#include "core/categorisation/variant.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/core/criteria/packs_2014.h"

using namespace kitbag;

TEST_CASE("each school is judged by the criteria for its pupils") {
    struct Row {
        SchoolKind kind;
        std::optional<int> low_age;
        std::vector<std::string> variants;
    };
    const Row rows[] = {
        {SchoolKind::nursery, 2, {"eyfs_nursery"}},
        {SchoolKind::nursery, std::nullopt, {"eyfs_nursery"}},
        {SchoolKind::primary, std::nullopt, {"primary", "eyfs_primary"}},
        {SchoolKind::primary, 3, {"primary", "eyfs_primary"}},
        {SchoolKind::primary, 5, {"primary", "eyfs_primary"}},
        {SchoolKind::primary, 6, {"primary"}},
        {SchoolKind::primary, 7, {"primary"}},
        {SchoolKind::secondary, std::nullopt, {"secondary"}},
        {SchoolKind::post_16, 16, {"secondary"}},
        {SchoolKind::special, 4, {"special"}},
        {SchoolKind::alternative_provision, 5, {"special"}},
        {SchoolKind::all_through, std::nullopt, {"primary", "secondary", "eyfs_primary"}},
        {SchoolKind::all_through, 4, {"primary", "secondary", "eyfs_primary"}},
        {SchoolKind::all_through, 7, {"primary", "secondary"}},
        {SchoolKind::group_setting, std::nullopt, {"eyfs_setting"}},
        {SchoolKind::childrens_centre, std::nullopt, {"eyfs_setting"}},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.kind));
        CAPTURE(row.low_age.value_or(0));
        School school;
        school.kind = row.kind;
        school.low_age = row.low_age;
        CHECK(variants_for(school) == row.variants);
    }
}

TEST_CASE("every variant of a school is in a pack that Kitbag carries") {
    const Framework frameworks[] = {pack_of(school_pack_file), pack_of(eyfs_pack_file)};
    for (int kind = 0; kind <= static_cast<int>(SchoolKind::alternative_provision); ++kind) {
        School school;
        school.kind = static_cast<SchoolKind>(kind);
        for (const std::string& variant : variants_for(school)) {
            CAPTURE(variant);
            CHECK(std::ranges::count_if(frameworks, [&](const Framework& framework) {
                      return find_variant(framework, variant) != nullptr;
                  }) == 1);
        }
    }
}
