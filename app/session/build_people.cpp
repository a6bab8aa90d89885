#include "app/session/build_people.h"

#include <algorithm>
#include <array>

#include "app/session/build_versions.h"
#include "app/session/people_writer.h"
#include "app/session/rating_models.h"
#include "app/session/receipt_words.h"
#include "app/session/visit_reading.h"
#include "app/text/people_words.h"
#include "core/storage/post_store.h"

namespace kitbag {
namespace {

constexpr std::array roles = {PostRole::head_teacher, PostRole::chair_of_governors, PostRole::adviser,
                              PostRole::early_years_adviser, PostRole::system_leader};
constexpr std::array designations = {Designation::national_leader_of_education, Designation::local_leader_of_education,
                                     Designation::specialist_leader_of_education,
                                     Designation::national_leader_of_governance};

std::array<FieldModel*, 7> fields_of(PostForm& form) {
    return {&form.role, &form.name, &form.since, &form.designation, &form.leads, &form.capacity, &form.team};
}

// By the name that people know; a URN where it is of another county.
std::string school_name(OpenStore& store, const std::string& urn) {
    if (urn.empty()) return "";
    const auto school = store.schools().school(urn);
    return school && *school ? (*school)->name : urn;
}

PersonRow row_of(OpenStore& store, const Post& post) {
    return {post.id, post.name, phrases::post_detail(post, school_name(store, post.leads))};
}

bool has_ended(OpenStore& store, const Post& post) {
    return post.until && *post.until <= store.today();
}

// A school's URN is also the id of the risk at its next inspection.
std::vector<Conflict> twice_in(OpenStore& store, const Id& id) {
    auto conflicts = store.log().conflicts(id).value_or(std::vector<Conflict>{});
    std::erase_if(conflicts, [](const Conflict& conflict) { return conflict.entity == "inspection_risk"; });
    return conflicts;
}

constexpr std::array teams = {Team::none, Team::quality, Team::intervention, Team::sector_development};

void add_choices(PostForm& form) {
    for (const Team each : teams) {
        const std::string_view key = each == Team::none ? "none" : to_word(each);  // A key cannot be "".
        form.teams.push_back({std::string(key), std::string(phrases::name_of(each))});
    }
    for (const Designation each : designations)
        form.designations.push_back({std::string(to_word(each)), std::string(phrases::name_of(each))});
}

void note_role(PostForm& form) {
    form.is_system_leader = form.role.text == to_word(PostRole::system_leader);
    form.is_early_years_adviser = form.role.text == to_word(PostRole::early_years_adviser);
}

PostForm form_for_new(const DraftKeeper& keeper, std::string_view urn, const FormOutcome& outcome) {
    PostForm form;
    for (const PostRole each : roles)
        form.roles.push_back({std::string(to_word(each)), std::string(phrases::name_of(each))});
    add_choices(form);
    const auto field = [&](std::string_view name) {
        return form_field(keeper, new_person_key(urn, name), "", outcome);
    };
    form.role = field("role");
    form.name = field("name");
    form.since = field("since");
    form.designation = field("designation");
    form.leads = field("leads");
    form.capacity = field("capacity");
    form.team = field("team");
    note_role(form);
    return form;
}

PostForm form_for(const DraftKeeper& keeper, const Post& post) {
    PostForm form;
    add_choices(form);
    const auto field = [&](std::string_view name, std::string_view stored) {
        return keeper.field({"post", post.id, std::string(name)}, stored);
    };
    form.name = field("name", post.name);
    form.since = field("since", post.since ? to_iso(*post.since) : "");
    form.designation = field("designation", to_word(post.designation));
    form.leads = field("leads", post.leads);
    form.capacity = field("capacity", post.capacity);
    form.team = field("team", to_word(post.team));
    form.is_system_leader = post.role == PostRole::system_leader;
    form.is_early_years_adviser = post.role == PostRole::early_years_adviser;
    return form;
}

PostModel post_model(OpenStore& store, const DraftKeeper& keeper, const Post& post, const FormOutcome& outcome) {
    PostModel model;
    model.row = row_of(store, post);
    if (const auto receipt = store.log().receipt_of(post.id)) {
        model.was_refused = receipt->refused > 0;
        if (!model.was_refused) model.sync = visit_state_line(*receipt);
    }
    model.form = form_for(keeper, post);
    model.end = form_field(keeper, post_end_key(post.id), to_iso(store.today()), outcome);
    return model;
}

void add_twice(PeopleModel& model, OpenStore& store, const DraftKeeper& keeper, const Id& id, const std::string& about,
               const FormOutcome& outcome) {
    for (const Conflict& conflict : twice_in(store, id))
        model.twice.places.push_back(twice_written(store, keeper, {conflict, about, model.twice.may_settle}, outcome));
}

}  // namespace

PeopleSection people_section(OpenStore& store, const School& school) {
    PeopleSection section;
    const std::vector<Post> posts = posts_at(store, school.urn);
    section.written_twice = !twice_in(store, school.urn).empty();
    for (const Post& post : posts) {
        section.written_twice = section.written_twice || !twice_in(store, post.id).empty();
        if (!has_ended(store, post)) section.people.push_back(row_of(store, post));
    }
    section.may_write = may_record(own_role(store));
    section.in_caseload = std::ranges::any_of(posts, [&](const Post& post) { return is_own_post(store, post); });
    section.wants_name = school.childcare && school.childcare->name_is_withheld && !school.named_locally;
    return section;
}

PeopleModel build_people(OpenStore& store, const DraftKeeper& keeper, std::string_view urn,
                         const FormOutcome& outcome) {
    PeopleModel model;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.known = true;
    model.school = (*school)->name;
    model.is_setting = is_setting((*school)->kind);
    model.may_write = may_record(own_role(store));
    model.twice.may_settle = model.may_write;
    if (outcome.recorded) model.news = words::people::recorded;
    model.refusal = outcome.sentence;
    if (model.may_write && (*school)->childcare && (*school)->childcare->name_is_withheld)
        model.local_name = keeper.field({"establishment", model.urn, "local_name"},
                                        PostStore(store.database()).local_name(urn).value_or(""));
    add_twice(model, store, keeper, model.urn, "", outcome);
    for (const Post& post : posts_at(store, urn)) {
        add_twice(model, store, keeper, post.id, post.name, outcome);
        (has_ended(store, post) ? model.past : model.posts).push_back(post_model(store, keeper, post, outcome));
    }
    std::ranges::reverse(model.past);
    model.adding = form_for_new(keeper, urn, outcome);
    return model;
}

void refresh_field(PeopleModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    const auto refresh = [&](FieldModel& field) {
        if (field.key == key) field = keeper.field(key, field.text);
    };
    for (FieldModel* field : fields_of(model.adding)) refresh(*field);
    note_role(model.adding);
    if (model.local_name) refresh(*model.local_name);
    for (std::vector<PostModel>* posts : {&model.posts, &model.past}) {
        for (PostModel& post : *posts) {
            for (FieldModel* field : fields_of(post.form)) refresh(*field);
            refresh(post.end);
        }
    }
    refresh_field(model.twice, keeper, key);
}

PeopleOfPlaces people_of_places(OpenStore& store) {
    PeopleOfPlaces found;
    for (const Post& post : PostStore(store.database()).all_posts().value_or(std::vector<Post>{})) {
        if (!is_held_on(post, store.today()) || !is_of_caseload(post.role)) continue;
        PlacePeople& place = found[post.urn];
        place.names += " " + post.name;
        if (post.team != Team::none) {
            place.names.append(" ").append(phrases::name_of(post.team));
            place.teams.insert(post.team);
        }
        place.mine = place.mine || is_own_post(store, post);
    }
    return found;
}

PlacePeople people_around(const School& school, const PeopleOfPlaces& people) {
    PlacePeople all;
    for (const std::string& urn : urns_of(school)) {
        const auto found = people.find(urn);
        if (found == people.end()) continue;
        all.names += found->second.names;
        all.teams.insert(found->second.teams.begin(), found->second.teams.end());
        all.mine = all.mine || found->second.mine;
    }
    return all;
}

}  // namespace kitbag
