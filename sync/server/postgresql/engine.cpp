#include "sync/server/postgresql/engine.h"

#include <array>
#include <charconv>
#include <cstring>
#include <tuple>
#include <utility>

#include "core/base/check.h"
#include "sync/server/postgresql/statement.h"

namespace kitbag {
namespace {

constexpr int version_min = 140'000;
constexpr int repeats_max = 3;  // Of a statement that met another.

// Whoever writes holds this until the transaction has ended for everybody: PostgreSQL lets go of it behind the moment at
// which others see what was written. So what is written has one order, whichever process writes it.
constexpr const char* begin_and_take_the_place = "BEGIN; SELECT pg_advisory_xact_lock(82793219057003)";

// A process that hangs in a transaction, or whose machine is gone, must not keep the others from writing.
constexpr const char* settings =
    "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s'; SET tcp_keepalives_idle = 10; "
    "SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";
constexpr const char* what_it_promises =
    "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('server_encoding')";

Result<void> check_address(const std::string& address) {
    char* problem = nullptr;
    PQconninfoOption* const options = PQconninfoParse(address.c_str(), &problem);
    const std::string why = problem ? problem : "";
    PQfreemem(problem);
    if (options == nullptr) {
        return fault("bad_database_address", "--database must be an address such as postgresql://kitbag@host/kitbag. " +
                                                 (why.empty() ? std::string("It cannot be read.") : why));
    }
    bool has_password = false;
    for (const PQconninfoOption* each = options; each->keyword != nullptr; ++each)
        has_password = has_password || (std::strcmp(each->keyword, "password") == 0 && each->val != nullptr);
    PQconninfoFree(options);
    if (!has_password) return {};
    return fault("password_in_sight",
                 "Every user of this machine can see a password in --database. Leave it out there and put it into a "
                 "file that PGPASSFILE names, or use PGSERVICEFILE: see docs/server.md.");
}

// What comes before the address holds unless the address says otherwise, what comes after it always.
PGconn* open_connection(const std::string& address) {
    const std::array<std::pair<const char*, const char*>, 9> words = {{
        {"fallback_application_name", "kitbag_server"},
        {"connect_timeout", "5"},
        {"keepalives_idle", "10"},
        {"keepalives_interval", "5"},
        {"keepalives_count", "3"},
        {"tcp_user_timeout", "20000"},
        {"target_session_attrs", "read-write"},
        {"dbname", address.c_str()},
        {"client_encoding", "UTF8"},
    }};
    std::array<const char*, words.size() + 1> names{};
    std::array<const char*, words.size() + 1> values{};
    for (std::size_t i = 0; i < words.size(); ++i) std::tie(names[i], values[i]) = words[i];
    return PQconnectdbParams(names.data(), values.data(), 1);
}

std::unexpected<Fault> unsafe(const std::string& what) {
    return fault("storage_refused", "This PostgreSQL server cannot keep a county's records: " + what);
}

}  // namespace

Result<std::unique_ptr<PostgresqlEngine>> PostgresqlEngine::connect(const std::string& address) {
    if (const Result<void> good = check_address(address); !good) return std::unexpected(good.error());
    std::unique_ptr<PostgresqlEngine> engine(new PostgresqlEngine(open_connection(address)));
    if (PQstatus(engine->connection_) != CONNECTION_OK) {
        return fault("no_database",
                     std::string("The county's database cannot be opened: ") + PQerrorMessage(engine->connection_));
    }
    if (const Result<void> settled = engine->settle(); !settled) return std::unexpected(settled.error());
    return engine;
}

PostgresqlEngine::~PostgresqlEngine() {
    PQfinish(connection_);
}

// At the beginning of each connection.
Result<void> PostgresqlEngine::settle() {
    PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
    if (PQserverVersion(connection_) < version_min) return unsafe("it is older than PostgreSQL 14. Use a newer one.");
    const PostgresqlAnswer promises(PQexec(connection_, what_it_promises));
    if (PQresultStatus(promises.get()) != PGRES_TUPLES_OK)
        return std::unexpected(fault_in(connection_, promises.get()));
    const auto says = [&](int column) { return std::string_view(PQgetvalue(promises.get(), 0, column)); };
    if (says(0) != "on") return unsafe("its setting fsync is off, so that a power cut would lose them. Turn it on.");
    if (says(2) != "UTF8") return unsafe("the database's encoding is not UTF8. Make another with ENCODING 'UTF8'.");
    const std::string all = std::string(settings) + (says(1) == "off" ? "; SET synchronous_commit = on" : "");
    const PostgresqlAnswer set(PQexec(connection_, all.c_str()));
    if (PQresultStatus(set.get()) != PGRES_COMMAND_OK) return std::unexpected(fault_in(connection_, set.get()));
    return {};
}

Result<void> PostgresqlEngine::connect_again() {
    PQreset(connection_);
    ++connections_;
    if (PQstatus(connection_) != CONNECTION_OK) return std::unexpected(database_away());
    if (const Result<void> settled = settle(); !settled) return settled;
    away_ = false;
    return {};
}

bool PostgresqlEngine::in_transaction() const {
    const PGTransactionStatusType status = PQtransactionStatus(connection_);
    return cut_short_ || (!away_ && status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN);
}

Result<std::unique_ptr<EngineStatement>> PostgresqlEngine::prepare(std::string_view sql, bool keep) {
    Question question{.sql = to_postgresql(sql), .may_repeat = only_reads(sql)};
    if (keep) question.name = "kept_" + std::to_string(++kept_);
    return std::make_unique<PostgresqlStatement>(*this, transaction_step(sql), std::move(question));
}

Result<void> PostgresqlEngine::run_script(const std::string& sql) {
    return tell(sql.c_str());
}

PostgresqlAnswer PostgresqlEngine::send(Question& question, const Values& values) {
    const int count = static_cast<int>(values.texts.size());
    if (question.name.empty()) {
        return PostgresqlAnswer(PQexecParams(connection_, question.sql.c_str(), count, nullptr, values.texts.data(),
                                             values.lengths.data(), values.formats.data(), 0));
    }
    if (question.known_since != connections_) {
        PostgresqlAnswer known(PQprepare(connection_, question.name.c_str(), question.sql.c_str(), 0, nullptr));
        if (PQresultStatus(known.get()) != PGRES_COMMAND_OK) return known;
        question.known_since = connections_;
    }
    return PostgresqlAnswer(PQexecPrepared(connection_, question.name.c_str(), count, values.texts.data(),
                                           values.lengths.data(), values.formats.data(), 0));
}

Result<PostgresqlAnswer> PostgresqlEngine::ask(Question& question, const Values& values) {
    if (cut_short_) return std::unexpected(database_away());
    const bool inside = in_transaction();
    for (int times = 1;; ++times) {
        if (away_) {
            if (const Result<void> again = connect_again(); !again) return std::unexpected(again.error());
        }
        PostgresqlAnswer answer = send(question, values);
        const bool lost = is_lost(connection_, answer.get());
        away_ = lost;
        cut_short_ = lost && inside;
        const bool worth_it = lost ? question.may_repeat && times == 1 : met_another(answer.get());
        if (inside || !worth_it || times >= repeats_max) return check(std::move(answer));
    }
}

Result<PostgresqlAnswer> PostgresqlEngine::check(PostgresqlAnswer answer) {
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY)
        return std::unexpected(fault_in(connection_, answer.get()));
    const std::string_view changed = PQcmdTuples(answer.get());
    rows_changed_ = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), rows_changed_);
    return answer;
}

// A text without values, which may be several statements.
Result<void> PostgresqlEngine::tell(const char* sql, bool may_repeat) {
    if (cut_short_) return std::unexpected(database_away());
    const bool inside = in_transaction();
    for (int times = 1;; ++times) {
        if (away_) {
            if (const Result<void> again = connect_again(); !again) return again;
        }
        PostgresqlAnswer answer(PQexec(connection_, sql));
        away_ = is_lost(connection_, answer.get());
        cut_short_ = away_ && inside;
        if (away_ && !inside && may_repeat && times == 1) continue;
        return check(std::move(answer)).transform([](const PostgresqlAnswer&) {});
    }
}

Result<void> PostgresqlEngine::begin_writing() {
    Result<void> begun = tell(begin_and_take_the_place, true);
    if (!begun && in_transaction()) (void)roll_back();
    return begun;
}

// To a transaction in which something failed PostgreSQL says ROLLBACK, and does not call that an error.
Result<void> PostgresqlEngine::commit() {
    if (cut_short_) return std::unexpected(database_away());
    const PostgresqlAnswer answer(PQexec(connection_, "COMMIT"));
    away_ = is_lost(connection_, answer.get());
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return std::unexpected(fault_in(connection_, answer.get()));
    if (std::strcmp(PQcmdStatus(answer.get()), "COMMIT") != 0) return std::unexpected(undone());
    return {};
}

// When the connection went, so did the transaction.
Result<void> PostgresqlEngine::roll_back() {
    if (!cut_short_) (void)tell("ROLLBACK");
    cut_short_ = false;
    return {};
}

Result<void> PostgresqlEngine::take(TransactionStep step) {
    switch (step) {
        case TransactionStep::begin_writing:
            return begin_writing();
        case TransactionStep::begin_reading:
            return tell("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", true);
        case TransactionStep::commit:
            return commit();
        case TransactionStep::roll_back:
            return roll_back();
        case TransactionStep::save:
            return tell("SAVEPOINT nested");
        case TransactionStep::roll_back_to_save:
            return cut_short_ ? Result<void>() : tell("ROLLBACK TO nested");
        case TransactionStep::release:
            return tell("RELEASE nested");
        case TransactionStep::none:
            break;
    }
    CHECK(step != TransactionStep::none);
    return {};
}

}  // namespace kitbag
