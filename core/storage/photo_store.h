#pragma once
// The photographs themselves, by the hash of their bytes: a picture as a JPEG and a small one to look through. What a photograph
// is of, and who took it, is a record like any other (core/visits/visit.h); this store holds bytes, and takes only a whole
// JPEG without metadata, so that no place or time of a camera is kept by mistake.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

inline constexpr std::size_t photo_bytes_max = 1'500'000;
inline constexpr std::size_t thumbnail_bytes_max = 40'000;

using PhotoBytes = std::vector<std::uint8_t>;

// BLAKE2b-256 of the picture, in 64 hexadecimal digits: the field `content` of its record.
std::string photo_content(std::span<const std::uint8_t> jpeg);

// Codes: "photo_not_image" (no JPEG), "photo_cut_short", "photo_has_metadata" (Exif, XMP, a comment, a second picture), whose
// sentences are for makers: people are told in app/text.
Result<void> check_photo(std::span<const std::uint8_t> jpeg);

class PhotoStore {
  public:
    explicit PhotoStore(Database& database) : database_(database) {}

    // Gives the content. Codes of check_photo(), "photo_too_large" and those of database.h. The same picture again is kept once.
    Result<std::string> put(std::span<const std::uint8_t> jpeg, std::span<const std::uint8_t> thumbnail);

    // Nothing where this tablet does not have it.
    Result<std::optional<PhotoBytes>> picture(std::string_view content) const;
    Result<std::optional<PhotoBytes>> thumbnail(std::string_view content) const;
    Result<bool> has(std::string_view content) const;
    Result<bool> any() const;

    // Overwrites the bytes as they are freed, unless the record of a photograph that is not removed still names them.
    Result<void> remove_unused(std::string_view content);
    Result<void> remove_unused();  // All such: their removal came from elsewhere.

  private:
    Result<void> remove_where(std::string_view condition, std::string_view content);

    Database& database_;
};

}  // namespace kitbag
