#include "core/storage/recovery_texts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t fingerprint_bytes = 8;
constexpr std::size_t checksum_digits = 8;
constexpr std::size_t request_bytes_min = fingerprint_bytes + 32 + crypto_box_SEALBYTES;
constexpr std::size_t answer_bytes = fingerprint_bytes + sizeof(DatabaseKey::bytes) + crypto_box_SEALBYTES;
constexpr std::size_t text_bytes_max = 20'000;

// One of the two texts, and what is said of one that cannot be read.
struct Kind {
    std::string_view family;  // Of every version.
    std::string_view mark;
    const char* missing_code;
    const char* missing;
    const char* what;
};

constexpr Kind request_kind{"KITBAG-REQUEST-", "KITBAG-REQUEST-1.", "not_a_request",
                            "That is not a request from a tablet. A request begins with KITBAG-REQUEST-1.", "request"};
constexpr Kind answer_kind{"KITBAG-ANSWER-", "KITBAG-ANSWER-1.", "not_an_answer",
                           "That is not an answer from the office. An answer begins with KITBAG-ANSWER-1.", "answer"};

std::string checksum_of(std::string_view text) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return to_hex(std::span(hash).first(checksum_digits / 2));
}

std::string write(const Kind& kind, const Bytes& body) {
    std::string digits(sodium_base64_encoded_len(body.size(), base64), '\0');
    sodium_bin2base64(digits.data(), digits.size(), body.data(), body.size(), base64);
    digits.pop_back();  // The terminator.
    const std::string text = std::string(kind.mark) + digits;
    return text + "." + checksum_of(text);
}

bool is_base64_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string without_spaces(std::string_view text) {
    std::string dense;
    std::ranges::copy_if(text, std::back_inserter(dense),
                         [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '>'; });
    return dense;
}

std::unexpected<Fault> cut_short(const Kind& kind) {
    const std::string what(kind.what);
    return fault("cut_short", "The end of the " + what + " is missing. Copy all of it, to its last letter.");
}

std::unexpected<Fault> altered(const Kind& kind) {
    const std::string what(kind.what);
    return fault(
        "altered",
        "The " + what +
            " is not as it was made: a letter of it was changed, added or left out. Copy it again, all of it.");
}

Result<Bytes> read(const Kind& kind, std::string_view given) {
    const std::string text = without_spaces(given.substr(0, text_bytes_max));
    const std::size_t at = text.find(kind.mark);
    if (at == std::string::npos && text.contains(kind.family)) {
        return fault("newer_text", "This " + std::string(kind.what) +
                                       " was made by a newer Kitbag than this one. Update this one and try again.");
    }
    if (at == std::string::npos) return fault(kind.missing_code, kind.missing);
    const std::string_view rest = std::string_view(text).substr(at);
    const auto first = rest.begin() + static_cast<std::ptrdiff_t>(kind.mark.size());
    const auto dot = std::find_if_not(first, rest.end(), is_base64_digit);
    if (dot == rest.end()) return cut_short(kind);
    const std::string_view whole(rest.begin(), dot);
    const std::string_view sum = rest.substr(whole.size() + 1, checksum_digits);
    if (*dot != '.') return altered(kind);
    if (sum.size() < checksum_digits) return cut_short(kind);
    if (sum != checksum_of(whole)) return altered(kind);
    const std::string_view digits = whole.substr(kind.mark.size());
    if (digits.empty()) return altered(kind);  // Of nothing, too, there is a checksum.
    Bytes body(digits.size());
    std::size_t length = 0;
    if (sodium_base642bin(body.data(), body.size(), digits.data(), digits.size(), nullptr, &length, nullptr, base64) !=
        0)
        return altered(kind);
    body.resize(length);
    return body;
}

void append_hex(Bytes& bytes, std::string_view hex) {
    std::array<std::uint8_t, fingerprint_bytes> read{};
    std::size_t length = 0;
    const int failed = sodium_hex2bin(read.data(), read.size(), hex.data(), hex.size(), nullptr, &length, nullptr);
    CHECK(failed == 0 && length == read.size());
    bytes.insert(bytes.end(), read.begin(), read.end());
}

}  // namespace

std::string write_request(const RecoveryRequest& request) {
    Bytes body;
    append_hex(body, request.recovery_key);
    body.insert(body.end(), request.ephemeral.bytes.begin(), request.ephemeral.bytes.end());
    body.insert(body.end(), request.sealed.begin(), request.sealed.end());
    return write(request_kind, body);
}

Result<RecoveryRequest> read_request(std::string_view text) {
    const Result<Bytes> body = read(request_kind, text);
    if (!body) return std::unexpected(body.error());
    if (body->size() < request_bytes_min) return altered(request_kind);
    const std::span<const std::uint8_t> bytes = *body;
    const std::optional<PublicKey> ephemeral = public_key_from(to_hex(bytes.subspan(fingerprint_bytes, 32)));
    if (!ephemeral) return altered(request_kind);
    const auto sealed = bytes.subspan(fingerprint_bytes + 32);
    return RecoveryRequest{to_hex(bytes.first(fingerprint_bytes)), *ephemeral, {sealed.begin(), sealed.end()}};
}

std::string write_answer(const RecoveryAnswer& answer) {
    Bytes body;
    append_hex(body, answer.number);
    body.insert(body.end(), answer.box.begin(), answer.box.end());
    return write(answer_kind, body);
}

Result<RecoveryAnswer> read_answer(std::string_view text) {
    const Result<Bytes> body = read(answer_kind, text);
    if (!body) return std::unexpected(body.error());
    if (body->size() != answer_bytes) return altered(answer_kind);
    const std::span<const std::uint8_t> bytes = *body;
    const auto box = bytes.subspan(fingerprint_bytes);
    return RecoveryAnswer{to_hex(bytes.first(fingerprint_bytes)), {box.begin(), box.end()}};
}

Result<OfficeAnswer> answer_request(std::string_view request, const SecretKey& recovery_secret, Random& random) {
    const Result<RecoveryRequest> asked = read_request(request);
    if (!asked) return std::unexpected(asked.error());
    const std::string have = fingerprint(public_half(recovery_secret));
    if (asked->recovery_key != have) {
        return fault("other_recovery_key",
                     "This request needs the recovery key " + asked->recovery_key + ", and the file given holds " +
                         have +
                         ". Give the file of that key. If it is none of your county's, the request "
                         "belongs to another county.");
    }
    const std::optional<OpenedEscrow> opened = open_escrow(asked->sealed, recovery_secret);
    if (!opened) {
        return fault("not_ours",
                     "This request names your recovery key, and was not made with it. Do not answer it: ask "
                     "the adviser to make a new one.");
    }
    const RecoveryAnswer answer{fingerprint(asked->ephemeral), seal(opened->key.bytes, asked->ephemeral, random)};
    return OfficeAnswer{opened->holder, write_answer(answer)};
}

}  // namespace kitbag
