#include "app/theme/font_file.h"

#include <array>
#include <cstddef>

namespace kitbag {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t tag(const char (&name)[5]) {
    std::uint32_t value = 0;
    for (int letter = 0; letter < 4; ++letter) value = value << 8 | static_cast<std::uint8_t>(name[letter]);
    return value;
}

constexpr std::uint32_t head = tag("head"), hhea = tag("hhea");
constexpr std::array<std::uint32_t, 7> needed = {head,        hhea,        tag("cmap"), tag("glyf"),
                                                 tag("hmtx"), tag("loca"), tag("maxp")};
constexpr std::uint32_t truetype = 0x00010000;

// Big-endian numbers; what lies behind the end of a table counts as zero, as its check sum has it.
std::uint32_t byte_at(Bytes bytes, std::size_t at) {
    return at < bytes.size() ? bytes[at] : 0;
}
std::uint32_t word_at(Bytes bytes, std::size_t at) {
    return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
           byte_at(bytes, at + 3);
}
int number_at(Bytes bytes, std::size_t at) {
    return static_cast<std::int16_t>(byte_at(bytes, at) << 8 | byte_at(bytes, at + 1));
}

std::uint32_t check_sum(Bytes table, bool is_head) {
    constexpr std::size_t of_the_whole_file = 8;  // In "head" only; it is left out of the table's own sum.
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < table.size(); at += 4) {
        if (!is_head || at != of_the_whole_file) sum += word_at(table, at);
    }
    return sum;
}

// The table of that name; none when there is none, or it is not whole.
std::optional<Bytes> table_of(Bytes file, std::uint32_t name) {
    const auto count = static_cast<std::size_t>(number_at(file, 4) & 0xff);
    for (std::size_t table = 0; table < count; ++table) {
        const std::size_t entry = 12 + 16 * table;
        if (word_at(file, entry) != name) continue;
        const std::size_t start = word_at(file, entry + 8), length = word_at(file, entry + 12);
        if (start > file.size() || length > file.size() - start) return std::nullopt;
        const Bytes found = file.subspan(start, length);
        if (check_sum(found, name == head) != word_at(file, entry + 4)) return std::nullopt;
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<FontMeasures> measures_of(Bytes file) {
    if (word_at(file, 0) != truetype) return std::nullopt;
    for (const std::uint32_t name : needed) {
        if (!table_of(file, name)) return std::nullopt;
    }
    const auto units = static_cast<float>(number_at(*table_of(file, head), 18));
    if (units <= 0) return std::nullopt;
    const Bytes lines = *table_of(file, hhea);
    return FontMeasures{.ascent = static_cast<float>(number_at(lines, 4)) / units,
                        .descent = -static_cast<float>(number_at(lines, 6)) / units};
}

}  // namespace kitbag
