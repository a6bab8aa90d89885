#include "sync/bundle/sealed_stream.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/wipe.h"

namespace kitbag {

class StreamState {
  public:
    crypto_secretstream_xchacha20poly1305_state sodium{};
    ~StreamState() { sodium_memzero(&sodium, sizeof sodium); }
};

namespace {

constexpr std::size_t start_bytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t extra_bytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char tag_between = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
constexpr unsigned char tag_last = crypto_secretstream_xchacha20poly1305_TAG_FINAL;

static_assert(sizeof(StreamKey::bytes) == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(start_bytes == 24 && extra_bytes == 17);

using Start = std::array<std::uint8_t, start_bytes>;

// The writer begins as the reader does: libsodium's init_push draws the start by itself, past our source of chance, and is the
// same as this otherwise.
std::unique_ptr<StreamState> begin_at(const Start& start, const StreamKey& key) {
    CHECK(sodium_init() >= 0);
    auto state = std::make_unique<StreamState>();
    const int failed = crypto_secretstream_xchacha20poly1305_init_pull(&state->sodium, start.data(), key.bytes.data());
    CHECK(failed == 0);
    return state;
}

}  // namespace

StreamKey::~StreamKey() {
    wipe(bytes);
}

StreamKey new_stream_key(Random& random) {
    StreamKey key;
    random.fill(key.bytes);
    return key;
}

StreamBinding bound_to(std::span<const std::uint8_t> before) {
    StreamBinding binding{};
    const int failed = crypto_generichash(binding.data(), binding.size(), before.data(), before.size(), nullptr, 0);
    CHECK(failed == 0);
    return binding;
}

std::int64_t stream_bytes(std::int64_t content_bytes) {
    constexpr auto chunk = static_cast<std::int64_t>(stream_chunk_bytes);
    const std::int64_t chunks = std::max<std::int64_t>((content_bytes + chunk - 1) / chunk, 1);
    return static_cast<std::int64_t>(start_bytes) + content_bytes + chunks * static_cast<std::int64_t>(extra_bytes);
}

SealedWriter::SealedWriter(const StreamKey& key, const StreamBinding& binding, Random& random, ByteSink sink)
    : binding_(binding), sink_(std::move(sink)) {
    Start start{};
    random.fill(start);
    state_ = begin_at(start, key);
    sink_(start);
}

SealedWriter::~SealedWriter() {
    wipe(kept_);
}

void SealedWriter::add(std::span<const std::uint8_t> content) {
    while (!content.empty()) {
        if (kept_.size() == stream_chunk_bytes) seal_chunk(stream_chunk_bytes, false);
        const std::size_t room = std::min(stream_chunk_bytes - kept_.size(), content.size());
        kept_.insert(kept_.end(), content.begin(), content.begin() + static_cast<std::ptrdiff_t>(room));
        content = content.subspan(room);
    }
}

void SealedWriter::finish() {
    CHECK(state_ != nullptr);
    seal_chunk(kept_.size(), true);
    state_.reset();
}

void SealedWriter::seal_chunk(std::size_t bytes, bool last) {
    std::vector<std::uint8_t> sealed(bytes + extra_bytes);
    const int failed =
        crypto_secretstream_xchacha20poly1305_push(&state_->sodium, sealed.data(), nullptr, kept_.data(), bytes,
                                                   binding_.data(), binding_.size(), last ? tag_last : tag_between);
    CHECK(failed == 0);
    sink_(sealed);
    kept_.clear();
}

SealedReader::SealedReader(ByteSource& source, std::int64_t begins, std::int64_t content_bytes, const StreamKey& key,
                           const StreamBinding& binding)
    : source_(source), at_(begins), left_(content_bytes), key_(key), binding_(binding) {}

SealedReader::~SealedReader() {
    wipe(content_);
}

std::expected<void, FileTrouble> SealedReader::start() {
    Start start{};
    if (!source_.read(at_, start)) return std::unexpected(FileTrouble::unreadable);
    at_ += static_cast<std::int64_t>(start_bytes);
    state_ = begin_at(start, key_);
    return {};
}

std::expected<std::span<const std::uint8_t>, FileTrouble> SealedReader::next() {
    if (ended_) return std::span<const std::uint8_t>();
    if (!state_) {
        if (const auto started = start(); !started) return std::unexpected(started.error());
    }
    const std::size_t bytes = std::min(stream_chunk_bytes, static_cast<std::size_t>(left_));
    sealed_.resize(bytes + extra_bytes);
    content_.resize(bytes);
    if (!source_.read(at_, sealed_)) return std::unexpected(FileTrouble::unreadable);
    at_ += static_cast<std::int64_t>(sealed_.size());
    left_ -= static_cast<std::int64_t>(bytes);
    unsigned char tag = 0;
    const int opened =
        crypto_secretstream_xchacha20poly1305_pull(&state_->sodium, content_.data(), nullptr, &tag, sealed_.data(),
                                                   sealed_.size(), binding_.data(), binding_.size());
    ended_ = left_ == 0;
    if (opened != 0 || tag != (ended_ ? tag_last : tag_between)) return std::unexpected(FileTrouble::damaged);
    return std::span<const std::uint8_t>(content_);
}

}  // namespace kitbag
