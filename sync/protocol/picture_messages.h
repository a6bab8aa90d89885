#pragma once
// What the county says of a picture: how much of it it has, and its receipt when it has all. The bytes themselves travel bare, a
// piece in each request. Reading is strict, as in messages.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/storage/photo_store.h"

namespace kitbag {

struct PictureReply {
    std::string content;                         // Its hash: photo_content().
    std::int64_t size = 0;                       // Of the whole, in bytes; 0 while the county was told none.
    std::int64_t have = 0;                       // So much of it, from its beginning.
    std::optional<PictureReceipt> receipt = {};  // When it has all, and all fits the hash.

    bool operator==(const PictureReply&) const = default;
};

std::string write_picture_reply(const PictureReply& reply);
Result<PictureReply> read_picture_reply(std::string_view body);  // Code "not_our_server".

// True for what may be a content, which is then safe in a path: 64 hexadecimal digits in lower case.
bool is_picture_content(std::string_view text);

// "P-000003-9f3c": made as receipt_number() makes that of a change.
std::string picture_receipt_number(std::int64_t position, std::string_view content);

}  // namespace kitbag
