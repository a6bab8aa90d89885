#include "core/categorisation/rating_rules.h"

#include <doctest/doctest.h>

#include "core/categorisation/standing.h"
#include "tests/core/categorisation/boards.h"
#include "tests/core/categorisation/steps.h"

using namespace kitbag;
using enum Category;
using enum StaffRole;

namespace {

std::string code_of(const Result<void>& result) {
    return result ? "" : result.error().code;
}

// A rating on its way, and the ids of its steps.
struct Story {
    Steps steps;
    Id proposal, moderation, decision;
};

Story story(Step until) {
    Story told;
    told.proposal = told.steps.add(Step::proposed, amber, "", ada);
    if (until == Step::proposed) return told;
    told.moderation = told.steps.add(Step::moderated, amber, told.proposal, ben);
    if (until == Step::moderated) return told;
    told.decision = told.steps.add(Step::decided, amber, told.moderation, ben);
    return told;
}

}  // namespace

TEST_CASE("a step is taken by the roles that may, for the subject that is theirs") {
    struct Row {
        StaffRole role;
        Subject subject;
        bool proposes, moderates, decides, withdraws_others, tells;
    };
    const Row rows[] = {
        {adviser, Subject::school, true, false, false, false, true},
        {adviser, Subject::eyfs, true, false, false, false, true},
        {early_years_adviser, Subject::school, true, false, false, false, true},
        {early_years_adviser, Subject::eyfs, true, false, false, false, true},
        {senior_adviser, Subject::school, true, true, true, true, true},
        {senior_adviser, Subject::eyfs, true, true, true, true, true},
        {head_of_service, Subject::school, true, true, true, true, true},
        {head_of_service, Subject::eyfs, true, false, false, false, true},
        {head_of_early_years, Subject::school, true, false, false, false, true},
        {head_of_early_years, Subject::eyfs, true, true, true, true, true},
        {officer, Subject::school, false, false, false, false, false},
        {officer, Subject::eyfs, false, false, false, false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.role));
        CAPTURE(to_word(row.subject));
        const auto allowed = [&](Step step, const Story& told, const Id& about) {
            RatingStep tried =
                told.steps.make(step, step == Step::withdrawn ? std::nullopt : std::optional(amber), about, cleo);
            tried.subject = row.subject;
            const std::string code = code_of(check_step(tried, told.steps.all, row.role));
            CHECK((code.empty() || code == "not_allowed"));
            return code.empty();
        };
        const Story proposed = story(Step::proposed);
        const Story moderated = story(Step::moderated);
        const Story decided = story(Step::decided);
        CHECK(allowed(Step::proposed, {}, "") == row.proposes);
        CHECK(allowed(Step::moderated, proposed, proposed.proposal) == row.moderates);
        CHECK(allowed(Step::decided, moderated, moderated.moderation) == row.decides);
        CHECK(allowed(Step::withdrawn, proposed, proposed.proposal) == row.withdraws_others);
        CHECK(allowed(Step::withdrawn, decided, decided.decision) == row.withdraws_others);
        CHECK(allowed(Step::informed, decided, decided.decision) == row.tells);
    }
}

TEST_CASE("a step is refused when the rating is not ready for it, or has passed it") {
    struct Row {
        Step until;  // How far the rating is.
        Step tried;
        Step about;
        std::string code;
    };
    const Row rows[] = {
        {Step::proposed, Step::moderated, Step::proposed, ""},
        {Step::moderated, Step::moderated, Step::proposed, ""},  // Moderated again, before the decision.
        {Step::decided, Step::moderated, Step::proposed, "out_of_order"},
        {Step::moderated, Step::moderated, Step::moderated, "out_of_order"},
        {Step::proposed, Step::decided, Step::proposed, "out_of_order"},
        {Step::moderated, Step::decided, Step::moderated, ""},
        {Step::decided, Step::decided, Step::moderated, "out_of_order"},
        {Step::moderated, Step::withdrawn, Step::moderated, ""},
        {Step::moderated, Step::withdrawn, Step::proposed, ""},
        {Step::decided, Step::withdrawn, Step::decided, ""},
        {Step::decided, Step::withdrawn, Step::moderated, "out_of_order"},
        {Step::decided, Step::withdrawn, Step::proposed, "out_of_order"},
    };
    for (const Row& row : rows) {
        const Story told = story(row.until);
        const Id about = row.about == Step::proposed    ? told.proposal
                         : row.about == Step::moderated ? told.moderation
                                                        : told.decision;
        CAPTURE(to_word(row.until));
        CAPTURE(to_word(row.tried));
        CAPTURE(to_word(row.about));
        const RatingStep tried = told.steps.make(row.tried, amber, about, cleo);
        CHECK(code_of(check_step(tried, told.steps.all, senior_adviser)) == row.code);
    }
}

TEST_CASE("a step about nothing that is known is refused") {
    const Story told = story(Step::decided);
    for (const Step step : {Step::moderated, Step::decided, Step::withdrawn}) {
        CAPTURE(to_word(step));
        CHECK(code_of(check_step(told.steps.make(step, amber, step_id(99), cleo), told.steps.all, senior_adviser)) ==
              "out_of_order");
    }
}

TEST_CASE("what is withdrawn once is not withdrawn again") {
    Story told = story(Step::decided);
    told.steps.add(Step::withdrawn, std::nullopt, told.decision, ben);
    const RatingStep again = told.steps.make(Step::withdrawn, std::nullopt, told.decision, cleo);
    CHECK(code_of(check_step(again, told.steps.all, senior_adviser)) == "out_of_order");
}

TEST_CASE("a reason is needed wherever somebody departs from what was there, and never otherwise") {
    struct Row {
        Step tried;
        std::optional<Category> before;  // What was suggested, proposed or moderated.
        std::optional<Category> chosen;
        std::string code_without_reason;
    };
    const Row rows[] = {
        {Step::proposed, amber, amber, ""},
        {Step::proposed, amber, red, "reason_missing"},
        {Step::proposed, std::nullopt, amber, "reason_missing"},
        {Step::proposed, amber, std::nullopt, "bad_field"},
        {Step::moderated, amber, amber, ""},
        {Step::moderated, amber, green, "reason_missing"},
        {Step::moderated, amber, std::nullopt, "bad_field"},
        {Step::decided, amber, amber, ""},
        {Step::decided, amber, red, "reason_missing"},
        {Step::decided, amber, std::nullopt, "bad_field"},
        {Step::withdrawn, amber, std::nullopt, "reason_missing"},
        {Step::informed, amber, amber, "reason_missing"},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.tried));
        const Story told = row.tried == Step::moderated ? story(Step::proposed)
                           : row.tried == Step::decided ? story(Step::moderated)
                                                        : story(Step::decided);
        const Id about = row.tried == Step::moderated ? told.proposal
                         : row.tried == Step::decided ? told.moderation
                                                      : told.decision;
        RatingStep tried = told.steps.make(row.tried, row.chosen, about, cleo, " \n");
        if (row.tried == Step::proposed) tried.suggested = row.before;
        CHECK(code_of(check_step(tried, told.steps.all, senior_adviser)) == row.code_without_reason);
        tried.reason = "The chair of governors resigned last week.";
        const std::string code = row.code_without_reason == "reason_missing" ? "" : row.code_without_reason;
        CHECK(code_of(check_step(tried, told.steps.all, senior_adviser)) == code);
    }
}

TEST_CASE("nobody moderates a proposal of their own, and everybody may withdraw it") {
    const Story told = story(Step::proposed);
    const RatingStep moderation = told.steps.make(Step::moderated, amber, told.proposal, ada);
    CHECK(code_of(check_step(moderation, told.steps.all, senior_adviser)) == "not_allowed");
    const RatingStep withdrawal = told.steps.make(Step::withdrawn, std::nullopt, told.proposal, ada);
    CHECK(code_of(check_step(withdrawal, told.steps.all, adviser)) == "");
}

TEST_CASE("that a school was told stays true though the step it was told of is not there") {
    const Story told = story(Step::decided);
    const RatingStep informing = told.steps.make(Step::informed, amber, step_id(99), cleo);
    CHECK(code_of(check_step(informing, told.steps.all, adviser)) == "");
}

TEST_CASE("telling the school needs the day, and not one before the proposal") {
    const Story told = story(Step::decided);
    RatingStep informing = told.steps.make(Step::informed, amber, told.decision, ada);
    CHECK(code_of(check_step(informing, told.steps.all, adviser)) == "");
    informing.date = Date{2026, 11, 1};  // The day before the proposal's, whose clock may have been a day ahead.
    CHECK(code_of(check_step(informing, told.steps.all, adviser)) == "");
    informing.date = Date{2026, 10, 31};
    CHECK(code_of(check_step(informing, told.steps.all, adviser)) == "bad_field");
    informing.date.reset();
    CHECK(code_of(check_step(informing, told.steps.all, adviser)) == "bad_field");
}

TEST_CASE("a school is told on a day that has come") {
    const Story told = story(Step::decided);
    const RatingStep informing = told.steps.make(Step::informed, amber, told.decision, ada);  // 20 November.
    CHECK(check_told_by(informing, {2026, 11, 20}));
    CHECK(code_of(check_told_by(informing, {2026, 11, 19})) == "from_the_future");
    CHECK(check_told_by(told.steps.all.front(), {2026, 11, 1}));
}

TEST_CASE("what a proposal says was suggested follows from the judgements it keeps") {
    const Framework framework = plain_framework(3);
    const auto proposal = [&](const char* board, std::optional<Category> suggested) {
        RatingStep made;
        made.variant = "primary";
        made.suggested = suggested;
        std::vector<Standing> standing;
        for (const Judged& one : judged(board)) standing.push_back({one.aspect, one.choice, step_id(9)});
        made.standing = write_standing(standing);
        return made;
    };
    CHECK(check_suggested(proposal("GGR", green), framework, {}));
    CHECK(check_suggested(proposal("...", std::nullopt), framework, {}));
    CHECK(code_of(check_suggested(proposal("GGR", red), framework, {})) == "bad_field");
    CHECK(code_of(check_suggested(proposal("GGR", std::nullopt), framework, {})) == "bad_field");
    CHECK(code_of(check_suggested(proposal("...", green), framework, {})) == "bad_field");
}
