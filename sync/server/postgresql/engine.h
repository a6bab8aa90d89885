#pragma once
// PostgreSQL behind a Database, for a county whose server is several processes. It brings about what SQLite does for the
// stores: whoever begins a transaction that writes has the writer's place in the whole database until it ends, so that
// what is written has one order, in which it is also seen. A connection that is lost is opened again, and what can be asked
// again without harm is; a transaction that was lost with it fails to its end, and none of it is there.
//
// It refuses a server that does not have on its disk what it says it has, or that cannot hold every letter.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database_engine.h"
#include "sync/server/postgresql/answer.h"
#include "sync/server/postgresql/dialect.h"

namespace kitbag {

class PostgresqlEngine final : public DatabaseEngine {
  public:
    // `address`: "postgresql://user@host/name", or whatever else libpq takes. A password in it is refused with code
    // "password_in_sight", because every user of the machine sees a program's arguments. Codes "bad_database_address",
    // "no_database", "storage_refused".
    static Result<std::unique_ptr<PostgresqlEngine>> connect(const std::string& address);
    ~PostgresqlEngine() override;
    PostgresqlEngine(const PostgresqlEngine&) = delete;
    PostgresqlEngine& operator=(const PostgresqlEngine&) = delete;

    Result<std::unique_ptr<EngineStatement>> prepare(std::string_view sql, bool keep) override;
    Result<void> run_script(const std::string& sql) override;
    std::int64_t rows_changed() const override { return rows_changed_; }
    bool in_transaction() const override;
    Fault undone() const override { return database_away(); }

    // For its statements. One that is kept has a name, and is known to the server since a certain connection.
    struct Question {
        std::string sql;
        std::string name = {};  // "" for one that is not kept.
        bool may_repeat = false;
        int known_since = 0;
    };
    struct Values {
        std::vector<const char*> texts;
        std::vector<int> lengths;
        std::vector<int> formats;
    };
    Result<PostgresqlAnswer> ask(Question& question, const Values& values);
    Result<void> take(TransactionStep step);

  private:
    explicit PostgresqlEngine(PGconn* connection) : connection_(connection) {}
    Result<void> settle();
    Result<void> connect_again();
    PostgresqlAnswer send(Question& question, const Values& values);
    Result<PostgresqlAnswer> check(PostgresqlAnswer answer);
    Result<void> tell(const char* sql, bool may_repeat = false);
    Result<void> begin_writing();
    Result<void> commit();
    Result<void> roll_back();

    PGconn* connection_;
    int connections_ = 1;     // How many there have been.
    bool away_ = false;       // The last one was lost.
    bool cut_short_ = false;  // In the middle of a transaction that nobody here has ended yet.
    int kept_ = 0;            // Names given out.
    std::int64_t rows_changed_ = 0;
};

}  // namespace kitbag
