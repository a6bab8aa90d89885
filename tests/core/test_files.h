#pragma once
// Files of the repository, read by tests; they run from its top.

#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

namespace kitbag {

inline std::string read_test_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace kitbag
