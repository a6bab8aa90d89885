#include "app/text/phrases.h"

#include <chrono>

#include <doctest/doctest.h>

#include "app/text/backup_phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/way_out_phrases.h"

using namespace kitbag;

namespace {

Instant at(int year, int month, int day, int hour, int minute) {
    using namespace std::chrono;
    const sys_days days(std::chrono::year(year) / month / day);
    return duration_cast<milliseconds>(days.time_since_epoch()).count() + (hour * 60 + minute) * 60000LL;
}

}  // namespace

TEST_CASE("counts speak with the right plural") {
    CHECK(phrases::schools_shown(257, 257, false) == "257 schools");
    CHECK(phrases::schools_shown(12, 257, false) == "12 of 257 schools");
    CHECK(phrases::schools_shown(0, 257, false) == "0 of 257 schools");
    CHECK(phrases::schools_shown(1, 1, false) == "1 school");
    CHECK(phrases::schools_shown(1316, 1316, true) == "1316 schools and settings");
    CHECK(phrases::schools_shown(12, 1316, true) == "12 of 1316 schools and settings");
    CHECK(phrases::waiting_to_send(1) == "1 change on this tablet waits to be sent");
    CHECK(phrases::waiting_to_send(3) == "3 changes on this tablet wait to be sent");
    CHECK(phrases::refused(1) == "1 change was refused");
    CHECK(phrases::refused(2) == "2 changes were refused");
}

TEST_CASE("a time is said as the clock on a school's wall shows it") {
    struct Row {
        Instant utc;
        const char* said;
    };
    const Row rows[] = {
        {at(2026, 11, 23, 14, 2), "23 November 2026, 14:02"}, {at(2026, 7, 1, 23, 30), "2 July 2026, 00:30"},
        {at(2026, 3, 29, 0, 59), "29 March 2026, 00:59"},     {at(2026, 3, 29, 1, 0), "29 March 2026, 02:00"},
        {at(2026, 10, 25, 0, 59), "25 October 2026, 01:59"},  {at(2026, 10, 25, 1, 0), "25 October 2026, 01:00"},
    };
    for (const Row& row : rows) CHECK(phrases::date_and_time(row.utc) == row.said);
}

TEST_CASE("a wait is said in words and never as nothing") {
    CHECK(phrases::wait(0) == "a few seconds");
    CHECK(phrases::wait(3001) == "4 seconds");
    CHECK(phrases::wait(90'000) == "90 seconds");
    CHECK(phrases::wait(90'001) == "2 minutes");
    CHECK(phrases::wait(3'600'000) == "60 minutes");
}

TEST_CASE("a list reads as a sentence does") {
    CHECK(phrases::list_of({}) == "");
    CHECK(phrases::list_of({"Trust"}) == "Trust");
    CHECK(phrases::list_of({"Trust", "Ages"}) == "Trust and Ages");
    CHECK(phrases::list_of({"Trust", "Ages", "URN"}) == "Trust, Ages and URN");
}

TEST_CASE("a long list of aspects that could alter the suggestion is cut, and says how many more there are") {
    const std::vector<std::string> titles = {"A", "B", "C", "D", "E", "F", "G", "H"};
    CHECK(phrases::single_change(Category::green, Choice::green, titles) ==
          "Green, if any one of these were judged Green: A, B, C, D, E, F and 2 others.");
    CHECK(phrases::single_change(Category::red, Choice::not_applicable, {"A"}) ==
          "Red, if “A” were marked as not applicable.");
}

TEST_CASE("where judging aspects otherwise is not enough, each way to another category is a sentence of its own") {
    const phrases::Titles titles = {{"a", "Progress"}, {"b", "Trust"}, {"c", "Ages"}};
    const auto now = Choice::green;
    const Pick marked{0, 2, {{"a", now, Choice::not_applicable}, {"b", now, Choice::not_applicable}}};
    const Pick judged{1, 1, {{"c", std::nullopt, Choice::amber}}};
    const WayOut way_out{2, {}, {{{judged, marked}, Category::amber}}};
    CHECK(phrases::way_out(way_out, titles) ==
          std::vector<std::string>{"Amber, if “Ages” were judged Amber and any one of these were marked as not "
                                   "applicable: Progress and Trust."});
}

TEST_CASE("the margin is said for each direction that leads anywhere") {
    Suggestion suggestion;
    CHECK(phrases::margin(suggestion) == "No judgement that can be made here would alter it.");
    suggestion.more_serious = WayOut{1, {}, {}};
    CHECK(phrases::margin(suggestion) == "It is 1 change away from a more serious category.");
    suggestion.less_serious = WayOut{2, {}, {}};
    CHECK(phrases::margin(suggestion) ==
          "It is 2 changes away from a less serious category and 1 change away from a more serious one.");
}

TEST_CASE("counts of judgements leave out what does not apply") {
    CHECK(phrases::counts({.green = 3, .amber = 5, .red = 1, .not_applicable = 2}, 18) ==
          "9 of 16 aspects judged: 3 green, 5 amber and 1 red. 2 do not apply here.");
    CHECK(phrases::counts({}, 16) == "0 of 16 aspects judged.");
}

TEST_CASE("categories that are worded alike are named, and none are not spoken of") {
    using enum Category;
    CHECK(phrases::worded_alike({amber, red}) ==
          "The criteria word Amber and Red alike here: choose by how serious it is.");
    CHECK(phrases::worded_alike({green, amber, red}) ==
          "The criteria word Green, Amber and Red alike here: choose by how serious it is.");
    CHECK(phrases::worded_alike({}) == "");
}

TEST_CASE("what was recovered of a damaged store is said in numbers, what was not read too") {
    CHECK(phrases::salvaged({.changes = 214, .unsent = 31, .photographs = 3}) ==
          "What could be read is in this new store: 214 changes, 31 of them not received by the county yet, and 3 "
          "photographs. Nothing was unreadable.");
    CHECK(
        phrases::salvaged({.changes = 1, .changes_lost = 2, .photographs_lost = 1}) ==
        "What could be read is in this new store: 1 change and no photographs. 2 changes and 1 photograph could not be "
        "read. What the county has of them comes back with the next sync; read your last visits to see what else is "
        "missing. The damaged store is set aside on this tablet.");
}
