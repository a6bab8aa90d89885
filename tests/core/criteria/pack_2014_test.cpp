#include <map>

#include <doctest/doctest.h>

#include "core/criteria/framework_json.h"
#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

Framework pack_2014() {
    auto framework = read_framework(read_test_file("data/frameworks/school-categorisation-2014.json"));
    REQUIRE_MESSAGE(framework.has_value(), (framework ? "" : framework.error().sentence));
    return *framework;
}

const Descriptor& descriptor(const Framework& framework, std::string_view aspect, Category category) {
    const Aspect* const found = find_aspect(framework, aspect);
    REQUIRE(found != nullptr);
    REQUIRE(descriptor_of(*found, category) != nullptr);
    return *descriptor_of(*found, category);
}

// A row of docs/criteria.md.
std::string row_of(const Aspect& aspect, const Descriptor& descriptor) {
    std::string words;
    bool differ = false;
    for (const auto& [variant, text] : descriptor.texts) differ = differ || text != descriptor.texts.begin()->second;
    for (const std::string& variant : aspect.applies_to) {
        if (!differ) {
            words = descriptor.texts.at(variant);
        } else {
            words += (words.empty() ? "*" : "<br>*") + variant + "*: " + descriptor.texts.at(variant);
        }
    }
    return "| " + descriptor.source + " | " + aspect.title + " | " + words + " |\n";
}

}  // namespace

TEST_CASE("the pack of 2014 has each of the 48 bullets of Appendix 4 exactly once") {
    const Framework framework = pack_2014();
    std::map<std::string, int> sources;
    for (const Aspect& aspect : framework.aspects) {
        for (const auto& descriptor : aspect.descriptors) {
            if (descriptor) ++sources[descriptor->source];
        }
    }
    CHECK(framework.aspects.size() == 17);
    CHECK(sources.size() == 48);
    for (const std::string colour : {"GREEN", "AMBER", "RED"}) {
        for (int bullet = 1; bullet <= 16; ++bullet) {
            const std::string source = "Appendix 4, " + colour + ", bullet " + std::to_string(bullet);
            CAPTURE(source);
            CHECK(sources[source] == 1);
        }
    }
}

TEST_CASE("the pack of 2014 keeps the subjects of each bullet, joined as the source joins them") {
    struct Row {
        std::string aspect;
        Category category;
        std::string primary;
        std::string secondary;
    };
    using enum Category;
    const char* const primary_and = "reading, writing and mathematics";
    const char* const primary_or = "reading, writing or mathematics";
    const char* const secondary_and = "English, mathematics and Best 8";
    const char* const secondary_or = "English, mathematics or Best 8";
    const Row rows[] = {
        {"progress", green, primary_and, secondary_and},   {"progress", amber, primary_or, secondary_and},
        {"progress", red, primary_or, secondary_and},      {"attainment", amber, primary_or, secondary_and},
        {"attainment", red, primary_or, secondary_or},     {"outcomes_trend", amber, primary_or, secondary_and},
        {"outcomes_trend", red, primary_or, secondary_or},
    };
    const Framework framework = pack_2014();
    for (const Row& row : rows) {
        CAPTURE(row.aspect);
        CAPTURE(to_word(row.category));
        const auto& texts = descriptor(framework, row.aspect, row.category).texts;
        CHECK(texts.at("primary").contains(row.primary));
        CHECK(texts.at("secondary").contains(row.secondary));
        CHECK(texts.at("special").contains(std::string(row.primary) + " (primary age); " + row.secondary +
                                           " (secondary age)"));
    }
}

TEST_CASE("the pack of 2014 keeps the conditions that are easily lost") {
    struct Row {
        std::string aspect;
        Category category;
        std::string words;
    };
    using enum Category;
    const Row rows[] = {
        {"progress", green, "every group"},
        {"progress", green, "exceed it"},
        {"progress", amber, "all groups"},
        {"progress", amber, "exceed it"},
        {"progress", red, "any one group"},
        {"attainment", green, "average, or else good achievement"},
        {"attainment", green, "each key stage"},
        {"post_16", green, "good or outstanding"},
        {"post_16", red, "attainment, value added and retention"},
        {"outcomes_trend", green, "faster than nationally; and next year’s predictions"},
        {"outcomes_trend", green, "at least as high"},
        {"vulnerable_group_gaps", green, "attainment and progress"},
        {"vulnerable_group_gaps", green, "faster than they are nationally"},
        {"vulnerable_group_gaps", green, "evidence"},
        {"vulnerable_group_gaps", amber, "little sign"},
        {"vulnerable_group_gaps", red, "Significant"},
        {"vulnerable_group_gaps", red, "no sign"},
        {"last_inspection", green, "within the last academic year"},
        {"last_inspection", amber, "Recent"},
        {"last_inspection", red, "serious weaknesses or to need special measures"},
        {"next_inspection_risk", red, "overall effectiveness"},
        {"areas_for_improvement", amber, "Some"},
        {"capacity", amber, "may be new"},
        {"teaching", green, "data, work scrutiny and lesson observations"},
        {"teaching", red, "Requires improvement or is inadequate"},
        {"assessment", green, "each key stage"},
        {"assessment", amber, "one or more year groups"},
        {"assessment", red, "one or more year groups"},
        {"behaviour_and_safety", amber, "Either or both"},
        {"governance", amber, "neither holds the school to account nor monitors"},
        {"parent_view", red, "complaints"},
        {"parent_view", red, "some of the school’s procedures"},
    };
    const Framework framework = pack_2014();
    for (const Row& row : rows) {
        CAPTURE(row.aspect);
        CAPTURE(row.words);
        for (const auto& [variant, text] : descriptor(framework, row.aspect, row.category).texts)
            CHECK(text.contains(row.words));
    }
}

TEST_CASE("the pack of 2014 describes nothing where Appendix 4 is silent") {
    const Framework framework = pack_2014();
    const Aspect& risk = *find_aspect(framework, "next_inspection_risk");
    const Aspect& support = *find_aspect(framework, "support_to_others");
    CHECK(descriptor_of(risk, Category::green) == nullptr);
    CHECK(descriptor_of(support, Category::amber) == nullptr);
    CHECK(descriptor_of(support, Category::red) == nullptr);
    CHECK(applicable_aspects(framework, "primary", true).size() == 16);
    CHECK(applicable_aspects(framework, "secondary", true).size() == 17);
    CHECK(applicable_aspects(framework, "secondary", false).size() == 16);
    CHECK(applicable_aspects(framework, "special", true).size() == 17);
}

TEST_CASE("the reader's table of criteria agrees with the pack of 2014") {
    const Framework framework = pack_2014();
    const std::string table = read_test_file("docs/criteria.md");
    for (const Aspect& aspect : framework.aspects) {
        for (const auto& descriptor : aspect.descriptors) {
            if (!descriptor) continue;
            CAPTURE(row_of(aspect, *descriptor));
            CHECK(table.contains(row_of(aspect, *descriptor)));
        }
    }
    for (const Rule& rule : framework.rules) CHECK(table.contains(" | " + rule.text + " |\n"));
}
