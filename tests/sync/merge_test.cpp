#include "sync/merge.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/seams.h"

namespace kitbag {
namespace {

// A version as these tests write it: "2b" is the second millisecond on tablet b.
Stamp stamp_at(std::string_view name) {
    return std::string(11, '0') + name[0] + "0000" + std::string(15, '0') + name[1];
}

struct Written {
    const char* name;
    const char* value;
    std::vector<const char*> base;
};

void take(FieldState& state, const Written& written) {
    std::vector<Stamp> base;
    for (const char* name : written.base) base.push_back(stamp_at(name));
    std::ranges::sort(base);
    merge(state, {stamp_at(written.name), written.value, "author"}, base);
}

std::string shown(const FieldState& state) {
    std::string text = winner(state).value;
    for (const Version& leaf : state.leaves) {
        if (leaf.value != winner(state).value) text += " / " + leaf.value;
    }
    return text;
}

struct Story {
    const char* what;
    std::vector<Written> versions;
    const char* shown;
};

const Story stories[] = {
    {"one writer", {{"1a", "A", {}}}, "A"},
    {"one after the other", {{"1a", "A", {}}, {"2a", "B", {"1a"}}, {"3b", "C", {"2a"}}}, "C"},
    {"two who did not see each other", {{"1a", "A", {}}, {"2b", "B", {}}}, "B / A"},
    {"two edits of the same value", {{"1a", "A", {}}, {"2a", "B", {"1a"}}, {"3b", "C", {"1a"}}}, "C / B"},
    {"the same words twice are no conflict", {{"1a", "A", {}}, {"2b", "A", {}}}, "A"},
    {"a third settles it", {{"1a", "A", {}}, {"2b", "B", {}}, {"3c", "C", {"1a", "2b"}}}, "C"},
    {"a third sees only one of them", {{"1a", "A", {}}, {"2b", "B", {}}, {"3c", "C", {"2b"}}}, "C / A"},
    {"an earlier stamp that came late loses", {{"4a", "A", {}}, {"2b", "B", {}}}, "A / B"},
    {"equal stamps from a copied tablet", {{"1a", "A", {}}, {"1a", "B", {}}}, "B / A"},
    {"equal stamps, then settled", {{"1a", "A", {}}, {"1a", "B", {}}, {"2b", "C", {"1a"}}}, "C"},
};

TEST_CASE("Merging gives one state in whatever order and however often the versions come") {
    for (const Story& story : stories) {
        CAPTURE(story.what);
        FieldState expected;
        for (const Written& written : story.versions) take(expected, written);
        CHECK(shown(expected) == story.shown);
        CHECK(in_conflict(expected) == std::string(story.shown).contains('/'));

        std::vector<std::size_t> order(story.versions.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        do {
            FieldState once;
            FieldState twice;
            FieldState round_again;
            for (const std::size_t i : order) {
                take(once, story.versions[i]);
                take(twice, story.versions[i]);
                take(twice, story.versions[i]);
                take(round_again, story.versions[i]);
            }
            for (const std::size_t i : order) take(round_again, story.versions[i]);
            CHECK(once == expected);
            CHECK(twice == expected);
            CHECK(round_again == expected);
        } while (std::ranges::next_permutation(order).found);
    }
}

TEST_CASE("Any history merges to one state in any order") {
    constexpr const char* names[] = {"1a", "1b", "2a", "2c", "3b", "3c", "4a", "5b"};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        SeededRandom random(seed);
        std::vector<Written> versions;
        for (const char* name : names) {
            Written written{name, name, {}};
            for (const Written& earlier : versions) {
                if (stamp_at(earlier.name) < stamp_at(name) && random.below(3) == 0)
                    written.base.push_back(earlier.name);
            }
            versions.push_back(written);
        }
        FieldState expected;
        for (const Written& written : versions) take(expected, written);
        CHECK(std::string(winner(expected).value) == "5b");
        for (int round = 0; round < 5; ++round) {
            std::vector<Written> shuffled = versions;
            for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random.below(i)]);
            FieldState state;
            for (const Written& written : shuffled) take(state, written);
            CHECK(state == expected);
        }
    }
}

}  // namespace
}  // namespace kitbag
