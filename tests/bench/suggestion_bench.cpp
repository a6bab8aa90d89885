// How long a suggestion takes with all its ways out, for every aspect of the county's own criteria: many seeded boards of
// every kind that is slow or common. It prints one JSON object; tests/bench/suggestions.mjs reads it. The reference is
// reading the pack itself, which the app does once for each visit that it opens.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/base/check.h"
#include "core/categorisation/best_fit.h"
#include "core/criteria/framework_json.h"
#include "embedded/packs.h"

namespace {

using namespace kitbag;

constexpr int boards_of_each_kind = 2000;
constexpr int goes = 5;
constexpr int readings = 200;

// How likely each choice is, in tenths; the rest is not judged.
struct Mixture {
    const char* name;
    int green, amber, red, not_applicable;
};

constexpr Mixture mixtures[] = {
    {"any", 2, 2, 2, 2},
    {"nearly all GREEN", 9, 0, 0, 1},
    {"nearly all AMBER", 0, 9, 0, 1},
    {"nearly all RED", 0, 0, 9, 0},
    {"all RED", 0, 0, 10, 0},
    {"half RED, half not judged", 0, 0, 5, 0},
    {"GREEN and RED", 5, 0, 5, 0},
};

std::vector<Judged> draw(const Framework& framework, const Mixture& mixture, std::mt19937& seeded) {
    std::vector<Judged> board;
    for (const Aspect& aspect : framework.aspects) {
        int drawn = static_cast<int>(seeded() % 10);
        const int weights[] = {mixture.green, mixture.amber, mixture.red, mixture.not_applicable};
        for (const Choice choice : all_choices) {
            drawn -= weights[static_cast<int>(choice)];
            if (drawn >= 0) continue;
            if (can_choose(aspect, choice)) board.push_back({aspect.id, choice});
            break;
        }
    }
    return board;
}

// In microseconds.
template <typename Work>
double time_of(Work work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
}

// The fastest of some goes is what the work itself takes; the others also tell what else the machine was doing.
template <typename Work>
double fastest_of(Work work) {
    double fastest = time_of(work);
    for (int go = 1; go < goes; ++go) fastest = std::min(fastest, time_of(work));
    return fastest;
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * share))];
}

}  // namespace

int main() {
    const std::string_view pack = embedded::packs[0].content;
    const auto read = read_framework(pack);
    CHECK(read.has_value());
    std::vector<double> reading;
    std::size_t seen = 0;  // What was worked out is looked at, so that none of it can be left out.
    for (int i = 0; i < readings; ++i) {
        reading.push_back(fastest_of([&] { seen += read_framework(pack)->aspects.size(); }));
    }
    std::mt19937 seeded(2014);
    const std::vector<Judged> one = draw(*read, mixtures[0], seeded);
    const double first =
        time_of([&] { seen += suggest(*read, "secondary", {.has_sixth_form = true}, one).counts.judged() > 0; });
    std::vector<double> all;
    std::string slowest;
    double slowest_p99 = 0;
    for (const Mixture& mixture : mixtures) {
        std::vector<double> times;
        for (int i = 0; i < boards_of_each_kind; ++i) {
            const std::vector<Judged> board = draw(*read, mixture, seeded);
            times.push_back(fastest_of(
                [&] { seen += suggest(*read, "secondary", {.has_sixth_form = true}, board).single_changes.size(); }));
        }
        std::ranges::copy(times, std::back_inserter(all));
        if (quantile(times, 0.99) <= slowest_p99) continue;
        slowest_p99 = quantile(times, 0.99);
        slowest = mixture.name;
    }
    const std::pair<const char*, double> figures[] = {
        {"first_us", first},
        {"p50_us", quantile(all, 0.5)},
        {"p99_us", quantile(all, 0.99)},
        {"most_us", quantile(all, 1)},
        {"reading_p50_us", quantile(reading, 0.5)},
    };
    std::printf("{\"boards\":%zu,\"slowest\":\"%s\"", all.size(), slowest.c_str());
    for (const auto& [name, figure] : figures) std::printf(",\"%s\":%.2f", name, figure);
    std::printf("}\n");
    return seen == 0;
}
