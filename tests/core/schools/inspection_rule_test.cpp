#include "core/schools/inspection_rule.h"

#include <sstream>

#include <doctest/doctest.h>

#include "core/schools/inspections_import.h"

using namespace kitbag;

namespace {

constexpr const char* rule_text = R"({"format": "kitbag-inspection-rule/1", "whose": "Wendshire County Council",
  "areas": ["Achievement", "Curriculum and teaching", "Safeguarding standards"],
  "grades": ["Needs attention", "urgent improvement", "Not met"]})";

Inspection graded(const Date& date, std::vector<InspectionGrade> grades) {
    return {.number = "", .date = date, .kind = InspectionKind::full, .overall = "", .grades = std::move(grades)};
}

std::string areas_of(const std::vector<InspectionGrade>& grades) {
    std::string all;
    for (const InspectionGrade& one : grades) all += one.area + "=" + one.grade + ";";
    return all;
}

}  // namespace

TEST_CASE(
    "an inspection counts as requiring improvement where an area of the rule has a grade of it, and then says which") {
    const InspectionRule rule = read_inspection_rule(rule_text).value();
    CHECK(rule.whose == "Wendshire County Council");
    const Date renewed{2026, 2, 3};
    struct Row {
        Inspection inspection;
        const char* areas;
    };
    Inspection ungraded = graded(renewed, {{"Achievement", "Needs attention"}});
    ungraded.kind = InspectionKind::ungraded;
    const Row rows[] = {
        {graded(renewed, {{"Achievement", "Expected standard"}, {"Inclusion", "Urgent improvement"}}), ""},
        {graded(renewed, {{"Achievement", "Needs Attention"}}), "Achievement=Needs Attention;"},
        {graded(renewed, {{"Curriculum and teaching", "Urgent improvement"}, {"Safeguarding standards", "Not met"}}),
         "Curriculum and teaching=Urgent improvement;Safeguarding standards=Not met;"},
        {graded(renewed, {}), ""},
        {graded({2025, 11, 9}, {{"Achievement", "Needs attention"}}), ""},  // No rule speaks of an earlier framework.
        {ungraded, ""},
    };
    for (const Row& row : rows) CHECK(areas_of(requiring_improvement(rule, row.inspection)) == row.areas);
}

TEST_CASE("every area of Ofsted's file since November 2025 can stand in a rule") {
    std::istringstream file(
        "URN,Local authority,Inspection start date,Safeguarding standards,Inclusion,Curriculum and "
        "teaching,Achievement,"
        "Attendance and behaviour,Personal development and wellbeing,Early years (where applicable),Post-16 provision "
        "(where applicable),Leadership and governance\n900001,Wendshire,01/12/2025,Met,Needs attention,Needs attention,"
        "Needs attention,Needs attention,Needs attention,Needs attention,Needs attention,Needs attention\n");
    const auto read = read_school_inspections(file, "Wendshire");
    REQUIRE(read);
    const std::vector<InspectionGrade>& grades = read->at("900001").front().grades;
    REQUIRE(grades.size() == 9);
    for (const InspectionGrade& one : grades) {
        CAPTURE(one.area);
        const std::string text = R"({"format": "kitbag-inspection-rule/1", "whose": "W", "areas": [")" + one.area +
                                 R"("], "grades": [")" + (one.grade == "Met" ? "Not met" : one.grade) + R"("]})";
        CHECK(read_inspection_rule(text));
    }
}

TEST_CASE("a rule that is wrong anywhere is refused whole, and the place is named") {
    struct Row {
        const char* from;
        const char* to;
        const char* sentence_has;
    };
    const Row rows[] = {
        {"kitbag-inspection-rule/1", "kitbag-inspection-rule/2", "format: this program reads"},
        {"Wendshire County Council", "", "whose: "},
        {R"("whose")", R"("who")", "who"},
        {"Achievement", "Quality of education", "areas[0]: the framework since November 2025 has no “Quality of"},
        {"Needs attention", "3", "grades[0]: the framework since November 2025 has no “3”."},
        {R"(["Needs attention", "urgent improvement", "Not met"])", "[]", "grades"},
        {"}", "", "The rule"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        std::string text = rule_text;
        text.replace(text.find(row.from), std::string_view(row.from).size(), row.to);
        const auto read = read_inspection_rule(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_inspection_rule");
        CHECK_MESSAGE(read.error().sentence.contains(row.sentence_has), read.error().sentence);
    }
    CHECK_FALSE(read_inspection_rule(std::string(inspection_rule_bytes_max + 1, ' ')));
    CHECK_FALSE(read_inspection_rule(""));
}
