#include "sync/server/scope.h"

#include <algorithm>
#include <set>
#include <string>

#include "core/base/hash.h"
#include "core/schools/school.h"
#include "core/storage/post_store.h"
#include "core/storage/school_store.h"
#include "core/storage/settings.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

std::string setting_of(StaffRole role) {
    return "county.reach." + std::string(to_word(role));
}

// Where the adviser has a post that makes a place one of her caseload, and where her teams do.
std::set<std::string> places_in(const std::vector<Post>& posts, const Id& adviser, Reach reach, const Date& today) {
    const auto counts = [&](const Post& post) { return is_of_caseload(post.role) && is_held_on(post, today); };
    std::set<Team> teams;
    for (const Post& post : posts) {
        if (counts(post) && post.account == adviser && post.team != Team::none) teams.insert(post.team);
    }
    std::set<std::string> places;
    for (const Post& post : posts) {
        const bool of_team = reach == Reach::team && teams.contains(post.team);
        if (counts(post) && (post.account == adviser || of_team)) places.insert(post.urn);
    }
    return places;
}

Result<std::set<std::string>> with_former_urns(Database& database, const std::set<std::string>& places) {
    std::set<std::string> all = places;
    const SchoolStore schools(database);
    for (const std::string& place : places) {
        const Result<std::optional<School>> school = schools.school(place);
        if (!school) return std::unexpected(school.error());
        if (!*school) continue;
        const std::vector<std::string> urns = urns_of(**school);
        all.insert(urns.begin(), urns.end());
    }
    return all;
}

}  // namespace

Result<Reach> reach_of(Database& database, StaffRole role) {
    return Settings(database).get(setting_of(role)).transform([](const std::optional<std::string>& word) {
        return value_of<Reach>(reach_words, word.value_or("")).value_or(Reach::all);
    });
}

Result<void> set_reach(Database& database, StaffRole role, Reach reach) {
    return Settings(database).set(setting_of(role), word_of(reach_words, reach));
}

Result<Scope> scope_for(Database& database, StaffRole role, const Id& adviser, const Date& today) {
    const Result<Reach> reach = reach_of(database, role);
    if (!reach) return std::unexpected(reach.error());
    if (*reach == Reach::all) return Scope{};
    const Result<std::vector<Post>> posts = PostStore(database).all_posts();
    if (!posts) return std::unexpected(posts.error());
    const auto places = with_former_urns(database, places_in(*posts, adviser, *reach, today));
    if (!places) return std::unexpected(places.error());
    Scope scope{.id = {}, .places = {places->begin(), places->end()}};
    scope.id = content_hash(join_keys(scope.places)).substr(0, 16);
    return scope;
}

}  // namespace kitbag
