#include "core/storage/kept_drafts.h"

#include <array>
#include <cstdint>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"
#include "core/base/json.h"

namespace kitbag {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t seal_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::string_view purpose = "kitbag kept drafts";

// The store's key itself seals nothing but the store.
DatabaseKey key_for_drafts(const DatabaseKey& store_key) {
    CHECK(sodium_init() >= 0);
    DatabaseKey key;
    const auto* text = reinterpret_cast<const unsigned char*>(purpose.data());
    crypto_generichash(key.bytes.data(), key.bytes.size(), text, purpose.size(), store_key.bytes.data(),
                       store_key.bytes.size());
    return key;
}

std::optional<std::vector<std::uint8_t>> bytes_of(std::string_view hex) {
    if (hex.size() < 2) return std::nullopt;
    std::vector<std::uint8_t> bytes(hex.size() / 2);
    std::size_t written = 0;
    const int read = sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &written, nullptr);
    if (read != 0 || written * 2 != hex.size()) return std::nullopt;
    return bytes;
}

std::optional<Draft> draft_in(const Json& json) {
    if (!json.is_array() || json.size() != 5 || !json[4].is_number_integer()) return std::nullopt;
    for (std::size_t at = 0; at < 4; ++at) {
        if (!json[at].is_string()) return std::nullopt;
    }
    return Draft{.entity = json[0].get<std::string>(),
                 .entity_id = json[1].get<std::string>(),
                 .field = json[2].get<std::string>(),
                 .text = json[3].get<std::string>(),
                 .typed_at = json[4].get<Instant>(),
                 .base = {}};
}

}  // namespace

std::string seal_drafts(std::span<const Draft> drafts, const DatabaseKey& key, Random& random) {
    Json list = Json::array();
    for (const Draft& each : drafts)
        list.push_back({each.entity, each.entity_id, each.field, each.text, each.typed_at});
    const std::string content = to_text(list);
    std::vector<std::uint8_t> kept(nonce_bytes + content.size() + seal_bytes);
    random.fill(std::span(kept).first(nonce_bytes));
    const DatabaseKey sealing = key_for_drafts(key);
    crypto_aead_xchacha20poly1305_ietf_encrypt(kept.data() + nonce_bytes, nullptr,
                                               reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                                               nullptr, 0, nullptr, kept.data(), sealing.bytes.data());
    return to_hex(kept);
}

std::optional<std::vector<Draft>> unseal_drafts(std::string_view kept, const DatabaseKey& key) {
    const auto bytes = bytes_of(kept);
    if (!bytes || bytes->size() < nonce_bytes + seal_bytes) return std::nullopt;
    std::string content(bytes->size() - nonce_bytes - seal_bytes, '\0');
    const DatabaseKey sealing = key_for_drafts(key);
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(content.data()), nullptr, nullptr, bytes->data() + nonce_bytes,
        bytes->size() - nonce_bytes, nullptr, 0, bytes->data(), sealing.bytes.data());
    if (opened != 0) return std::nullopt;
    const Result<Json> list = parse_json(content, "The kept drafts");
    if (!list || !list->is_array()) return std::nullopt;
    std::vector<Draft> drafts;
    for (const Json& each : *list) {
        std::optional<Draft> draft = draft_in(each);
        if (!draft) return std::nullopt;
        drafts.push_back(*std::move(draft));
    }
    return drafts;
}

}  // namespace kitbag
