#include "app/session/differences.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace kitbag {
namespace {

constexpr std::size_t cells_max = 4'000'000;  // Of the table of common subsequences, two bytes each.

struct Word {
    std::string_view text;
    std::size_t first;
};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t first = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        words.push_back({text.substr(first, at - first), first});
    }
    return words;
}

using Words = std::vector<Word>;

// True for each word of `one` that a longest common subsequence of both has. REQUIRES: the table is no larger than cells_max.
std::vector<bool> common_words(std::span<const Word> one, std::span<const Word> other) {
    const std::size_t width = other.size() + 1;
    std::vector<std::uint16_t> longest((one.size() + 1) * width, 0);  // From here to both ends.
    for (std::size_t i = one.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            longest[i * width + j] = one[i].text == other[j].text
                                         ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        }
    }
    std::vector<bool> common(one.size(), false);
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
        if (one[i].text == other[j].text) {
            common[i++] = true;
            ++j;
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

}  // namespace

std::vector<TextRange> words_not_in(std::string_view text, std::string_view other_text) {
    const Words all = words_of(text);
    const Words other = words_of(other_text);
    const std::size_t shorter = std::min(all.size(), other.size());
    std::size_t before = 0;
    while (before < shorter && all[before].text == other[before].text) ++before;
    std::size_t after = 0;
    while (after < shorter - before && all[all.size() - 1 - after].text == other[other.size() - 1 - after].text)
        ++after;
    const auto middle = std::span(all).subspan(before, all.size() - before - after);
    const auto other_middle = std::span(other).subspan(before, other.size() - before - after);
    std::vector<bool> common(middle.size(), false);
    if ((middle.size() + 1) * (other_middle.size() + 1) <= cells_max) common = common_words(middle, other_middle);
    std::vector<TextRange> found;
    bool goes_on = false;
    for (std::size_t i = 0; i < middle.size(); ++i) {
        const std::size_t end = middle[i].first + middle[i].text.size();
        if (!common[i] && goes_on) found.back().length = end - found.back().first;
        if (!common[i] && !goes_on) found.push_back({middle[i].first, end - middle[i].first});
        goes_on = !common[i];
    }
    return found;
}

}  // namespace kitbag
