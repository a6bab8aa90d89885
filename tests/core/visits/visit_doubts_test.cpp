#include "core/visits/visit_doubts.h"

#include <doctest/doctest.h>

namespace kitbag {
namespace {

constexpr Date today{2026, 11, 23};
constexpr Date yesterday{2026, 11, 22};
constexpr Date tomorrow{2026, 11, 24};

const Id first = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
const Id second = "0192f3c4-a1b2-7c3d-8e4f-000000000002";

Visit visit(VisitStatus status, std::optional<Date> date) {
    Visit made;
    made.id = first;
    made.urn = "900001";
    made.kind = "keeping_in_touch";
    made.status = status;
    made.date = date;
    return made;
}

School school(std::optional<Date> opened = {}, std::optional<Date> closed = {}, const char* status_name = "Open") {
    School made;
    made.urn = "900001";
    made.opened = opened;
    made.closed = closed;
    made.status_name = status_name;
    return made;
}

School converted(std::optional<Date> opened = {}) {
    School made = school(opened);
    made.formerly = {made.urn};
    made.urn = "900101";
    return made;
}

using Doubts = std::vector<Doubt>;

}  // namespace

TEST_CASE("A day to come is doubted once a visit has begun, and a day gone by while it is only planned") {
    struct Row {
        VisitStatus status;
        std::optional<Date> date;
        Doubts doubts;
    };
    using enum VisitStatus;
    const Row rows[] = {
        {planned, tomorrow, {}},
        {planned, today, {}},
        {planned, yesterday, {Doubt::in_the_past}},
        {under_way, tomorrow, {Doubt::in_the_future}},
        {under_way, today, {}},
        {under_way, yesterday, {}},
        {completed, tomorrow, {Doubt::in_the_future}},
        {locked, tomorrow, {Doubt::in_the_future}},
        {cancelled, tomorrow, {}},
        {did_not_happen, yesterday, {}},
        {under_way, std::nullopt, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.status));
        CHECK(doubts_about(visit(row.status, row.date), school(), {}, today) == row.doubts);
    }
}

TEST_CASE("A visit before the school opened or after it closed is doubted") {
    struct Row {
        const char* what;
        School school;
        Doubts doubts;
    };
    const Row rows[] = {
        {"open", school(yesterday, tomorrow), {}},
        {"opens that day", school(today), {}},
        {"opens the next day", school(tomorrow), {Doubt::before_school_opened}},
        {"closes that day", school({}, today), {}},
        {"opens the next day under this URN", converted(tomorrow), {}},
        {"closed the day before", school({}, yesterday), {Doubt::after_school_closed}},
        {"closed, nobody says when", school({}, {}, "Closed"), {Doubt::after_school_closed}},
        {"closed, on a day to come", school({}, tomorrow, "Closed"), {}},
        {"neither open yet nor any more",
         school(tomorrow, yesterday),
         {Doubt::before_school_opened, Doubt::after_school_closed}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(doubts_about(visit(VisitStatus::under_way, today), row.school, {}, today) == row.doubts);
    }
}

TEST_CASE("The same kind at the same school on the same day is doubted, unless the other was called off") {
    struct Row {
        const char* what;
        void (*change)(Visit&);
        bool again;
    };
    const Row rows[] = {
        {"the same", [](Visit&) {}, true},
        {"itself", [](Visit& other) { other.id = first; }, false},
        {"on another day", [](Visit& other) { other.date = yesterday; }, false},
        {"on no day", [](Visit& other) { other.date.reset(); }, false},
        {"of another kind", [](Visit& other) { other.kind = "work_scrutiny"; }, false},
        {"of another school", [](Visit& other) { other.urn = "900002"; }, false},
        {"locked", [](Visit& other) { other.status = VisitStatus::locked; }, true},
        {"cancelled", [](Visit& other) { other.status = VisitStatus::cancelled; }, false},
        {"that did not happen", [](Visit& other) { other.status = VisitStatus::did_not_happen; }, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Visit other = visit(VisitStatus::planned, today);
        other.id = second;
        row.change(other);
        const Doubts doubts = doubts_about(visit(VisitStatus::planned, today), school(), {&other, 1}, today);
        CHECK(doubts == (row.again ? Doubts{Doubt::same_visit_again} : Doubts{}));
    }
    Visit since = visit(VisitStatus::planned, today);
    since.urn = "900101";
    const Visit before = [] {
        Visit made = visit(VisitStatus::planned, today);
        made.id = second;
        return made;
    }();
    CHECK(doubts_about(since, converted(), {&before, 1}, today) == Doubts{Doubt::same_visit_again});
    Visit not_there_yet = visit(VisitStatus::planned, today);
    const Visit other = visit(VisitStatus::planned, today);
    not_there_yet.id = "";
    CHECK(doubts_about(not_there_yet, school(), {&other, 1}, today) == Doubts{Doubt::same_visit_again});
}

}  // namespace kitbag
