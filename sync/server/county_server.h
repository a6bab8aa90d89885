#pragma once
// The one handler of the running server: the site's files are answered at once, the API's requests one after the other on
// the thread that owns the database. A sign-in waits for the county's identity provider on a thread of its own. Whatever goes wrong inside, something is answered and logged.

#include <atomic>
#include <cstdint>
#include <string>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "sync/server/county_api.h"
#include "sync/server/database_worker.h"
#include "sync/server/http_server.h"
#include "sync/server/provider_worker.h"
#include "sync/server/sign_in_desk.h"
#include "sync/server/static_site.h"

namespace kitbag {

class CountyServer {
  public:
    // The database is used by this object's thread alone until finish() has returned.
    CountyServer(StaticSite site, Database& database, const Clock& clock, Random& random, ApiSettings settings);

    // From the network's thread.
    void handle(WebRequest request, HttpAnswer answer);

    // Answers what was taken and takes no more.
    void finish();

  private:
    struct Asked;
    ApiSettings with_queue(ApiSettings settings);
    void handle_api(Asked asked);
    void sign_in(Asked asked);
    void ask_provider(Asked asked, SignInQuestion question);
    void end_sign_in(Asked asked, const SignInQuestion& question, const Result<Identity>& said);
    void send(Asked& asked, ApiAnswer answered);

    StaticSite site_;
    Metrics metrics_;
    CountyApi api_;
    SignInDesk desk_;
    const Clock& clock_;
    std::string run_;  // Tells this run's request ids from those of another.
    std::atomic<std::uint64_t> requests_ = 0;
    DatabaseWorker worker_;           // Behind what it uses: its thread ends before.
    ProviderWorker provider_worker_;  // Its tasks end with one of the other's.
};

}  // namespace kitbag
