#pragma once
// A real PostgreSQL server for tests: Debian's, with its files and its socket in a folder of its own, so that nobody else
// reaches it. It ends with the program, by its process id. PostgreSQL refuses to run as root; where the tests do, it runs as
// nobody. Used by one thread.

#include <filesystem>
#include <string>

namespace kitbag {

class PostgresqlServer {
  public:
    explicit PostgresqlServer(const std::filesystem::path& place);
    // The one of this program, started when it is first asked for, with its files in memory.
    static PostgresqlServer& running();
    ~PostgresqlServer();
    PostgresqlServer(const PostgresqlServer&) = delete;
    PostgresqlServer& operator=(const PostgresqlServer&) = delete;

    // An empty database, or a copy of another, to which nobody may be connected then.
    std::string new_database(const std::string& copy_of = "template1");
    // One that has a county's tables, to be copied.
    const std::string& with_tables();
    void drop(const std::string& name);
    // "postgresql://…"
    std::string address_of(const std::string& name) const;

    // Ends every connection to a database, as a failing network would.
    void cut_off(const std::string& name);
    // In whatever database the server was made with.
    void tell(const std::string& sql);

  private:
    void start();

    std::filesystem::path folder_;
    int process_ = -1;
    int said_ = -1;  // What it says.
    int databases_ = 0;
    std::string with_tables_;
};

}  // namespace kitbag
