#include "core/base/json_place.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// What is complained of when `read` reads the text; "" when nothing is.
template <typename Read>
std::string complaint_of(std::string_view text, Read read) {
    const Result<Json> json = parse_json(text, "The text");
    REQUIRE(json);
    std::optional<std::string> complaint;
    read(JsonPlace(*json, complaint, "The list"));
    return complaint.value_or("");
}

void read_list(const JsonPlace& list) {
    list.allow_only({"title", "items"});
    list["title"].text(5);
    for (const JsonPlace& item : list["items"].items(1, 2)) item["id"].key();
}

}  // namespace

TEST_CASE("what is wrong is said with its place, and the first complaint is kept") {
    struct Row {
        const char* text;
        const char* complaint_begins;
    };
    const Row rows[] = {
        {R"({"title": "Żółć!", "items": [{"id": "a-1"}]})", ""},
        {"7", "The list: this should be an object"},
        {R"({"title": "T", "items": [{"id": "a"}], "colour": 1})", "The list: “colour” is not a name"},
        {R"({"items": [{"id": "a"}]})", "The list: “title” is missing"},
        {R"({"title": 5, "items": [{"id": "a"}]})", "title: this should be a text"},
        {R"({"title": " ", "items": [{"id": "a"}]})", "title: this should be a text"},
        {R"({"title": "a\nb", "items": [{"id": "a"}]})", "title: this should be a text"},
        {R"({"title": "123456", "items": [{"id": "a"}]})", "title: the text has 6 characters; at most 5"},
        {R"({"title": "T", "items": []})", "items: this should be a list of 1 to 2"},
        {R"({"title": "T", "items": {}})", "items: this should be a list of 1 to 2"},
        {R"({"title": "T", "items": [{"id": "a"}, {"id": "a"}, {"id": "a"}]})", "items: this should be a list of 1 to"},
        {R"({"title": "T", "items": [{"id": "a"}, {"id": "A b"}]})", "items[1].id: this should be a name"},
        {R"({"title": "T", "items": [{"id": "a"}, {}]})", "items[1]: “id” is missing"},
        {R"({"title": "T", "items": [[]]})", "items[0]: this should be an object"},
        {R"({"title": "", "items": []})", "title: "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::string complaint = complaint_of(row.text, read_list);
        CAPTURE(complaint);
        CHECK(complaint.starts_with(row.complaint_begins));
        CHECK(complaint.empty() == std::string_view(row.complaint_begins).empty());
    }
}

TEST_CASE("only true is true, and what is not there is neither") {
    CHECK(complaint_of(R"({"yes": true, "no": false, "word": "true"})", [](const JsonPlace& place) {
              CHECK(place["yes"].is_true());
              CHECK_FALSE(place["no"].is_true());
              CHECK_FALSE(place["word"].is_true());
              CHECK_FALSE(place.has("maybe"));
          }) == "");
}
