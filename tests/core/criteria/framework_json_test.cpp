#include "core/criteria/framework_json.h"

#include <functional>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// A small pack of the invented county of Wendshire. Second aspect: two texts, one category left out, asked of sixth
// forms only.
constexpr const char* pack_text = R"({
  "format": "kitbag-framework/1", "id": "wend-1", "version": "3", "title": "Wend criteria", "source": "Wend handbook",
  "subject": "eyfs", "in_use_from": "2025-09-01",
  "variants": [{"id": "primary", "title": "Primary"}, {"id": "secondary", "title": "Secondary"}],
  "aspects": [
    {"id": "reading", "title": "Reading", "applies_to": ["primary", "secondary"], "descriptors": {
      "green": {"text": "Well", "source": "p. 1"},
      "amber": {"text": {"primary": "Little", "secondary": "Less"}, "source": "p. 2"},
      "red": {"text": "Not", "source": "p. 3"}}},
    {"id": "post_16", "title": "Post-16", "applies_to": ["secondary"], "condition": "sixth_form", "descriptors": {
      "green": {"text": "Good", "source": "p. 4"},
      "amber": {"not_described": true},
      "red": {"text": "Poor", "source": "p. 5"}}}],
  "rules": [{"aspect": "reading", "judged": "red", "effect": "must_be_red", "text": "Readers first.", "source": "p. 6"}]
})";

Json pack() {
    return parse_json(pack_text, "The pack").value();
}

// One way to spoil a pack, and how the sentence about it begins.
struct Spoiling {
    std::string what;
    std::function<void(Json&)> spoil;
    std::string sentence_begins;
};

void refuses_each(const std::vector<Spoiling>& spoilings) {
    for (const Spoiling& spoiling : spoilings) {
        CAPTURE(spoiling.what);
        Json spoiled = pack();
        spoiling.spoil(spoiled);
        const auto framework = framework_from_json(spoiled);
        REQUIRE_FALSE(framework);
        CHECK(framework.error().code == "bad_framework");
        CAPTURE(framework.error().sentence);
        CHECK(framework.error().sentence.starts_with(spoiling.sentence_begins));
    }
}

Json& descriptors(Json& pack, int aspect) {
    return pack["aspects"][aspect]["descriptors"];
}

}  // namespace

TEST_CASE("a pack is read whole, and written it reads the same") {
    const Framework framework = read_framework(pack_text).value();
    CHECK(framework.id == "wend-1");
    CHECK(framework.version == "3");
    CHECK(framework.subject == Subject::eyfs);
    CHECK(framework.in_use_from == "2025-09-01");
    REQUIRE(framework.aspects.size() == 2);
    const Aspect& reading = framework.aspects[0];
    CHECK(reading.condition == Condition::always);
    CHECK(descriptor_text(reading, Category::green, "secondary") == "Well");
    CHECK(descriptor_text(reading, Category::amber, "secondary") == "Less");
    CHECK(descriptor_of(reading, Category::red)->source == "p. 3");
    const Aspect& post_16 = framework.aspects[1];
    CHECK(post_16.condition == Condition::sixth_form);
    CHECK(descriptor_of(post_16, Category::amber) == nullptr);
    CHECK(descriptor_text(post_16, Category::amber, "secondary") == "");
    CHECK(descriptor_text(post_16, Category::green, "primary") == "");
    REQUIRE(framework.rules.size() == 1);
    CHECK(framework.rules[0].effect == Rule::Effect::must_be_red);
    CHECK(framework_from_json(to_json(framework)).value() == framework);
    CHECK(to_json(framework) == pack());
}

TEST_CASE("an aspect is asked where its variant and its condition fit") {
    const Framework framework = read_framework(pack_text).value();
    CHECK(applicable_aspects(framework, "primary", true).size() == 1);
    CHECK(applicable_aspects(framework, "secondary", false).size() == 1);
    CHECK(applicable_aspects(framework, "secondary", true).size() == 2);
    CHECK(applicable_aspects(framework, "special", true).empty());
    CHECK(find_aspect(framework, "post_16")->title == "Post-16");
    CHECK(find_aspect(framework, "writing") == nullptr);
    CHECK(find_variant(framework, "secondary")->title == "Secondary");
}

TEST_CASE("whatever is wrong with the head of a pack is said where it is") {
    refuses_each({
        {"not an object", [](Json& j) { j = 7; }, "The pack: this should be an object"},
        {"unknown key", [](Json& j) { j["colour"] = 1; }, "The pack: “colour”"},
        {"no format", [](Json& j) { j.erase("format"); }, "The pack: “format” is missing"},
        {"newer format", [](Json& j) { j["format"] = "kitbag-framework/2"; }, "format: this program reads"},
        {"bad id", [](Json& j) { j["id"] = "Wend 1"; }, "id: this should be a name"},
        {"no version", [](Json& j) { j.erase("version"); }, "The pack: “version” is missing"},
        {"no source", [](Json& j) { j.erase("source"); }, "The pack: “source” is missing"},
        {"unknown subject", [](Json& j) { j["subject"] = "sixth_form"; }, "subject: this should be school or eyfs"},
        {"subject of no kind", [](Json& j) { j["subject"] = 1; }, "subject: this should be a name"},
        {"first day of no calendar", [](Json& j) { j["in_use_from"] = "2025-02-29"; },
         "in_use_from: this should be a day of the calendar"},
        {"first day in words", [](Json& j) { j["in_use_from"] = "Sept. 2025"; },
         "in_use_from: this should be a day of the calendar"},
        {"first day empty", [](Json& j) { j["in_use_from"] = ""; }, "in_use_from: this should be a text"},
        {"no variants", [](Json& j) { j["variants"] = Json::array(); }, "variants: this should be a list of 1 to 10"},
        {"variant twice", [](Json& j) { j["variants"][1]["id"] = "primary"; },
         "variants[1].id: “primary” is used twice"},
        {"variant key", [](Json& j) { j["variants"][0]["x"] = 1; }, "variants[0]: “x”"},
        {"no aspects", [](Json& j) { j["aspects"] = Json::array(); }, "aspects: this should be a list of 1 to 60"},
        {"too many aspects", [](Json& j) { j["aspects"] = Json(Json::array_t(61, j["aspects"][0])); },
         "aspects: this should be a list"},
    });
}

TEST_CASE("whatever is wrong with an aspect is said where it is") {
    refuses_each({
        {"aspect key", [](Json& j) { j["aspects"][1]["weight"] = 2; }, "aspects[1]: “weight”"},
        {"aspect twice", [](Json& j) { j["aspects"][1]["id"] = "reading"; }, "aspects[1].id: “reading” is used twice"},
        {"blank title", [](Json& j) { j["aspects"][0]["title"] = " "; }, "aspects[0].title: this should be a text"},
        {"long title", [](Json& j) { j["aspects"][0]["title"] = std::string(121, 'a'); },
         "aspects[0].title: the text has 121"},
        {"two-line title", [](Json& j) { j["aspects"][0]["title"] = "a\nb"; },
         "aspects[0].title: this should be a text of one line"},
        {"applies to none", [](Json& j) { j["aspects"][0]["applies_to"] = Json::array(); },
         "aspects[0].applies_to: this should"},
        {"unknown variant", [](Json& j) { j["aspects"][0]["applies_to"][1] = "special"; },
         "aspects[0].applies_to[1]: “special” is not"},
        {"variant named twice", [](Json& j) { j["aspects"][0]["applies_to"][1] = "primary"; },
         "aspects[0].applies_to[1]: “primary” is named twice"},
        {"unknown condition", [](Json& j) { j["aspects"][1]["condition"] = "nursery"; },
         "aspects[1].condition: the only condition"},
    });
}

TEST_CASE("whatever is wrong with a descriptor is said where it is") {
    refuses_each({
        {"missing descriptor", [](Json& j) { descriptors(j, 0).erase("amber"); },
         "aspects[0].descriptors: “amber” is missing"},
        {"extra descriptor", [](Json& j) { descriptors(j, 0)["blue"] = 1; }, "aspects[0].descriptors: “blue”"},
        {"descriptor key", [](Json& j) { descriptors(j, 0)["green"]["note"] = ""; },
         "aspects[0].descriptors.green: “note”"},
        {"no text", [](Json& j) { descriptors(j, 0)["green"].erase("text"); },
         "aspects[0].descriptors.green: “text” is missing"},
        {"text of no kind", [](Json& j) { descriptors(j, 0)["green"]["text"] = 3; },
         "aspects[0].descriptors.green.text: this should be a text"},
        {"no descriptor source", [](Json& j) { descriptors(j, 0)["red"].erase("source"); },
         "aspects[0].descriptors.red: “source” is missing"},
        {"missing variant text", [](Json& j) { descriptors(j, 0)["amber"]["text"].erase("secondary"); },
         "aspects[0].descriptors.amber.text: “secondary” is missing"},
        {"extra variant text", [](Json& j) { descriptors(j, 0)["amber"]["text"]["special"] = "x"; },
         "aspects[0].descriptors.amber.text: “special”"},
        {"long text", [](Json& j) { descriptors(j, 0)["red"]["text"] = std::string(601, 'a'); },
         "aspects[0].descriptors.red.text: the text has 601 characters; at most 600"},
        {"not described and text", [](Json& j) { descriptors(j, 1)["amber"]["text"] = "x"; },
         "aspects[1].descriptors.amber: “text”"},
        {"not described false", [](Json& j) { descriptors(j, 1)["amber"]["not_described"] = false; },
         "aspects[1].descriptors.amber.not_described: this can only be true"},
        {"nothing described",
         [](Json& j) {
             for (const char* c : {"green", "red"}) descriptors(j, 1)[c] = descriptors(j, 1)["amber"];
         },
         "aspects[1].descriptors: at least one"},
    });
}

TEST_CASE("whatever is wrong with a rule is said where it is") {
    refuses_each({
        {"rules missing", [](Json& j) { j.erase("rules"); }, "The pack: “rules” is missing"},
        {"rule key", [](Json& j) { j["rules"][0]["if"] = 1; }, "rules[0]: “if”"},
        {"rule of no aspect", [](Json& j) { j["rules"][0]["aspect"] = "writing"; },
         "rules[0].aspect: “writing” is not"},
        {"rule of no category", [](Json& j) { j["rules"][0]["judged"] = "blue"; },
         "rules[0].judged: this should be green"},
        {"rule of no effect", [](Json& j) { j["rules"][0]["effect"] = "is_red"; }, "rules[0].effect: this should be"},
        {"rule of what is not described",
         [](Json& j) {
             j["rules"][0]["aspect"] = "post_16";
             j["rules"][0]["judged"] = "amber";
         },
         "rules[0].judged: the pack does not describe"},
        {"rules of too many aspects",
         [](Json& j) {
             for (int i = 0; i < 5; ++i) {
                 Json aspect = j["aspects"][0];
                 Json rule = j["rules"][0];
                 aspect["id"] = rule["aspect"] = "reading_" + std::to_string(i);
                 j["aspects"].push_back(aspect);
                 if (i < 4) j["rules"].push_back(rule);
             }
         },
         "rules: they name 5 different aspects; at most 4"},
        {"rule without source", [](Json& j) { j["rules"][0].erase("source"); }, "rules[0]: “source” is missing"},
    });
}

TEST_CASE("a name that comes twice in one object is refused, for the last would hide the first") {
    std::string text = pack_text;
    text.insert(text.find("\"red\": {\"text\": \"Not\""), "\"amber\": {\"text\": \"Other\", \"source\": \"p. 9\"}, ");
    const auto framework = read_framework(text);
    REQUIRE_FALSE(framework);
    CHECK(framework.error().sentence == "The pack: “amber” comes twice in one object.");
}

TEST_CASE("rules may name as many aspects as the limit, each in more than one rule") {
    Json many = pack();
    for (int i = 0; i < 3; ++i) {
        Json aspect = many["aspects"][0];
        Json rule = many["rules"][0];
        aspect["id"] = rule["aspect"] = "reading_" + std::to_string(i);
        many["aspects"].push_back(aspect);
        many["rules"].push_back(rule);
        many["rules"].push_back(rule);
    }
    CHECK(framework_from_json(many)->rules.size() == 7);
}

TEST_CASE("a pack that says neither its subject nor its first day is about the school and was always in use") {
    Json older = pack();
    older.erase("subject");
    older.erase("in_use_from");
    const Framework framework = framework_from_json(older).value();
    CHECK(framework.subject == Subject::school);
    CHECK(framework.in_use_from == "");
    CHECK(framework_from_json(to_json(framework)).value() == framework);
}

TEST_CASE("the categories of an aspect that are worded alike are known, variant by variant") {
    using enum Category;
    Framework framework = read_framework(pack_text).value();
    Aspect& reading = framework.aspects[0];
    CHECK(worded_alike(reading, "primary").empty());
    reading.descriptors[2]->texts["primary"] = "Little";
    CHECK(worded_alike(reading, "primary") == std::vector{amber, red});
    CHECK(worded_alike(reading, "secondary").empty());
    reading.descriptors[0]->texts["primary"] = "Little";
    CHECK(worded_alike(reading, "primary") == std::vector{green, amber, red});
    // What is not described is not described alike.
    Aspect& post_16 = framework.aspects[1];
    post_16.descriptors[2].reset();
    CHECK(worded_alike(post_16, "secondary").empty());
}

TEST_CASE("a text far too long for a pack is refused before it is parsed") {
    std::string text = pack_text;
    text.insert(text.find('{') + 1, std::string(10 * 1024 * 1024, ' '));
    const auto framework = read_framework(text);
    REQUIRE_FALSE(framework);
    CHECK(framework.error().code == "bad_framework");
    CHECK(framework.error().sentence ==
          "The pack: it has " + std::to_string(text.size()) + " bytes; at most 1048576 are allowed.");
    text = pack_text;
    text.insert(text.find('{') + 1, std::string(framework_bytes_max - text.size(), ' '));
    CHECK(read_framework(text).has_value());
}

TEST_CASE("text that is not UTF-8 is refused, and the line is named") {
    const char* const broken[] = {"\xE9", "\xC3", "\xED\xA0\x80", "\xC0\xAF"};
    for (const char* const bytes : broken) {
        std::string text = pack_text;
        text.insert(text.find("Well"), bytes);
        const auto framework = read_framework(text);
        REQUIRE_FALSE(framework);
        CHECK(framework.error().code == "bad_framework");
        CHECK(framework.error().sentence ==
              "Line 7 of the pack: this is not UTF-8. Save the file as UTF-8 and load it again.");
    }
}

TEST_CASE("text that is no JSON is no pack") {
    CHECK(read_framework("{").error().code == "not_json");
    CHECK(read_framework("[]").error().code == "bad_framework");
}
