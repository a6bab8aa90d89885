#pragma once
// JPEGs for tests that look at their outside only: the segments of a real one, and `drawn` where the picture would be.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kitbag {

inline void add_segment(std::vector<std::uint8_t>& jpeg, std::uint8_t marker, std::string_view content) {
    const std::size_t length = content.size() + 2;
    for (const std::size_t byte : {std::size_t{0xff}, std::size_t{marker}, length / 256, length % 256})
        jpeg.push_back(static_cast<std::uint8_t>(byte));
    jpeg.insert(jpeg.end(), content.begin(), content.end());
}

inline std::vector<std::uint8_t> jpeg_of(std::string_view drawn, std::string_view exif = {}) {
    std::vector<std::uint8_t> jpeg = {0xff, 0xd8};
    add_segment(jpeg, 0xe0, std::string_view("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
    if (!exif.empty()) add_segment(jpeg, 0xe1, std::string("Exif\0\0", 6).append(exif));
    add_segment(jpeg, 0xda, std::string_view("\1\1\0\0\x3f\0", 6));
    jpeg.insert(jpeg.end(), drawn.begin(), drawn.end());
    jpeg.insert(jpeg.end(), {0xff, 0xd9});
    return jpeg;
}

}  // namespace kitbag
