#include "core/storage/photo_store.h"

#include <array>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

constexpr std::uint8_t lead = 0xff;  // Before each marker of a JPEG (ITU-T T.81, annex B).
constexpr std::uint8_t begins = 0xd8;
constexpr std::uint8_t ends = 0xd9;
constexpr std::uint8_t drawn = 0xda;   // What follows is the picture.
constexpr std::uint8_t app_0 = 0xe0;   // The size of a pixel.
constexpr std::uint8_t app_2 = 0xe2;   // The colours.
constexpr std::uint8_t app_14 = 0xee;  // How they are coded.
constexpr std::uint8_t app_15 = 0xef;
constexpr std::uint8_t comment = 0xfe;

// Exif and XMP are in the first application segment, what else makers of cameras add in the others.
bool is_metadata(std::uint8_t marker, std::span<const std::uint8_t> segment) {
    constexpr std::string_view profile = "ICC_PROFILE";
    if (marker == app_2) {
        const std::string_view name(reinterpret_cast<const char*>(segment.data()),
                                    std::min(segment.size(), profile.size()));
        return name != profile;  // A second picture, with its own metadata.
    }
    return marker == comment || (marker > app_0 && marker <= app_15 && marker != app_14);
}

constexpr std::string_view has_no_receipt =
    "FROM picture WHERE EXISTS (SELECT 1 FROM photo WHERE photo.content = picture.content AND removed = '') AND NOT "
    "EXISTS (SELECT 1 FROM picture_receipt WHERE picture_receipt.content = picture.content)";

constexpr std::string_view and_unused =
    " AND NOT EXISTS (SELECT 1 FROM photo WHERE photo.content = picture.content AND removed = '')";

Result<std::optional<PhotoBytes>> read_bytes(Statement statement) {
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    const auto bytes = statement.blob(0);
    return PhotoBytes(bytes.begin(), bytes.end());
}

}  // namespace

std::string photo_content(std::span<const std::uint8_t> jpeg) {
    std::array<std::uint8_t, 32> hash{};
    CHECK(crypto_generichash(hash.data(), hash.size(), jpeg.data(), jpeg.size(), nullptr, 0) == 0);
    return to_hex(hash);
}

Result<void> check_photo(std::span<const std::uint8_t> jpeg) {
    if (jpeg.size() < 4 || jpeg[0] != lead || jpeg[1] != begins)
        return fault("photo_not_image", "The picture is not a JPEG. Encode it as one before it is stored.");
    const auto cut_short = [] {
        return fault("photo_cut_short", "The end of the picture is missing. Encode it again before it is stored.");
    };
    if (jpeg[jpeg.size() - 2] != lead || jpeg[jpeg.size() - 1] != ends) return cut_short();
    for (std::size_t at = 2; at + 4 <= jpeg.size();) {
        const std::size_t length = static_cast<std::size_t>(jpeg[at + 2]) * 256 + jpeg[at + 3];
        if (jpeg[at] != lead || length < 2 || at + 2 + length > jpeg.size()) return cut_short();
        if (is_metadata(jpeg[at + 1], jpeg.subspan(at + 4, length - 2))) {
            return fault("photo_has_metadata",
                         "The picture says more than it shows. Draw it anew, without metadata, before it is stored.");
        }
        if (jpeg[at + 1] == drawn) return {};
        at += 2 + length;
    }
    return cut_short();
}

Result<std::string> PhotoStore::put(std::span<const std::uint8_t> jpeg, std::span<const std::uint8_t> thumbnail) {
    for (const auto bytes : {jpeg, thumbnail}) {
        if (bytes.empty() && !jpeg.empty()) continue;
        if (Result<void> checked = check_photo(bytes); !checked) return std::unexpected(checked.error());
    }
    if (jpeg.size() > photo_bytes_max || thumbnail.size() > thumbnail_bytes_max)
        return fault("photo_too_large", "The picture is larger than a tablet keeps. Make it smaller.");
    const std::string content = photo_content(jpeg);
    if (Result<void> kept = database_.run("INSERT INTO picture (content, jpeg, thumbnail) VALUES (?, ?, ?) ON CONFLICT "
                                          "(content) DO NOTHING",
                                          content, jpeg, thumbnail);
        !kept)
        return std::unexpected(kept.error());
    return content;
}

Result<void> PhotoStore::take(std::string_view content, std::span<const std::uint8_t> jpeg,
                              const PictureReceipt& receipt) {
    if (photo_content(jpeg) != content)
        return fault("photo_other_content", "This is another picture than the one that was asked for. Ask again.");
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<bool> named =
        database_.query("SELECT 1 FROM photo WHERE content = ? AND removed = ''", content).step();
    if (!named) return std::unexpected(named.error());
    if (!*named) return {};  // It was removed while it came.
    if (const Result<std::string> kept = put(jpeg, {}); !kept) return std::unexpected(kept.error());
    if (Result<void> kept = record_receipt(content, receipt); !kept) return kept;
    return transaction->commit();
}

Result<std::optional<PhotoBytes>> PhotoStore::picture(std::string_view content) const {
    return read_bytes(database_.query("SELECT jpeg FROM picture WHERE content = ?", content));
}

Result<std::optional<PhotoBytes>> PhotoStore::thumbnail(std::string_view content) const {
    return read_bytes(database_.query(
        "SELECT CASE WHEN length(thumbnail) > 0 THEN thumbnail ELSE jpeg END FROM picture WHERE content = ?", content));
}

Result<bool> PhotoStore::has(std::string_view content) const {
    return database_.query("SELECT 1 FROM picture WHERE content = ?", content).step();
}

Result<WaitingPictures> PhotoStore::waiting() const {
    static const std::string sql = "SELECT count(*), COALESCE(sum(length(jpeg)), 0) " + std::string(has_no_receipt);
    Statement statement = database_.query(sql);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return WaitingPictures{static_cast<int>(statement.integer(0)), statement.integer(1)};
}

Result<std::vector<std::string>> PhotoStore::waiting_contents() const {
    static const std::string sql = "SELECT content " + std::string(has_no_receipt) + " ORDER BY content";
    std::vector<std::string> contents;
    Statement statement = database_.query(sql);
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) contents.push_back(statement.text(0));
    if (!row) return std::unexpected(row.error());
    return contents;
}

Result<std::optional<PictureReceipt>> PhotoStore::receipt(std::string_view content) const {
    Statement statement = database_.query("SELECT number, at FROM picture_receipt WHERE content = ?", content);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return PictureReceipt{statement.text(0), statement.text(1)};
}

Result<void> PhotoStore::record_receipt(std::string_view content, const PictureReceipt& receipt) {
    return database_.run(
        "INSERT INTO picture_receipt (content, number, at) VALUES (?, ?, ?) ON CONFLICT (content) DO UPDATE SET number "
        "= excluded.number, at = excluded.at",
        content, receipt.number, receipt.at);
}

Result<std::string> PhotoStore::last_received() const {
    Statement row = database_.query("SELECT content FROM picture_receipt ORDER BY at DESC, number DESC LIMIT 1");
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? row.text(0) : std::string();
}

Result<void> PhotoStore::forget_receipts() {
    return database_.run("DELETE FROM picture_receipt");
}

Result<void> PhotoStore::remove_unused(std::string_view content) {
    return remove_where("content = ?" + std::string(and_unused), content);
}

Result<void> PhotoStore::remove_unused() {
    return remove_where("content <> ?" + std::string(and_unused), "");
}

Result<void> PhotoStore::remove_if_received(std::string_view content) {
    return remove_where(
        "content = ? AND NOT EXISTS (SELECT 1 FROM change WHERE entity = 'photo' AND instr(fields, picture.content) > "
        "0 AND "
        "position IN (SELECT change FROM waiting UNION SELECT change FROM refusal UNION SELECT change FROM "
        "unconfirmed))",
        content);
}

Result<void> PhotoStore::remove_where(std::string_view condition, std::string_view content) {
    const std::string sql = "DELETE FROM picture WHERE " + std::string(condition);
    if (Result<void> removed = database_.run(sql, content); !removed) return removed;
    return database_.run("DELETE FROM picture_receipt WHERE content NOT IN (SELECT content FROM picture)");
}

}  // namespace kitbag
