// Which changes about the people of a school, and about its local name, the county takes.

#include "sync/change_log/people_acceptance.h"

#include "core/storage/post_store.h"
#include "tests/sync/visit_desk.h"

namespace kitbag {
namespace {

const std::string post_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000d1";

struct PeopleDesk : VisitDesk {
    const FieldValues post = {{"urn", "900001"}, {"role", "adviser"}, {"name", "Ada Marsh"}, {"account", ada_id}};
};

TEST_CASE("A person's post is taken from any adviser, who may write it again, and not from an officer") {
    PeopleDesk desk;
    CHECK(desk.say(desk.officer, "post", post_id, desk.post) == "not_allowed");
    CHECK(desk.say(desk.ada, "post", post_id, desk.post) == "accepted");
    CHECK(desk.say(desk.ben, "post", post_id, {{"until", "2026-12-18"}, {"name", "Ada Marsh-Lee"}}) == "accepted");
    const Post kept = PostStore(*desk.county.database).post(post_id).value().value();
    CHECK(kept.name == "Ada Marsh-Lee");
    CHECK(kept.account == ada_id);
    CHECK(kept.until == Date{2026, 12, 18});
}

TEST_CASE("A post is about a school that the county has, begins whole, and stays with its school") {
    struct Row {
        const char* what;
        const char* field;
        const char* value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"no school", "urn", "", "bad_field"},     {"an unknown school", "urn", "900999", "unknown_school"},
        {"no role", "role", "", "bad_field"},      {"no name", "name", "", "bad_field"},
        {"no account", "account", "", "accepted"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        PeopleDesk desk;
        CHECK(desk.say(desk.ada, "post", post_id, but(desk.post, row.field, row.value)) == row.answer);
    }
    PeopleDesk desk;
    REQUIRE(desk.say(desk.ada, "post", post_id, desk.post) == "accepted");
    CHECK(desk.say(desk.ada, "post", post_id, {{"urn", "900002"}}) == "bad_change");
    CHECK(desk.say(desk.ada, "post", post_id, {{"name", " "}}) == "bad_field");
    CHECK(desk.say(desk.ada, "post", post_id, {{"urn", "900001"}, {"capacity", "A day"}}) == "accepted");
}

TEST_CASE("A local name is taken for what the county's register has, from any adviser") {
    PeopleDesk desk;
    CHECK(desk.say(desk.ada, "establishment", "900002", {{"local_name", "Apple Cottage"}}) == "accepted");
    CHECK(desk.say(desk.ben, "establishment", "900002", {{"local_name", "Apple House"}}) == "accepted");
    CHECK(desk.say(desk.officer, "establishment", "900002", {{"local_name", "Mine"}}) == "not_allowed");
    CHECK(desk.say(desk.ada, "establishment", "EY900999", {{"local_name", "Nowhere"}}) == "unknown_school");
    CHECK(PostStore(*desk.county.database).local_name("900002") == "Apple House");
}

TEST_CASE("Two who write one post without seeing each other are both kept until somebody settles it") {
    PeopleDesk desk;
    REQUIRE(desk.say(desk.ada, "post", post_id, desk.post) == "accepted");
    REQUIRE(desk.say(desk.ada, "post", post_id, {{"until", "2026-12-18"}}) == "accepted");
    REQUIRE(desk.say(desk.ben, "post", post_id, {{"until", "2027-01-08"}}) == "accepted");
    CHECK(PostStore(*desk.county.database).post(post_id).value()->until == Date{2027, 1, 8});
    CHECK(answer(*desk.county.database,
                 "SELECT count(*) FROM field_state WHERE entity = 'post' AND field = 'until' AND others IS NOT NULL") ==
          "1");
}

}  // namespace
}  // namespace kitbag
