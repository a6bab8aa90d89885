#include "core/visits/visit_template.h"

#include <doctest/doctest.h>

#include "tests/core/criteria/packs_2014.h"

namespace kitbag {
namespace {

const std::string good =
    R"({"format": "kitbag-visit-templates/1", "version": "1", "title": "Wendshire", "source": "Invented",
  "groups": [{"id": "boys", "title": "Boys"}, {"id": "girls", "title": "Girls"}],
  "forum_services": ["Family Service"],
  "templates": [
    {"kind": "keeping_in_touch", "title": "Keeping in Touch", "purpose": "Keep in touch.", "source": "Invented, 1",
     "direct_monitoring": false, "present": [{"id": "headteacher", "title": "Headteacher"}], "aspects": "all",
     "look_at": ["The data."], "sections": [
       {"id": "talk", "title": "The talk", "questions": [{"id": "gaps", "text": "Where are the gaps?"}]}]},
    {"kind": "walk", "title": "Learning walk", "purpose": "Walk.", "source": "Invented, 2", "direct_monitoring": true,
     "subject": "eyfs", "led_by": ["head_of_early_years"], "present": [], "aspects": ["eyfs_teaching"], "look_at": [],
     "sections": []}]})";

std::string with(std::string_view part, std::string_view instead) {
    std::string text = good;
    REQUIRE_MESSAGE(text.contains(part), part);
    return text.replace(text.find(part), part.size(), instead);
}

}  // namespace

TEST_CASE("Kinds of visit are read as they are written") {
    const auto read = read_visit_templates(good);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().sentence));
    CHECK(read->version == "1");
    CHECK(read->groups == std::vector<Named>{{"boys", "Boys"}, {"girls", "Girls"}});
    CHECK(read->forum_services == std::vector<std::string>{"Family Service"});
    const VisitTemplate* const walk = find_template(*read, "walk");
    REQUIRE(walk != nullptr);
    CHECK(walk->direct_monitoring);
    CHECK(walk->subject == Subject::eyfs);
    CHECK(walk->led_by == std::vector{StaffRole::head_of_early_years});
    CHECK(walk->aspect_ids == std::vector<std::string>{"eyfs_teaching"});
    const VisitTemplate* const touch = find_template(*read, keeping_in_touch);
    REQUIRE(touch != nullptr);
    CHECK(touch->present == std::vector<Named>{{"headteacher", "Headteacher"}});
    REQUIRE(find_question(*touch, "gaps") != nullptr);
    CHECK(find_question(*touch, "gaps")->text == "Where are the gaps?");
    CHECK(find_question(*walk, "gaps") == nullptr);
    CHECK(find_template(*read, "inspection") == nullptr);
}

TEST_CASE("What is wrong in kinds of visit is named by its place") {
    struct Row {
        const char* what;
        std::string text;
        const char* said;
    };
    const Row rows[] = {
        {"no JSON", "{", "The file of visit templates"},
        {"no text", "\xff", "not UTF-8"},
        {"no object", "[]", "The visit templates: this should be an object"},
        {"another format", with("templates/1", "templates/2"), "format: this program reads"},
        {"a name of ours twice", with("\"title\": \"Wendshire\"", "\"title\": \"a\", \"title\": \"b\""),
         "“title” comes twice"},
        {"a name nobody knows", with("\"groups\"", "\"colour\": 1, \"groups\""), "“colour” is not a name"},
        {"no version", with("\"version\": \"1\", ", ""), "“version” is missing"},
        {"a group twice", with("\"girls\"", "\"boys\""), "groups[1].id: “boys” is used twice."},
        {"a service without a name", with("Family Service", " "), "forum_services[0]: "},
        {"a kind twice", with("\"walk\"", "\"keeping_in_touch\""),
         "templates[1].kind: “keeping_in_touch” is used twice."},
        {"no Keeping in Touch", with("\"keeping_in_touch\"", "\"touch\""),
         "templates: every county needs the kind “keeping_in_touch”."},
        {"Keeping in Touch as monitoring", with("\"direct_monitoring\": false", "\"direct_monitoring\": true"),
         "templates: “keeping_in_touch” cannot be direct monitoring."},
        {"neither true nor false", with("\"direct_monitoring\": true", "\"direct_monitoring\": \"yes\""),
         "templates[1].direct_monitoring: this should be true or false."},
        {"a kind with blanks in its name", with("\"walk\"", "\"a walk\""), "templates[1].kind: "},
        {"no purpose", with("\"purpose\": \"Walk.\", ", ""), "templates[1]: “purpose” is missing."},
        {"another subject", with("\"eyfs\"", "\"sixth_form\""), "templates[1].subject: this should be school or eyfs."},
        {"led by nobody", with("[\"head_of_early_years\"]", "[]"), "templates[1].led_by: "},
        {"led by an officer", with("head_of_early_years", "officer"), "templates[1].led_by[0]: this should be a role"},
        {"a post without an id", with("{\"id\": \"headteacher\", ", "{"), "templates[0].present[0]: “id” is missing."},
        {"some aspects", with("\"aspects\": \"all\"", "\"aspects\": \"some\""), "templates[0].aspects: "},
        {"a list of no aspects", with("[\"eyfs_teaching\"]", "[]"), "templates[1].aspects: "},
        {"two lines to look at", with("The data.", "The\\ndata."), "templates[0].look_at[0]: "},
        {"a section without questions", with("[{\"id\": \"gaps\", \"text\": \"Where are the gaps?\"}]", "[]"),
         "templates[0].sections[0].questions: "},
        {"a question twice", with("{\"id\": \"gaps\", ", "{\"id\": \"gaps\", \"text\": \"x\"}, {\"id\": \"gaps\", "),
         "templates[0].sections[0].questions[1].id: “gaps” is used twice."},
        {"far too long", std::string(visit_templates_bytes_max + 1, ' '), "too long"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto read = read_visit_templates(row.text);
        REQUIRE_FALSE(read);
        CHECK_MESSAGE(read.error().sentence.contains(row.said), read.error().sentence);
    }
}

TEST_CASE("The same question may be asked by another kind of visit") {
    const auto read = read_visit_templates(with(
        "\"look_at\": [],\n     \"sections\": []",
        R"("look_at": [], "sections": [{"id": "s", "title": "x", "questions": [{"id": "gaps", "text": "The gaps?"}]}])"));
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().sentence));
    CHECK(find_question(read->templates[1], "gaps")->text == "The gaps?");
}

TEST_CASE("A kind of visit is about the aspects it lists, all that apply, or none") {
    const Framework framework = pack_of(school_pack_file);
    VisitTemplate wanted;
    CHECK(aspects_of(wanted, framework, "primary", false) == applicable_aspects(framework, "primary", false));
    wanted.aspects = VisitTemplate::Aspects::none;
    CHECK(aspects_of(wanted, framework, "primary", false).empty());
    wanted.aspects = VisitTemplate::Aspects::listed;
    wanted.aspect_ids = {"teaching", "post_16", "progress", "eyfs_teaching"};
    const auto ids = [&](bool has_sixth_form) {
        std::string all;
        for (const Aspect* const one : aspects_of(wanted, framework, "secondary", has_sixth_form)) all += one->id + " ";
        return all;
    };
    CHECK(ids(true) == "progress post_16 teaching ");
    CHECK(ids(false) == "progress teaching ");
}

TEST_CASE("A kind of visit is held by the roles it names, or by everybody") {
    const auto read = read_visit_templates(good);
    REQUIRE(read);
    const VisitTemplate& walk = read->templates[1];
    CHECK(check_leader(walk, StaffRole::head_of_early_years));
    const auto refused = check_leader(walk, StaffRole::adviser);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "not_allowed");
    CHECK(refused.error().sentence.contains("“Learning walk”"));
    CHECK(check_leader(read->templates[0], StaffRole::adviser));
}

}  // namespace kitbag
