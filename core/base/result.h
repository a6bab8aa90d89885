#pragma once
// How a function says that the world failed it. A Fault carries a code for programs and a sentence for the person
// who must act on it; nothing in the core throws. A mistake of our own is not a Fault: see check.h.

#include <expected>
#include <string>
#include <utility>

namespace kitbag {

struct Fault {
    std::string code;      // Stable, lower_snake_case; tests, the protocol and the screens match on it.
    std::string sentence;  // British English: what is wrong and what to do about it. Shown as it stands.

    bool operator==(const Fault&) const = default;
};

template <typename Value>
using Result = std::expected<Value, Fault>;

inline std::unexpected<Fault> fault(std::string code, std::string sentence) {
    return std::unexpected(Fault{std::move(code), std::move(sentence)});
}

}  // namespace kitbag
