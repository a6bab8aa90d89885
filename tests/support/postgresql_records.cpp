#include "core/base/check.h"
#include "sync/server/county_place.h"
#include "tests/support/postgresql_server.h"
#include "tests/support/records_place.h"

namespace kitbag {
namespace {

class PostgresqlRecords final : public RecordsPlace {
  public:
    explicit PostgresqlRecords(PostgresqlServer& server)
        : server_(server), name_(server.new_database(server.with_tables())) {}

    ~PostgresqlRecords() override {
        for (const std::string& name : {name_, kept_})
            if (!name.empty()) server_.drop(name);
    }

    std::vector<std::string> arguments() const override { return {"--database", server_.address_of(name_)}; }

    std::unique_ptr<Database> open() const override {
        auto opened = open_county_database(CountyPlace{{}, server_.address_of(name_)}, WhenMissing::make_it);
        CHECK(opened.has_value());
        return *std::move(opened);
    }

    void keep_copy() override {
        if (!kept_.empty()) server_.drop(kept_);
        kept_ = server_.new_database(name_);
    }

    // Under another name: no matter which, as long as it is the one that is opened from now on.
    bool put_copy_back() override {
        if (kept_.empty()) return false;
        server_.drop(name_);
        name_ = server_.new_database(kept_);
        return true;
    }

  private:
    PostgresqlServer& server_;
    std::string name_;
    std::string kept_;
};

}  // namespace

std::unique_ptr<RecordsPlace> records_in_postgresql(PostgresqlServer& server) {
    return std::make_unique<PostgresqlRecords>(server);
}

// So that not each test waits for them to be made.
const std::string& PostgresqlServer::with_tables() {
    if (with_tables_.empty()) {
        with_tables_ = new_database();
        CHECK(open_county_database(CountyPlace{{}, address_of(with_tables_)}, WhenMissing::make_it).has_value());
    }
    return with_tables_;
}

}  // namespace kitbag
