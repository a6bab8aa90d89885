#include "tests/sync/simulation/older_program.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/check.h"
#include "core/base/json.h"
#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "sync/protocol/messages.h"

namespace kitbag::simulation {
namespace {

// The schemas whose programs were the first to know these.
constexpr int with_proofs =
    7;  // And chains, the question what the county has received, and changes that are written anew.
constexpr int with_picture_receipts = 8;
constexpr int with_posts = 10;

void leave_out(std::string& path, std::string_view word) {
    const std::size_t at = path.find(word);
    if (at == std::string::npos) return;
    path.erase(at, path.find('&', at + 1) - at);
}

std::unique_ptr<Database> open(const std::string& file) {
    auto opened = Database::open({.file_name = file, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    CHECK(opened.has_value());
    return *std::move(opened);
}

std::vector<std::string> column(Database& database, const std::string& sql) {
    std::vector<std::string> values;
    Statement statement = database.query(sql);
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) values.push_back(statement.text(0));
    CHECK(row.has_value());
    return values;
}

std::vector<std::string> columns_of(Database& database, const std::string& table) {
    return column(database, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
}

// What both have of it.
void copy_table(Database& from, Database& to, const std::string& table) {
    const std::vector<std::string> there = columns_of(from, table);
    std::string names;
    std::string values;
    for (const std::string& name : columns_of(to, table)) {
        if (!std::ranges::contains(there, name)) continue;
        names += (names.empty() ? "" : ", ") + name;
        values += (values.empty() ? "quote(" : " || ', ' || quote(") + name + ")";
    }
    if (names.empty()) return;
    for (const std::string& row : column(from, "SELECT " + values + " FROM " + table)) {
        const auto copied = to.run_script("INSERT INTO " + table + " (" + names + ") VALUES (" + row + ")");
        CHECK(copied.has_value());
    }
}

void copy_tables(Database& from, Database& to) {
    auto transaction = Transaction::begin(to);
    CHECK(transaction.has_value());
    for (const std::string& table :
         column(to,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_words%' AND name "
                "NOT LIKE 'sqlite_%' ORDER BY rowid"))
        copy_table(from, to, table);
    CHECK(transaction->commit().has_value());
}

}  // namespace

bool knows_posts(int older) {
    return older == 0 || older >= with_posts;
}

bool keeps_wrong_stamps(int older) {
    return older != 0 && older < with_proofs;
}

bool asks_older(const HttpRequest& request, int older) {
    return older >= with_picture_receipts || !request.path.starts_with("/api/picture");
}

HttpResponse nothing_there(const HttpRequest& request) {
    return {request.number, 404, write_error_reply({"not_found", "The county's server has nothing at this address."})};
}

HttpRequest asked_by_older(HttpRequest request, int older) {
    leave_out(request.path, "&scope=");
    leave_out(request.path, "&received_chain=");
    if (older >= with_proofs) return request;
    leave_out(request.path, "&chain=");
    if (request.path.starts_with("/api/push")) request.path = "/api/push";
    return request;
}

HttpResponse read_by_older(HttpResponse response, int older) {
    Result<Json> body = parse_json(response.body, "An answer");
    if (!body || !body->is_object()) return response;
    body->erase("scope");
    if (body->contains("results")) body->erase("chain");
    if (older < with_proofs) {
        body->erase("proofs");
        body->erase("chain");
    }
    response.body = to_text(*body);
    return response;
}

void make_older(const std::string& file, int schema) {
    const std::string past = file + ".past";
    {
        const auto from = open(file);
        const auto to = open(past);
        CHECK((!keeps_wrong_stamps(schema) || column(*from, "SELECT change FROM withdrawn").empty()));
        const auto steps = store_migrations();
        CHECK(migrate_to(*to, std::span(steps).first(static_cast<std::size_t>(schema))).has_value());
        copy_tables(*from, *to);
    }
    for (const char* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file + part);
    std::filesystem::rename(past, file);
    for (const char* part : {"-wal", "-shm", "-journal"}) {
        if (std::filesystem::exists(past + part)) std::filesystem::rename(past + part, file + part);
    }
}

}  // namespace kitbag::simulation
