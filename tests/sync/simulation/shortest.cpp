#include "tests/sync/simulation/shortest.h"

#include <algorithm>
#include <array>

#include "tests/sync/simulation/world.h"

namespace kitbag::simulation {
namespace {

bool goes_wrong(const Plan& plan) {
    return !World(plan).play().empty();
}

// Leaves out ever smaller runs of steps as long as it still goes wrong.
void leave_out_steps(Plan& plan) {
    for (std::size_t length = std::max<std::size_t>(plan.steps.size() / 2, 1); length > 0; length /= 2) {
        for (std::size_t from = 0; from < plan.steps.size();) {
            Plan shorter = plan;
            const auto begin = shorter.steps.begin() + static_cast<std::ptrdiff_t>(from);
            shorter.steps.erase(begin,
                                begin + static_cast<std::ptrdiff_t>(std::min(length, shorter.steps.size() - from)));
            if (goes_wrong(shorter))
                plan = shorter;
            else
                from += length;
        }
    }
}

void make_network_better(Plan& plan) {
    for (int Network::* part :
         {&Network::lost, &Network::repeated, &Network::cut, &Network::foreign, &Network::crashing}) {
        Plan better = plan;
        better.network.*part = 0;
        if (goes_wrong(better)) plan = better;
    }
}

void update_from_the_start(Plan& plan) {
    for (std::size_t i = 0; i < plan.older.size(); ++i) {
        Plan newer = plan;
        newer.older[i] = 0;
        if (goes_wrong(newer)) plan = newer;
    }
}

}  // namespace

std::string trouble_with(std::uint64_t seed) {
    Plan plan = plan_for(seed);
    if (!goes_wrong(plan)) return "";
    make_network_better(plan);
    update_from_the_start(plan);
    leave_out_steps(plan);
    std::string text = to_text(plan);
    for (const std::string& fault : World(plan).play()) text += "  " + fault + "\n";
    return text;
}

}  // namespace kitbag::simulation
