#include "tests/support/seams.h"

#include <cstdlib>

#include "core/base/check.h"

namespace kitbag {

std::filesystem::path place_in_memory() {
    const std::filesystem::path shared_memory = "/dev/shm";
    return std::filesystem::is_directory(shared_memory) ? shared_memory : std::filesystem::temp_directory_path();
}

TemporaryFolder::TemporaryFolder(const std::filesystem::path& place) {
    std::string path = (place / "kitbag-XXXXXX").string();
    CHECK(mkdtemp(path.data()) != nullptr);
    path_ = path;
}

}  // namespace kitbag
