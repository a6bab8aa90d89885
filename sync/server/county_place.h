#pragma once
// Where a county's records lie, as the command line says it: a file in a folder, which is what a county gets that says nothing
// else, or a database of a PostgreSQL server, for one whose server is several processes.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/server/command_line.h"
#include "sync/server/county_database.h"

namespace kitbag {

struct CountyPlace {
    std::filesystem::path folder;  // "" when it is
    std::string database;          // a database, by its address.

    bool is_folder() const { return database.empty(); }
};

// --data or --database, one of which read_command_line() has made sure of.
CountyPlace county_place(const CommandLine& line);

// As open_county_database() of a folder; codes also those of PostgresqlEngine::connect.
Result<std::unique_ptr<Database>> open_county_database(const CountyPlace& place, WhenMissing when_missing);

// How much they take up; 0 when that cannot be said just now.
std::int64_t records_bytes(const CountyPlace& place, Database& database);

// For the commands: what the line names, which must be there.
Result<std::unique_ptr<Database>> open_existing_county(const CommandLine& line);

}  // namespace kitbag
