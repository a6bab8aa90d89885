#pragma once
// The pictures of photographs at the county: taken piece by piece, kept when they are whole and fit their hash, and handed out in
// pieces. It takes and gives only what a photograph in the county's records names that is not removed, and looks at no role and no token.
//
// Codes: "unknown_picture" (no photograph names it), "removed_picture" (only removed ones do), "bad_query", "too_large", "too_many_pictures", and those
// of database.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/protocol/picture_messages.h"

namespace kitbag {

struct PicturePiece {
    std::string_view content;
    std::int64_t from = 0;
    std::int64_t size = 0;  // Of the whole picture.
    std::string_view bytes;
};

// After a piece. A picture that came whole and is not what it should be is dropped, and what was wrong is said.
struct PictureTaken {
    PictureReply reply;
    bool whole_now = false;             // This piece made it whole.
    std::optional<Fault> dropped = {};  // "wrong_hash", or "bad_picture": no JPEG, or one with metadata.
};

class CountyPictures {
  public:
    explicit CountyPictures(Database& database) : database_(database) {}

    Result<PictureReply> status(std::string_view content) const;

    // A piece that is not the next one changes nothing: the reply says from where to go on. So one that comes twice is the same as
    // one that comes once. REQUIRES: a transaction, to be committed though the picture was dropped.
    Result<PictureTaken> take(const PicturePiece& piece, Instant now);

    // At most so many bytes from there. Code "unknown_picture" also for one that is not whole.
    Result<std::string> read(std::string_view content, std::int64_t from, std::int64_t most) const;

    // The whole, for an export. Nothing where it is not whole.
    Result<std::optional<std::string>> whole(std::string_view content) const;

    // Overwrites the bytes as they are freed, unless a photograph that is not removed names them.
    Result<void> remove_unused(std::string_view content);

  private:
    struct Row {
        std::int64_t position = 0;  // 0 where there is none yet.
        std::int64_t size = 0;
        std::int64_t have = 0;
        PictureReceipt receipt;
    };

    Result<void> check_named(std::string_view content) const;
    Result<void> check_room(std::string_view content) const;
    Result<Row> find(std::string_view content) const;
    Result<Row> begin_anew(std::string_view content, std::int64_t size);
    Result<void> drop(std::int64_t position);
    Result<std::string> pieces_of(std::int64_t position) const;
    Result<PictureTaken> finish(std::string_view content, Row row, Instant now);

    Database& database_;
};

}  // namespace kitbag
