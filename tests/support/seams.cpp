#include "tests/support/seams.h"

#include <cstdlib>

#include "core/base/check.h"

namespace kitbag {

TemporaryFolder::TemporaryFolder() {
    std::string path = (std::filesystem::temp_directory_path() / "kitbag-XXXXXX").string();
    CHECK(mkdtemp(path.data()) != nullptr);
    path_ = path;
}

}  // namespace kitbag
