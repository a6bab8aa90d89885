#pragma once
// Where the county of a test keeps its records: a file, or a database of the tests' own PostgreSQL server. The same tests are
// linked with the one and with the other: usual_records() is defined in records_in_file.cpp and in records_in_postgresql.cpp.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/storage/database.h"

namespace kitbag {

class RecordsPlace {
  public:
    virtual ~RecordsPlace() = default;

    // What the program is given: "--data" and a folder, or "--database" and an address.
    virtual std::vector<std::string> arguments() const = 0;

    // As the server opens it.
    virtual std::unique_ptr<Database> open() const = 0;

    // Nobody may have it open. What was kept before is kept no more.
    virtual void keep_copy() = 0;
    virtual bool put_copy_back() = 0;  // False where none was kept.
};

// Empty. `folder`: what a county that keeps its records in a file is given for them.
std::unique_ptr<RecordsPlace> records_in_file(const std::filesystem::path& folder);

class PostgresqlServer;
std::unique_ptr<RecordsPlace> records_in_postgresql(PostgresqlServer& server);

// One of both.
std::unique_ptr<RecordsPlace> usual_records(const std::filesystem::path& folder);

}  // namespace kitbag
