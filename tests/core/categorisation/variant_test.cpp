#include "core/categorisation/variant.h"

#include <doctest/doctest.h>

using namespace kitbag;

TEST_CASE("each kind of school is judged by the criteria for its pupils") {
    struct Row {
        SchoolKind kind;
        std::vector<std::string> variants;
    };
    const Row rows[] = {
        {SchoolKind::nursery, {"primary"}},
        {SchoolKind::primary, {"primary"}},
        {SchoolKind::secondary, {"secondary"}},
        {SchoolKind::post_16, {"secondary"}},
        {SchoolKind::special, {"special"}},
        {SchoolKind::alternative_provision, {"special"}},
        {SchoolKind::all_through, {"primary", "secondary"}},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.kind));
        CHECK(variants_for(row.kind) == row.variants);
    }
}
