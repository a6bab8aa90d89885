#include "sync/bundle/carried_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/json.h"
#include "core/base/wipe.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

constexpr std::int64_t sealed_key_bytes = 32 + crypto_box_SEALBYTES;
constexpr std::size_t kind_bytes_max = 20;
constexpr std::size_t part_line_max = kind_bytes_max + 1 + 10 + 1;  // A kind, a space, a length, an end of line.

static_assert(sealed_key_bytes == 80);

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view mark_of(CarriedKind kind) {
    return kind == CarriedKind::bundle ? "KITBAG-BUNDLE-" : "KITBAG-REPLY-";
}

std::int64_t sealed_bytes_of(CarriedKind kind) {
    return kind == CarriedKind::bundle ? sealed_key_bytes : 0;
}

Fault bundle_trouble(FileTrouble trouble) {
    switch (trouble) {
        case FileTrouble::other_kind:
            return {"not_bundle",
                    "This file is not one that a tablet made for the office. Nothing was changed. Give the file whose "
                    "name begins with “Kitbag for the office”."};
        case FileTrouble::newer:
            return {"newer_bundle",
                    "This file was made by a newer Kitbag than this one. Nothing was changed. Update the county's "
                    "server, then take it again."};
        case FileTrouble::cut_short:
            return {"bundle_cut_short",
                    "This file is cut short: a part of it is missing, as when it was not copied to the end. Nothing "
                    "was changed. Copy it again from where it came, or have the tablet make another."};
        case FileTrouble::damaged:
            return {"bundle_damaged",
                    "This file is damaged: it is not as it was when it was made. Nothing was changed. Copy it again "
                    "from where it came, or have the tablet make another."};
        case FileTrouble::unreadable:
            break;
    }
    return {"bundle_unreadable",
            "The contents of this file cannot be read here. Nothing was changed. Copy it to this machine, then take "
            "it again."};
}

Fault answer_trouble(FileTrouble trouble) {
    switch (trouble) {
        case FileTrouble::other_kind:
            return {"not_answer",
                    "This file is not an answer of the county office. Nothing was changed. Choose the file that the "
                    "office gave you for this tablet."};
        case FileTrouble::newer:
            return {"newer_answer",
                    "The county office made this answer with a newer Kitbag than this one. Nothing was changed. Update "
                    "Kitbag on this tablet, then choose the file again."};
        case FileTrouble::cut_short:
            return {"answer_cut_short",
                    "This answer is cut short: a part of it is missing, as when it was not copied to the end. Nothing "
                    "was changed. Copy it again, or ask the office for another."};
        case FileTrouble::damaged:
            return {"answer_damaged",
                    "This answer is damaged: it is not as it was when the office made it. Nothing was changed. Copy it "
                    "again, or ask the office for another."};
        case FileTrouble::unreadable:
            break;
    }
    return {"answer_unreadable",
            "The device does not give the contents of this file. Nothing was changed. Choose it again; if it is on a "
            "memory stick, copy it to this tablet first."};
}

std::unexpected<Fault> trouble_of(CarriedKind kind, FileTrouble trouble) {
    return std::unexpected(carried_trouble(kind, trouble));
}

Fault too_large(CarriedKind kind) {
    return {kind == CarriedKind::bundle ? "bundle_too_large" : "answer_too_large",
            "This is more than one file can carry. Nothing was changed. Tell the county office."};
}

std::string begin_file(CarriedKind kind, const CarriedHeader& about) {
    return write_preface(mark_of(kind), {{"county", about.county},
                                         {"device", about.device},
                                         {"id", about.id},
                                         {"made_at", about.made_at},
                                         {"key", about.key},
                                         {"content_bytes", about.content_bytes}});
}

std::string line_of(std::string_view kind, std::size_t bytes) {
    CHECK(!kind.empty() && kind.size() <= kind_bytes_max && bytes <= response_bytes_max);
    return std::string(kind) + " " + std::to_string(bytes) + "\n";
}

// The header, whatever `sealed` is, and the parts behind them.
Result<void> write_file(CarriedKind kind, CarriedHeader about, const StreamKey& key,
                        std::span<const std::uint8_t> sealed, const Parts& parts, Random& random,
                        const ByteSink& sink) {
    about.content_bytes = 0;
    const Result<void> counted = parts([&](std::string_view part, std::string_view body) {
        about.content_bytes += static_cast<std::int64_t>(line_of(part, body.size()).size() + body.size());
    });
    if (!counted) return counted;
    if (about.content_bytes > carried_bytes_max) return std::unexpected(too_large(kind));
    std::string before = begin_file(kind, about);
    before.append(sealed.begin(), sealed.end());
    sink(bytes_of(before));
    std::int64_t written = 0;
    SealedWriter writer(key, bound_to(bytes_of(before)), random, sink);
    const Result<void> put = parts([&](std::string_view part, std::string_view body) {
        const std::string line = line_of(part, body.size());
        written += static_cast<std::int64_t>(line.size() + body.size());
        writer.add(bytes_of(line));
        writer.add(bytes_of(body));
    });
    if (!put) return put;
    CHECK(written == about.content_bytes);
    writer.finish();
    return {};
}

std::optional<std::vector<std::uint8_t>> read_beginning(ByteSource& source, std::int64_t bytes) {
    std::vector<std::uint8_t> beginning(static_cast<std::size_t>(bytes));
    return source.read(0, beginning) ? std::optional(std::move(beginning)) : std::nullopt;
}

struct PartLine {
    std::string kind;
    std::size_t bytes = 0;
    std::size_t length = 0;  // Of the line.
};

// Nothing while the line is not all there; a trouble for what is none.
std::expected<std::optional<PartLine>, FileTrouble> read_part_line(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos && text.size() < part_line_max) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    const std::size_t space = line.find(' ');
    const bool named = end != std::string_view::npos && space != std::string_view::npos && space > 0 &&
                       space <= kind_bytes_max &&
                       std::ranges::all_of(line.substr(0, space), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!named) return std::unexpected(FileTrouble::damaged);
    PartLine read{.kind = std::string(line.substr(0, space)), .bytes = 0, .length = end + 1};
    const std::string_view number = line.substr(space + 1);
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), read.bytes);
    if (parsed.ec != std::errc{} || parsed.ptr != number.data() + number.size() || read.bytes > response_bytes_max)
        return std::unexpected(FileTrouble::damaged);
    return read;
}

}  // namespace

Fault carried_trouble(CarriedKind kind, FileTrouble trouble) {
    return kind == CarriedKind::bundle ? bundle_trouble(trouble) : answer_trouble(trouble);
}

Result<void> write_bundle(CarriedHeader about, const PublicKey& recovery_key, const Parts& parts, Random& random,
                          const ByteSink& sink) {
    const StreamKey key = new_stream_key(random);
    about.key = fingerprint(recovery_key);
    return write_file(CarriedKind::bundle, std::move(about), key, seal(key.bytes, recovery_key, random), parts, random,
                      sink);
}

Result<void> write_answer(CarriedHeader about, const StreamKey& key, const Parts& parts, Random& random,
                          const ByteSink& sink) {
    about.key = key_mark(key);
    return write_file(CarriedKind::answer, std::move(about), key, {}, parts, random, sink);
}

Result<CarriedHeader> read_carried_header(ByteSource& source, CarriedKind kind) {
    const std::expected<FilePreface, FileTrouble> preface = read_preface(source, mark_of(kind));
    if (!preface) return trouble_of(kind, preface.error());
    const Json& json = preface->header;
    CarriedHeader header;
    header.county = text_or(json, "county");
    header.device = text_or(json, "device");
    header.id = text_or(json, "id");
    header.made_at = integer_or(json, "made_at", -1);
    header.key = text_or(json, "key");
    header.content_bytes = integer_or(json, "content_bytes", -1);
    header.ends = preface->ends;
    const bool possible = is_id(header.id) && header.made_at >= 0 && header.content_bytes >= 0 &&
                          header.content_bytes <= carried_bytes_max;
    if (!possible) return trouble_of(kind, FileTrouble::damaged);
    const std::int64_t wanted = header.ends + sealed_bytes_of(kind) + stream_bytes(header.content_bytes);
    if (source.size() < wanted) return trouble_of(kind, FileTrouble::cut_short);
    if (source.size() > wanted) return trouble_of(kind, FileTrouble::damaged);
    return header;
}

std::string key_mark(const StreamKey& key) {
    constexpr std::string_view purpose = "kitbag: which key opens this?";
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{};
    const int failed = crypto_generichash(hash.data(), hash.size(), bytes_of(purpose).data(), purpose.size(),
                                          key.bytes.data(), key.bytes.size());
    CHECK(failed == 0);
    return to_hex(std::span(hash).first(8));
}

Result<OpenedFile> open_bundle(ByteSource& source, const CarriedHeader& header, const SecretKey& recovery_secret) {
    const std::int64_t begins = header.ends + sealed_key_bytes;
    const auto before = read_beginning(source, begins);
    if (!before) return trouble_of(CarriedKind::bundle, FileTrouble::unreadable);
    auto key = unseal(std::span(*before).subspan(static_cast<std::size_t>(header.ends)), recovery_secret);
    if (!key || key->size() != sizeof(StreamKey::bytes)) return trouble_of(CarriedKind::bundle, FileTrouble::damaged);
    OpenedFile file{CarriedKind::bundle, begins, header.content_bytes, {}, bound_to(*before)};
    std::ranges::copy(*key, file.key.bytes.begin());
    wipe(*key);
    return file;
}

Result<OpenedFile> open_answer(ByteSource& source, const CarriedHeader& header, const StreamKey& key) {
    const auto before = read_beginning(source, header.ends);
    if (!before) return trouble_of(CarriedKind::answer, FileTrouble::unreadable);
    return OpenedFile{CarriedKind::answer, header.ends, header.content_bytes, key, bound_to(*before)};
}

// No more is held than has come, however long a part says that it is.
Result<void> each_part(ByteSource& source, const OpenedFile& file, const std::function<Result<void>(Part part)>& take) {
    SealedReader reader(source, file.begins, file.content_bytes, file.key, file.binding);
    std::string come;
    for (bool more = true; more || !come.empty();) {
        const std::expected<std::optional<PartLine>, FileTrouble> line = read_part_line(come);
        if (!line) return trouble_of(file.kind, line.error());
        if (*line && come.size() - (*line)->length >= (*line)->bytes) {
            Part part{std::move((*line)->kind), come.substr((*line)->length, (*line)->bytes)};
            come.erase(0, (*line)->length + (*line)->bytes);
            if (Result<void> taken = take(std::move(part)); !taken) return taken;
            continue;
        }
        if (!more) return trouble_of(file.kind, FileTrouble::damaged);
        const auto piece = reader.next();
        if (!piece) return trouble_of(file.kind, piece.error());
        come.append(piece->begin(), piece->end());
        more = !piece->empty();
    }
    return {};
}

}  // namespace kitbag
