#include "sync/change.h"

#include <doctest/doctest.h>

#include "sync/receipt.h"

namespace kitbag {
namespace {

const char* const good = R"({
    "id": "0192f3c4-a1b2-7c3d-8e4f-0123456789ab", "device": "00000000000000aa",
    "author": "0192f3c4-a1b2-7c3d-8e4f-0123456789ac", "stamp": "001234567890000000000000000000aa",
    "entity": "evidence_note", "entity_id": "0192f3c4-a1b2-7c3d-8e4f-0123456789ad",
    "fields": {"text": {"value": "Zoë read aloud", "base": ["001234567880000000000000000000bb"]},
               "of_tomorrow": {"value": {"a": [1, null]}, "base": []}}})";

Json good_json() {
    return parse_json(good, "The change").value();
}

TEST_CASE("A change comes back from JSON as it went, with what a newer program put into a field") {
    const Result<Change> change = change_from_json(good_json());
    REQUIRE(change);
    CHECK(change->fields.size() == 2);
    CHECK(change->fields.at("of_tomorrow").value["a"][0] == 1);
    CHECK(to_json(*change) == good_json());
    CHECK(change_from_json(to_json(*change)) == *change);
}

TEST_CASE("Bases are put in order, each once") {
    Json json = good_json();
    json["fields"]["text"]["base"] = {"001234567880000000000000000000bb", "001234567870000000000000000000bb",
                                      "001234567880000000000000000000bb"};
    const Result<Change> change = change_from_json(json);
    REQUIRE(change);
    CHECK(change->fields.at("text").base ==
          std::vector<Stamp>{"001234567870000000000000000000bb", "001234567880000000000000000000bb"});
}

TEST_CASE("What is not a change is refused, and the sentence names the place") {
    struct Row {
        const char* pointer;
        Json value;  // Discarded: the member is removed.
        const char* place;
    };
    const Json gone(Json::value_t::discarded);
    const Row rows[] = {
        {"/id", gone, "id is missing"},
        {"/id", 12, "id is not an id"},
        {"/id", "0192F3C4-a1b2-7c3d-8e4f-0123456789ab", "id is not an id"},
        {"/device", "aa", "device is not a device"},
        {"/device", "00000000000000bb", "stamp is another device's"},
        {"/author", "", "author is not an id"},
        {"/stamp", "now", "stamp is not a stamp"},
        {"/entity", "Evidence Note", "entity is not a name"},
        {"/entity_id", "", "entity_id is not an id"},
        {"/entity_id", std::string(101, 'x'), "entity_id is not an id"},
        {"/more", 1, "it has a member that is not known"},
        {"/fields", gone, "fields is missing"},
        {"/fields", Json::array(), "fields is not an object"},
        {"/fields", Json::object(), "fields is empty"},
        {"/fields/text", "words", "fields.text is not an object"},
        {"/fields/text/value", gone, "fields.text.value is missing"},
        {"/fields/text/base", gone, "fields.text.base is missing"},
        {"/fields/text/base", "x", "fields.text.base is not a list"},
        {"/fields/text/base/1", "x", "fields.text.base[1] is not a stamp"},
        {"/fields/text/base/1", "001234567890000000000000000000aa", "fields.text.base[1] is not before"},
        {"/fields/text/base/1", "ffffffffffff000000000000000000aa", "fields.text.base[1] is not before"},
        {"/fields/text/else", 1, "fields.text has a member that is not known"},
        {"/fields/Text x", Json::object(), "fields has a name that is not a field's"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pointer);
        CAPTURE(row.place);
        Json json = good_json();
        const Json::json_pointer at(row.pointer);
        if (row.value.is_discarded()) {
            json[at.parent_pointer()].erase(at.back());
        } else {
            json[at] = row.value;
        }
        const Result<Change> change = change_from_json(json);
        REQUIRE_FALSE(change);
        CHECK(change.error().code == "bad_change");
        CHECK(change.error().sentence.contains(row.place));
    }
    CHECK(change_from_json(Json("x")).error().code == "bad_change");
}

TEST_CASE("A change with more fields or bases than any program writes is refused") {
    Json many_fields = good_json();
    for (int i = 0; i < 50; ++i)
        many_fields["fields"]["f" + std::to_string(i)] = {{"value", ""}, {"base", Json::array()}};
    CHECK(change_from_json(many_fields).error().code == "bad_change");
    Json many_bases = good_json();
    for (int i = 0; i < 101; ++i) many_bases["fields"]["text"]["base"].push_back("001234567880000000000000000000bb");
    CHECK(change_from_json(many_bases).error().code == "bad_change");
}

TEST_CASE("A receipt number has the position, and tells one change from another") {
    const std::string first = receipt_number(17, "0192f3c4-a1b2-7c3d-8e4f-0123456789ab");
    CHECK(first.starts_with("R-000017-"));
    CHECK(first.size() == 13);
    CHECK(receipt_number(17, "0192f3c4-a1b2-7c3d-8e4f-0123456789ac") != first);
    CHECK(receipt_number(12'345'678, "x").starts_with("R-12345678-"));
}

}  // namespace
}  // namespace kitbag
