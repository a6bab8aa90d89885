#include "sync/receipt.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#include <sodium.h>

#include "core/base/id.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr std::size_t proof_bytes = 16;
constexpr Words<3> answer_words = {"accepted", "already_had", "refused"};

}  // namespace

std::string_view to_word(Answer answer) {
    return word_of(answer_words, answer);
}

std::optional<Answer> answer_from(std::string_view word) {
    return value_of<Answer>(answer_words, word);
}

const Outcome* latest_received(std::span<const Outcome> outcomes) {
    const auto order = [](const Outcome& outcome) {
        const bool received = outcome.answer != Answer::refused;
        return received ? std::pair(outcome.receipt.number.size(), std::string_view(outcome.receipt.number))
                        : std::pair(std::size_t{0}, std::string_view());
    };
    const auto latest = std::ranges::max_element(outcomes, {}, order);
    return latest == outcomes.end() || latest->answer == Answer::refused ? nullptr : &*latest;
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

std::string receipt_proof(std::string_view change, const ReceiptKey& key) {
    std::array<std::uint8_t, proof_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(change.data()), change.size(),
                       reinterpret_cast<const unsigned char*>(key.data()), key.size());
    return to_hex(hash);
}

std::string next_chain(std::string_view chain, std::string_view change) {
    std::array<std::uint8_t, proof_bytes> hash{};
    const std::string both = std::string(chain) + std::string(change);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(both.data()), both.size(),
                       nullptr, 0);
    return to_hex(hash);
}

bool is_receipt_proof(std::string_view text) {
    return text.size() == 2 * proof_bytes && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date || text.size() < 20 || text.back() != 'Z') return std::nullopt;
    int hour = 0, minute = 0, second = 0, used = 0;
    const std::string time(text.substr(10, 9));
    const int read = std::sscanf(time.c_str(), "T%2d:%2d:%2d%n", &hour, &minute, &second, &used);
    if (read != 3 || used != 9 || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    const std::chrono::sys_days day(std::chrono::year(date->year) / date->month / date->day);
    const auto midnight = std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count();
    return midnight + ((hour * 60 + minute) * 60 + second) * Instant{1000};
}

}  // namespace kitbag
