#pragma once
// The word that stands for each value of an enumeration wherever it is written down: in JSON, in the change log, in a
// framework pack. A table is an array of words in the order of the enumeration, which must count up from 0.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kitbag {

template <std::size_t count>
using Words = std::array<std::string_view, count>;

template <typename Enum, std::size_t count>
constexpr std::string_view word_of(const Words<count>& words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

// Nothing for a word that is not in the table.
template <typename Enum, std::size_t count>
constexpr std::optional<Enum> value_of(const Words<count>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

}  // namespace kitbag
