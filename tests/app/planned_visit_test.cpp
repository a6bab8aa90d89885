#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "app/session/visit_writer.h"
#include "core/storage/reference.h"
#include "tests/app/fake_platform.h"

using namespace kitbag;

namespace {

// A tablet's store with one school, without any screen.
struct Store {
    MemoryFiles files;
    SetClock clock;
    FakePlatform platform{files, clock, 1};
    std::unique_ptr<OpenStore> store;
    School school;

    explicit Store(const char* role) {
        auto opened = OpenStore::open(platform, platform.store(1), DatabaseKey{});
        REQUIRE(opened.has_value());
        store = *std::move(opened);
        Enrolment enrolment;
        enrolment.device = "0000000000000001";
        enrolment.token = std::string(43, 'T');
        enrolment.adviser = {"0192f3c4-a1b2-7c3d-8e4f-000000000001", "Ada Marsh", role};
        enrolment.county = "Wendshire";
        REQUIRE(store->enrol(enrolment).has_value());
        school.urn = "900002";
        school.name = "Overwend Secondary School";
        school.kind = SchoolKind::secondary;
        become(Governance::maintained);
    }

    void become(Governance governance) {
        std::ifstream file("data/visit_templates/2014.json", std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        school.governance = governance;
        const std::vector<School> schools = {school};
        const std::vector<StoredTemplates> templates = {{"2014.2", text.str()}};
        REQUIRE(replace_reference(store->database(), "any", schools, {}, "", templates, {}).has_value());
        store->forget_reference();
    }

    Result<Id> start(const char* kind, bool planned) {
        return start_visit(*store, clock, platform.random(), school, {kind, "", planned});
    }

    Visit visit(const Id& id) { return store->visits().visit(id).value().value().visit; }
};

std::string code_of(const Result<void>& outcome) {
    return outcome ? "" : outcome.error().code;
}

}  // namespace

TEST_CASE("a visit planned before the school became an academy asks the rule when it is begun") {
    Store tablet("adviser");
    const Id before = tablet.start("lesson_observation", false).value();
    const Id planned = tablet.start("lesson_observation", true).value();
    tablet.become(Governance::academy);
    CHECK(code_of(begin_planned(*tablet.store, tablet.visit(planned))) == "needs_agreement");
    CHECK(tablet.visit(planned).status == VisitStatus::planned);
    const FieldValues agreement = {{"urn", "900002"},
                                   {"given_by", "Ms Vane"},
                                   {"date", "2026-11-02"},
                                   {"kinds", "lesson_observation"},
                                   {"what_for", "Mathematics"},
                                   {"terms", "traded"},
                                   {"by", tablet.store->enrolment().adviser.id}};
    const Id id = new_id(tablet.clock.now(), tablet.platform.random());
    REQUIRE(tablet.store->log().write("trust_agreement", id, agreement).has_value());
    CHECK(code_of(begin_planned(*tablet.store, tablet.visit(planned))) == "");
    CHECK(tablet.visit(planned).status == VisitStatus::under_way);
    CHECK(tablet.visit(planned).governance == Governance::academy);
    CHECK(tablet.visit(planned).date == Date{2026, 11, 23});
    CHECK(tablet.visit(before).governance == Governance::maintained);  // It stays as it was.
    CHECK(tablet.visit(before).status == VisitStatus::under_way);
}

TEST_CASE("what may not be begun is refused before anything is written") {
    struct Row {
        const char *role, *kind;
        Governance governance;
        const char* code;
    };
    const Row rows[] = {
        {"adviser", "keeping_in_touch", Governance::academy, ""},
        {"adviser", "lesson_observation", Governance::maintained, ""},
        {"adviser", "lesson_observation", Governance::free_school, "needs_agreement"},
        {"adviser", "post_inspection_meeting", Governance::maintained, "not_allowed"},
        {"senior_adviser", "post_inspection_meeting", Governance::maintained, ""},
        {"officer", "keeping_in_touch", Governance::maintained, "not_allowed"},
        {"adviser", "no_such_kind", Governance::maintained, "unknown_kind"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.kind);
        CAPTURE(row.role);
        Store tablet(row.role);
        tablet.become(row.governance);
        for (const bool planned : {false, true}) {
            const auto begun = tablet.start(row.kind, planned);
            CHECK((begun ? "" : begun.error().code) == row.code);
        }
        const auto visits = tablet.store->visits().visits_of_school("900002").value();
        CHECK(visits.size() == (std::string(row.code).empty() ? 2 : 0));
    }
}

TEST_CASE("a planned visit has no day, and its begin is dated where it has none") {
    Store tablet("adviser");
    const Id planned = tablet.start("review", true).value();
    CHECK_FALSE(tablet.visit(planned).date.has_value());
    CHECK(tablet.visit(planned).templates_version == "2014.2");
    REQUIRE(tablet.store->log().write("visit", planned, {{"date", "2026-11-20"}}).has_value());
    CHECK(code_of(begin_planned(*tablet.store, tablet.visit(planned))) == "");
    CHECK(tablet.visit(planned).date == Date{2026, 11, 23});
    CHECK(code_of(begin_planned(*tablet.store, tablet.visit(planned))) == "");  // Staying is no step.
}
