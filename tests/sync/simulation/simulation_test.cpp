#include <doctest/doctest.h>

#include "tests/sync/simulation/shortest.h"

namespace kitbag::simulation {
namespace {

TEST_CASE("Two hundred simulated counties lose nothing, and everyone comes to the same record") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        CHECK(trouble_with(seed) == "");
    }
}

}  // namespace
}  // namespace kitbag::simulation
