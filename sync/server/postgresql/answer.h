#pragma once
// What a PostgreSQL server answered to one statement, and what its errors are to Kitbag.

#include <memory>

#include <libpq-fe.h>

#include "core/base/result.h"

namespace kitbag {

struct ForgetAnswer {
    void operator()(PGresult* answer) const { PQclear(answer); }
};
using PostgresqlAnswer = std::unique_ptr<PGresult, ForgetAnswer>;

// True when there was nobody to answer: the server stopped, the network is gone, or somebody ended the connection.
bool is_lost(const PGconn* connection, const PGresult* answer);

// True when the statement was undone only because it met another; asked again it may well succeed.
bool met_another(const PGresult* answer);

// Why an answer is an error, in the codes of database.h. A mistake of ours in the SQL stops the program.
Fault fault_in(const PGconn* connection, const PGresult* answer);

// "storage_busy": it may be there again in a moment.
Fault database_away();

}  // namespace kitbag
