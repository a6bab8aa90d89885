#pragma once
// Encrypts a content of any length, and gives it back only where nothing of it was altered, left out, moved or added: libsodium's
// secretstream (XChaCha20-Poly1305) in chunks, so that both ways need the memory of one chunk. It knows nothing of what is in it.
//
//   stream = start(24) chunk* last
//   chunk  = the next 262,144 bytes of the content, and 17 more
//   last   = what is left of them, which may be nothing, and 17 more; marked as the last
//
// What the stream is bound to, a hash of all that stands before it in its file, is authenticated with each chunk.

#include <array>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/storage/byte_source.h"
#include "core/storage/file_preface.h"

namespace kitbag {

inline constexpr std::size_t stream_chunk_bytes = std::size_t{256} * 1024;

// Opens one stream, or all those that were made with it. Overwritten when it goes.
struct StreamKey {
    std::array<std::uint8_t, 32> bytes{};
    StreamKey() = default;
    StreamKey(const StreamKey&) = default;
    StreamKey& operator=(const StreamKey&) = default;
    ~StreamKey();
};
StreamKey new_stream_key(Random& random);

using StreamBinding = std::array<std::uint8_t, 32>;
StreamBinding bound_to(std::span<const std::uint8_t> before);

// How many bytes a content of so many becomes.
std::int64_t stream_bytes(std::int64_t content_bytes);

class StreamState;  // libsodium's.

class SealedWriter {
  public:
    SealedWriter(const StreamKey& key, const StreamBinding& binding, Random& random, ByteSink sink);
    ~SealedWriter();
    SealedWriter(const SealedWriter&) = delete;
    SealedWriter& operator=(const SealedWriter&) = delete;

    void add(std::span<const std::uint8_t> content);
    void finish();  // Once, and nothing is added after it.

  private:
    void seal_chunk(std::size_t bytes, bool last);

    std::unique_ptr<StreamState> state_;
    StreamBinding binding_;
    ByteSink sink_;
    std::vector<std::uint8_t> kept_;  // At most a chunk: whether it is the last is not known before more comes.
};

class SealedReader {
  public:
    // `begins`: where the stream lies in the source. `content_bytes`: as its file says.
    SealedReader(ByteSource& source, std::int64_t begins, std::int64_t content_bytes, const StreamKey& key,
                 const StreamBinding& binding);
    ~SealedReader();
    SealedReader(const SealedReader&) = delete;
    SealedReader& operator=(const SealedReader&) = delete;

    // The next piece of the content, good until it is asked for another; an empty one at the end. What was given is as it was written,
    // but only the end says that all of it came. Troubles: damaged, unreadable.
    std::expected<std::span<const std::uint8_t>, FileTrouble> next();

  private:
    std::expected<void, FileTrouble> start();

    ByteSource& source_;
    std::int64_t at_;
    std::int64_t left_;  // Of the content.
    StreamKey key_;
    StreamBinding binding_;
    std::unique_ptr<StreamState> state_;
    bool ended_ = false;
    std::vector<std::uint8_t> sealed_;
    std::vector<std::uint8_t> content_;
};

}  // namespace kitbag
