#include "tests/support/records_place.h"

namespace kitbag {

std::unique_ptr<RecordsPlace> usual_records(const std::filesystem::path& folder) {
    return records_in_file(folder);
}

}  // namespace kitbag
