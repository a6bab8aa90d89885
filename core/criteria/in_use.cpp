#include "core/criteria/in_use.h"

#include <algorithm>
#include <string>

namespace kitbag {
namespace {

constexpr std::string_view digits = "0123456789";

bool begins_with_digit(std::string_view text) {
    return !text.empty() && digits.contains(text.front());
}

// Takes the whole number at the front, without its leading zeros, so that of two the longer is the greater.
std::string_view take_number(std::string_view& text) {
    const std::size_t length = std::min(text.find_first_not_of(digits), text.size());
    std::string_view number = text.substr(0, length);
    text.remove_prefix(length);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

bool has_begun(const Framework& framework, const std::string& today) {
    return framework.in_use_from <= today;  // ISO dates sort as text.
}

// True when `one` is used rather than `other`, both being in use.
bool supersedes(const Framework& one, const Framework& other) {
    if (one.in_use_from != other.in_use_from) return one.in_use_from > other.in_use_from;
    const std::strong_ordering versions = compare_versions(one.version, other.version);
    return versions != 0 ? versions > 0 : one.id < other.id;
}

}  // namespace

std::strong_ordering compare_versions(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty()) {
        if (begins_with_digit(left) && begins_with_digit(right)) {
            const std::string_view one = take_number(left);
            const std::string_view other = take_number(right);
            if (const auto sizes = one.size() <=> other.size(); sizes != 0) return sizes;
            if (const auto numbers = one <=> other; numbers != 0) return numbers;
        } else {
            if (const auto letters = left.front() <=> right.front(); letters != 0) return letters;
            left.remove_prefix(1);
            right.remove_prefix(1);
        }
    }
    return left.size() <=> right.size();
}

const Framework* framework_in_use(std::span<const Framework* const> frameworks, std::string_view variant,
                                  const Date& today) {
    const std::string day = to_iso(today);
    const Framework* chosen = nullptr;
    for (const Framework* const framework : frameworks) {
        if (!find_variant(*framework, variant) || !has_begun(*framework, day)) continue;
        if (chosen == nullptr || supersedes(*framework, *chosen)) chosen = framework;
    }
    return chosen;
}

}  // namespace kitbag
