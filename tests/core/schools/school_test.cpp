#include "core/schools/school.h"

#include <doctest/doctest.h>

#include "core/schools/gias_codes.h"
#include "core/schools/school_json.h"
#include "core/schools/windows_1252.h"

using namespace kitbag;

namespace {

School hollow_lane() {
    School school;
    school.urn = "900001";
    school.establishment_number = "2001";
    school.name = "Hollow Lane School";
    school.kind = SchoolKind::all_through;
    school.governance = Governance::free_school;
    school.type_name = "Free schools";
    school.phase_name = "All-through";
    school.status_name = "Open";
    school.trust = "The Wend Trust";
    school.diocese = "Diocese of Wend";
    school.religious_character = "Church of England";
    school.district = "North Wend";
    school.constituency = "Mid Wendshire";
    school.town = "Wendbridge";
    school.postcode = "WE1 1AA";
    school.low_age = 3;
    school.high_age = 18;
    school.pupils = 0;
    school.sixth_form = SixthForm::has;
    school.opened = Date{2011, 9, 1};
    school.closed = Date{2027, 8, 31};
    return school;
}

}  // namespace

TEST_CASE("a school goes to JSON and comes back the same") {
    const School whole = hollow_lane();
    CHECK(school_from_json(to_json(whole)).value() == whole);

    School bare;
    bare.urn = "900002";
    bare.name = "Wend Primary School";
    CHECK(school_from_json(to_json(bare)).value() == bare);
    CHECK(to_json(bare).size() == 4);
}

TEST_CASE("a school from a newer county is read as far as it is understood") {
    Json json = to_json(hollow_lane());
    json["ward"] = "East Wend";
    json["sixth_form"] = "consortium";
    json["pupils"] = "many";
    json["low_age"] = -3;
    json["opened"] = "some day";
    json["closed"] = 2027;
    const School school = school_from_json(json).value();
    CHECK(school.sixth_form == SixthForm::not_known);
    CHECK_FALSE(school.pupils);
    CHECK_FALSE(school.low_age);
    CHECK_FALSE(school.opened);
    CHECK_FALSE(school.closed);
    CHECK(school.high_age == 18);
}

TEST_CASE("a school without what names and places it is refused") {
    for (const char* member : {"urn", "name", "kind", "governance"}) {
        CAPTURE(member);
        Json json = to_json(hollow_lane());
        json[member] = "";
        const auto school = school_from_json(json);
        REQUIRE_FALSE(school);
        CHECK(school.error().code == "bad_school");
    }
    CHECK_FALSE(school_from_json(Json::array()));
}

TEST_CASE("the type of establishment, or else the phase, says what kind of school it is") {
    struct Row {
        int type;
        int phase;
        std::string_view kind;
    };
    const Row rows[] = {
        {1, 2, "primary"},
        {1, 3, "primary"},
        {34, 4, "secondary"},
        {34, 5, "secondary"},
        {34, 7, "all_through"},
        {15, 1, "nursery"},
        {1, 1, "nursery"},
        {45, 6, "post_16"},
        {39, 0, "post_16"},
        {40, 4, "secondary"},
        {7, 0, "special"},
        {44, 0, "special"},
        {44, 4, "special"},
        {14, 0, "alternative_provision"},
        {42, 0, "alternative_provision"},
        {1, 0, ""},
        {-1, -1, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.type);
        CAPTURE(row.phase);
        const auto kind = kind_of(row.type, row.phase);
        CHECK((kind ? to_word(*kind) : "") == row.kind);
    }
}

TEST_CASE("colleges, universities, independent schools and other places are not state schools") {
    for (const int group : {1, 2, 3, 6, 9, 12, 13}) CHECK_FALSE(is_state_school(1, group));
    for (const int group : {4, 5, 10, 11, 77, -1}) CHECK(is_state_school(1, group));
    for (const int centre : {47, 48}) CHECK_FALSE(is_state_school(centre, -1));
}

TEST_CASE("each kind of establishment has a range of numbers of its own, and all of them are URNs") {
    struct Row {
        const char* text;
        bool school, centre, provider;
    };
    const Row rows[] = {
        {"900001", true, false, true},     {"2634416", false, false, true}, {"EY309451", false, false, true},
        {"20646", false, true, false},     {"00646", false, false, false},  {"000001", false, false, false},
        {"2064", false, false, false},     {"2064x", false, false, false},  {"", false, false, false},
        {"26344160", false, false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(is_school_urn(row.text) == row.school);
        CHECK(is_centre_urn(row.text) == row.centre);
        CHECK(is_provider_urn(row.text) == row.provider);
        CHECK(is_urn(row.text) == (row.school || row.centre || row.provider));
    }
}

TEST_CASE("the group, and for some types the type, says who answers for a school") {
    struct Row {
        int type;
        int group;
        std::string_view governance;
    };
    const Row rows[] = {
        {1, 4, "maintained"},    {14, 4, "maintained"},   {7, 5, "maintained"}, {12, 5, "maintained"},
        {8, 5, "other"},         {34, 10, "academy"},     {44, 10, "academy"},  {35, 11, "free_school"},
        {40, 10, "free_school"}, {41, 11, "free_school"}, {1, 77, "other"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.type);
        CHECK(to_word(governance_of(row.type, row.group)) == row.governance);
    }
}

TEST_CASE("a sixth form is asked about unless it is known that there is none") {
    struct Row {
        SchoolKind kind;
        SixthForm sixth_form;
        bool may_have;
    };
    const Row rows[] = {
        {SchoolKind::secondary, SixthForm::has, true},      {SchoolKind::secondary, SixthForm::not_known, true},
        {SchoolKind::secondary, SixthForm::has_not, false}, {SchoolKind::all_through, SixthForm::not_known, true},
        {SchoolKind::post_16, SixthForm::not_known, true},  {SchoolKind::special, SixthForm::not_known, true},
        {SchoolKind::primary, SixthForm::not_known, false}, {SchoolKind::nursery, SixthForm::not_known, false},
    };
    for (const Row& row : rows) {
        School school;
        school.kind = row.kind;
        school.sixth_form = row.sixth_form;
        CHECK(may_have_sixth_form(school) == row.may_have);
    }
}

TEST_CASE("Windows-1252 becomes UTF-8, and bytes that mean nothing in it are found") {
    CHECK(utf8_from_windows_1252("St Mary\x92s caf\xE9 \x80\x9F\xA0\xFF") == "St Mary’s café €Ÿ\u00A0ÿ");
    for (const char* bytes : {"a\x81", "\x8D", "\x8F", "\x90", "\x9D"}) CHECK_FALSE(utf8_from_windows_1252(bytes));
}
