#include "app/session/people_writer.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/session/rating_reading.h"
#include "app/session/visit_reading.h"
#include "app/session/write_once.h"
#include "app/text/people_words.h"
#include "core/base/text.h"
#include "core/storage/post_store.h"

namespace kitbag {
namespace {

constexpr std::array form_fields = {"role", "name", "since", "designation", "leads", "capacity", "team"};

bool is_own_name(OpenStore& store, std::string_view name) {
    return fold_for_search(name) == fold_for_search(store.enrolment().adviser.name);
}

// Of an adviser whom this tablet knows by that name; "" where it knows nobody, or several.
Id account_of(OpenStore& store, const Post& post) {
    if (!is_of_caseload(post.role)) return "";
    if (is_own_name(store, post.name)) return store.enrolment().adviser.id;
    const auto known = store.people().ids_of(post.name).value_or(std::vector<Id>{});
    return known.size() == 1 ? known.front() : "";
}

FieldValues values_of(const Post& post) {
    FieldValues values;
    add_said(values, "urn", post.urn);
    add_said(values, "role", to_word(post.role));
    add_said(values, "name", post.name);
    add_said(values, "account", post.account);
    add_said(values, "designation", to_word(post.designation));
    add_said(values, "leads", post.leads);
    add_said(values, "capacity", post.capacity);
    if (post.since) add_said(values, "since", to_iso(*post.since));
    add_said(values, "team", to_word(post.team));
    return values;
}

Result<Post> find_post(OpenStore& store, std::string_view id) {
    const auto found = PostStore(store.database()).post(id);
    if (!found) return std::unexpected(found.error());
    if (!*found) return fault("unknown_post", std::string(words::people::none));
    return **found;
}

// As the last of her posts that names one.
Team own_team(OpenStore& store) {
    Team team = Team::none;
    const auto own = PostStore(store.database()).posts_of_account(store.enrolment().adviser.id);
    for (const Post& post : own.value_or(std::vector<Post>{})) team = post.team == Team::none ? team : post.team;
    return team;
}

}  // namespace

FieldKey new_person_key(std::string_view urn, std::string_view field) {
    return {std::string(form_entity), std::string(urn) + ".person", std::string(field)};
}

FieldKey post_end_key(std::string_view post) {
    return {std::string(form_entity), std::string(post), "until"};
}

Result<void> add_post(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn) {
    const auto typed = [&](std::string_view field) {
        return std::string(trim(keeper.field(new_person_key(urn, field), "").text));
    };
    const auto role = post_role_from(typed("role"));
    if (!role) return fault("no_role", std::string(words::people::no_role));
    Post post;
    post.urn = urn;
    post.role = *role;
    post.name = typed("name");
    if (const std::string since = typed("since"); !since.empty()) {
        const auto day = parse_date(since);
        if (!day) return fault("bad_since", day.error().sentence);
        post.since = *day;
    }
    if (post.role == PostRole::system_leader) {
        post.designation = designation_from(typed("designation")).value_or(Designation::none);
        post.leads = typed("leads");
        post.capacity = typed("capacity");
    }
    if (post.role == PostRole::early_years_adviser) post.team = team_from(typed("team")).value_or(Team::none);
    if (const auto allowed = check_post(post); !allowed) return allowed;
    post.account = account_of(store, post);
    std::vector<FieldKey> drafts;
    for (const std::string_view field : form_fields) drafts.push_back(new_person_key(urn, field));
    return write_once(store, keeper, "post", next_id(platform, posts_at(store, urn)), values_of(post), drafts);
}

std::string_view post_field_at_fault(const Fault& reason) {
    if (reason.code == "no_role") return "role";
    if (reason.code == "bad_since") return "since";
    if (reason.code == "no_designation") return "designation";
    return reason.code == "bad_leads" ? "leads" : "name";
}

Result<void> end_post(OpenStore& store, DraftKeeper& keeper, std::string_view id) {
    Result<Post> post = find_post(store, id);
    if (!post) return std::unexpected(post.error());
    const FieldKey key = post_end_key(id);
    const auto day = parse_date(keeper.field(key, to_iso(store.today())).text);
    if (!day) return fault("bad_until", std::string(words::people::no_such_day));
    post->until = *day;
    if (const auto allowed = check_post(*post); !allowed) return fault("bad_until", allowed.error().sentence);
    return write_once(store, keeper, "post", post->id, {{"until", to_iso(*day)}}, {key});
}

Result<void> take_end_back(OpenStore& store, std::string_view id) {
    return store.log().write("post", id, {{"until", ""}}).transform([](const auto&) {});
}

bool is_own_post(OpenStore& store, const Post& post) {
    const bool own =
        post.account == store.enrolment().adviser.id || (post.account.empty() && is_own_name(store, post.name));
    return own && is_of_caseload(post.role) && is_held_on(post, store.today());
}

Result<void> join_caseload(OpenStore& store, Platform& platform, std::string_view urn) {
    const auto school = store.schools().school(urn);
    if (!school) return std::unexpected(school.error());
    if (!*school) return fault("unknown_school", std::string(words::school::missing));
    const std::vector<Post> before = posts_at(store, urn);
    if (std::ranges::any_of(before, [&](const Post& post) { return is_own_post(store, post); })) return {};
    const StaffRole role = own_role(store);
    const bool early_years =
        is_setting((*school)->kind) || role == StaffRole::early_years_adviser || role == StaffRole::head_of_early_years;
    Post post;
    post.urn = urn;
    post.role = early_years ? PostRole::early_years_adviser : PostRole::adviser;
    post.name = store.enrolment().adviser.name;
    post.account = store.enrolment().adviser.id;
    post.since = store.today();
    if (early_years) post.team = own_team(store);
    return store.log().write("post", next_id(platform, before), values_of(post)).transform([](const auto&) {});
}

Result<void> leave_caseload(OpenStore& store, std::string_view urn) {
    auto transaction = Transaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    for (const Post& post : posts_at(store, urn)) {
        if (!is_own_post(store, post)) continue;
        const auto ended = store.log().write("post", post.id, {{"until", to_iso(store.today())}});
        if (!ended) return std::unexpected(ended.error());
    }
    return transaction->commit();
}

}  // namespace kitbag
