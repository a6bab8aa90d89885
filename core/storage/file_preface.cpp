#include "core/storage/file_preface.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "core/base/check.h"
#include "core/base/hash.h"

namespace kitbag {
namespace {

constexpr std::string_view version = "1\n";
constexpr std::int64_t digest_bytes = 64;
constexpr std::int64_t length_digits = 8;
constexpr std::int64_t header_bytes_max = 4096;
// Version, digest, space, length, end of line: what stands between the mark and the header.
constexpr std::int64_t after_mark_bytes = 2 + digest_bytes + 1 + length_digits + 1;

std::optional<std::string> read_text(ByteSource& source, std::int64_t offset, std::int64_t bytes) {
    std::string text(static_cast<std::size_t>(bytes), '\0');
    const bool read = source.read(offset, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    return read ? std::optional(std::move(text)) : std::nullopt;
}

struct Beginning {
    std::string digest;
    std::int64_t length = 0;  // Of the header.
};

std::expected<Beginning, FileTrouble> read_beginning(ByteSource& source, std::string_view mark) {
    const std::int64_t bytes = static_cast<std::int64_t>(mark.size()) + after_mark_bytes;
    const auto first = read_text(source, 0, std::min(source.size(), bytes));
    if (!first) return std::unexpected(FileTrouble::unreadable);
    std::string_view text = *first;
    if (!text.starts_with(mark)) return std::unexpected(FileTrouble::other_kind);
    if (source.size() < bytes) return std::unexpected(FileTrouble::cut_short);
    text.remove_prefix(mark.size());
    if (!text.starts_with(version)) return std::unexpected(FileTrouble::newer);
    text.remove_prefix(version.size());
    Beginning beginning{.digest = std::string(text.substr(0, digest_bytes))};
    const std::string_view length = text.substr(digest_bytes + 1, length_digits);
    const auto read = std::from_chars(length.data(), length.data() + length.size(), beginning.length);
    const bool whole = read.ec == std::errc{} && read.ptr == length.data() + length.size() &&
                       text[digest_bytes] == ' ' && text.back() == '\n';
    if (!whole || beginning.length <= 0 || beginning.length > header_bytes_max)
        return std::unexpected(FileTrouble::damaged);
    return beginning;
}

}  // namespace

std::string write_preface(std::string_view mark, const Json& header) {
    const std::string text = to_text(header);
    CHECK(text.size() <= static_cast<std::size_t>(header_bytes_max));
    std::string length = std::to_string(text.size());
    length.insert(0, static_cast<std::size_t>(length_digits) - length.size(), '0');
    return std::string(mark) + std::string(version) + content_hash(text) + " " + length + "\n" + text + "\n";
}

std::expected<FilePreface, FileTrouble> read_preface(ByteSource& source, std::string_view mark) {
    const std::expected<Beginning, FileTrouble> beginning = read_beginning(source, mark);
    if (!beginning) return std::unexpected(beginning.error());
    const std::int64_t begins = static_cast<std::int64_t>(mark.size()) + after_mark_bytes;
    const std::int64_t ends = begins + beginning->length + 1;
    if (source.size() < ends) return std::unexpected(FileTrouble::cut_short);
    const auto text = read_text(source, begins, beginning->length + 1);
    if (!text) return std::unexpected(FileTrouble::unreadable);
    const std::string_view header = std::string_view(*text).substr(0, text->size() - 1);
    if (content_hash(header) != beginning->digest) return std::unexpected(FileTrouble::damaged);
    Result<Json> json = parse_json(header, "The header of the file");
    if (!json || text->back() != '\n') return std::unexpected(FileTrouble::damaged);
    return FilePreface{*std::move(json), ends};
}

}  // namespace kitbag
