#include "tests/support/postgresql_server.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/check.h"
#include "tests/support/seams.h"

namespace kitbag {
namespace {

namespace fs = std::filesystem;

// Not the order of bytes: where a county's records are sorted by anything else, the tests see it.
constexpr const char* locale = "en-GB";

using Words = std::vector<std::string>;

fs::path programs() {
    fs::path newest;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
        if (version.path() > newest) newest = version.path();
    return newest / "bin";
}

const passwd* whoever_may() {
    const passwd* nobody = getpwnam("nobody");
    CHECK(nobody != nullptr);
    return nobody;
}

// It goes when this process goes, however that ends.
Words as_whoever_may(Words words) {
    Words before = {"/usr/bin/setpriv", "--pdeathsig", "QUIT"};
    if (geteuid() == 0) {
        const passwd* nobody = whoever_may();
        before.insert(before.end(), {"--reuid", std::to_string(nobody->pw_uid), "--regid",
                                     std::to_string(nobody->pw_gid), "--clear-groups"});
    }
    words.insert(words.begin(), before.begin(), before.end());
    return words;
}

// What it says goes into a pipe.
int begin_program(Words words, int& out_pipe) {
    std::array<int, 2> ends{};
    CHECK(pipe2(ends.data(), O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t process = -1;
    const int failed = posix_spawn(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
    CHECK(failed == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    out_pipe = ends[0];
    return process;
}

// Waits until it says so, or has no more to say.
bool says(int pipe, std::string_view words) {
    std::string said;
    std::array<char, 4096> piece{};
    for (ssize_t size = 0; !said.contains(words) && (size = read(pipe, piece.data(), piece.size())) > 0;)
        said.append(piece.data(), static_cast<std::size_t>(size));
    return said.contains(words);
}

}  // namespace

PostgresqlServer& PostgresqlServer::running() {
    static PostgresqlServer server(place_in_memory());
    return server;
}

PostgresqlServer::PostgresqlServer(const fs::path& place) {
    std::string name = (place / "kitbag-postgresql-XXXXXX").string();
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    if (geteuid() == 0) CHECK(chown(name.c_str(), whoever_may()->pw_uid, whoever_may()->pw_gid) == 0);
    start();
}

void PostgresqlServer::start() {
    const int made = begin_program(
        as_whoever_may({programs() / "initdb", "--pgdata", folder_ / "data", "--username", "kitbag", "--auth", "trust",
                        "--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", locale,
                        "--no-sync", "--no-instructions"}),
        said_);
    (void)says(said_, "To the end.");
    close(said_);
    int status = 0;
    waitpid(made, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    Words words = {programs() / "postgres", "-D", folder_ / "data"};
    // It says little, because nobody reads on after it is ready.
    for (const std::string& setting :
         {std::string("listen_addresses="), "unix_socket_directories=" + folder_.string(),
          std::string("dynamic_shared_memory_type=mmap"), std::string("shared_buffers=32MB"),
          std::string("max_connections=60"), std::string("wal_level=minimal"), std::string("max_wal_senders=0"),
          std::string("log_min_messages=log"), std::string("log_checkpoints=off")}) {
        words.insert(words.end(), {"-c", setting});
    }
    process_ = begin_program(as_whoever_may(std::move(words)), said_);
    CHECK(says(said_, "ready to accept connections"));
}

PostgresqlServer::~PostgresqlServer() {
    kill(process_, SIGQUIT);
    waitpid(process_, nullptr, 0);
    close(said_);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string PostgresqlServer::address_of(const std::string& name) const {
    return "postgresql:///" + name + "?user=kitbag&host=" + folder_.string();
}

void PostgresqlServer::tell(const std::string& sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address_of("postgres").c_str()),
                                                                  &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(connection.get(), sql.c_str()), &PQclear);
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        check_failed(PQerrorMessage(connection.get()), __FILE__, __LINE__);
}

std::string PostgresqlServer::new_database(const std::string& copy_of) {
    const std::string name = "county_" + std::to_string(++databases_);
    tell("CREATE DATABASE " + name + " TEMPLATE " + copy_of);
    return name;
}

void PostgresqlServer::drop(const std::string& name) {
    tell("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

void PostgresqlServer::cut_off(const std::string& name) {
    tell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
}

}  // namespace kitbag
