#pragma once
// Overwrites what was secret before its memory is given back, so that a later look into that memory finds nothing. It reaches
// only the bytes it is given: copies that were made of them are their makers' affair.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kitbag {

void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);  // Empty afterwards.

// A text that is overwritten when it goes or becomes another: a passphrase, from the field to the key that it opens.
class SecretText {
  public:
    SecretText() = default;
    SecretText(const std::string& text) : text_(text) {}  // Implicit: it takes the place of a std::string.
    SecretText(const SecretText&) = default;
    SecretText& operator=(const SecretText& other);
    ~SecretText() { wipe(text_); }

    operator std::string_view() const { return text_; }
    bool empty() const { return text_.empty(); }
    bool operator==(const SecretText&) const = default;

  private:
    std::string text_;
};

}  // namespace kitbag
