#pragma once
// What the county answers to each change that a tablet sends.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

namespace kitbag {

struct Receipt {
    std::string number;      // "R-000017-9f3c"
    std::string at;          // When the county stored it: "2026-11-23T14:02:05.123Z"
    std::string proof = {};  // Made by receipt_proof(); "" of a county that made none.

    bool operator==(const Receipt&) const = default;
};

enum class Answer { accepted, already_had, refused };

std::string_view to_word(Answer answer);  // "already_had"
std::optional<Answer> answer_from(std::string_view word);

struct Outcome {
    std::string change;  // Its id, as it was sent.
    Answer answer = Answer::refused;
    Receipt receipt;  // Unless refused.
    Fault reason;     // When refused.

    bool operator==(const Outcome&) const = default;
};

// The one with the county's latest receipt, by the county's own order, which is in the receipt's number; nullptr for none.
const Outcome* latest_received(std::span<const Outcome> outcomes);

// "R-", the position in the county's log in six digits or more, "-", and four hexadecimal digits of the BLAKE2b hash of
// the change's id, so that a number that was misread or made up can be told.
std::string receipt_number(std::int64_t position, std::string_view change);

// What the county alone can make of a change that it has taken, so that it knows it again though its own records were lost: 32
// hexadecimal digits of the BLAKE2b-128 hash of the change's JSON text under the county's secret key.
using ReceiptKey = std::string;  // 64 hexadecimal digits.
std::string receipt_proof(std::string_view change, const ReceiptKey& key);
bool is_receipt_proof(std::string_view text);

// Reads the time of a receipt, or any other that the county wrote, to the second; nothing when it is none.
std::optional<Instant> parse_instant(std::string_view text);

// The chain after one more change: as long as a proof.
std::string next_chain(std::string_view chain, std::string_view change);

}  // namespace kitbag
