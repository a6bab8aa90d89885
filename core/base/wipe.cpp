#include "core/base/wipe.h"

#include <sodium.h>

namespace kitbag {

void wipe(std::span<std::uint8_t> bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

void wipe(std::string& text) {
    text.resize(text.capacity());  // What an earlier, longer text left behind goes too.
    sodium_memzero(text.data(), text.size());
    text.clear();
}

SecretText& SecretText::operator=(const SecretText& other) {
    if (this == &other) return *this;
    wipe(text_);
    text_ = other.text_;
    return *this;
}

}  // namespace kitbag
