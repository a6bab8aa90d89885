// The small form of ./dev torture load.

#include "tests/sync/load/load.h"

#include <doctest/doctest.h>

namespace kitbag::test {

TEST_CASE("thirty tablets that sync at once against one server all have every change, once, in one order") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const LoadReport report = play_load({.tablets = 30, .rounds = 2, .changes = 2}, county, {server.port()});
    CHECK(report.faults == std::vector<std::string>{});
    CHECK(report.accepted == 30 * 2 * 2);
}

}  // namespace kitbag::test
