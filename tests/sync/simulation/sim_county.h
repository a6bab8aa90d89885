#pragma once
// The county of a simulation: the server's own answers over a real database in a file. Only the web server is left out.

#include <memory>
#include <string>
#include <vector>

#include "core/storage/database.h"
#include "sync/client/http.h"
#include "sync/server/county_api.h"
#include "sync/server/metrics.h"
#include "tests/support/records_place.h"
#include "tests/support/seams.h"

namespace kitbag::simulation {

class SimCounty {
  public:
    SimCounty(const std::filesystem::path& folder, const Clock& clock);

    HttpResponse answer(const HttpRequest& request);
    std::string new_code();
    void crash();  // And started again.
    void keep_copy();
    bool put_copy_back();  // False where none was kept.
    void shut_out(const std::string& device);
    void want_erased(const std::string& device);
    bool wants_erased(const std::string& device);
    void decide_scope(std::uint64_t chance);
    bool knows(const std::string& device);  // Shut out or not: false where its records are from before it was enrolled.

    Database& database() { return *database_; }

  private:
    void start();
    void stop();

    std::unique_ptr<RecordsPlace> records_;
    const Clock& clock_;
    SeededRandom random_;
    Metrics metrics_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<CountyApi> api_;
};

}  // namespace kitbag::simulation
