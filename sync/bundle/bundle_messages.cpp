#include "sync/bundle/bundle_messages.h"

#include <algorithm>
#include <optional>

#include "core/base/json.h"
#include "core/base/wipe.h"
#include "core/storage/escrow.h"
#include "sync/bundle/carried_file.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/receipt.h"

namespace kitbag {
namespace {

constexpr std::size_t token_length = 43;
constexpr std::size_t version_bytes_max = 200;

// Nothing that could end a query or begin another member of it.
bool fits_a_query(std::string_view text, std::size_t bytes_max) {
    return text.size() <= bytes_max && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                      c == '_' || c == '.';
           });
}

bool could_be_known(const KnownHistory& history) {
    const auto chain_or_none = [](std::string_view text) { return text.empty() || is_receipt_proof(text); };
    const Id& received = history.received.change;
    return (received.empty() || is_id(received)) && history.cursor >= 0 && chain_or_none(history.received.chain) &&
           chain_or_none(history.chain);
}

Result<Json> read_object(std::string_view body, CarriedKind kind) {
    const Result<Json> json = parse_json(body, "The file");
    const std::int64_t protocol = json && json->is_object() ? integer_or(*json, "protocol", 0) : 0;
    if (protocol < 1) return std::unexpected(carried_trouble(kind, FileTrouble::damaged));
    if (protocol > protocol_version) return std::unexpected(carried_trouble(kind, FileTrouble::newer));
    return *json;
}

}  // namespace

std::string write_about(const AboutBundle& about) {
    const KnownHistory& history = about.history;
    return to_text({{"protocol", protocol_version},
                    {"token", about.token},
                    {"answer_key", to_hex(about.answer_key.bytes)},
                    {"received", history.received.change},
                    {"received_chain", history.received.chain},
                    {"cursor", history.cursor},
                    {"chain", history.chain},
                    {"reference", about.reference},
                    {"scope", about.scope}});
}

Result<AboutBundle> read_about_bundle(std::string_view body) {
    const Result<Json> json = read_object(body, CarriedKind::bundle);
    if (!json) return std::unexpected(json.error());
    AboutBundle about;
    about.token = text_or(*json, "token");
    about.history = {.received = {text_or(*json, "received"), text_or(*json, "received_chain")},
                     .cursor = integer_or(*json, "cursor", -1),
                     .chain = text_or(*json, "chain")};
    about.reference = text_or(*json, "reference");
    about.scope = text_or(*json, "scope");
    std::string hex = text_or(*json, "answer_key");
    const std::optional<SecretKey> key = secret_key_from(hex);
    wipe(hex);
    const bool whole = key && fits_a_query(about.token, token_length) && about.token.size() == token_length &&
                       could_be_known(about.history) && fits_a_query(about.reference, version_bytes_max) &&
                       (about.scope.empty() || is_scope_id(about.scope));
    if (!whole) return std::unexpected(carried_trouble(CarriedKind::bundle, FileTrouble::damaged));
    about.answer_key.bytes = key->bytes;
    return about;
}

std::string write_about(const AboutAnswer& about) {
    return to_text({{"protocol", protocol_version}, {"cursor", about.cursor}, {"reference", about.reference}});
}

Result<AboutAnswer> read_about_answer(std::string_view body) {
    const Result<Json> json = read_object(body, CarriedKind::answer);
    if (!json) return std::unexpected(json.error());
    AboutAnswer about{integer_or(*json, "cursor", -1), text_or(*json, "reference")};
    if (about.cursor < 0) return std::unexpected(carried_trouble(CarriedKind::answer, FileTrouble::damaged));
    return about;
}

}  // namespace kitbag
