#pragma once
// The packs that Kitbag carries, read for tests.

#include "core/criteria/framework_json.h"
#include "tests/core/test_files.h"

namespace kitbag {

inline constexpr const char* school_pack_file = "data/frameworks/school-categorisation-2014.json";
inline constexpr const char* eyfs_pack_file = "data/frameworks/eyfs-in-primary-schools-2014.json";

inline Framework pack_of(const char* file) {
    auto framework = read_framework(read_test_file(file));
    REQUIRE_MESSAGE(framework.has_value(), (framework ? "" : framework.error().sentence));
    return *framework;
}

inline const Descriptor& descriptor(const Framework& framework, std::string_view aspect, Category category) {
    const Aspect* const found = find_aspect(framework, aspect);
    REQUIRE(found != nullptr);
    REQUIRE(descriptor_of(*found, category) != nullptr);
    return *descriptor_of(*found, category);
}

}  // namespace kitbag
