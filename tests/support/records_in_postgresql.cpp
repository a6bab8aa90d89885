#include "tests/support/postgresql_server.h"
#include "tests/support/records_place.h"

namespace kitbag {

std::unique_ptr<RecordsPlace> usual_records(const std::filesystem::path&) {
    return records_in_postgresql(PostgresqlServer::running());
}

}  // namespace kitbag
