#include "tests/sync/simulation/plan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/storage/migrations.h"
#include "tests/support/seams.h"

namespace kitbag::simulation {
namespace {

constexpr Instant day_ms = 10 * 60 * 60 * 1'000;

struct Weight {
    Act act;
    std::uint64_t weight;
};

constexpr std::uint64_t oldest = 5;  // From it on programs have photographs.

constexpr std::array<Weight, 14> weights = {{{Act::write, 52},
                                             {Act::sync, 22},
                                             {Act::crash, 6},
                                             {Act::set_clock, 4},
                                             {Act::county_crash, 4},
                                             {Act::county_away, 3},
                                             {Act::county_backup, 5},
                                             {Act::county_restored, 3},
                                             {Act::scope_decided, 3},
                                             {Act::shut_out, 2},
                                             {Act::enrolled_again, 2},
                                             {Act::write_newer, 5},
                                             {Act::to_be_erased, 2},
                                             {Act::write_post, 6}}};

constexpr std::array<std::string_view, 15> names = {"writes",
                                                    "syncs",
                                                    "crashes",
                                                    "has its clock set",
                                                    "the county crashes",
                                                    "the county is away",
                                                    "a backup made",
                                                    "is put back",
                                                    "the county decides on scope",
                                                    "is shut out",
                                                    "is enrolled again",
                                                    "writes something newer",
                                                    "is to be erased",
                                                    "writes of a post",
                                                    "is updated"};

Act some_act(SeededRandom& random) {
    std::uint64_t sum = 0;
    for (const Weight& each : weights) sum += each.weight;
    std::uint64_t left = random.below(sum);
    for (const Weight& each : weights) {
        if (left < each.weight) return each.act;
        left -= each.weight;
    }
    return Act::write;
}

Network some_network(SeededRandom& random) {
    Network network;
    const auto up_to = [&](std::uint64_t most) {
        return random.below(3) == 0 ? static_cast<int>(random.below(most)) : 0;
    };
    network.lost = up_to(300);
    network.repeated = up_to(300);
    network.cut = up_to(150);
    network.foreign = up_to(100);
    network.crashing = up_to(100);
    network.slowest_ms = static_cast<Instant>(50 + random.below(20'000));
    return network;
}

}  // namespace

Plan plan_for(std::uint64_t seed) {
    SeededRandom random(seed);
    Plan plan{.seed = seed,
              .tablets = static_cast<int>(2 + random.below(3)),
              .older = {},
              .steps = {},
              .network = some_network(random)};
    const std::uint64_t count = 22 + random.below(55);
    while (plan.steps.size() < count) {
        const Step step{.at = static_cast<Instant>(random.below(day_ms)),
                        .act = some_act(random),
                        .tablet = static_cast<int>(random.below(static_cast<std::uint64_t>(plan.tablets))),
                        .chance = random.next()};
        plan.steps.push_back(step);
    }
    const std::uint64_t newest = store_migrations().size();
    for (int i = 0; i < plan.tablets; ++i) {
        plan.older.push_back(random.below(4) == 0 ? static_cast<int>(oldest + random.below(newest - oldest)) : 0);
        if (plan.older.back() == 0) continue;
        plan.steps.push_back({.at = static_cast<Instant>(random.below(day_ms)), .act = Act::updated, .tablet = i});
    }
    std::ranges::stable_sort(plan.steps, {}, &Step::at);
    return plan;
}

std::string to_text(const Plan& plan) {
    const Network& network = plan.network;
    std::string text = "seed " + std::to_string(plan.seed) + ", " + std::to_string(plan.tablets) +
                       " tablets; of a thousand messages " + std::to_string(network.lost) + " are lost, " +
                       std::to_string(network.repeated) + " repeated, " + std::to_string(network.cut) + " cut, " +
                       std::to_string(network.foreign) + " answered by something else, " +
                       std::to_string(network.crashing) + " crash the county\n";
    for (std::size_t i = 0; i < plan.older.size(); ++i) {
        if (plan.older[i] == 0) continue;
        text += std::string("  tablet ") + static_cast<char>('a' + i) + " has a program with stores of schema " +
                std::to_string(plan.older[i]) + "\n";
    }
    for (const Step& step : plan.steps) {
        text += "  " + std::to_string(step.at / 1'000) + " s: ";
        if (step.act < Act::county_crash || step.act >= Act::shut_out)
            text += std::string("tablet ") + static_cast<char>('a' + step.tablet) + " ";
        text += names.at(static_cast<std::size_t>(step.act));
        text += "\n";
    }
    return text;
}

}  // namespace kitbag::simulation
