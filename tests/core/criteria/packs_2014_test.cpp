#include "tests/core/criteria/packs_2014.h"

#include <map>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

const char* const pack_files[] = {school_pack_file, eyfs_pack_file};

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

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("the packs of 2014 have each of the 48 and 42 bullets of Appendix 4 exactly once") {
    struct Row {
        const char* file;
        std::string reference;
        std::size_t aspects;
        int bullets;  // In each category.
    };
    const Row rows[] = {{school_pack_file, "Appendix 4, ", 17, 16}, {eyfs_pack_file, "Appendix 4, EYFS, ", 14, 14}};
    for (const Row& row : rows) {
        const Framework framework = pack_of(row.file);
        std::map<std::string, int> sources;
        for (const Aspect& aspect : framework.aspects) {
            for (const auto& descriptor : aspect.descriptors) {
                if (descriptor) ++sources[descriptor->source];
            }
        }
        CHECK(framework.aspects.size() == row.aspects);
        CHECK(sources.size() == static_cast<std::size_t>(3 * row.bullets));
        for (const std::string colour : {"GREEN", "AMBER", "RED"}) {
            for (int bullet = 1; bullet <= row.bullets; ++bullet) {
                const std::string source = row.reference + colour + ", bullet " + std::to_string(bullet);
                CAPTURE(source);
                CHECK(sources[source] == 1);
            }
        }
    }
}

TEST_CASE("the packs of 2014 are in use from the school year of the strategy, and no id stands in both") {
    const Framework school = pack_of(school_pack_file);
    const Framework eyfs = pack_of(eyfs_pack_file);
    CHECK(school.subject == Subject::school);
    CHECK(eyfs.subject == Subject::eyfs);
    CHECK(school.in_use_from == "");  // As it was first given out: tablets have it so, under this version.
    CHECK(eyfs.in_use_from == "2014-09-01");
    CHECK(school.id != eyfs.id);
    for (const Variant& variant : eyfs.variants) CHECK(find_variant(school, variant.id) == nullptr);
    // Evidence is gathered by aspect over the visits of a school, and its EYFS is another matter.
    for (const Aspect& aspect : eyfs.aspects) CHECK(find_aspect(school, aspect.id) == nullptr);
}

TEST_CASE("the packs of 2014 word categories alike for pupil premium and nothing else") {
    for (const char* const file : pack_files) {
        const Framework framework = pack_of(file);
        for (const Aspect& aspect : framework.aspects) {
            CAPTURE(aspect.id);
            const bool is_pupil_premium = aspect.id == "pupil_premium" || aspect.id == "eyfs_pupil_premium";
            const std::vector<Category> alike =
                is_pupil_premium ? std::vector{Category::amber, Category::red} : std::vector<Category>{};
            for (const std::string& variant : aspect.applies_to) CHECK(worded_alike(aspect, variant) == alike);
        }
    }
}

TEST_CASE("the school pack of 2014 keeps the subjects of each bullet, joined as the source joins them") {
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
    const Framework framework = pack_of(school_pack_file);
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

TEST_CASE("the school pack of 2014 keeps the conditions that are easily lost") {
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
    const Framework framework = pack_of(school_pack_file);
    for (const Row& row : rows) {
        CAPTURE(row.aspect);
        CAPTURE(row.words);
        for (const auto& [variant, text] : descriptor(framework, row.aspect, row.category).texts)
            CHECK(text.contains(row.words));
    }
}

TEST_CASE("the school pack of 2014 describes nothing where Appendix 4 is silent") {
    const Framework framework = pack_of(school_pack_file);
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

TEST_CASE("the reader's tables of criteria agree with the packs of 2014, row by row") {
    const std::string tables = read_test_file("docs/criteria.md");
    std::size_t rows = 0;
    for (const char* const file : pack_files) {
        const Framework framework = pack_of(file);
        for (const Aspect& aspect : framework.aspects) {
            for (const auto& descriptor : aspect.descriptors) {
                if (!descriptor) continue;
                ++rows;
                CAPTURE(row_of(aspect, *descriptor));
                CHECK(count_of(tables, row_of(aspect, *descriptor)) == 1);
            }
        }
        for (const Rule& rule : framework.rules) CHECK(tables.contains(" | " + rule.text + " |\n"));
    }
    CHECK(rows == 90);
    CHECK(count_of(tables, "\n| Appendix 4, ") == rows);
}
