#include "core/categorisation/direction.h"

#include <doctest/doctest.h>

#include "core/visits/record_fields.h"
#include "tests/core/categorisation/boards.h"

using namespace kitbag;

namespace {

const std::string visit = "0192f3c4-a1b2-7c3d-8e4f-000000000001";

// "GA.n" as in boards.h.
std::vector<Standing> standing(std::string_view board) {
    std::vector<Standing> all;
    for (const Judged& one : judged(board)) all.push_back({one.aspect, one.choice, visit});
    return all;
}

std::string aspects(const std::vector<Movement>& moved) {
    std::string text;
    for (const Movement& one : moved) text += one.aspect;
    return text;
}

}  // namespace

TEST_CASE("the record suggests a direction from the aspects that moved") {
    struct Row {
        const char* before;
        const char* now;
        const char* better;
        const char* worse;
        const char* direction;
    };
    const Row rows[] = {
        {"", "GAR", "", "", "none"},
        {"GAR", "", "", "", "none"},
        {"G..", ".AR", "", "", "none"},  // No aspect was judged both times.
        {"n", "G", "", "", "none"},      // Not applicable is no judgement.
        {"GAR", "GAR", "", "", "steady"},
        {"GAR", "GGA", "bc", "", "improving"},
        {"GAR", "AAR", "", "a", "declining"},
        {"GAR", "AGR", "b", "a", "steady"},
        {"RAA", "AGR", "ab", "c", "improving"},
        {"AGG", "GAR", "a", "bc", "declining"},
        {"R", "G", "a", "", "improving"},
        {"GA", "Gn", "", "", "steady"},
        {"G.", "GR", "", "", "steady"},  // Judged for the first time is no movement.
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        CAPTURE(row.now);
        const auto suggestion = suggest_direction(standing(row.before), standing(row.now));
        CHECK((suggestion ? to_word(suggestion->direction) : "none") == row.direction);
        CHECK((suggestion ? aspects(suggestion->better) : "") == row.better);
        CHECK((suggestion ? aspects(suggestion->worse) : "") == row.worse);
    }
}

TEST_CASE("the latest judgement of an aspect stands, until the day asked about") {
    const std::string later = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
    const std::vector<DatedJudgement> judgements = {
        {"a", Choice::red, later, {2026, 11, 20}},
        {"a", Choice::green, visit, {2026, 9, 10}},
        {"b", Choice::amber, visit, {2026, 9, 10}},
        {"b", std::nullopt, later, {2026, 11, 20}},
        {"c", Choice::not_applicable, later, {2026, 11, 20}},
        {"d", Choice::green, visit, {2026, 11, 20}},
        {"d", Choice::amber, later, {2026, 11, 20}},
    };
    CHECK(standing_on(judgements, {2026, 9, 9}).empty());
    const std::vector<Standing> september = {{"a", Choice::green, visit}, {"b", Choice::amber, visit}};
    CHECK(standing_on(judgements, {2026, 11, 19}) == september);
    const std::vector<Standing> november = {{"a", Choice::red, later},
                                            {"b", Choice::amber, visit},  // One taken back says nothing.
                                            {"c", Choice::not_applicable, later},
                                            {"d", Choice::amber, later}};
    CHECK(standing_on(judgements, {2026, 11, 20}) == november);
    const std::vector<DatedJudgement> backwards(judgements.rbegin(), judgements.rend());
    CHECK(standing_on(backwards, {2026, 11, 20}) == november);
    CHECK(read_standing(write_standing(november)) == november);
}

TEST_CASE("a line of judgements that cannot be read is passed over") {
    const std::string good = "parent_view amber " + visit + "\n";
    CHECK(read_standing(good).size() == 1);
    CHECK(read_standing("") == std::vector<Standing>{});
    CHECK(read_standing("parent_view amber\nparent_view mauve " + visit + "\nA B C\n" + good + "parent_view red x") ==
          read_standing(good));
}

TEST_CASE("the direction of a half term is the last one written for it") {
    const auto said = [](int number, Subject subject, const char* half_term, Direction direction) {
        return DirectionJudgement{.id = "0192f3c4-a1b2-7c3d-8e4f-00000000000" + std::to_string(number),
                                  .urn = "900001",
                                  .subject = subject,
                                  .half_term = half_term,
                                  .direction = direction,
                                  .suggested = std::nullopt,
                                  .why = "Because.",
                                  .by = visit};
    };
    const std::vector<DirectionJudgement> all = {said(3, Subject::school, "2026-27.1", Direction::declining),
                                                 said(1, Subject::school, "2026-27.1", Direction::steady),
                                                 said(4, Subject::eyfs, "2026-27.1", Direction::improving),
                                                 said(5, Subject::school, "2026-27.2", Direction::improving)};
    CHECK(direction_in(all, Subject::school, "2026-27.1")->direction == Direction::declining);
    CHECK(direction_in(all, Subject::eyfs, "2026-27.1")->direction == Direction::improving);
    CHECK(direction_in(all, Subject::school, "2025-26.6") == nullptr);
}

TEST_CASE("a direction needs a person who may judge, a choice and a reason") {
    DirectionJudgement judgement;
    judgement.direction = Direction::steady;
    judgement.why = "Books and governors say the same as in September.";
    CHECK(check_direction(judgement, StaffRole::adviser));
    CHECK(check_direction(judgement, StaffRole::officer).error().code == "not_allowed");
    judgement.why = " \n";
    CHECK(check_direction(judgement, StaffRole::adviser).error().code == "reason_missing");
    judgement.direction.reset();
    CHECK(check_direction(judgement, StaffRole::adviser).error().code == "bad_field");
}

TEST_CASE("the words of direction are those of the record") {
    for (const Direction direction : all_directions) {
        CHECK(check_field("direction", "direction", to_word(direction)));
        CHECK(check_field("direction", "suggested", to_word(direction)));
        CHECK(direction_from(to_word(direction)) == direction);
    }
    CHECK_FALSE(direction_from("sideways"));
}
