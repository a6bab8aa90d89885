#include "sync/server/recovery_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/base/wipe.h"

namespace kitbag {
namespace {

constexpr std::string_view mark = "kitbag-recovery-key-1 ";
constexpr std::size_t file_bytes_max = 4096;

bool write_all(int handle, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(handle, text.data(), text.size());
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A new file's name is on the disk when its folder is.
bool sync_folder(const std::filesystem::path& folder) {
    const int handle = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && fsync(handle) == 0;
    if (handle >= 0) close(handle);
    return synced;
}

std::unexpected<Fault> not_a_key(const std::filesystem::path& file) {
    return fault("not_a_recovery_key", file.string() +
                                           " holds no recovery key. Give the file that `kitbag_server recovery-key` "
                                           "wrote as --key, as it was.");
}

}  // namespace

Result<void> write_recovery_file(const std::filesystem::path& file, const SecretKey& secret, std::string_view county) {
    const int handle = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0 && errno == EEXIST) {
        return fault("file_exists",
                     file.string() + " is there already. Give --out a name that is not, so that no key is lost.");
    }
    std::string text = "Kitbag's recovery key of " + std::string(county) +
                       ". Whoever has this file can open the store of any adviser's tablet that they have in hand.\n" +
                       std::string(mark) + fingerprint(public_half(secret)) + " " + to_hex(secret.bytes) + "\n";
    const bool written = handle >= 0 && write_all(handle, text) && fsync(handle) == 0;
    wipe(text);
    if (handle >= 0) close(handle);
    if (written && sync_folder(file.parent_path())) return {};
    if (handle >= 0) unlink(file.c_str());
    return fault("no_copy", "The key could not be written to " + file.string() +
                                ". Check that its folder exists, that you may write there, and that there is room.");
}

Result<SecretKey> read_recovery_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fault("no_file", "The file " + file.string() + " cannot be read. Check its name in --key.");
    std::string text(file_bytes_max, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    const std::size_t at = ("\n" + text).find("\n" + std::string(mark));
    std::optional<SecretKey> secret;
    if (at != std::string::npos) {
        const std::string_view line = trim(std::string_view(text).substr(at).substr(0, text.find('\n', at) - at));
        const std::size_t last = line.rfind(' ');
        secret = secret_key_from(line.substr(last + 1));
        if (secret && line != std::string(mark) + fingerprint(public_half(*secret)) + " " + to_hex(secret->bytes))
            secret.reset();
    }
    wipe(text);
    if (!secret) return not_a_key(file);
    return *secret;
}

}  // namespace kitbag
