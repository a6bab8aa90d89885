#include "tests/app/typeface.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

namespace kitbag {

namespace {

std::vector<std::uint8_t> read(std::string_view file_name) {
    std::ifstream file(std::filesystem::path(KITBAG_ASSETS) / file_name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), file_name, " is built by the target fonts");
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

FontFiles typeface() {
    return {.regular = read("atkinson-regular.ttf"), .bold = read("atkinson-bold.ttf"), .icons = read("icons.ttf")};
}

}  // namespace kitbag
