// Plays many simulated counties: simulate [COUNT [FIRST]]. Prints each that goes wrong in the shortest form found, and at last
// `N passed, N failed`.

#include <cstdlib>
#include <iostream>

#include "tests/sync/simulation/shortest.h"

int main(int count, char** words) {
    const std::uint64_t counties = count > 1 ? std::strtoull(words[1], nullptr, 10) : 20'000;
    const std::uint64_t first = count > 2 ? std::strtoull(words[2], nullptr, 10) : 1;
    std::uint64_t failed = 0;
    for (std::uint64_t seed = first; seed < first + counties; ++seed) {
        const std::string trouble = kitbag::simulation::trouble_with(seed);
        if (trouble.empty()) continue;
        ++failed;
        std::cout << trouble << std::flush;
    }
    std::cout << counties - failed << " passed, " << failed << " failed\n";
    return failed == 0 ? 0 : 1;
}
