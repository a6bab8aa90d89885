#include "core/visits/completeness.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

Visit complete_visit() {
    Visit visit;
    visit.date = Date{2026, 11, 23};
    visit.participants = "Ada Marsh, headteacher";
    visit.focus = "Reading in Year 3";
    return visit;
}

std::string missing_fields(const Visit& visit) {
    std::string fields;
    for (const Missing& missing : missing_to_complete(visit)) {
        CHECK(missing.sentence.ends_with("."));
        fields += (fields.empty() ? "" : " ") + std::string(missing.field);
    }
    return fields;
}

}  // namespace

TEST_CASE("a visit with its date, a participant and its focus can be completed, with nothing judged") {
    CHECK(missing_fields(complete_visit()) == "");
}

TEST_CASE("what a visit still needs is named, all of it") {
    Visit visit = complete_visit();
    visit.participants = " \n";
    CHECK(missing_fields(visit) == "participants");
    visit.date.reset();
    visit.focus = "";
    CHECK(missing_fields(visit) == "date participants focus");
}
