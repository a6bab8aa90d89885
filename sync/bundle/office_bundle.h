#pragma once
// The office's side of a bundle: asks the county, in the tablet's name and with its token, all that the tablet would have asked over a
// network, in the same messages, and makes the answer file of what the county said. So what may not come over the network does not
// come this way either. The county is behind `ask`; nothing is known here of where it keeps anything.
//
// Codes: those of carried_file.h; "other_county", "other_recovery_key"; and the county's own where it does not know the tablet or
// cannot answer, when there is no answer file.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/byte_source.h"
#include "core/storage/escrow.h"

namespace kitbag {

inline constexpr std::int64_t answer_pages_bytes_max =
    std::int64_t{64} * 1024 * 1024;  // Whole pages: the last passes it.

struct CountyQuestion {
    std::string method;
    std::string path;   // "/api/push"
    std::string query;  // "received=…", or "".
    std::string body;
    std::string token;
};
struct CountyAnswer {
    int status = 0;
    std::string body;
};
using AskCounty = std::function<CountyAnswer(const CountyQuestion& question)>;

// What came of it, to be told to whoever stands at the office.
struct BundleTaken {
    std::string device;
    Instant made_at = 0;  // The bundle, by the tablet's clock.
    int accepted = 0;
    int already_had = 0;
    int refused = 0;
    int pictures = 0;    // That the county has whole.
    int given_back = 0;  // Changes in the answer.
    bool more = false;   // The county has more for this tablet than one answer holds.
    bool restored =
        false;  // It was put back from a copy since this tablet heard of it: nothing was taken, and will be with the next.
    bool leaving = false;  // It wants the tablet erased, and gives it nothing.
};

// Checks the whole file before anything is asked. Taken twice, a bundle changes nothing the second time and gets the same receipts.
// `county` is the county's name. After a Fault what went to the sink is no file.
Result<BundleTaken> take_bundle(ByteSource& bundle, std::string_view county, const SecretKey& recovery_secret,
                                const AskCounty& ask, Instant now, Random& random, const ByteSink& answer);

}  // namespace kitbag
