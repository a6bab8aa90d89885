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
    for (const Missing& missing : missing_to_complete(visit, nullptr)) {
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

TEST_CASE("a visit of the desk needs nobody to have taken part, and any other does") {
    Visit visit = complete_visit();
    visit.participants.clear();
    VisitTemplate kind;
    kind.kind = desk_evidence;
    CHECK(missing_to_complete(visit, &kind).empty());
    kind.kind = keeping_in_touch;
    CHECK(missing_to_complete(visit, &kind).size() == 1);
    visit.present = {"headteacher"};  // Marked as present, and not named.
    CHECK(missing_to_complete(visit, &kind).empty());
}

TEST_CASE("who must be there and was not marked is named, and nobody where the kind is not known") {
    Visit visit = complete_visit();
    visit.present = {"headteacher"};
    VisitTemplate kind;
    kind.present = {{"headteacher", "Headteacher"}, {"chair_of_governors", "Chair of governors"}};
    CHECK(not_present(visit, &kind) == std::vector<std::string>{"Chair of governors"});
    CHECK(not_present(visit, nullptr).empty());
}
