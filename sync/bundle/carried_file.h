#pragma once
// The two files that stand for a network where there is none: the bundle, which a tablet makes for its county's office, and the
// answer, which the office makes for that tablet alone. Both say in a header that anybody can read where they belong, and nothing of
// what is in them. They are written and opened here; what is sent and answered is in tablet_bundle.h and office_bundle.h.
//
//   bundle  = preface sealed stream
//   answer  = preface stream
//   preface = "KITBAG-BUNDLE-1\n" or "KITBAG-REPLY-1\n", and the header (core/storage/file_preface.h)
//   header  = JSON {"county":digest,"device":hex,"id":uuid,"made_at":ms,"key":hex,"content_bytes":n}
//   sealed  = the stream's key, sealed to the county's recovery key (core/storage/escrow.h): 80 bytes
//   stream  = sealed_stream.h, bound to all that stands before it; its content is part*
//   part    = kind " " length "\n" body
//   kind    = 1 to 20 of a to z
//   length  = decimal, the bytes of body
//
// `id` is the bundle's, in its answer too. `key` tells which key opens it: the fingerprint of the recovery key, or a hash of the
// answer's key. An answer's key lies inside its bundle, so that nobody can make one but who could read what it answers.
//
// Codes: "not_bundle", "bundle_cut_short", "bundle_damaged", "newer_bundle", "bundle_unreadable", and the same of "answer".

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/byte_source.h"
#include "core/storage/escrow.h"
#include "core/storage/file_preface.h"
#include "sync/bundle/sealed_stream.h"

namespace kitbag {

inline constexpr std::int64_t carried_bytes_max = std::int64_t{1024} * 1024 * 1024;  // Of the content.

enum class CarriedKind { bundle, answer };

struct CarriedHeader {
    std::string county;  // county_mark() of core/storage/store_shelf.h.
    std::string device;  // Of the tablet that made the bundle.
    Id id;               // Of the bundle.
    Instant made_at = 0;
    std::string key;  // Filled by write_bundle() and write_answer().
    std::int64_t content_bytes = 0;

    std::int64_t ends = 0;  // In the file; not a part of the header.

    bool operator==(const CarriedHeader&) const = default;
};

struct Part {
    std::string kind;
    std::string body;
};

// The Fault of one of the codes above, with its sentence.
Fault carried_trouble(CarriedKind kind, FileTrouble trouble);

// Gives every part to `put`. It is called twice, first to count the bytes, and gives the same both times.
using PutPart = std::function<void(std::string_view kind, std::string_view body)>;
using Parts = std::function<Result<void>(const PutPart& put)>;

// After a Fault, which is that of `parts`, what was given to the sink is no file. "bundle_too_large" and "answer_too_large", before
// anything was given.
Result<void> write_bundle(CarriedHeader about, const PublicKey& recovery_key, const Parts& parts, Random& random,
                          const ByteSink& sink);
Result<void> write_answer(CarriedHeader about, const StreamKey& key, const Parts& parts, Random& random,
                          const ByteSink& sink);

// Looks at what can be read without a key, and whether the file has as many bytes as it must have.
Result<CarriedHeader> read_carried_header(ByteSource& source, CarriedKind kind);

// What the header of an answer says under this key.
std::string key_mark(const StreamKey& key);

// A file whose contents can be read.
struct OpenedFile {
    CarriedKind kind = CarriedKind::bundle;
    std::int64_t begins = 0;  // The stream.
    std::int64_t content_bytes = 0;
    StreamKey key;
    StreamBinding binding{};
};

// REQUIRES of both: the header came from this source, and its `key` names this key.
Result<OpenedFile> open_bundle(ByteSource& source, const CarriedHeader& header, const SecretKey& recovery_secret);
Result<OpenedFile> open_answer(ByteSource& source, const CarriedHeader& header, const StreamKey& key);

// Each part in its order, until `take` fails. Only after the last is it known that all of them are there, so a reader that must not
// do half of it reads twice.
Result<void> each_part(ByteSource& source, const OpenedFile& file, const std::function<Result<void>(Part part)>& take);

}  // namespace kitbag
