#pragma once
// Many tablets that sync at the same moment, each on a connection of its own and with what it has written since, against one
// server or several of one county. A tablet whose server is gone turns to another and sends the same again, as real ones do.
// Afterwards it is asked what came of it: every change must be with every tablet, once, in the one order of the county.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

struct LoadPlan {
    int tablets = 500;
    int rounds = 2;   // How often each syncs.
    int changes = 2;  // Written by each before it does.
};

struct LoadReport {
    double seconds = 0;            // From the first to the last answer, without the quiet reading at the end.
    std::vector<double> syncs_ms;  // Each: everything sent and everything read. In ascending order.
    std::size_t accepted = 0;      // Changes.
    std::size_t handed_out = 0;    // Changes, to all tablets together.
    std::size_t turned = 0;        // How often a tablet turned to another server.
    std::vector<std::string> faults;

    double sync_ms(double share) const;  // 0.5 for the middle one.
};

// Enrols the tablets, lets all of them go at once, and looks what came of it. `after_push` is told how many pushes were
// answered, on the thread of whichever tablet.
LoadReport play_load(const LoadPlan& plan, const County& county, const std::vector<std::uint16_t>& ports,
                     const std::function<void(int)>& after_push = {});

// Figures on one line.
std::string to_line(const LoadPlan& plan, const LoadReport& report);

}  // namespace kitbag::test
