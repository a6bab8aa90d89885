#include "core/visits/post.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

const Date day{2026, 11, 23};
const Date day_before{2026, 11, 22};
const Date day_after{2026, 11, 24};

Post held(std::optional<Date> since, std::optional<Date> until) {
    Post post;
    post.name = "Hal Ford";
    post.since = since;
    post.until = until;
    return post;
}

}  // namespace

TEST_CASE("a post is held from its first day until the day it ends, and without dates always") {
    struct Row {
        std::optional<Date> since;
        std::optional<Date> until;
        bool is_held;
    };
    const Row rows[] = {
        {std::nullopt, std::nullopt, true},
        {day, std::nullopt, true},
        {day_after, std::nullopt, false},
        {std::nullopt, day, false},
        {day, day_after, true},
        {day_before, day, false},
        {day, day, false},
        {std::nullopt, day_after, true},
    };
    for (const Row& row : rows) CHECK(is_held_on(held(row.since, row.until), day) == row.is_held);
}

TEST_CASE("only an adviser's posts make a caseload") {
    CHECK(is_of_caseload(PostRole::adviser));
    CHECK(is_of_caseload(PostRole::early_years_adviser));
    CHECK_FALSE(is_of_caseload(PostRole::head_teacher));
    CHECK_FALSE(is_of_caseload(PostRole::chair_of_governors));
    CHECK_FALSE(is_of_caseload(PostRole::system_leader));
}

TEST_CASE("a post says who holds it, what kind of system leader that is, and ends no earlier than it begins") {
    const auto code = [](const Post& post) {
        const auto checked = check_post(post);
        return checked ? "" : checked.error().code;
    };
    Post post = held(day, std::nullopt);
    CHECK(code(post) == "");
    post.name = " ";
    CHECK(code(post) == "no_name");
    post.name = "Hal Ford";
    post.until = day_before;
    CHECK(code(post) == "bad_until");
    post.until = day;
    CHECK(code(post) == "");
    post.role = PostRole::system_leader;
    CHECK(code(post) == "no_designation");
    post.designation = Designation::local_leader_of_education;
    CHECK(code(post) == "");
    for (const char* const none : {"Ashmere", "90002"}) {  // Of five figures are children's centres only.
        post.leads = none;
        CHECK(code(post) == "bad_leads");
    }
    post.leads = "900002";
    CHECK(code(post) == "");
}
