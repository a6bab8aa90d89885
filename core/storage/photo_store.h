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

// What the county gave when it had all of a picture.
struct PictureReceipt {
    std::string number;  // "P-000003-9f3c"
    std::string at;      // "2026-11-23T14:02:05.123Z"

    bool operator==(const PictureReceipt&) const = default;
};

// Pictures that are here and that no receipt answers.
struct WaitingPictures {
    int count = 0;
    std::int64_t bytes = 0;
};

class PhotoStore {
  public:
    explicit PhotoStore(Database& database) : database_(database) {}

    // Gives the content. Without a thumbnail the picture stands for it. The same picture again is kept once. Codes of check_photo(),
    // "photo_too_large" and those of database.h.
    Result<std::string> put(std::span<const std::uint8_t> jpeg, std::span<const std::uint8_t> thumbnail);

    // One that came from the county, with the county's receipt; passed over where no photograph names it any more. Codes of put(), and
    // "photo_other_content" where the bytes are not those that the content names.
    Result<void> take(std::string_view content, std::span<const std::uint8_t> jpeg, const PictureReceipt& receipt);

    // Nothing where this tablet does not have it.
    Result<std::optional<PhotoBytes>> picture(std::string_view content) const;
    Result<std::optional<PhotoBytes>> thumbnail(std::string_view content) const;
    Result<bool> has(std::string_view content) const;

    // Of photographs that are not removed, whose pictures are here and have no receipt.
    Result<WaitingPictures> waiting() const;
    Result<std::vector<std::string>> waiting_contents() const;

    Result<std::optional<PictureReceipt>> receipt(std::string_view content) const;
    Result<void> record_receipt(std::string_view content, const PictureReceipt& receipt);
    Result<std::string> last_received() const;  // The picture with the county's latest receipt; "" for none.
    Result<void>
    forget_receipts();  // The county may have lost them: each is asked about, and what it lacks is sent again.

    // Overwrites the bytes as they are freed, unless the record of a photograph that is not removed still names them.
    Result<void> remove_unused(std::string_view content);
    Result<void> remove_unused();  // All such: their removal came from elsewhere.

    // The county says that its photograph was removed, and tells this tablet no more than that. It stays where a record that names it
    // waits or was refused: the county does not speak of that one.
    Result<void> remove_if_received(std::string_view content);

  private:
    Result<void> remove_where(std::string_view condition, std::string_view content);

    Database& database_;
};

}  // namespace kitbag
