#pragma once
// Signing in with the county's own accounts, for which an enrolment code is given: the two addresses of it. What is answered at once is; for
// somebody who came back from the provider a question to it is given, which is asked elsewhere (provider_worker.h), and finish() takes the
// answer. Works on the county's database, on its one thread.

#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/storage/database.h"
#include "sync/server/attempt_limit.h"
#include "sync/server/audit.h"
#include "sync/server/county_api.h"
#include "sync/server/identity_provider.h"

namespace kitbag {

inline constexpr int sign_in_code_days = 1;

struct SignInQuestion {
    IdentityProvider provider;
    SignInSecrets secrets;
    std::string code;
};

class SignInDesk {
  public:
    SignInDesk(Database& database, const Clock& clock, Random& random)
        : database_(database), clock_(clock), random_(random), audit_(database, clock, random) {}

    static bool owns(std::string_view path);

    std::variant<ApiAnswer, SignInQuestion> answer(const WebRequest& request);

    // What the provider said to the question, or why it said nothing.
    ApiAnswer finish(const WebRequest& request, const SignInQuestion& question, const Result<Identity>& said);

    // A refusal as a page, whose code is the fault's own, or that of the sentence that stands for it.
    static ApiAnswer refuse(const WebRequest& request, const Fault& reason);

  private:
    Result<WebReply> begin(const WebRequest& request);
    Result<SignInQuestion> take_back(const WebRequest& request);
    Result<WebReply> give_code(const SignInQuestion& question, const Identity& person, Id& adviser);
    Result<void> note(const WebRequest& request, const Id& adviser, std::string_view subject, std::string_view outcome);

    Database& database_;
    const Clock& clock_;
    Random& random_;
    Audit audit_;
    AttemptLimit begun_{sign_ins_begun_max};
};

}  // namespace kitbag
