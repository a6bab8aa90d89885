#pragma once
// A county's desk for the rules of visits: a maintained school, an academy and a free school, kinds of visit in two versions,
// a calendar, and people of several roles.

#include <string>

#include "core/storage/calendar_store.h"
#include "core/storage/school_store.h"
#include "core/storage/visit_store.h"
#include "core/storage/visit_templates_store.h"
#include "tests/sync/county_desk.h"

namespace kitbag {

inline const std::string sam_id = "0192f3c4-a1b2-7c3d-8e4f-00000000500a";
inline const std::string academy = "900003";

// The fields, but with one another; left out where the value is "".
inline FieldValues but(FieldValues values, const std::string& field, const std::string& value) {
    values[field] = value;
    if (value.empty()) values.erase(field);
    return values;
}

inline std::string kind_json(const std::string& kind, bool direct_monitoring, const std::string& led_by = "") {
    return R"({"kind": ")" + kind + R"(", "title": "Kind )" + kind +
           R"(", "purpose": "x", "source": "x", "direct_monitoring": )" + (direct_monitoring ? "true" : "false") +
           (led_by.empty() ? "" : R"(, "led_by": [")" + led_by + R"("])") +
           R"(, "present": [], "aspects": "all", "look_at": [], "sections": []})";
}

inline StoredTemplates templates_of(const std::string& version, const std::string& more_kinds) {
    return {version,
            R"({"format": "kitbag-visit-templates/1", "version": ")" + version +
                R"(", "title": "x", "source": "Invented", "groups": [], "forum_services": ["x"], "templates": [)" +
                kind_json("keeping_in_touch", false) + more_kinds + "]}"};
}

struct VisitDesk : Desk {
    const Writer ben{"00000000000000bb", ben_id, StaffRole::adviser};
    const Writer sam{"00000000000000cc", sam_id, StaffRole::senior_adviser};
    const Writer officer{"00000000000000dd", ben_id, StaffRole::officer};

    VisitDesk() {
        set_governance(Governance::academy);
        const std::string observing = ", " + kind_json("lesson_observation", true);
        put(templates_of("old", observing + ", " + kind_json("walk", false)));
        put(templates_of("new", observing + ", " + kind_json("staff_discussion", false) + ", " +
                                    kind_json("post_inspection_meeting", false, "senior_adviser")));
        REQUIRE(CalendarStore(*county.database).put(R"({"format": "kitbag-half-terms/1", "title": "Wendshire's",
            "source": "Invented", "half_terms": [
              {"id": "2026-27.1", "title": "Autumn 1, 2026", "from": "2026-09-02", "to": "2026-10-23"},
              {"id": "2026-27.3", "title": "Spring 1, 2027", "from": "2027-01-04", "to": "2027-02-12"}]})"));
    }

    void put(const StoredTemplates& templates) { REQUIRE(VisitTemplatesStore(*county.database).put(templates)); }

    // What the register says of 900003 from now on; 900001 and 900002 are maintained.
    void set_governance(Governance governance) {
        std::vector<School> schools;
        for (const auto& [urn, its] : {std::pair("900001", Governance::maintained),
                                       {"900002", Governance::maintained},
                                       {"900003", governance}}) {
            School school;
            school.urn = urn;
            school.name = "Ashmere School";
            school.governance = its;
            schools.push_back(school);
        }
        REQUIRE(SchoolStore(*county.database).replace_all(schools));
    }

    // What is said of the change when this person writes and sends it.
    std::string say(const Writer& writer, const std::string& entity, const std::string& id, const FieldValues& values) {
        Change made = change(entity, id, values);
        made.device = writer.device;
        made.author = writer.adviser;
        made.stamp.replace(16, 16, writer.device);
        const std::string before = state_of(*county.database);
        const Outcome outcome = accept(made, writer);
        if (outcome.answer == Answer::refused) {
            CHECK(state_of(*county.database) == before);
            CHECK(outcome.reason.sentence.size() > 20);
        }
        return word(outcome);
    }

    FieldValues observation(const std::string& urn = academy) const {
        FieldValues values = visit_fields(urn);
        values["kind"] = "lesson_observation";
        return values;
    }
    FieldValues agreement() const {
        return {{"urn", academy},
                {"given_by", "Tess Weir"},
                {"post", "Chief executive"},
                {"date", "2026-11-20"},
                {"kinds", "lesson_observation"},
                {"what_for", "Teaching in Year 9"},
                {"terms", "commissioned"},
                {"by", ada_id}};
    }

    // REQUIRES that Ada's visit is under way: she takes it to this status, by the steps that lead there.
    void bring_to(const std::string& visit, VisitStatus status) {
        using enum VisitStatus;
        if (status == under_way) return;
        const std::vector<VisitStatus> way =
            status == cancelled ? std::vector{cancelled} : std::vector{completed, shared, locked};
        for (const VisitStatus step : way) {
            REQUIRE(say(ada, "visit", visit, {{"status", std::string(to_word(step))}, {"status_reason", "Snow"}}) ==
                    "accepted");
            if (step == status) return;
        }
    }

    Visit visit(const std::string& id) { return VisitStore(*county.database).visit_alone(id).value().value(); }
};

}  // namespace kitbag
