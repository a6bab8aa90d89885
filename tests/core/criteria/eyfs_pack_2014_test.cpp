#include <doctest/doctest.h>

#include "tests/core/criteria/packs_2014.h"

using namespace kitbag;

TEST_CASE("the EYFS pack of 2014 keeps the conditions that are easily lost") {
    struct Row {
        std::string aspect;
        Category category;
        std::string words;
    };
    using enum Category;
    const Row rows[] = {
        {"eyfs_profile", green, "hold their level, and are rising"},
        {"eyfs_profile", amber, "hold their level, but are not rising"},
        {"eyfs_profile", red, "neither hold their level nor rise"},
        {"eyfs_progress", green, "what parents tell helps to set accurate starting points"},
        {"eyfs_progress", amber, "at least what is expected"},
        {"eyfs_progress", red, "Inadequate from where children start"},
        {"eyfs_pupil_premium", green, "good or better"},
        {"eyfs_vulnerable_group_gaps", green, "attainment and progress"},
        {"eyfs_vulnerable_group_gaps", green, "evidence"},
        {"eyfs_vulnerable_group_gaps", amber, "Significant gaps in attainment and progress, with little sign"},
        {"eyfs_vulnerable_group_gaps", red, "Significant gaps in attainment and progress, with no sign"},
        {"eyfs_last_inspection", green, "within the last academic year"},
        {"eyfs_last_inspection", green, "good or outstanding, and named no priorities for the EYFS"},
        {"eyfs_last_inspection", amber, "Requiring Improvement, and named priorities for the EYFS"},
        {"eyfs_last_inspection", red, "serious weaknesses or to need special measures, and named priorities"},
        {"eyfs_inspection_priorities", green, "successfully, or is on the way to it"},
        {"eyfs_inspection_priorities", amber, "still to be dealt with successfully"},
        {"eyfs_leadership", green, "to drive improvement in the EYFS and to keep it up"},
        {"eyfs_leadership", green, "provision is highly effective"},
        {"eyfs_leadership", amber, "not good yet"},
        {"eyfs_leadership", red, "Senior leaders lack the capacity"},
        {"eyfs_self_evaluation", green, "monitoring is robust"},
        {"eyfs_self_evaluation", amber, "lack accuracy or effect"},
        {"eyfs_self_evaluation", red, "not rigorous enough"},
        {"eyfs_teaching", green, "data, work scrutiny and lesson observations"},
        {"eyfs_teaching", amber, "data, work scrutiny and lesson observations"},
        {"eyfs_teaching", red, "Requires improvement or is inadequate, on the evidence of data, work scrutiny"},
        {"eyfs_assessment", green, "the outcomes as the EYFS ends"},
        {"eyfs_assessment", amber, "in the EYFS cannot be relied on"},
        {"eyfs_assessment", red, "Without method, and teachers’ assessments in the EYFS cannot be relied on"},
        {"eyfs_safeguarding", green, "robust and effective; all of the EYFS team clearly understand"},
        {"eyfs_safeguarding", green, "carry them out"},
        {"eyfs_safeguarding", amber, "support and training"},
        {"eyfs_safeguarding", amber, "safeguarding and child protection"},
        {"eyfs_safeguarding", red, "safeguarding and child protection in the EYFS"},
        {"eyfs_governance", green, "school leaders are held to account for the EYFS"},
        {"eyfs_governance", amber,
         "Supportive of the EYFS, but as yet neither holds the school to account nor monitors"},
        {"eyfs_governance", red, "Neither holds the EYFS to account nor monitors"},
        {"eyfs_partnership", green, "other early years providers nearby, outside agencies and the community"},
        {"eyfs_partnership", green, "influences and supports the practice of others nearby"},
        {"eyfs_partnership", amber, "pre-schools, nurseries, children’s centres and the EYFS of other schools"},
        {"eyfs_partnership", amber, "developing"},
        {"eyfs_partnership", red, "pre-schools, nurseries, children’s centres and the EYFS of other schools"},
        {"eyfs_partnership", red, "ineffective or absent"},
        {"eyfs_parents", green, "Senior leaders and the EYFS team work well with all parents and carers"},
        {"eyfs_parents", green, "those who find it hard to engage"},
        {"eyfs_parents", green, "support learning in the EYFS, and share information for assessment all year round"},
        {"eyfs_parents", amber, "not effective yet, or not yet of benefit to children’s learning"},
        {"eyfs_parents", red, "ineffective; parents add very little to their child’s learning; and information"},
    };
    const Framework framework = pack_of(eyfs_pack_file);
    for (const Row& row : rows) {
        CAPTURE(row.aspect);
        CAPTURE(row.words);
        for (const auto& [variant, text] : descriptor(framework, row.aspect, row.category).texts)
            CHECK(text.contains(row.words));
    }
}

TEST_CASE("the EYFS pack of 2014 describes every category, and asks nursery schools all but the EYFS Profile") {
    const Framework framework = pack_of(eyfs_pack_file);
    for (const Aspect& aspect : framework.aspects) {
        for (const auto& descriptor : aspect.descriptors) CHECK(descriptor.has_value());
    }
    CHECK(applicable_aspects(framework, "eyfs_primary", false).size() == 14);
    CHECK(applicable_aspects(framework, "eyfs_nursery", false).size() == 13);
    CHECK(find_aspect(framework, "eyfs_profile")->applies_to == std::vector<std::string>{"eyfs_primary"});
    CHECK(framework.rules.empty());
}
