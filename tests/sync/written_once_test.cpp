// What is written once: the steps of a rating, and what is said of direction of travel.

#include "sync/change_log/written_once.h"

#include "core/storage/calendar_store.h"
#include "core/storage/framework_store.h"
#include "core/storage/rating_store.h"
#include "core/visits/record_fields.h"
#include "tests/sync/county_desk.h"

namespace kitbag {
namespace {

const std::string proposal_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000b1";
const std::string moderation_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000b2";
const std::string direction_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000c1";

const std::string standing = "reading amber " + first_visit + "\n";

std::string pack(const std::string& subject) {
    return R"({"format": "kitbag-framework/1", "id": "x", "version": "2014", "title": "x", "source": "Invented", "subject": ")" +
           subject + R"(", "variants": [{"id": "primary", "title": "x"}, {"id": "special", "title": "x"}], "aspects": [
             {"id": "reading", "title": "x", "applies_to": ["primary", "special"], "descriptors": {
               "green": {"text": "x", "source": "x"}, "amber": {"text": "x", "source": "x"},
               "red": {"text": "x", "source": "x"}}}], "rules": []})";
}

struct RatingDesk : Desk {
    const Writer sam{"00000000000000bb", ben_id, StaffRole::senior_adviser};

    RatingDesk() {
        const std::vector<StoredPack> packs = {{"school", "2014", pack("school")}, {"early", "2014", pack("eyfs")}};
        REQUIRE(FrameworkStore(*county.database).put(packs));
        REQUIRE(CalendarStore(*county.database).put(R"({"format": "kitbag-half-terms/1", "title": "Wendshire's",
            "source": "Invented", "half_terms": [
              {"id": "2026-27.1", "title": "Autumn 1, 2026", "from": "2026-09-02", "to": "2026-10-23"},
              {"id": "2026-27.2", "title": "Autumn 2, 2026", "from": "2026-11-02", "to": "2026-12-18"}]})"));
    }

    FieldValues proposal() const {
        return {{"urn", "900001"},      {"subject", "school"},        {"step", "proposed"}, {"category", "amber"},
                {"suggested", "amber"}, {"framework", "school"},      {"by", ada_id},       {"variant", "primary"},
                {"standing", standing}, {"framework_version", "2014"}};
    }
    FieldValues moderation() const {
        return {{"urn", "900001"},     {"subject", "school"},  {"step", "moderated"},
                {"category", "amber"}, {"about", proposal_id}, {"by", ben_id}};
    }
    FieldValues direction() const {
        return {{"urn", "900001"},          {"subject", "school"}, {"half_term", "2026-27.1"},
                {"direction", "improving"}, {"why", "It moved."},  {"by", ada_id}};
    }

    // As a change of Sam's.
    Change by_sam(const std::string& id, const FieldValues& values) {
        Change made = change("rating_step", id, values);
        made.device = sam.device;
        made.author = sam.adviser;
        made.stamp.replace(16, 16, sam.device);
        return made;
    }
};

FieldValues but(FieldValues values, const std::string& field, const std::string& value) {
    values[field] = value;
    if (value.empty()) values.erase(field);
    return values;
}

TEST_CASE("A step that is whole is taken, and is a row of its table") {
    RatingDesk desk;
    CHECK(word(desk.accept(desk.change("rating_step", proposal_id, desk.proposal()))) == "accepted");
    CHECK(word(desk.accept(desk.by_sam(moderation_id, desk.moderation()), desk.sam)) == "accepted");
    CHECK(word(desk.accept(desk.change("direction", direction_id, desk.direction()))) == "accepted");
    const auto steps = RatingStore(*desk.county.database).steps_of_school("900001", Subject::school).value();
    CHECK(steps.size() == 2);
    CHECK(rating_history(steps).rounds.at(0).stage == Stage::moderated);
    CHECK(RatingStore(*desk.county.database).directions_of_school("900001")->size() == 1);
}

TEST_CASE("What is written once must come whole, under what the county has") {
    struct Row {
        const char* what;
        const char* entity;
        const char* field;
        std::string value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"no school", "rating_step", "urn", "", "bad_field"},
        {"no subject", "rating_step", "subject", "", "bad_field"},
        {"no kind of step", "rating_step", "step", "", "bad_field"},
        {"nobody's name", "rating_step", "by", "", "bad_field"},
        {"another's name", "rating_step", "by", ben_id, "not_yours"},
        {"no category", "rating_step", "category", "", "bad_field"},
        {"no criteria", "rating_step", "framework", "", "bad_field"},
        {"no version of them", "rating_step", "framework_version", "", "bad_field"},
        {"no variant of them", "rating_step", "variant", "", "bad_field"},
        {"another than suggested, and no reason", "rating_step", "suggested", "", "reason_missing"},
        {"an unknown school", "rating_step", "urn", "900999", "unknown_school"},
        {"unknown criteria", "rating_step", "framework", "of_others", "unknown_framework"},
        {"an unknown version", "rating_step", "framework_version", "2015", "unknown_framework"},
        {"an unknown variant", "rating_step", "variant", "secondary", "bad_field"},
        {"criteria of the early years", "rating_step", "framework", "early", "bad_field"},
        {"criteria of the school", "rating_step", "subject", "eyfs", "bad_field"},
        {"an answer to nothing", "rating_step", "step", "moderated", "bad_field"},
        {"a field of tomorrow", "rating_step", "weather", "rain", "accepted"},
        {"a suggestion that does not follow from what was judged", "rating_step", "standing", "", "bad_field"},
        {"no school", "direction", "urn", "", "bad_field"},
        {"no subject", "direction", "subject", "", "bad_field"},
        {"no half term", "direction", "half_term", "", "bad_field"},
        {"no direction", "direction", "direction", "", "bad_field"},
        {"no reason", "direction", "why", "", "reason_missing"},
        {"nobody's name", "direction", "by", "", "bad_field"},
        {"another's name", "direction", "by", ben_id, "not_yours"},
        {"an unknown school", "direction", "urn", "900999", "unknown_school"},
        {"an unknown half term", "direction", "half_term", "2031-32.1", "unknown_half_term"},
        {"the early years", "direction", "subject", "eyfs", "accepted"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.entity);
        RatingDesk desk;
        const bool is_step = row.entity == std::string("rating_step");
        const FieldValues values = but(is_step ? desk.proposal() : desk.direction(), row.field, row.value);
        const Outcome outcome = desk.accept(desk.change(row.entity, proposal_id, values));
        CHECK(word(outcome) == row.answer);
        if (outcome.answer == Answer::refused) {
            CHECK(desk.count() == "0");
            CHECK(outcome.reason.sentence.size() >= 10);
        }
    }
}

TEST_CASE("What is written once is never altered, by its writer or by another") {
    RatingDesk desk;
    REQUIRE(word(desk.accept(desk.change("rating_step", proposal_id, desk.proposal()))) == "accepted");
    REQUIRE(word(desk.accept(desk.change("direction", direction_id, desk.direction()))) == "accepted");
    const std::string before = state_of(*desk.county.database);
    CHECK(word(desk.accept(desk.change("rating_step", proposal_id, but(desk.proposal(), "category", "green")))) ==
          "already_written");
    CHECK(word(desk.accept(desk.change("direction", direction_id, but(desk.direction(), "why", "No.")))) ==
          "already_written");
    CHECK(word(desk.accept(desk.by_sam(proposal_id, but(desk.proposal(), "by", ben_id)), desk.sam)) ==
          "already_written");
    CHECK(word(desk.accept(desk.change("rating_step", proposal_id, {{"reason", "No."}}))) == "already_written");
    CHECK(word(desk.accept(desk.change("rating_step", proposal_id, {{"weather", "rain"}}))) == "already_written");
    CHECK(state_of(*desk.county.database) == before);
    CHECK(desk.count() == "2");
}

TEST_CASE("The role counts that the county knows, whoever writes") {
    struct Row {
        StaffRole role;
        const char* proposes;
        const char* moderates;
        const char* judges_direction;
    };
    const Row rows[] = {
        {StaffRole::adviser, "accepted", "not_allowed", "accepted"},
        {StaffRole::early_years_adviser, "accepted", "not_allowed", "accepted"},
        {StaffRole::senior_adviser, "accepted", "accepted", "accepted"},
        {StaffRole::head_of_service, "accepted", "accepted", "accepted"},
        {StaffRole::head_of_early_years, "accepted", "not_allowed", "accepted"},
        {StaffRole::officer, "not_allowed", "not_allowed", "not_allowed"},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.role));
        RatingDesk desk;
        const Writer writer{desk.sam.device, desk.sam.adviser, row.role};
        REQUIRE(word(desk.accept(desk.change("rating_step", proposal_id, desk.proposal()))) == "accepted");
        const Change own = desk.by_sam(direction_id, but(desk.proposal(), "by", ben_id));
        CHECK(word(desk.accept(own, writer)) == row.proposes);
        CHECK(word(desk.accept(desk.by_sam(moderation_id, desk.moderation()), writer)) == row.moderates);
        Change direction = desk.by_sam(direction_id, but(desk.direction(), "by", ben_id));
        direction.entity = "direction";
        CHECK(word(desk.accept(direction, writer)) == row.judges_direction);
    }
}

TEST_CASE("A half term is judged from its first day on, by a clock that may be a day ahead") {
    struct Row {
        const char* half_term;
        Instant after_its_eve_ms;  // The county's clock, from midnight (UTC) before the day before 2026-27.2 begins.
        const char* answer;
    };
    constexpr Instant eve = 1'793'491'200'000;
    REQUIRE(to_iso(eve) == "2026-11-01T00:00:00.000Z");
    const Row rows[] = {
        {"2026-27.1", -1, "accepted"}, {"2026-27.2", -1, "from_the_future"},          {"2026-27.2", 0, "accepted"},
        {"2026-27.1", 0, "accepted"},  {"2026-27.2", 200 * 86'400'000LL, "accepted"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.half_term);
        CAPTURE(row.after_its_eve_ms);
        RatingDesk desk;
        desk.clock.set(eve + row.after_its_eve_ms);
        Change change = desk.change("direction", direction_id, but(desk.direction(), "half_term", row.half_term));
        change.stamp = HybridClock(desk.device).next(eve);
        CHECK(word(desk.accept(change)) == row.answer);
    }
}

TEST_CASE("Without a calendar no half term is known") {
    RatingDesk desk;
    REQUIRE(CalendarStore(*desk.county.database).put(""));
    CHECK(word(desk.accept(desk.change("direction", direction_id, desk.direction()))) == "unknown_half_term");
}

TEST_CASE("An id from a day that has not come would bend the order of a rating, and is refused") {
    struct Row {
        Instant ahead_ms;
        const char* answer;
    };
    const Row rows[] = {{0, "accepted"}, {future_allowed_ms, "accepted"}, {future_allowed_ms + 1, "from_the_future"}};
    for (const Row& row : rows) {
        CAPTURE(row.ahead_ms);
        RatingDesk desk;
        SeededRandom random;
        const Id id = new_id(desk.clock.now() + row.ahead_ms, random);
        CHECK(word(desk.accept(desk.change("rating_step", id, desk.proposal()))) == row.answer);
    }
}

TEST_CASE("A batch builds a rating up, and what answers a refused step is refused with it") {
    RatingDesk desk;
    const Change proposal = desk.change("rating_step", proposal_id, but(desk.proposal(), "framework", "of_others"));
    const Change withdrawal = desk.change("rating_step", moderation_id,
                                          {{"urn", "900001"},
                                           {"subject", "school"},
                                           {"step", "withdrawn"},
                                           {"about", proposal_id},
                                           {"reason", "Typed in the wrong school."},
                                           {"by", ada_id}});
    const std::vector<ReceivedChange> broken = {{proposal.id, proposal}, {withdrawal.id, withdrawal}};
    const auto refused = desk.county.log.accept(broken, desk.ada);
    REQUIRE(refused);
    CHECK(word(refused->outcomes.at(0)) == "unknown_framework");
    CHECK(word(refused->outcomes.at(1)) == "out_of_order");

    const Change good = desk.change("rating_step", proposal_id, desk.proposal());
    const std::vector<ReceivedChange> whole = {{good.id, good}, {withdrawal.id, withdrawal}, {good.id, good}};
    const auto taken = desk.county.log.accept(whole, desk.ada);
    REQUIRE(taken);
    CHECK(word(taken->outcomes.at(0)) == "accepted");
    CHECK(word(taken->outcomes.at(1)) == "accepted");
    CHECK(word(taken->outcomes.at(2)) == "already_had");
}

}  // namespace
}  // namespace kitbag
