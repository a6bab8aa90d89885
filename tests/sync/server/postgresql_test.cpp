// What is PostgreSQL's own: the way to it, what it is told, and what becomes of a request when it goes away.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "sync/server/county_place.h"
#include "sync/server/postgresql/dialect.h"
#include "sync/server/postgresql/engine.h"
#include "tests/support/postgresql_server.h"
#include "tests/support/seams.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

PostgresqlServer& postgresql() {
    return PostgresqlServer::running();
}

// A database with a county's tables, for one test.
struct Records {
    std::string name = postgresql().new_database();
    std::unique_ptr<Database> database = open();

    ~Records() {
        database.reset();
        postgresql().drop(name);
    }
    std::unique_ptr<Database> open() const {
        auto opened = open_county_database(CountyPlace{{}, postgresql().address_of(name)}, WhenMissing::make_it);
        REQUIRE(opened);
        return *std::move(opened);
    }
    std::string answer(std::string_view sql) const {
        Statement row = database->query(sql);
        const Result<bool> found = row.step();
        if (!found) return found.error().code;
        return *found ? row.text(0) : "(none)";
    }
};

std::string code_of_opening(const std::string& address) {
    const auto opened = open_county_database(CountyPlace{{}, address}, WhenMissing::refuse);
    return opened ? "opened" : opened.error().code;
}

// Table by table, the names of its columns.
std::map<std::string, std::set<std::string>> columns_in(Database& database, std::string_view sql) {
    std::map<std::string, std::set<std::string>> columns;
    Statement row = database.query(sql);
    for (Result<bool> found = row.step(); found.value_or(false); found = row.step())
        columns[row.text(0)].insert(row.text(1));
    return columns;
}

}  // namespace

TEST_CASE("each mark for a value is numbered, and a question mark in a text is none") {
    struct Row {
        const char* sql;
        const char* text;
    };
    const Row rows[] = {
        {"SELECT 1", "SELECT 1"},
        {"SELECT a FROM t WHERE b = ? AND c > ?", "SELECT a FROM t WHERE b = $1 AND c > $2"},
        {"SELECT ?2, ?1", "SELECT $2, $1"},
        {"SELECT 'what?', ?", "SELECT 'what?', $1"},
        {"SELECT 'it''s ?', ?", "SELECT 'it''s ?', $1"},
    };
    for (const Row& row : rows) CHECK(to_postgresql(row.sql) == row.text);
}

TEST_CASE("the tables in PostgreSQL have the columns that the stores ask for") {
    const Records records;
    const TemporaryFolder folder;
    const auto file = open_county_database(folder.path(), WhenMissing::make_it);
    REQUIRE(file);
    auto wanted = columns_in(**file,
                             "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type "
                             "= 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'note_words%'");
    for (const char* of_tablets :
         {"waiting", "refusal", "draft", "person", "picture", "picture_receipt", "unconfirmed", "withdrawn"})
        CHECK(wanted.erase(of_tablets) == 1);
    wanted["evidence_note"].erase("row");  // For the index of words, which only tablets have.
    const auto there = columns_in(*records.database,
                                  "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = "
                                  "'public'");
    CHECK(there == wanted);
}

TEST_CASE("a way to the records that cannot be gone is named, and a password does not stand in the command line") {
    CHECK(code_of_opening("postgresql://kitbag:secret@localhost/county") == "password_in_sight");
    CHECK(code_of_opening("host=localhost password=secret") == "password_in_sight");
    CHECK(code_of_opening("the cellar") == "bad_database_address");
    CHECK(code_of_opening(postgresql().address_of("nowhere")) == "no_database");
    CHECK(code_of_opening("postgresql:///county?host=/nowhere") == "no_database");
    const std::string empty = postgresql().new_database();
    CHECK(code_of_opening(postgresql().address_of(empty)) == "no_county");
    postgresql().drop(empty);

    const County county;
    const ProgramResult told =
        run_program({"devices", "--database", "postgresql://kitbag:secret@localhost/county"}, county.folder());
    CHECK(told.exit_code == 1);
    CHECK(told.err.contains("PGPASSFILE"));
    CHECK_FALSE(told.err.contains("secret"));
    const ProgramResult twice =
        run_program({"devices", "--data", "x", "--database", "postgresql:///county"}, county.folder());
    CHECK(twice.exit_code == 2);
    CHECK(twice.err.contains("not both"));
}

TEST_CASE("a server that could lose what it took, or not hold every letter, is refused or told otherwise") {
    postgresql().tell("CREATE DATABASE narrow ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'");
    CHECK(code_of_opening(postgresql().address_of("narrow")) == "storage_refused");
    postgresql().drop("narrow");
    const Records records;
    postgresql().tell("ALTER DATABASE " + records.name + " SET synchronous_commit = off");
    const auto told_otherwise = records.open();
    Statement row = told_otherwise->query("SHOW synchronous_commit");
    REQUIRE(row.step().value_or(false));
    CHECK(row.text(0) == "on");
}

TEST_CASE("values come back as they went in") {
    const Records records;
    REQUIRE(records.database->run_script("CREATE TABLE kept (name TEXT, number BIGINT, bytes BYTEA)"));
    const std::string text = "Wes's \\ \"Häus\" ☃";
    const std::vector<std::uint8_t> bytes = {0, 1, 92, 39, 255, 0};
    REQUIRE(records.database->run("INSERT INTO kept VALUES (?, ?, ?)", text, std::int64_t{-9'007'199'254'740'993},
                                  std::span<const std::uint8_t>(bytes)));
    REQUIRE(
        records.database->run("INSERT INTO kept VALUES (?, ?, ?)", std::string("a\0b", 3), std::nullopt, std::nullopt));
    CHECK(records.database->rows_changed() == 1);
    Statement row = records.database->query("SELECT name, number, bytes, name = ? FROM kept ORDER BY number", text);
    REQUIRE(row.step().value_or(false));
    CHECK(row.text(0) == text);
    CHECK(row.integer(1) == -9'007'199'254'740'993);
    CHECK(std::ranges::equal(row.blob(2), bytes));
    CHECK(row.integer(3) == 1);
    REQUIRE(row.step().value_or(false));
    CHECK(row.text(0) ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(row.is_null(1));
    CHECK(row.is_null(2));
    CHECK(row.blob(2).empty());
    CHECK_FALSE(row.step().value_or(true));
}

TEST_CASE("what is read after a connection was lost is asked again, and what is written is not") {
    const Records records;
    CHECK(records.answer("SELECT 1") == "1");
    postgresql().cut_off(records.name);
    CHECK(records.answer("SELECT 1") == "1");
    postgresql().cut_off(records.name);
    const Result<void> written = records.database->run("INSERT INTO setting (name, value) VALUES (?, ?)", "a", "b");
    REQUIRE(!written);
    CHECK(written.error().code == "storage_busy");
    CHECK(records.answer("SELECT count(*) FROM setting WHERE name = 'a'") == "0");
    REQUIRE(records.database->run("INSERT INTO setting (name, value) VALUES (?, ?)", "a", "b"));
    CHECK(records.answer("SELECT count(*) FROM setting WHERE name = 'a'") == "1");
}

TEST_CASE("a transaction whose connection was lost fails to its end, and nothing of it is there") {
    const Records records;
    Database& database = *records.database;
    const auto put = [&](const char* name) {
        return database.run("INSERT INTO setting (name, value) VALUES (?, ?)", name, "x");
    };
    {
        Result<Transaction> outer = Transaction::begin(database);
        REQUIRE(outer);
        REQUIRE(put("before"));
        postgresql().cut_off(records.name);
        CHECK(!put("at once"));
        {
            const Result<Transaction> inner = Transaction::begin(database);
            CHECK(!inner);
        }
        CHECK(!put("after"));
        CHECK(records.answer("SELECT 1") == "storage_busy");
        CHECK(database.in_transaction());
        CHECK(outer->commit().error_or(Fault{}).code == "storage_busy");
    }
    CHECK_FALSE(database.in_transaction());
    CHECK(records.answer("SELECT count(*) FROM setting WHERE name IN ('before', 'at once', 'after')") == "0");
    Result<Transaction> next = Transaction::begin(database);
    REQUIRE(next);
    REQUIRE(put("later"));
    REQUIRE(next->commit());
    CHECK(records.answer("SELECT count(*) FROM setting WHERE name = 'later'") == "1");
}

TEST_CASE("a part of a transaction can be undone alone, and one moment stays one moment while others write") {
    const Records records;
    const auto other = records.open();
    const auto put = [](Database& database, const char* name) {
        return database.run("INSERT INTO setting (name, value) VALUES (?, ?)", name, "x");
    };
    constexpr const char* count = "SELECT count(*) FROM setting WHERE value = 'x'";
    {
        Result<Transaction> outer = Transaction::begin(*records.database);
        REQUIRE(outer);
        REQUIRE(put(*records.database, "kept"));
        {
            const Result<Transaction> inner = Transaction::begin(*records.database);
            REQUIRE(inner);
            REQUIRE(put(*records.database, "undone"));
        }
        REQUIRE(outer->commit());
    }
    CHECK(records.answer(count) == "1");
    const Result<OneMoment> moment = OneMoment::begin(*records.database);
    REQUIRE(moment);
    CHECK(records.answer(count) == "1");
    REQUIRE(put(*other, "meanwhile"));
    CHECK(records.answer(count) == "1");
}

TEST_CASE("tablets are told to try again while the database is away, and go on when it is back") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const std::string visit = new_test_id();
    const std::string address = county.records().arguments()[1];
    const std::string name = address.substr(14, address.find('?') - 14);

    postgresql().cut_off(name);
    REQUIRE(outcome_of(ada.push_one(ada.visit(visit, "900001")), 0) == "accepted");

    postgresql().tell("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    postgresql().cut_off(name);
    const HttpAnswer away = ada.pull(0);
    CHECK(away.status == 503);
    CHECK(away.code() == "server_busy");
    CHECK(away.sentence().contains("Nothing is lost"));
    CHECK(server.client().get("/readyz").status == 503);
    CHECK(server.client().get("/healthz").status == 503);

    postgresql().tell("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    CHECK(ada.pull(0).json()["changes"].size() == 1);
    CHECK(server.client().get("/readyz").status == 200);
}

}  // namespace kitbag::test
