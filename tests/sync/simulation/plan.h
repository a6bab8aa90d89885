#pragma once
// What is to happen in one simulated county, made from a seed: who does what and when, and how bad the network is. A plan can be cut
// down step by step and still be played, which is how the shortest story of a fault is found.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/time.h"

namespace kitbag::simulation {

enum class Act {
    write,            // The adviser writes something: `chance` says what.
    sync,             // The adviser asks for a sync.
    crash,            // The tablet's program ends anywhere and is started again on its store.
    set_clock,        // The tablet's clock is set to another time, right or wrong.
    county_crash,     // The county's program ends and is started again.
    county_away,      // Nobody reaches the county for a while.
    county_backup,    // The officer keeps a copy of the county's database.
    county_restored,  // That copy takes the place of the database.
    scope_decided,    // The officer decides of which schools the records come to the advisers' tablets.
    shut_out,         // The officer revokes the tablet.
    enrolled_again,   // A tablet that was shut out gets a new code. Of no meaning for another.
    write_newer,      // The tablet has a newer program, and writes what nobody else knows yet.
    to_be_erased,     // The officer wants the tablet erased.
    write_post,       // The adviser puts a school into her caseload, or takes it out of it.
    updated,          // The tablet gets the program of today. Of no meaning where it has it.
};

struct Step {
    Instant at = 0;  // Milliseconds from the start.
    Act act = Act::write;
    int tablet = 0;  // Of no meaning for the county's own.
    std::uint64_t chance = 0;
};

// In thousandths of the messages.
struct Network {
    int lost = 0;      // Never arrive, or their answer does not.
    int repeated = 0;  // Arrive a second time, later.
    int cut = 0;       // The answer ends in the middle.
    int foreign = 0;   // Something else answers: a page to sign in, say.
    int crashing = 0;  // The county's program ends after it took them.
    Instant slowest_ms = 0;
};

struct Plan {
    std::uint64_t seed = 0;
    int tablets = 2;
    std::vector<int>
        older;  // Of each tablet, the schema of its program's stores until it is updated; 0 for that of today.
    std::vector<Step> steps;  // By their times.
    Network network;
};

Plan plan_for(std::uint64_t seed);

// The plan in words, a line for each step.
std::string to_text(const Plan& plan);

}  // namespace kitbag::simulation
