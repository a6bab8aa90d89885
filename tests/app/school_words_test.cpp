#include "app/session/school_words.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

School bramble_hill() {
    School school;
    school.urn = "900001";
    school.name = "St Mary's C of E Primary School, Bramble Hill";
    school.type_name = "Voluntary controlled school";
    school.district = "North Wendshire";
    school.town = "Overwend";
    school.governance = Governance::maintained;
    return school;
}

}  // namespace

TEST_CASE("only the facts that are known are shown") {
    const auto facts = school_facts(bramble_hill());
    std::string labels;
    for (const Fact& fact : facts) labels += fact.label + ";";
    CHECK(labels == "URN;Kind;Type;Governance;District;");
    CHECK(school_detail(bramble_hill()) == "Primary · Voluntary controlled school · North Wendshire");
}
