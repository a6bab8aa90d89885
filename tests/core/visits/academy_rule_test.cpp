#include "core/visits/academy_rule.h"

#include <doctest/doctest.h>

namespace kitbag {
namespace {

constexpr Date given_on{2026, 11, 2};
constexpr Date last_day{2026, 12, 18};

TrustAgreement agreement() {
    TrustAgreement made;
    made.given_by = "Tess Weir";
    made.date = given_on;
    made.until = last_day;
    made.kinds = {"lesson_observation", "work_scrutiny"};
    made.what_for = "Teaching in Year 9";
    return made;
}

VisitTemplate kind(const char* name, bool direct_monitoring) {
    VisitTemplate made;
    made.kind = name;
    made.title = "Lesson observation";
    made.direct_monitoring = direct_monitoring;
    return made;
}

std::string code_of(const Result<void>& result) {
    return result ? "" : result.error().code;
}

}  // namespace

TEST_CASE("Academies and free schools answer to a trust, and others do not") {
    CHECK(answers_to_trust(Governance::academy));
    CHECK(answers_to_trust(Governance::free_school));
    CHECK_FALSE(answers_to_trust(Governance::maintained));
    CHECK_FALSE(answers_to_trust(Governance::other));
}

TEST_CASE("Direct monitoring of a school that answers to a trust needs an agreement for its kind and its day") {
    const std::vector<TrustAgreement> one = {agreement()};
    std::vector<TrustAgreement> endless = one;
    endless[0].until.reset();
    std::vector<TrustAgreement> undated = endless;
    undated[0].date.reset();
    std::vector<TrustAgreement> two = {agreement(), agreement()};
    two[0].until = given_on;
    struct Row {
        const char* what;
        const char* kind;
        bool direct_monitoring;
        Governance governance;
        std::vector<TrustAgreement> agreements;
        Date day;
        const char* answer;
    };
    const Row rows[] = {
        {"maintained", "lesson_observation", true, Governance::maintained, {}, given_on, ""},
        {"neither", "lesson_observation", true, Governance::other, {}, given_on, ""},
        {"academy", "lesson_observation", true, Governance::academy, {}, given_on, "needs_agreement"},
        {"free school", "lesson_observation", true, Governance::free_school, {}, given_on, "needs_agreement"},
        {"discussion", "staff_discussion", false, Governance::academy, {}, given_on, ""},
        {"on the first day", "lesson_observation", true, Governance::academy, one, given_on, ""},
        {"on the last day", "work_scrutiny", true, Governance::academy, one, last_day, ""},
        {"the day before", "lesson_observation", true, Governance::academy, one, {2026, 11, 1}, "needs_agreement"},
        {"the day after", "lesson_observation", true, Governance::academy, one, {2026, 12, 19}, "needs_agreement"},
        {"long after, without end", "lesson_observation", true, Governance::academy, endless, {2036, 1, 1}, ""},
        {"another kind", "review", true, Governance::academy, one, given_on, "needs_agreement"},
        {"agreed on no day", "lesson_observation", true, Governance::academy, undated, given_on, "needs_agreement"},
        {"by the second of two", "lesson_observation", true, Governance::academy, two, last_day, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const VisitTemplate wanted = kind(row.kind, row.direct_monitoring);
        CHECK(code_of(check_direct_monitoring(wanted, row.governance, row.agreements, row.day)) == row.answer);
    }
}

TEST_CASE("The refusal says why in the strategy's terms, and what to do") {
    const auto refused = check_direct_monitoring(kind("lesson_observation", true), Governance::academy, {}, given_on);
    REQUIRE_FALSE(refused);
    for (const char* const words : {"“Lesson observation”", "direct monitoring", "the trust’s responsibility",
                                    "commissioned or traded", "Record the agreement first"}) {
        CAPTURE(words);
        CHECK(refused.error().sentence.contains(words));
    }
}

TEST_CASE("Without an agreement every kind that is not direct monitoring is allowed") {
    VisitTemplates templates;
    templates.templates = {kind("keeping_in_touch", false), kind("lesson_observation", true),
                           kind("staff_discussion", false)};
    const auto allowed = allowed_without_agreement(templates);
    REQUIRE(allowed.size() == 2);
    CHECK(allowed[0]->kind == "keeping_in_touch");
    CHECK(allowed[1]->kind == "staff_discussion");
}

TEST_CASE("An agreement says who gave it, when, for which kinds and what for") {
    struct Row {
        const char* what;
        void (*spoil)(TrustAgreement&);
        const char* answer;
    };
    const Row rows[] = {
        {"whole", [](TrustAgreement&) {}, ""},
        {"without end", [](TrustAgreement& one) { one.until.reset(); }, ""},
        {"ends the day it begins", [](TrustAgreement& one) { one.until = one.date; }, ""},
        {"given by nobody", [](TrustAgreement& one) { one.given_by = " \n"; }, "no_giver"},
        {"on no day", [](TrustAgreement& one) { one.date.reset(); }, "no_date"},
        {"tomorrow", [](TrustAgreement& one) { one.date = Date{2026, 11, 24}; }, "from_the_future"},
        {"ends before it begins", [](TrustAgreement& one) { one.until = Date{2026, 11, 1}; }, "bad_date"},
        {"to nothing", [](TrustAgreement& one) { one.kinds.clear(); }, "no_kinds"},
        {"for nothing", [](TrustAgreement& one) { one.what_for = ""; }, "no_text"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        TrustAgreement made = agreement();
        row.spoil(made);
        CHECK(code_of(check_agreement(made, {2026, 11, 23}, StaffRole::adviser)) == row.answer);
    }
    CHECK(code_of(check_agreement(agreement(), {2026, 11, 23}, StaffRole::officer)) == "not_allowed");
}

}  // namespace kitbag
