// A file between a tablet and the office: the bytes themselves as a bundle and as an answer; the same as the content of a well sealed
// bundle, which a tablet that was taken over could make; and as one of its parts, which the county answers with them too.

#include <optional>
#include <string>

#include "core/storage/store_shelf.h"
#include "sync/bundle/bundle_messages.h"
#include "sync/bundle/carried_file.h"
#include "sync/bundle/office_bundle.h"
#include "tests/fuzz/made_up.h"
#include "tests/support/memory_source.h"
#include "tests/support/seams.h"

namespace {

using namespace kitbag;

const SecretKey& recovery_secret() {
    static const SecretKey secret = [] {
        SeededRandom random(7);
        return new_secret_key(random);
    }();
    return secret;
}

MemorySource source_of(std::string_view text) {
    return MemorySource({text.begin(), text.end()});
}

void read_any(std::string_view text, CarriedKind kind) {
    MemorySource source = source_of(text);
    const auto header = read_carried_header(source, kind);
    if (!header) return;
    const auto file = kind == CarriedKind::bundle ? open_bundle(source, *header, recovery_secret())
                                                  : open_answer(source, *header, StreamKey());
    if (file) static_cast<void>(each_part(source, *file, [](const Part&) { return Result<void>(); }));
}

// Sealed as it should be, whatever stands in it.
std::string sealed_bundle(std::string_view content) {
    SeededRandom random(1);
    const StreamKey key = new_stream_key(random);
    const PublicKey half = public_half(recovery_secret());
    std::string text = write_preface("KITBAG-BUNDLE-", {{"county", county_mark("Wendshire")},
                                                        {"device", "00000000000000aa"},
                                                        {"id", "0192f3c4-a1b2-7c3d-8e4f-00000000b001"},
                                                        {"made_at", 1},
                                                        {"key", fingerprint(half)},
                                                        {"content_bytes", content.size()}});
    const SealedBytes sealed = seal(key.bytes, half, random);
    text.append(sealed.begin(), sealed.end());
    const StreamBinding binding = bound_to({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    SealedWriter writer(key, binding, random,
                        [&](std::span<const std::uint8_t> piece) { text.append(piece.begin(), piece.end()); });
    writer.add({reinterpret_cast<const std::uint8_t*>(content.data()), content.size()});
    writer.finish();
    return text;
}

// A county that says what was made up to every question but the first few.
void take(std::string_view content, std::string_view said) {
    MemorySource source = source_of(sealed_bundle(content));
    SeededRandom random(2);
    int asked = 0;
    const AskCounty ask = [&](const CountyQuestion&) {
        ++asked;
        return CountyAnswer{asked % 5 == 4 ? 409 : 200, std::string(said)};
    };
    static_cast<void>(
        take_bundle(source, "Wendshire", recovery_secret(), ask, 1, random, [](std::span<const std::uint8_t>) {}));
}

std::string part_of(std::string_view kind, std::string_view body) {
    return std::string(kind) + " " + std::to_string(body.size()) + "\n" + std::string(body);
}

std::string about_of_tablet() {
    AboutBundle about;
    about.token = std::string(43, 'T');
    return part_of(part::about, write_about(about));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text = text_of(bytes, count);
    read_any(text, CarriedKind::bundle);
    read_any(text, CarriedKind::answer);
    static_cast<void>(read_about_bundle(text));
    static_cast<void>(read_about_answer(text));
    take(text, "{}");
    for (const std::string_view kind : {part::push, part::picture}) take(about_of_tablet() + part_of(kind, text), text);
    return 0;
}
