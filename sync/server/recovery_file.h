#pragma once
// The file that the secret half of the county's recovery key lies in, and nothing else does: the server keeps only the public half.
//
//   words for whoever finds it, on a line
//   "kitbag-recovery-key-1 " fingerprint " " 64 hexadecimal digits

#include <filesystem>
#include <string_view>

#include "core/base/result.h"
#include "core/storage/escrow.h"

namespace kitbag {

// A new file that its owner alone may read, on the disk when this returns. Codes "file_exists" and "no_copy".
Result<void> write_recovery_file(const std::filesystem::path& file, const SecretKey& secret, std::string_view county);

// Codes "no_file" and "not_a_recovery_key".
Result<SecretKey> read_recovery_file(const std::filesystem::path& file);

}  // namespace kitbag
