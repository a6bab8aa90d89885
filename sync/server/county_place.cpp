#include "sync/server/county_place.h"

#include <system_error>
#include <utility>

#include "sync/server/postgresql/engine.h"

namespace kitbag {
namespace {

std::int64_t size_of(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

CountyPlace county_place(const CommandLine& line) {
    return {line.option("data"), line.option("database")};
}

Result<std::unique_ptr<Database>> open_county_database(const CountyPlace& place, WhenMissing when_missing) {
    if (place.is_folder()) return open_county_database(place.folder, when_missing);
    Result<std::unique_ptr<PostgresqlEngine>> engine = PostgresqlEngine::connect(place.database);
    if (!engine) return std::unexpected(engine.error());
    std::unique_ptr<Database> database = Database::over(*std::move(engine));
    if (const Result<void> ready = prepare_postgresql(*database, when_missing); !ready)
        return std::unexpected(ready.error());
    return database;
}

std::int64_t records_bytes(const CountyPlace& place, Database& database) {
    const std::string file = (place.folder / "county.db").string();
    if (place.is_folder()) return size_of(file) + size_of(file + "-wal");
    Statement row = database.query("SELECT pg_database_size(current_database())");
    return row.step().value_or(false) ? row.integer(0) : 0;
}

Result<std::unique_ptr<Database>> open_existing_county(const CommandLine& line) {
    return open_county_database(county_place(line), WhenMissing::refuse);
}

}  // namespace kitbag
