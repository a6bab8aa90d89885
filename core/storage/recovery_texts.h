#pragma once
// What a tablet and its county's office send each other about a forgotten passphrase: two texts of one line, which people carry by
// mail, on paper or as files, and which say themselves what they are. Nobody but the holder of the county's recovery key can read a
// request, and nobody but the tablet that asked an answer.
//
//   request  = "KITBAG-REQUEST-1." base64url(fingerprint(8) ephemeral(32) sealed) "." checksum
//   answer   = "KITBAG-ANSWER-1."  base64url(number(8) box(80)) "." checksum
//   sealed   = the tablet's database key and whose tablet it is, sealed to the county's recovery key (escrow.h)
//   box      = the database key, sealed to the ephemeral key
//   fingerprint, number = of the recovery key and of the ephemeral key
//   checksum = 8 hexadecimal digits, BLAKE2b of all before the last dot: against slips, not against forgers
//
// Whatever stands before and after such a text, and line ends and spaces in it, are passed over: mail programs put them there.

#include <string>
#include <string_view>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/escrow.h"

namespace kitbag {

struct RecoveryRequest {
    std::string recovery_key;  // The fingerprint of the one that it needs.
    PublicKey ephemeral;
    SealedBytes sealed;

    bool operator==(const RecoveryRequest&) const = default;
};

struct RecoveryAnswer {
    std::string number;  // The fingerprint of the request's ephemeral key.
    SealedBytes box;

    bool operator==(const RecoveryAnswer&) const = default;
};

// Codes of the readers: "not_a_request" or "not_an_answer", "newer_text", "cut_short", "altered".
std::string write_request(const RecoveryRequest& request);
Result<RecoveryRequest> read_request(std::string_view text);

std::string write_answer(const RecoveryAnswer& answer);
Result<RecoveryAnswer> read_answer(std::string_view text);

// What the office does with the secret half in hand.
struct OfficeAnswer {
    Holder holder;     // Whose tablet asks, as the tablet had it from the county.
    std::string text;  // The answer.
};

// Codes of read_request; "other_recovery_key", "not_ours" for a request that was sealed by no tablet.
Result<OfficeAnswer> answer_request(std::string_view request, const SecretKey& recovery_secret, Random& random);

}  // namespace kitbag
