#include "sync/server/gzip.h"

#include <limits>

#include <zlib.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

constexpr int largest_window = 15;
constexpr int gzip_and_nothing_else = 16;  // zlib's own way to say so, added to the window.

struct Inflated {
    int answer = Z_MEM_ERROR;
    std::size_t left_over = 0;  // Bytes behind the stream's end.
};

// Puts what is in the stream into `text`, which takes at most `room` bytes.
Inflated inflate_into(std::string& text, std::string_view packed, std::size_t room) {
    z_stream stream{};
    // zlib's interface is older than const; it only reads these bytes.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    if (inflateInit2(&stream, largest_window + gzip_and_nothing_else) != Z_OK) return {};
    Inflated inflated;
    text.resize_and_overwrite(room, [&](char* bytes, std::size_t) {
        stream.next_out = reinterpret_cast<Bytef*>(bytes);
        stream.avail_out = static_cast<uInt>(room);
        inflated.answer = inflate(&stream, Z_FINISH);
        return room - stream.avail_out;
    });
    inflated.left_over = stream.avail_in;
    inflateEnd(&stream);
    return inflated;
}

}  // namespace

Result<std::string> inflate_gzip(std::string_view packed, std::size_t bytes_max) {
    constexpr std::size_t countable = std::numeric_limits<uInt>::max();
    CHECK(packed.size() <= countable && bytes_max < countable);
    std::string text;
    const Inflated inflated = inflate_into(text, packed, bytes_max + 1);
    if (text.size() > bytes_max) {
        return fault("too_large", "The request is more than " + std::to_string(bytes_max / 1024) +
                                      " KiB when it is un-compressed. Send less at once.");
    }
    if (inflated.answer != Z_STREAM_END || inflated.left_over > 0) {
        return fault("bad_gzip",
                     "The request did not arrive as it was compressed. Nothing was changed, and nothing is lost: send "
                     "it again, or send it without compression.");
    }
    return text;
}

std::string deflate_gzip(std::string_view text) {
    constexpr int usual_memory = 8;
    CHECK(text.size() <= std::numeric_limits<uInt>::max());
    z_stream stream{};
    CHECK(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, largest_window + gzip_and_nothing_else, usual_memory,
                       Z_DEFAULT_STRATEGY) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    std::string packed;
    packed.resize_and_overwrite(deflateBound(&stream, static_cast<uLong>(text.size())),
                                [&](char* bytes, std::size_t room) {
                                    stream.next_out = reinterpret_cast<Bytef*>(bytes);
                                    stream.avail_out = static_cast<uInt>(room);
                                    CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
                                    return room - stream.avail_out;
                                });
    deflateEnd(&stream);
    return packed;
}

}  // namespace kitbag
