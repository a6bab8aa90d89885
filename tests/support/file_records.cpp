#include "core/base/check.h"
#include "sync/server/county_database.h"
#include "tests/support/records_place.h"

namespace kitbag {
namespace {

namespace fs = std::filesystem;

class FileRecords final : public RecordsPlace {
  public:
    explicit FileRecords(fs::path folder) : folder_(std::move(folder)) {}

    std::vector<std::string> arguments() const override { return {"--data", folder_.string()}; }

    std::unique_ptr<Database> open() const override {
        auto opened = open_county_database(folder_, WhenMissing::make_it);
        CHECK(opened.has_value());
        return *std::move(opened);
    }

    void keep_copy() override {
        CHECK(open()->checkpoint().has_value());
        fs::copy_file(folder_ / "county.db", folder_ / "kept.db", fs::copy_options::overwrite_existing);
    }

    bool put_copy_back() override {
        if (!fs::exists(folder_ / "kept.db")) return false;
        for (const char* name : {"county.db-wal", "county.db-shm"}) fs::remove(folder_ / name);
        fs::copy_file(folder_ / "kept.db", folder_ / "county.db", fs::copy_options::overwrite_existing);
        return true;
    }

  private:
    fs::path folder_;
};

}  // namespace

std::unique_ptr<RecordsPlace> records_in_file(const fs::path& folder) {
    return std::make_unique<FileRecords>(folder);
}

}  // namespace kitbag
