#include "core/visits/visit_life.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace kitbag {
namespace {

using enum VisitStatus;

constexpr VisitStatus all_statuses[] = {planned, under_way, completed, shared, locked, cancelled, did_not_happen};

const Id ada = "0192f3c4-a1b2-7c3d-8e4f-00000000ada0";
const Id ben = "0192f3c4-a1b2-7c3d-8e4f-00000000be00";

enum class Need { forbidden, nothing, reason, reason_unless_answered };

// The table of visit_life.h, written again by hand.
Need need_of(VisitStatus from, VisitStatus to) {
    struct Row {
        VisitStatus from;
        VisitStatus to;
        Need need;
    };
    constexpr Row rows[] = {
        {planned, under_way, Need::nothing},
        {planned, cancelled, Need::reason},
        {planned, did_not_happen, Need::reason},
        {under_way, completed, Need::nothing},
        {under_way, cancelled, Need::reason},
        {completed, under_way, Need::reason},
        {completed, shared, Need::nothing},
        {shared, under_way, Need::reason},
        {shared, locked, Need::reason_unless_answered},
        {cancelled, planned, Need::reason},
        {did_not_happen, planned, Need::reason},
    };
    for (const Row& row : rows) {
        if (row.from == from && row.to == to) return row.need;
    }
    return Need::forbidden;
}

std::string code_of(const Result<void>& result) {
    return result ? "" : result.error().code;
}

struct Person {
    const char* what;
    Recorder recorder;
    bool may_decide;  // On a visit of Ada's.
};

const Person people[] = {
    {"whose visit it is", {ada, StaffRole::adviser}, true},
    {"an early years adviser whose visit it is", {ada, StaffRole::early_years_adviser}, true},
    {"another adviser", {ben, StaffRole::adviser}, false},
    {"another early years adviser", {ben, StaffRole::early_years_adviser}, false},
    {"a senior adviser", {ben, StaffRole::senior_adviser}, true},
    {"the head of service", {ben, StaffRole::head_of_service}, true},
    {"the head of early years", {ben, StaffRole::head_of_early_years}, true},
};

std::string expected(Need need, bool may_decide, bool with_reason, bool answered) {
    if (need == Need::forbidden) return "bad_step";
    if (!may_decide) return "not_allowed";
    const bool needs_reason = need == Need::reason || (need == Need::reason_unless_answered && !answered);
    return needs_reason && !with_reason ? "no_reason" : "";
}

}  // namespace

TEST_CASE("Every step of a visit from every status, by every role, with and without a reason and an answer") {
    for (const VisitStatus from : all_statuses) {
        for (const VisitStatus to : all_statuses) {
            for (const Person& person : people) {
                for (const bool with_reason : {false, true}) {
                    for (const bool answered : {false, true}) {
                        CAPTURE(to_word(from));
                        CAPTURE(to_word(to));
                        CAPTURE(person.what);
                        CAPTURE(with_reason);
                        CAPTURE(answered);
                        const VisitStep step{from, to, with_reason ? "Snow" : " ", answered};
                        const std::string answer =
                            from == to ? "" : expected(need_of(from, to), person.may_decide, with_reason, answered);
                        CHECK(code_of(check_visit_step(step, ada, person.recorder)) == answer);
                    }
                }
            }
        }
    }
}

TEST_CASE("A new visit is planned or under way, and nothing else") {
    for (const VisitStatus to : all_statuses) {
        CAPTURE(to_word(to));
        const bool allowed = to == planned || to == under_way;
        CHECK(code_of(check_visit_step({std::nullopt, to, "x", true}, "", {ben, StaffRole::adviser})) ==
              (allowed ? "" : "bad_step"));
    }
}

TEST_CASE("An officer takes no step, not even to stay") {
    for (const VisitStatus from : all_statuses)
        CHECK(code_of(check_visit_step({from, from, "x", true}, ada, {ada, StaffRole::officer})) == "not_allowed");
    CHECK(code_of(check_visit_step({std::nullopt, planned, "", false}, ada, {ada, StaffRole::officer})) ==
          "not_allowed");
    CHECK(next_steps(under_way, ada, {ada, StaffRole::officer}).empty());
}

TEST_CASE("The steps that are offered are those that would be taken") {
    for (const VisitStatus from : all_statuses) {
        for (const Person& person : people) {
            CAPTURE(to_word(from));
            CAPTURE(person.what);
            const std::vector<VisitStatus> offered = next_steps(from, ada, person.recorder);
            for (const VisitStatus to : all_statuses) {
                if (to == from) continue;
                const bool taken = check_visit_step({from, to, "Snow", true}, ada, person.recorder).has_value();
                CHECK(std::ranges::contains(offered, to) == taken);
            }
        }
    }
    CHECK(next_steps(shared, ada, {ada, StaffRole::adviser}) == std::vector{locked, under_way});
}

TEST_CASE("Only a locked visit is amended, by its adviser or a senior colleague, with a text and a reason") {
    struct Row {
        const char* what;
        VisitStatus status;
        const char* text;
        const char* reason;
        Recorder recorder;
        const char* answer;
    };
    const Row rows[] = {
        {"by its adviser", locked, "It was writing.", "A slip", {ada, StaffRole::adviser}, ""},
        {"by a senior colleague", locked, "It was writing.", "A slip", {ben, StaffRole::senior_adviser}, ""},
        {"by another", locked, "It was writing.", "A slip", {ben, StaffRole::adviser}, "not_allowed"},
        {"by an officer", locked, "It was writing.", "A slip", {ada, StaffRole::officer}, "not_allowed"},
        {"without text", locked, " ", "A slip", {ada, StaffRole::adviser}, "no_text"},
        {"without a reason", locked, "It was writing.", "\n", {ada, StaffRole::adviser}, "no_reason"},
        {"of a shared visit", shared, "It was writing.", "A slip", {ada, StaffRole::adviser}, "bad_step"},
        {"of a visit under way", under_way, "It was writing.", "A slip", {ada, StaffRole::adviser}, "bad_step"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(code_of(check_amendment(row.status, row.text, row.reason, ada, row.recorder)) == row.answer);
    }
}

TEST_CASE("A head's answer is signed, and says what is not right or that nothing is") {
    const Dispute said{"visit.focus", "Focus", "It was writing."};
    const Dispute blank{"visit.focus", "Focus", " "};
    struct Row {
        const char* what;
        VisitStatus status;
        bool accurate;
        const char* name;
        std::vector<Dispute> disputes;
        StaffRole role;
        const char* answer;
    };
    const Row rows[] = {
        {"accurate", shared, true, "Hal Ford", {}, StaffRole::adviser, ""},
        {"disputed", shared, false, "Hal Ford", {blank, said}, StaffRole::adviser, ""},
        {"disputed without words", shared, false, "Hal Ford", {blank}, StaffRole::adviser, "no_dispute"},
        {"disputed in nothing", shared, false, "Hal Ford", {}, StaffRole::adviser, "no_dispute"},
        {"accurate and disputed", shared, true, "Hal Ford", {said}, StaffRole::adviser, "bad_disputes"},
        {"unsigned", shared, true, " ", {}, StaffRole::adviser, "no_name"},
        {"not shared yet", completed, true, "Hal Ford", {}, StaffRole::adviser, "bad_step"},
        {"locked already", locked, true, "Hal Ford", {}, StaffRole::adviser, "bad_step"},
        {"on an officer's tablet", shared, true, "Hal Ford", {}, StaffRole::officer, "not_allowed"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        HeadAnswer answer;
        answer.accurate = row.accurate;
        answer.name = row.name;
        answer.disputes = row.disputes;
        CHECK(code_of(check_head_answer(row.status, answer, row.role)) == row.answer);
    }
}

TEST_CASE("What is open takes evidence, what is done counts, and what is locked only amendments") {
    struct Row {
        VisitStatus status;
        bool is_open;
        bool is_done;
    };
    const Row rows[] = {{planned, true, false},        {under_way, true, false}, {completed, false, true},
                        {shared, false, true},         {locked, false, true},    {cancelled, false, false},
                        {did_not_happen, false, false}};
    for (const Row& row : rows) {
        CAPTURE(to_word(row.status));
        CHECK(is_open(row.status) == row.is_open);
        CHECK(is_done(row.status) == row.is_done);
        CHECK(is_locked(row.status) == (row.status == locked));
    }
}

}  // namespace kitbag
