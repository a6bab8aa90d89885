// The kinds of visit that Kitbag carries.

#include <set>

#include <doctest/doctest.h>

#include "core/visits/academy_rule.h"
#include "core/visits/visit_template.h"
#include "tests/core/criteria/packs_2014.h"
#include "tests/core/test_files.h"

namespace kitbag {
namespace {

VisitTemplates carried() {
    auto templates = read_visit_templates(read_test_file("data/visit_templates/2014.json"));
    REQUIRE_MESSAGE(templates.has_value(), (templates ? "" : templates.error().sentence));
    return *templates;
}

const VisitTemplate& kind_of(const VisitTemplates& templates, std::string_view kind) {
    const VisitTemplate* const found = find_template(templates, kind);
    REQUIRE_MESSAGE(found != nullptr, kind);
    return *found;
}

std::string posts_of(const VisitTemplate& wanted) {
    std::string posts;
    for (const Named& one : wanted.present) posts += (posts.empty() ? "" : " ") + one.id;
    return posts;
}

struct Kind {
    const char* kind;
    bool direct_monitoring;
    const char* present;
    VisitTemplate::At at = VisitTemplate::At::schools;
};

constexpr auto in_settings = VisitTemplate::At::settings;

constexpr Kind kinds[] = {
    {"keeping_in_touch", false, "headteacher"},
    {"monitoring", true, "headteacher"},
    {"lesson_observation", true, "teacher joint_observer"},
    {"work_scrutiny", true, "leader"},
    {"staff_discussion", false, "staff"},
    {"governor_discussion", false, "chair_of_governors"},
    {"parent_discussion", false, "parents"},
    {"review", true, "headteacher chair_of_governors"},
    {"post_inspection_meeting", false, "headteacher chair_of_governors"},
    {"early_years_observation", true, "early_years_leader"},
    {"setting_observation", false, "manager", in_settings},
    {"setting_welfare_check", false, "manager safeguarding_lead", in_settings},
    {"setting_leadership", false, "manager owner", in_settings},
    {"setting_transition", false, "manager", in_settings},
    {"safeguarding_check", true, "headteacher safeguarding_lead"},
    {"critical_incident", false, "headteacher"},
    {"alternative_provision_check", true, "provision_lead"},
    {"personal_education_plan_review", false, "designated_teacher social_worker"},
    {"desk_evidence", false, ""},
};

}  // namespace

TEST_CASE(
    "The kinds of visit of 2014 are those of the strategy, with what is direct monitoring and who must be there") {
    const VisitTemplates templates = carried();
    CHECK(templates.version == "2014.2");
    CHECK(templates.templates.size() == std::size(kinds));
    for (const Kind& row : kinds) {
        CAPTURE(row.kind);
        const VisitTemplate& found = kind_of(templates, row.kind);
        CHECK(found.direct_monitoring == row.direct_monitoring);
        CHECK(posts_of(found) == row.present);
        CHECK(found.at == row.at);
        CHECK_FALSE(found.sections.empty());
        CHECK_FALSE(found.look_at.empty());
    }
}

TEST_CASE(
    "An academy that agreed to nothing is offered discussion, Keeping in Touch, support and evidence from the desk") {
    const VisitTemplates templates = carried();
    std::set<std::string> offered;
    for (const VisitTemplate* const one : allowed_without_agreement(templates)) offered.insert(one->kind);
    CHECK(offered == std::set<std::string>{"keeping_in_touch", "staff_discussion", "governor_discussion",
                                           "parent_discussion", "post_inspection_meeting", "critical_incident",
                                           "personal_education_plan_review", "desk_evidence"});
}

TEST_CASE("A review asks each question of Appendix 3 by itself") {
    const VisitTemplates templates = carried();
    const VisitTemplate& review = kind_of(templates, "review");
    for (const char* const question : {"review_data", "review_teaching", "review_governance", "review_overall",
                                       "review_support", "review_barriers", "review_overcome"}) {
        CAPTURE(question);
        CHECK(find_question(review, question) != nullptr);
    }
}

TEST_CASE(
    "A post-inspection meeting is held by the head of service or a senior adviser, and asks whether a plan is needed") {
    const VisitTemplates templates = carried();
    const VisitTemplate& meeting = kind_of(templates, "post_inspection_meeting");
    CHECK(meeting.led_by == std::vector{StaffRole::head_of_service, StaffRole::senior_adviser});
    const TemplateQuestion* const plan = find_question(meeting, "plan_needed");
    REQUIRE(plan != nullptr);
    CHECK(plan->text.contains("High Level Plan needed? If not"));
}

TEST_CASE("Each aspect that a kind of visit names is in the criteria that Kitbag carries") {
    const VisitTemplates templates = carried();
    const Framework school = pack_of(school_pack_file);
    const Framework early = pack_of(eyfs_pack_file);
    for (const VisitTemplate& one : templates.templates) {
        for (const std::string& aspect : one.aspect_ids) {
            CAPTURE(one.kind);
            CAPTURE(aspect);
            CHECK((find_aspect(school, aspect) != nullptr || find_aspect(early, aspect) != nullptr));
        }
    }
    CHECK(kind_of(templates, "keeping_in_touch").aspects == VisitTemplate::Aspects::all);
    CHECK(kind_of(templates, "early_years_observation").subject == Subject::eyfs);
    CHECK(kind_of(templates, "critical_incident").aspects == VisitTemplate::Aspects::none);
}

TEST_CASE("The pupil groups of the strategy and the services of its Forum can be chosen") {
    const VisitTemplates templates = carried();
    std::set<std::string> groups;
    for (const Named& one : templates.groups) groups.insert(one.id);
    for (const char* const group :
         {"boys", "girls", "pupil_premium", "fsm", "sen", "looked_after", "eal", "bme", "low_attaining", "more_able"}) {
        CAPTURE(group);
        CHECK(groups.contains(group));
    }
    CHECK(templates.forum_services.size() == 13);
}

TEST_CASE("A visit begun in a setting is an observation there, and in a school Keeping in Touch") {
    const VisitTemplates templates = carried();
    CHECK(usual_kind(templates, SchoolKind::childminder) == "setting_observation");
    CHECK(usual_kind(templates, SchoolKind::group_setting) == "setting_observation");
    CHECK(usual_kind(templates, SchoolKind::childrens_centre) == "setting_observation");
    CHECK(usual_kind(templates, SchoolKind::nursery) == "keeping_in_touch");
    CHECK(is_held_at(kind_of(templates, "setting_observation"), SchoolKind::home_childcarer));
    CHECK_FALSE(is_held_at(kind_of(templates, "setting_observation"), SchoolKind::nursery));
    CHECK_FALSE(is_held_at(kind_of(templates, "keeping_in_touch"), SchoolKind::childminder));
    VisitTemplates older = templates;
    std::erase_if(older.templates, [](const VisitTemplate& one) { return one.at == in_settings; });
    CHECK(usual_kind(older, SchoolKind::childminder) == "keeping_in_touch");
}

}  // namespace kitbag
