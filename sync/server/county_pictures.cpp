#include "sync/server/county_pictures.h"

#include <algorithm>
#include <span>

#include "core/storage/photo_store.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

PictureReply reply_of(std::string_view content, std::int64_t size, std::int64_t have, const PictureReceipt& receipt) {
    PictureReply reply{std::string(content), size, have};
    if (!receipt.number.empty()) reply.receipt = receipt;
    return reply;
}

Result<void> check_content(std::string_view content) {
    if (is_picture_content(content)) return {};
    return fault("bad_query", "“content” must be the 64 hexadecimal digits of a picture’s hash.");
}

Result<void> check_piece(const PicturePiece& piece) {
    const auto length = static_cast<std::int64_t>(piece.bytes.size());
    if (piece.bytes.size() > picture_piece_bytes_max || piece.size > static_cast<std::int64_t>(photo_bytes_max))
        return fault("too_large", "A picture has at most 1,500,000 bytes, and a piece of it at most 262,144.");
    if (length == 0 || piece.size < 1)
        return fault("bad_query", "A piece has bytes, and “size” says how many the whole has.");
    if (piece.from > piece.size || length > piece.size - piece.from)
        return fault("bad_query", "This piece goes past the end of the picture.");
    if (piece.bytes.size() < picture_piece_bytes_min && piece.from + length < piece.size)
        return fault("bad_query", "A piece that is not the last has 16,384 bytes or more.");
    return {};
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Why what came is not the picture that it should be.
std::optional<Fault> wrong_with(std::string_view content, std::string_view bytes) {
    if (photo_content(bytes_of(bytes)) != content)
        return Fault{"wrong_hash",
                     "What arrived is not the picture that was announced, so it was dropped. The tablet still has it, "
                     "and sends it again."};
    if (check_photo(bytes_of(bytes))) return std::nullopt;
    return Fault{"bad_picture",
                 "The county keeps whole JPEGs without metadata only, so this picture was dropped. It is still on the "
                 "tablet that took it. Take the photograph again if the county is to have it."};
}

}  // namespace

Result<void> CountyPictures::check_named(std::string_view content) const {
    if (const Result<void> fits = check_content(content); !fits) return fits;
    const Result<bool> named =
        database_.query("SELECT 1 FROM photo WHERE content = ? AND removed = ''", content).step();
    if (!named) return std::unexpected(named.error());
    if (*named) return {};
    const Result<bool> removed = database_.query("SELECT 1 FROM photo WHERE content = ?", content).step();
    if (!removed) return std::unexpected(removed.error());
    if (*removed)
        return fault("removed_picture",
                     "The photograph with this picture was removed, so the county keeps none of it.");
    return fault("unknown_picture",
                 "The county’s records have no photograph with this picture. Send the photograph’s record first.");
}

Result<void> CountyPictures::check_room(std::string_view content) const {
    Statement row = database_.query(
        "SELECT count(*) FROM county_picture WHERE have > 0 AND content IN (SELECT content FROM photo WHERE visit IN "
        "(SELECT visit FROM photo WHERE content = ?))",
        content);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (row.integer(0) < pictures_of_visit_max) return {};
    return fault(
        "too_many_pictures",
        "The county keeps at most 300 photographs of one visit. This one stays on the tablet. Remove some that "
        "are not needed, then sync again.");
}

Result<CountyPictures::Row> CountyPictures::find(std::string_view content) const {
    Statement row =
        database_.query("SELECT position, size, have, number, at FROM county_picture WHERE content = ?", content);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return Row{};
    return Row{row.integer(0), row.integer(1), row.integer(2), {row.text(3), row.text(4)}};
}

Result<PictureReply> CountyPictures::status(std::string_view content) const {
    if (const Result<void> named = check_named(content); !named) return std::unexpected(named.error());
    return find(content).transform([&](const Row& row) { return reply_of(content, row.size, row.have, row.receipt); });
}

Result<PictureTaken> CountyPictures::take(const PicturePiece& piece, Instant now) {
    if (const Result<void> fits = check_piece(piece); !fits) return std::unexpected(fits.error());
    if (const Result<void> named = check_named(piece.content); !named) return std::unexpected(named.error());
    Result<Row> row = find(piece.content);
    if (!row) return std::unexpected(row.error());
    const bool whole = !row->receipt.number.empty();
    if (!whole && (row->position == 0 || row->have == 0 || row->size != piece.size))
        row = begin_anew(piece.content, piece.size);
    if (!row) return std::unexpected(row.error());
    if (whole || piece.from != row->have)
        return PictureTaken{reply_of(piece.content, row->size, row->have, row->receipt)};
    const Result<void> kept =
        database_
            .run("INSERT INTO county_picture_piece (picture, start, bytes) VALUES (?, ?, ?)", row->position, piece.from,
                 bytes_of(piece.bytes))
            .and_then([&] {
                row->have += static_cast<std::int64_t>(piece.bytes.size());
                return database_.run("UPDATE county_picture SET have = ? WHERE position = ?", row->have, row->position);
            });
    if (!kept) return std::unexpected(kept.error());
    if (row->have == row->size) return finish(piece.content, *row, now);
    return PictureTaken{reply_of(piece.content, row->size, row->have, {})};
}

Result<CountyPictures::Row> CountyPictures::begin_anew(std::string_view content, std::int64_t size) {
    if (const Result<void> room = check_room(content); !room) return std::unexpected(room.error());
    const Result<Row> before = find(content);
    if (!before) return before;
    if (before->position != 0) {
        if (const Result<void> dropped = drop(before->position); !dropped) return std::unexpected(dropped.error());
    }
    const Result<void> begun = database_.run(
        "INSERT INTO county_picture (content, size, have) VALUES (?, ?, 0) ON CONFLICT (content) DO UPDATE SET size = "
        "excluded.size",
        content, size);
    if (!begun) return std::unexpected(begun.error());
    return find(content);
}

Result<void> CountyPictures::drop(std::int64_t position) {
    const Result<void> dropped = database_.run("DELETE FROM county_picture_piece WHERE picture = ?", position);
    if (!dropped) return dropped;
    return database_.run("UPDATE county_picture SET have = 0, number = '', at = '' WHERE position = ?", position);
}

Result<std::string> CountyPictures::pieces_of(std::int64_t position) const {
    std::string bytes;
    Statement row =
        database_.query("SELECT bytes FROM county_picture_piece WHERE picture = ? ORDER BY start", position);
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) {
        const auto piece = row.blob(0);
        bytes.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    }
    if (!found) return std::unexpected(found.error());
    return bytes;
}

Result<PictureTaken> CountyPictures::finish(std::string_view content, Row row, Instant now) {
    const Result<std::string> bytes = pieces_of(row.position);
    if (!bytes) return std::unexpected(bytes.error());
    if (std::optional<Fault> wrong = wrong_with(content, *bytes)) {
        if (const Result<void> dropped = drop(row.position); !dropped) return std::unexpected(dropped.error());
        return PictureTaken{reply_of(content, row.size, 0, {}), false, std::move(wrong)};
    }
    row.receipt = {picture_receipt_number(row.position, content), to_iso(now)};
    const Result<void> stored = database_.run("UPDATE county_picture SET number = ?, at = ? WHERE position = ?",
                                              row.receipt.number, row.receipt.at, row.position);
    if (!stored) return std::unexpected(stored.error());
    return PictureTaken{reply_of(content, row.size, row.have, row.receipt), true};
}

Result<std::string> CountyPictures::read(std::string_view content, std::int64_t from, std::int64_t most) const {
    const Result<std::optional<std::string>> bytes = whole(content);
    if (!bytes) return std::unexpected(bytes.error());
    if (!*bytes)
        return fault("unknown_picture",
                     "The county does not have all of this picture yet. Ask again after its tablet sent it.");
    if (from >= static_cast<std::int64_t>((*bytes)->size()))
        return fault("bad_query", "“from” is past the end of the picture.");
    const std::int64_t length = std::clamp<std::int64_t>(most, 1, static_cast<std::int64_t>(picture_piece_bytes_max));
    return (*bytes)->substr(static_cast<std::size_t>(from), static_cast<std::size_t>(length));
}

Result<std::optional<std::string>> CountyPictures::whole(std::string_view content) const {
    if (const Result<void> named = check_named(content); !named) return std::unexpected(named.error());
    const Result<Row> row = find(content);
    if (!row) return std::unexpected(row.error());
    if (row->receipt.number.empty()) return std::nullopt;
    return pieces_of(row->position);
}

Result<void> CountyPictures::remove_unused(std::string_view content) {
    const Result<bool> named =
        database_.query("SELECT 1 FROM photo WHERE content = ? AND removed = ''", content).step();
    if (!named) return std::unexpected(named.error());
    if (*named) return {};
    return find(content).and_then(
        [&](const Row& row) { return row.position == 0 ? Result<void>{} : drop(row.position); });
}

}  // namespace kitbag
