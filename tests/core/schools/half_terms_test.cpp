#include "core/schools/half_terms.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include <doctest/doctest.h>

#include "core/base/json.h"
#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

// Two half terms with a week between, and one after the summer.
constexpr const char* calendar_text = R"({
  "format": "kitbag-half-terms/1", "title": "Wendshire's half terms", "source": "Invented for tests",
  "half_terms": [
    {"id": "2026-27.5", "title": "Summer 1, 2027", "from": "2027-04-12", "to": "2027-05-28"},
    {"id": "2026-27.6", "title": "Summer 2, 2027", "from": "2027-06-07", "to": "2027-07-21"},
    {"id": "2027-28.1", "title": "Autumn 1, 2027", "from": "2027-09-02", "to": "2027-10-22"}]
})";

Json calendar() {
    return parse_json(calendar_text, "The calendar").value();
}

std::string sentence_of(std::string_view text) {
    const auto read = read_half_terms(text);
    if (read) return "";
    CHECK(read.error().code == "bad_half_terms");
    return read.error().sentence;
}

std::string id_on(const std::vector<HalfTerm>& half_terms, const char* day) {
    const HalfTerm* const found = half_term_on(half_terms, parse_date(day).value());
    return found ? found->id : "";
}

std::chrono::weekday weekday_of(const Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) / date.month / date.day);
}

}  // namespace

TEST_CASE("a calendar is read as it is written") {
    const auto half_terms = read_half_terms(calendar_text);
    REQUIRE(half_terms);
    REQUIRE(half_terms->size() == 3);
    CHECK(half_terms->front() == HalfTerm{"2026-27.5", "Summer 1, 2027", {2027, 4, 12}, {2027, 5, 28}});
}

TEST_CASE("a calendar that is wrong anywhere is refused whole, and the place is named") {
    struct Row {
        const char* what;
        std::function<void(Json&)> spoil;
        const char* sentence_begins;
    };
    const auto set = [](int index, const char* member, Json value) {
        return [=](Json& json) { json["half_terms"][index][member] = value; };
    };
    const Row rows[] = {
        {"another format", [](Json& json) { json["format"] = "kitbag-half-terms/2"; }, "format: this program reads"},
        {"no source", [](Json& json) { json.erase("source"); }, "The calendar: “source” is missing"},
        {"no title", [](Json& json) { json["title"] = ""; }, "title: "},
        {"an unknown member", [](Json& json) { json["terms"] = 3; }, "The calendar: “terms” is not a name"},
        {"an unknown member of one", set(1, "days", 35), "half_terms[1]: “days” is not a name"},
        {"no half term", [](Json& json) { json["half_terms"] = Json::array(); }, "half_terms: this should be a list"},
        {"too many", [](Json& json) { json["half_terms"] = Json(Json::array_t(301)); }, "half_terms: this should be"},
        {"a list of something else", [](Json& json) { json["half_terms"][1] = 5; }, "half_terms[1]: "},
        {"an id twice", set(2, "id", "2026-27.5"), "half_terms[2].id: “2026-27.5” is used twice"},
        {"no id", set(0, "id", ""), "half_terms[0].id: "},
        {"a day that is none", set(1, "from", "2027-06-31"), "half_terms[1].from: this should be a day"},
        {"a day in other words", set(1, "to", "21 July"), "half_terms[1].to: this should be a day"},
        {"a number for a day", set(1, "to", 20270721), "half_terms[1].to: "},
        {"an end before its beginning", set(1, "to", "2027-06-06"), "half_terms[1].to: this day is before"},
        {"one that begins in the one before", set(1, "from", "2027-05-20"),
         "half_terms[1].from: this day is not after"},
        {"one that begins on the last day of the one before", set(1, "from", "2027-05-28"), "half_terms[1].from: "},
        {"the wrong order", [](Json& json) { std::swap(json["half_terms"][0], json["half_terms"][1]); },
         "half_terms[1].from: this day is not after"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Json spoiled = calendar();
        row.spoil(spoiled);
        const std::string sentence = sentence_of(to_text(spoiled));
        CAPTURE(sentence);
        CHECK(sentence.starts_with(row.sentence_begins));
        CHECK_FALSE(sentence.empty());
    }
    CHECK(sentence_of("<html>").starts_with("The calendar is not valid JSON"));
    CHECK(sentence_of(std::string(half_terms_bytes_max + 1, ' ')).starts_with("The calendar: it has 262145 bytes"));
    std::string twice = calendar_text;
    twice.insert(twice.find("\"to\""), "\"from\": \"2027-04-13\", ");
    CHECK(sentence_of(twice) == "The calendar: “from” comes twice in one object.");
}

TEST_CASE("a half term of one day is one, and may begin the day after another ends") {
    Json short_one = calendar();
    short_one["half_terms"][1]["from"] = "2027-05-29";
    short_one["half_terms"][1]["to"] = "2027-05-29";
    CHECK(sentence_of(to_text(short_one)) == "");
}

TEST_CASE("a day belongs to the half term that began last, until the calendar has run out") {
    struct Row {
        const char* day;
        const char* id;
    };
    const Row rows[] = {
        {"2027-04-11", ""},                                        // Before the first.
        {"2027-04-12", "2026-27.5"},                               // Its first day,
        {"2027-05-28", "2026-27.5"},                               // its last,
        {"2027-06-06", "2026-27.5"},                               // and the last day of the holiday after it.
        {"2027-06-07", "2026-27.6"}, {"2027-09-01", "2026-27.6"},  // The whole summer holiday.
        {"2027-09-02", "2027-28.1"}, {"2028-01-30", "2027-28.1"},  // 100 days after the last ended,
        {"2028-01-31", ""},                                        // and 101.
        {"2199-12-31", ""},
    };
    const auto half_terms = read_half_terms(calendar_text).value();
    for (const Row& row : rows) {
        CAPTURE(row.day);
        CHECK(id_on(half_terms, row.day) == row.id);
    }
    CHECK(half_term_on({}, {2027, 5, 1}) == nullptr);
}

TEST_CASE("the half term before another is the one that comes before it in the calendar") {
    const auto half_terms = read_half_terms(calendar_text).value();
    CHECK(half_term_before(half_terms, half_terms[0]) == nullptr);
    CHECK(half_term_before(half_terms, half_terms[1]) == &half_terms[0]);
    CHECK(half_term_before(half_terms, HalfTerm(half_terms[2])) == &half_terms[1]);
    const HalfTerm years_later{.id = "2031-32.1", .title = "", .from = {2031, 9, 3}, .to = {2031, 10, 24}};
    const std::vector<HalfTerm> with_a_gap = {half_terms[0], years_later};
    CHECK(half_term_before(with_a_gap, years_later) == nullptr);
    CHECK(half_term_before(half_terms, {.id = "2031-32.1", .title = "", .from = {}, .to = {}}) == nullptr);
}

TEST_CASE("the calendar that Kitbag carries has six half terms in each of its years, from school day to school day") {
    const std::string text = read_test_file("data/half_terms/england.json");
    const auto half_terms = read_half_terms(text);
    REQUIRE_MESSAGE(half_terms, half_terms.error().sentence);
    CHECK(half_terms->size() == 18);
    const char* const names[] = {"Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"};
    std::size_t number = 0;
    for (const char* const year : {"2014-15", "2015-16", "2026-27"}) {
        for (const char* const name : names) {
            const HalfTerm& half_term = half_terms->at(number);
            CAPTURE(half_term.id);
            CHECK(half_term.id == std::string(year) + "." + std::to_string(number % 6 + 1));
            CHECK(half_term.title == std::string(name) + ", " + std::to_string(half_term.from.year));
            CHECK(weekday_of(half_term.from).iso_encoding() <= 5);
            CHECK(weekday_of(half_term.to).iso_encoding() <= 5);
            const auto taught =
                std::chrono::sys_days(std::chrono::year(half_term.to.year) / half_term.to.month / half_term.to.day) -
                std::chrono::sys_days(std::chrono::year(half_term.from.year) / half_term.from.month /
                                      half_term.from.day);
            CHECK(taught >= std::chrono::days(25));
            CHECK(taught <= std::chrono::days(56));
            ++number;
        }
    }
    struct Row {
        const char* day;
        const char* id;
    };
    const Row rows[] = {
        {"2014-09-01", ""},          {"2014-09-02", "2014-15.1"}, {"2014-10-29", "2014-15.1"},
        {"2014-12-25", "2014-15.2"}, {"2015-04-05", "2014-15.4"}, {"2015-08-20", "2014-15.6"},
        {"2016-03-27", "2015-16.4"}, {"2016-10-29", "2015-16.6"}, {"2016-10-30", ""},
        {"2020-05-01", ""},          {"2026-11-25", "2026-27.2"}, {"2027-03-28", "2026-27.4"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.day);
        CHECK(id_on(*half_terms, row.day) == row.id);
    }
    CHECK(text.contains("No council published these very dates"));
}
