// Whether a store can still be read whole. Apart from database.cpp, which knows nothing of looking for damage.

#include <sqlite3.h>

#include "core/base/check.h"
#include "core/storage/database.h"
#include "core/storage/sqlite_engine.h"

namespace kitbag {
namespace {

constexpr int operations_between = 1'000;  // Of SQLite's own; some tens of microseconds.

// What SQLite found is for nobody who reads this sentence; the store itself tells it again to whoever looks.
Fault damaged() {
    return {
        "storage_damaged",
        "Part of the store on this device cannot be read: it is damaged. Nothing was changed. What can be read can be "
        "recovered."};
}

// Asks `go_on` while a statement runs, as long as it lives.
class Patience {
  public:
    Patience(sqlite3* handle, const std::function<bool()>& go_on) : handle_(handle) {
        sqlite3_progress_handler(handle_, operations_between, &Patience::ask,
                                 const_cast<std::function<bool()>*>(&go_on));
    }
    ~Patience() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;

  private:
    static int ask(void* go_on) { return (*static_cast<const std::function<bool()>*>(go_on))() ? 0 : 1; }

    sqlite3* handle_;
};

}  // namespace

Result<bool> Database::check_quickly(const std::function<bool()>& go_on) {
    CHECK(sqlite_ != nullptr);
    sqlite3* const handle = sqlite_->handle();
    const Patience patience(handle, go_on);
    std::string finding;
    const auto keep = [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) = values[0] ? values[0] : "";
        return 0;
    };
    const int code = sqlite3_exec(handle, "PRAGMA quick_check(1)", keep, &finding, nullptr);
    if ((code & 0xff) == SQLITE_INTERRUPT) return false;
    if (code != SQLITE_OK) return std::unexpected(sqlite_->fault_now(code));
    if (finding != "ok") return std::unexpected(damaged());
    return true;
}

Result<std::vector<std::string>> Database::tables() {
    std::vector<std::string> names;
    Statement statement = query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return names;
        names.push_back(statement.text(0));
    }
}

Result<void> Database::check_table(std::string_view table) {
    CHECK(sqlite_ != nullptr);
    sqlite3_db_release_memory(sqlite_->handle());  // What is in memory is whole: it is the file that is looked at.
    Statement statement = query("SELECT integrity_check FROM pragma_integrity_check(?1)", table);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (*row && statement.text(0) == "ok") return {};
    return std::unexpected(damaged());
}

}  // namespace kitbag
