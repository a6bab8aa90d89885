#include "core/categorisation/way_out.h"

#include <set>

#include <doctest/doctest.h>

#include "core/criteria/framework_json.h"
#include "tests/core/categorisation/boards.h"
#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

// "3: 2 of 9 to G + 1 of 12 to Gn => G | …": the margin, and each way with how many of how many changes, and what to.
std::string told(const std::optional<WayOut>& way_out) {
    if (!way_out) return "none";
    std::string text = std::to_string(way_out->changes) + ":";
    for (const Way& way : way_out->ways) {
        if (!text.ends_with(':')) text += " |";
        for (const Pick& pick : way.picks) {
            if (&pick != &way.picks.front()) text += " +";
            std::set<Choice> choices;
            for (const OtherChoice& change : pick.out_of) choices.insert(change.to);
            text += " " + std::to_string(pick.at_least);
            if (pick.at_most != pick.at_least) text += "-" + std::to_string(pick.at_most);
            text += " of " + std::to_string(pick.out_of.size()) + " to ";
            for (const Choice choice : choices) text += marks[static_cast<std::size_t>(choice)];
        }
        text += std::string(" => ") + mark_of(way.becomes);
    }
    return text;
}

struct Row {
    std::string board;
    std::string less_serious;
    std::string more_serious;
};

void check(const Framework& framework, std::span<const Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.board);
        const Suggestion suggestion = suggest(framework, row.board);
        CHECK(told(suggestion.less_serious) == row.less_serious);
        CHECK(told(suggestion.more_serious) == row.more_serious);
    }
}

// The pack of 2014 for one kind of school, its aspects called a, b, c… so that boards can be written in short.
Framework lettered_pack(std::string_view variant, bool has_sixth_form) {
    const Framework pack = read_framework(read_test_file("data/frameworks/school-categorisation-2014.json")).value();
    Framework lettered;
    for (const Aspect* aspect : applicable_aspects(pack, variant, has_sixth_form)) {
        const std::string letter(1, static_cast<char>('a' + lettered.aspects.size()));
        std::string described;
        for (const Category category : all_categories) {
            if (descriptor_of(*aspect, category)) described += mark_of(category);
        }
        lettered.aspects.push_back(aspect_called(letter, described));
        for (Rule rule : pack.rules) {
            if (rule.aspect != aspect->id) continue;
            rule.aspect = letter;
            lettered.rules.push_back(rule);
        }
    }
    return lettered;
}

}  // namespace

TEST_CASE("the ways out of a board are all its smallest sets of changes") {
    const Row rows[] = {
        {".....", "none", "none"},
        {"nnnnn", "none", "none"},
        {"G....", "none", "1: 1 of 5 to A => A | 1 of 5 to R => R"},
        {"GGGA.", "none", "1: 1 of 6 to AR => A"},
        {"GGGG.", "none", "2: 2 of 4 to R => R | 1-2 of 4 to A + 0-1 of 4 to R => A"},
        {"GGAAA", "1: 1 of 3 to G => G", "3: 3 of 5 to R => R | 1 of 5 to n + 2 of 5 to R => R"},
        {"AAA..", "2: 2 of 3 to G => G", "2: 2 of 3 to R => R | 0-1 of 3 to n + 0-1 of 2 to R + 1 of 3 to R => R"},
        {"AAAAn", "3: 3 of 4 to G => G | 1 of 5 to Gn + 2 of 4 to G => G", "2: 2 of 4 to R => R"},
        {"GGRR.", "1: 1 of 5 to Gn => G | 1 of 3 to A => A", "none"},
        {"RRRRR", "3: 3 of 5 to G => G | 1-3 of 5 to A + 0-2 of 5 to G => A", "none"},
    };
    check(plain_framework(5), rows);
}

TEST_CASE("a way out begins with the aspect by which a rule holds the result") {
    const Row rows[] = {
        {"RGGG.", "1: 1 of 2 to Gn => G | 1 of 1 to A => A", "none"},
        {"AGGG.", "1: 1 of 2 to Gn => G", "1: 1 of 1 to R => R"},
        {"AGAA.", "2: 1 of 1 to G + 1 of 2 to G => G | 1 of 1 to G + 1 of 2 to n => G | 1 of 1 to n + 1 of 2 to G => G",
         "1: 1 of 1 to R => R"},
        {"RG.R.", "1: 1 of 1 to G => G | 1 of 1 to A => A", "none"},
    };
    const Framework framework = uneven_framework(5);
    check(framework, rows);
    CHECK(suggest(framework, "RGGG.").less_serious->held_by == std::vector<std::string>{"a"});
    CHECK(suggest(framework, "AGAA.").less_serious->held_by == std::vector<std::string>{"a"});
    CHECK(suggest(framework, "AGAA.").more_serious->held_by.empty());
}

TEST_CASE("no way out leads where nothing can be chosen, or where nothing would be judged any more") {
    Framework framework;
    framework.aspects = {aspect_called("a", "G"), aspect_called("b", "G")};
    CHECK(told(suggest(framework, "GG").more_serious) == "none");
    framework.aspects.push_back(aspect_called("c", "GA"));
    CHECK(told(suggest(framework, "GG.").more_serious) == "2: 1 of 1 to A + 1 of 2 to n => A");
}

TEST_CASE("the ways out of a secondary school with a sixth form are right in all its seventeen aspects") {
    // g is the last inspection, h the risk at the next one (no GREEN), o the support to others (GREEN alone).
    const Row rows[] = {
        {"GGGGGGG.GGGGGGGGG", "none", "1: 1 of 1 to A => A | 1 of 1 to R => R"},
        {"AAAAAAGAAAAAAA.AA", "8: 8 of 14 to G => G | 1 of 16 to Gn + 7 of 14 to G => G", "1: 1 of 1 to R => R"},
        {"GGGGGGGAAAAAARGRR", "1: 1 of 8 to G => G", "1: 1 of 1 to R => R"},
        {"AAAAAAARAAAAAA.AA",
         "9: 1 of 1 to G + 8 of 14 to G => G | 1 of 1 to G + 1 of 16 to Gn + 7 of 14 to G => G |"
         " 1 of 1 to n + 8 of 14 to G => G",
         "1: 1 of 1 to R => R"},
        {"GGGGGGRRGGGGGGGGG", "1: 1 of 2 to Gn => G | 1 of 1 to A => A", "none"},
        {"RRRRRRGRRRRRRRnRR",
         "8: 8 of 14 to G => G | 1-8 of 15 to A + 0-7 of 14 to G => A | 1 of 16 to Gn + 7 of 14 to G => G |"
         " 1 of 16 to Gn + 1-7 of 15 to A + 0-6 of 14 to G => A",
         "none"},
    };
    const Framework pack = lettered_pack("secondary", true);
    REQUIRE(pack.aspects.size() == 17);
    check(pack, rows);
}

TEST_CASE("the ways out of a primary school are right in all its sixteen aspects") {
    // f is the last inspection, g the risk at the next one (no GREEN), n the support to others (GREEN alone).
    const Row rows[] = {
        {"GGGGG.....n....n", "none", "1: 1 of 1 to A => A | 1 of 1 to R => R"},
        {"AAAAAAAAAAAAA.AA", "8: 1 of 1 to G + 7 of 13 to G => G", "1: 1 of 1 to R => R"},
        {"GGGG.nAAAAAARGRR", "3: 3 of 8 to G => G | 1 of 11 to Gn + 2 of 8 to G => G", "1: 1 of 1 to R => R"},
        {"RRRRRRRRRRRRR.RR",
         "8: 1 of 1 to G + 7 of 13 to G => G | 1 of 1 to G + 1-7 of 14 to A + 0-6 of 13 to G => A |"
         " 1 of 1 to A + 0-7 of 14 to A + 0-7 of 13 to G => A",
         "none"},
    };
    const Framework pack = lettered_pack("primary", false);
    REQUIRE(pack.aspects.size() == 16);
    check(pack, rows);
}
