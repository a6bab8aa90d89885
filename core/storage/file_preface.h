#pragma once
// How a file begins that a person carries from or to a tablet: what it is, in which version, and a header that anybody can read and
// that tells when it was altered. What comes after it is the affair of backup.h and of sync/bundle; so are the sentences.
//
//   preface = mark version "\n" digest(header) " " length "\n" header "\n"
//   mark    = "KITBAG-BACKUP-", for example
//   version = "1"
//   digest  = 64 hexadecimal digits, BLAKE2b-256
//   length  = 8 decimal digits, the bytes of header
//   header  = JSON, at most 4,096 bytes

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/storage/byte_source.h"

namespace kitbag {

// What a file may be instead of what it should be.
enum class FileTrouble {
    other_kind,  // It does not begin with that mark.
    newer,
    cut_short,
    damaged,
    unreadable,  // The device does not give its bytes.
};

struct FilePreface {
    Json header;
    std::int64_t ends = 0;  // Where what comes after it begins.
};

// REQUIRES: the header is at most 4,096 bytes as text.
std::string write_preface(std::string_view mark, const Json& header);
std::expected<FilePreface, FileTrouble> read_preface(ByteSource& source, std::string_view mark);

}  // namespace kitbag
