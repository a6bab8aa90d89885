#include <doctest/doctest.h>

#include "tests/sync/simulation/shortest.h"

namespace kitbag::simulation {
namespace {

// The same counties as in simulation_test.cpp; some of them, because each copy of a whole database takes its time.
TEST_CASE("Simulated counties that keep their records in PostgreSQL come to the same record too") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        CHECK(trouble_with(seed) == "");
    }
}

}  // namespace
}  // namespace kitbag::simulation
