#include "sync/receipt.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "core/base/id.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<3> answer_words = {"accepted", "already_had", "refused"};

}  // namespace

std::string_view to_word(Answer answer) {
    return word_of(answer_words, answer);
}

std::optional<Answer> answer_from(std::string_view word) {
    return value_of<Answer>(answer_words, word);
}

std::string receipt_number(std::int64_t position, std::string_view change) {
    constexpr std::size_t digits = 6;
    constexpr std::size_t check_bytes = 2;
    std::string number = std::to_string(position);
    number.insert(0, digits - std::min(digits, number.size()), '0');
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(change.data()), change.size(),
                       nullptr, 0);
    return "R-" + number + "-" + to_hex(std::span(hash).first(check_bytes));
}

}  // namespace kitbag
