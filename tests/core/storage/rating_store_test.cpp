#include "core/storage/rating_store.h"

#include "core/storage/visit_store.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

const std::string first_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000b1";
const std::string second_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000b2";
const std::string visit_id = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
const std::string open_visit_id = "0192f3c4-a1b2-7c3d-8e4f-000000000002";

TEST_CASE("A step of a rating is read as it was written, and by its school and subject") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    REQUIRE(
        database->run("INSERT INTO rating_step (id, urn, subject, step, category, suggested, reason, about, framework, "
                      "framework_version, variant, standing, date, by) VALUES (?, '900001', 'school', 'informed', "
                      "'red', 'amber', 'Why.', 'about', 'f', '1', 'primary', 'lines', '2026-11-20', 'by')",
                      first_id));
    REQUIRE(database->run("INSERT INTO rating_step (id, urn, subject, step) VALUES (?, '900001', 'eyfs', 'proposed')",
                          second_id));
    REQUIRE(
        database->run("INSERT INTO rating_step (id, urn, subject, step) VALUES ('x', '900001', 'school', 'guessed')"));
    const RatingStore ratings(*database);
    const RatingStep expected{.id = first_id,
                              .urn = "900001",
                              .subject = Subject::school,
                              .step = Step::informed,
                              .category = Category::red,
                              .suggested = Category::amber,
                              .reason = "Why.",
                              .about = "about",
                              .framework = "f",
                              .framework_version = "1",
                              .variant = "primary",
                              .standing = "lines",
                              .date = Date{2026, 11, 20},
                              .by = "by"};
    CHECK(ratings.steps_of_school("900001", Subject::school).value() == std::vector{expected});
    CHECK(ratings.steps_of_school("900001", Subject::eyfs)->size() == 1);
    CHECK(ratings.steps_of_school("900002", Subject::school)->empty());
    CHECK(ratings.all_steps().value().size() == 2);
    RatingStep in_short;
    in_short.id = first_id;
    in_short.urn = "900001";
    in_short.step = Step::informed;
    in_short.category = Category::red;
    in_short.about = "about";
    CHECK(ratings.all_steps_in_short(Subject::school).value() == std::vector{in_short});
}

TEST_CASE("A direction of travel is read as it was written") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    REQUIRE(
        database->run("INSERT INTO direction (id, urn, subject, half_term, direction, suggested, why, by) VALUES (?, "
                      "'900001', 'eyfs', '2026-27.1', 'declining', 'steady', 'Why.', 'by')",
                      first_id));
    REQUIRE(database->run(
        "INSERT INTO direction (id, urn, subject, direction) VALUES ('x', '900001', 'eyfs', 'sideways')"));
    const DirectionJudgement expected{.id = first_id,
                                      .urn = "900001",
                                      .subject = Subject::eyfs,
                                      .half_term = "2026-27.1",
                                      .direction = Direction::declining,
                                      .suggested = Direction::steady,
                                      .why = "Why.",
                                      .by = "by"};
    const RatingStore ratings(*database);
    CHECK(ratings.directions_of_school("900001").value() == std::vector{expected});
    CHECK(ratings.all_directions().value() == std::vector{expected});
    CHECK(ratings.directions_of_school("900002")->empty());
    DirectionJudgement in_short = expected;
    in_short.suggested.reset();
    in_short.why.clear();
    in_short.by.clear();
    CHECK(ratings.all_directions_in_short(Subject::eyfs).value() == std::vector{in_short});
    CHECK(ratings.all_directions_in_short(Subject::school)->empty());
}

TEST_CASE("Judgements and notes of a school are those of its completed visits under the framework, of any version") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const auto visit = [&](const std::string& id, const char* framework, const char* status) {
        REQUIRE(
            database->run("INSERT INTO visit (id, urn, framework, framework_version, date, status, adviser) VALUES (?, "
                          "'900001', ?, '1', '2026-11-20', ?, 'ada')",
                          id, framework, status));
        REQUIRE(database->run("INSERT INTO judgement (id, visit, aspect, choice) VALUES (?, ?, 'trust', 'amber')",
                              id + ".trust", id));
        REQUIRE(database->run("INSERT INTO evidence_note (id, visit, aspect, text) VALUES (?, ?, 'trust', 'Seen.')",
                              id + "n", id));
    };
    visit(visit_id, "school", "completed");
    visit(open_visit_id, "school", "under_way");
    visit("another", "eyfs", "completed");
    const auto judgements = RatingStore(*database).judgements_of_school("900001", "school").value();
    REQUIRE(judgements.size() == 1);
    CHECK(judgements[0].aspect == "trust");
    CHECK(judgements[0].choice == Choice::amber);
    CHECK(judgements[0].visit == visit_id);
    CHECK(judgements[0].date == Date{2026, 11, 20});
    const auto notes = VisitStore(*database).notes_of_school("900001", "school").value();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].note.text == "Seen.");
    CHECK(notes[0].adviser == "ada");
    CHECK(notes[0].date == Date{2026, 11, 20});
}

}  // namespace
}  // namespace kitbag
