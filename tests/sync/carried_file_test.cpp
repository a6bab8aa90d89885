#include "sync/bundle/carried_file.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/memory_source.h"
#include "tests/support/seams.h"

namespace kitbag {
namespace {

using Bytes = std::vector<std::uint8_t>;

const SecretKey& recovery_secret() {
    static const SecretKey secret = [] {
        SeededRandom random(7);
        return new_secret_key(random);
    }();
    return secret;
}

CarriedHeader about() {
    return {.county = std::string(64, 'c'),
            .device = "000000000000000a",
            .id = "0192f3c4-a1b2-7c3d-8e4f-00000000b001",
            .made_at = 1'795'442'525'123,
            .key = {}};
}

Parts parts_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    return [parts](const PutPart& put) -> Result<void> {
        for (const auto& [kind, body] : parts) put(kind, body);
        return {};
    };
}

struct Kept {
    Bytes bytes;
    ByteSink sink() {
        return [this](std::span<const std::uint8_t> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); };
    }
};

Bytes bundle_of(const std::vector<std::pair<std::string, std::string>>& parts, std::uint64_t seed = 1) {
    SeededRandom random(seed);
    Kept kept;
    REQUIRE(write_bundle(about(), public_half(recovery_secret()), parts_of(parts), random, kept.sink()));
    return kept.bytes;
}

Bytes small_bundle() {
    return bundle_of({{"about", "{}"}, {"push", "three visits"}, {"picture", ""}});
}

// "kind=body;" for each part, or the code of what is in the way.
std::string read_bundle(Bytes bytes) {
    MemorySource source(std::move(bytes));
    const auto header = read_carried_header(source, CarriedKind::bundle);
    if (!header) return header.error().code;
    const auto file = open_bundle(source, *header, recovery_secret());
    if (!file) return file.error().code;
    std::string text;
    const auto read = each_part(source, *file, [&](const Part& part) -> Result<void> {
        text += part.kind + "=" + part.body + ";";
        return {};
    });
    return read ? text : read.error().code;
}

// What is said of a file that is well sealed, whatever its content is.
std::string code_of_content(const std::string& content) {
    SeededRandom random(3);
    const StreamKey key = new_stream_key(random);
    const std::string before =
        write_preface("KITBAG-REPLY-", {{"id", about().id}, {"made_at", 1}, {"content_bytes", content.size()}});
    Kept kept;
    kept.bytes.assign(before.begin(), before.end());
    SealedWriter writer(key, bound_to(kept.bytes), random, kept.sink());
    writer.add({reinterpret_cast<const std::uint8_t*>(content.data()), content.size()});
    writer.finish();
    MemorySource source(kept.bytes);
    const auto header = read_carried_header(source, CarriedKind::answer);
    REQUIRE(header);
    const auto file = open_answer(source, *header, key);
    REQUIRE(file);
    const auto read = each_part(source, *file, [](const Part&) { return Result<void>(); });
    return read ? "" : read.error().code;
}

}  // namespace

TEST_CASE("A bundle gives back the parts that were put into it, in their order, and shows none of them") {
    const Bytes bytes = small_bundle();
    CHECK(read_bundle(bytes) == "about={};push=three visits;picture=;");
    const std::string text(bytes.begin(), bytes.end());
    CHECK(text.starts_with("KITBAG-BUNDLE-1\n"));
    CHECK(text.contains("000000000000000a"));
    CHECK_FALSE(text.contains("visits"));
    CHECK_FALSE(text.contains("push"));
    CHECK(read_bundle(bundle_of({})) == "");
}

TEST_CASE("A content of any length around a chunk's comes back whole") {
    constexpr std::size_t line = std::string_view("push 262144\n").size();
    for (const std::size_t bytes : {stream_chunk_bytes - line - 1, stream_chunk_bytes - line,
                                    stream_chunk_bytes - line + 1, stream_chunk_bytes, 3 * stream_chunk_bytes - line}) {
        CAPTURE(bytes);
        std::string body(bytes, 'x');
        body.back() = 'y';
        CHECK(read_bundle(bundle_of({{"push", body}})) == "push=" + body + ";");
    }
}

TEST_CASE("A bundle that is cut at any byte is refused, and says that it was cut short wherever it says what it is") {
    const Bytes whole = small_bundle();
    constexpr std::size_t mark = std::string_view("KITBAG-BUNDLE-").size();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        CHECK(read_bundle(cut) == (length < mark ? "not_bundle" : "bundle_cut_short"));
    }
    Bytes longer = whole;
    longer.push_back('\n');
    CHECK(read_bundle(longer) == "bundle_damaged");
}

TEST_CASE("A bundle in which any one bit is another is refused") {
    const Bytes whole = small_bundle();
    std::set<std::string> codes;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1u << bit % 8));
        const std::string code = read_bundle(std::move(flipped));
        CAPTURE(bit);
        CHECK_FALSE(code.contains('='));
        codes.insert(code);
    }
    CHECK(codes == std::set<std::string>{"not_bundle", "newer_bundle", "bundle_cut_short", "bundle_damaged"});
}

TEST_CASE("A chunk that is moved, left out or taken from another bundle is refused") {
    const std::string body(3 * stream_chunk_bytes, 'x');
    const Bytes whole = bundle_of({{"push", body}});
    constexpr std::size_t sealed = stream_chunk_bytes + 17;
    const auto last = static_cast<std::ptrdiff_t>(whole.size() - (body.size() + 12 + 24 + 4 * 17) + 24);
    Bytes swapped = whole;
    std::swap_ranges(swapped.begin() + last, swapped.begin() + last + sealed, swapped.begin() + last + sealed);
    CHECK(read_bundle(swapped) == "bundle_damaged");
    const Bytes other = bundle_of({{"push", body}}, 2);
    REQUIRE(other.size() == whole.size());
    Bytes mixed = whole;
    std::copy_n(other.begin() + last, sealed, mixed.begin() + last);
    CHECK(read_bundle(mixed) == "bundle_damaged");
}

TEST_CASE("A header that was written anew, with a digest that fits, does not open the contents") {
    const Bytes whole = small_bundle();
    MemorySource source(whole);
    const CarriedHeader header = read_carried_header(source, CarriedKind::bundle).value();
    std::string text = write_preface("KITBAG-BUNDLE-", {{"county", header.county},
                                                        {"device", "000000000000000b"},
                                                        {"id", header.id},
                                                        {"made_at", header.made_at},
                                                        {"key", header.key},
                                                        {"content_bytes", header.content_bytes}});
    REQUIRE(static_cast<std::int64_t>(text.size()) == header.ends);
    text.append(whole.begin() + header.ends, whole.end());
    CHECK(read_bundle({text.begin(), text.end()}) == "bundle_damaged");
}

TEST_CASE("A header with another letter in it is damaged, before any key is asked for") {
    Bytes bytes = small_bundle();
    const std::string text(bytes.begin(), bytes.end());
    bytes[text.find("cccc")] = 'd';
    MemorySource source(std::move(bytes));
    CHECK(read_carried_header(source, CarriedKind::bundle).error().code == "bundle_damaged");
}

TEST_CASE("A file of another kind, of a newer version or with another key says which it is") {
    CHECK(read_bundle({}) == "not_bundle");
    const std::string letter = "Dear office, here is what I wrote.";
    CHECK(read_bundle({letter.begin(), letter.end()}) == "not_bundle");
    SeededRandom random(4);
    Kept answer;
    REQUIRE(write_answer(about(), new_stream_key(random), parts_of({}), random, answer.sink()));
    CHECK(read_bundle(answer.bytes) == "not_bundle");
    MemorySource bundle(small_bundle());
    CHECK(read_carried_header(bundle, CarriedKind::answer).error().code == "not_answer");
    Bytes newer = small_bundle();
    newer[14] = '2';
    CHECK(read_bundle(newer) == "newer_bundle");
    const auto header = read_carried_header(bundle, CarriedKind::bundle);
    REQUIRE(header);
    CHECK(header->key == fingerprint(public_half(recovery_secret())));
    CHECK(open_bundle(bundle, *header, new_secret_key(random)).error().code == "bundle_damaged");
    bundle.gone = true;
    CHECK(read_carried_header(bundle, CarriedKind::bundle).error().code == "bundle_unreadable");
}

TEST_CASE("A content that is not made of parts is damaged, however well it is sealed") {
    CHECK(code_of_content("push 3\nabc") == "");
    for (const char* content :
         {"x", "push 3\nab", "push 3\nabcd", "push -1\n", "push 99999999999\n", "Push 0\n", " 0\n", "push\n", "push 0",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "push 33554433\n", "push 1e1\nabcdefghij"}) {
        CAPTURE(content);
        CHECK(code_of_content(content) == "answer_damaged");
    }
}

}  // namespace kitbag
