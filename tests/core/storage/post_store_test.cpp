#include "core/storage/post_store.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "core/storage/school_store.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

const std::string first_id = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
const std::string second_id = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
const std::string ada = "0192f3c4-a1b2-7c3d-8e4f-0000000000aa";

void put(Database& database, std::string_view entity, const std::string& id, std::string_view field,
         const Json& value) {
    REQUIRE(project(database, entity, id, field, value));
}

School childminder(const std::string& urn, bool withheld = true) {
    School school;
    school.urn = urn;
    school.name = "Childminder " + urn;
    school.kind = SchoolKind::childminder;
    school.childcare = Childcare{};
    school.childcare->name_is_withheld = withheld;
    return school;
}

std::string names(const Result<std::vector<School>>& schools) {
    REQUIRE(schools);
    std::string all;
    for (const School& each : *schools) all += (all.empty() ? "" : ", ") + each.name;
    return all;
}

TEST_CASE("A post is read as it was written, by its school, by who holds it, and with all others") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const std::pair<const char*, const char*> fields[] = {
        {"urn", "900001"},       {"role", "system_leader"},
        {"name", "Zoë Hale"},    {"designation", "national_leader_of_education"},
        {"leads", "900002"},     {"capacity", "Two days a month"},
        {"since", "2026-09-01"}, {"until", "2027-08-31"},
        {"team", "quality"}};
    for (const auto& [field, value] : fields) put(*database, "post", second_id, field, value);
    put(*database, "post", first_id, "urn", "900002");
    put(*database, "post", first_id, "role", "adviser");
    put(*database, "post", first_id, "account", ada);
    const PostStore store(*database);
    const Post whole = store.post(second_id).value().value();
    CHECK(whole == Post{second_id, "900001", PostRole::system_leader, "Zoë Hale", "",
                        Designation::national_leader_of_education, "900002", "Two days a month", Date{2026, 9, 1},
                        Date{2027, 8, 31}, Team::quality});
    CHECK(store.posts_of_school("900001").value() == std::vector{whole});
    REQUIRE(store.posts_of_account(ada).value().size() == 1);
    CHECK(store.posts_of_account(ada)->front().urn == "900002");
    REQUIRE(store.all_posts().value().size() == 2);
    CHECK(store.all_posts()->back().id == first_id);
    CHECK_FALSE(store.post(ada).value().has_value());
}

TEST_CASE(
    "A setting whose name is withheld is found by its local name where that is asked for, and stands in its place") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const SchoolStore published(*database);
    const SchoolStore local(*database, SchoolNames::local);
    School other = childminder("EY900103");
    other.name = "Daisy Chain";
    const std::vector schools = {childminder("EY900101"), childminder("EY900102"), other};
    REQUIRE(SchoolStore(*database).replace_all(schools));
    put(*database, "establishment", "EY900102", "local_name", "Apple Cottage");
    CHECK(names(local.search("", 10)) == "Apple Cottage, Childminder EY900101, Daisy Chain");
    CHECK(names(local.search("", 2)) == "Apple Cottage, Childminder EY900101");
    CHECK(names(local.search("cottage", 10)) == "Apple Cottage");
    CHECK(names(local.search("EY900102", 10)) == "Apple Cottage");
    CHECK(local.school("EY900102").value()->named_locally);
    CHECK_FALSE(local.school("EY900101").value()->named_locally);
    CHECK(published.school("EY900102").value()->name == "Childminder EY900102");
    CHECK(names(published.search("", 10)) == "Childminder EY900101, Childminder EY900102, Daisy Chain");
    CHECK(PostStore(*database).local_name("EY900102") == "Apple Cottage");
    CHECK(PostStore(*database).local_name("EY900101") == "");
    CHECK(PostStore(*database).all_local_names().value().size() == 1);
    put(*database, "establishment", "EY900102", "local_name", "");
    CHECK(names(local.search("", 10)) == "Childminder EY900101, Childminder EY900102, Daisy Chain");
}

TEST_CASE("A name that the register publishes counts before a local one") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const School named = childminder("EY900101", false);
    REQUIRE(SchoolStore(*database).replace_all({&named, 1}));
    put(*database, "establishment", "EY900101", "local_name", "Apple Cottage");
    CHECK(SchoolStore(*database, SchoolNames::local).school("EY900101").value() == named);
}

TEST_CASE(
    "What an older program kept of people and places without knowing them is in their tables after the migration") {
    TemporaryFolder folder;
    const auto steps = store_migrations();
    constexpr std::size_t before_people = 9;
    auto past =
        Database::open({.file_name = folder.file("a.db"), .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE(past);
    REQUIRE(migrate_to(**past, std::span(steps).first(before_people)));
    const std::array kept = {std::array<std::string, 4>{"establishment", "EY900102", "local_name", "\"Apple Cottage\""},
                             std::array<std::string, 4>{"post", first_id, "name", "\"Hal Ford\""}};
    for (const auto& [entity, id, field, value] : kept) {
        REQUIRE(
            (*past)->run("INSERT INTO field_state (entity, entity_id, field, stamp, value, author, superseded) VALUES "
                         "(?, ?, ?, 's', ?, 'a', '')",
                         entity, id, field, value));
    }
    REQUIRE(migrate(**past));
    CHECK(PostStore(**past).local_name("EY900102") == "Apple Cottage");
    CHECK(PostStore(**past).post(first_id).value()->name == "Hal Ford");
}

}  // namespace
}  // namespace kitbag
