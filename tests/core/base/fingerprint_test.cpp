#include "core/base/fingerprint.h"

#include <algorithm>
#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace kitbag {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::uint64_t of(const Bytes& bytes) {
    Fingerprint found;
    found.add(bytes.data(), bytes.size());
    return found.value();
}

Bytes counting(std::size_t size) {
    Bytes bytes(size);
    for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<std::uint8_t>(at * 37 + at / 256);
    return bytes;
}

// Sizes on both sides of what is taken at once: 8 bytes, and four times 8.
TEST_CASE("bytes have another fingerprint when any bit of them, their number or their order is another") {
    std::set<std::uint64_t> seen;
    std::size_t told = 0;
    const auto is_new = [&](const Bytes& bytes) {
        ++told;
        seen.insert(of(bytes));
        CHECK(of(bytes) == of(Bytes(bytes)));
        CHECK(seen.size() == told);
    };
    for (const std::size_t size : {0, 1, 7, 8, 9, 31, 32, 33, 63, 64, 100, 320}) {
        CAPTURE(size);
        const Bytes bytes = counting(size);
        is_new(bytes);
        is_new(Bytes(size + 1000));  // Nothing but zeros.
        for (std::size_t bit = 0; bit < 8 * size; ++bit) {
            Bytes other = bytes;
            other[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
            is_new(other);
        }
        for (const std::size_t piece : {8, 32}) {
            for (std::size_t at = 0; at + 2 * piece <= size; at += piece) {
                Bytes other = bytes;
                const auto begin = other.begin() + static_cast<std::ptrdiff_t>(at);
                std::swap_ranges(begin, begin + static_cast<std::ptrdiff_t>(piece),
                                 begin + static_cast<std::ptrdiff_t>(piece));
                is_new(other);
            }
        }
    }
}

}  // namespace
}  // namespace kitbag
