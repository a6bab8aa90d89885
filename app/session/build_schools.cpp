#include "app/session/build_schools.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "app/session/build_alliances.h"
#include "app/session/build_categorisation.h"
#include "app/session/build_inspections.h"
#include "app/session/build_people.h"
#include "app/session/build_planning.h"
#include "app/session/rating_reading.h"
#include "app/session/receipt_words.h"
#include "app/session/records_here.h"
#include "app/session/school_words.h"
#include "app/session/visit_kinds.h"
#include "app/session/visit_lines.h"
#include "app/session/visit_reading.h"
#include "app/text/people_words.h"
#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/versions_words.h"
#include "app/text/words.h"
#include "core/base/check.h"
#include "core/base/text.h"
#include "core/categorisation/variant.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

constexpr int schools_shown_max = 5000;
constexpr int visits_read_max = 20'000;

// What the list says of each school, from its latest visit. Visits come newest first.
std::map<std::string, Chip> chips(OpenStore& store) {
    std::map<std::string, Chip> found;
    for (const Visit& visit : store.visits().visits(visits_read_max).value_or(std::vector<Visit>{})) {
        const bool under_way = visit.status == VisitStatus::under_way;
        if (under_way) found[visit.urn] = {std::string(words::schools::under_way), Tone::notice};
        if (is_done(visit.status) && visit.date)
            found.try_emplace(visit.urn, phrases::last_visited(*visit.date), Tone::plain);
    }
    return found;
}

// What happened since it converted comes first.
Chip chip_of(const School& school, const std::map<std::string, Chip>& by_urn) {
    for (const std::string& urn : urns_of(school)) {
        if (const auto chip = by_urn.find(urn); chip != by_urn.end()) return chip->second;
    }
    return {};
}

VisitRow visit_row(OpenStore& store, const Visit& visit) {
    VisitRow row;
    row.id = visit.id;
    row.title = visit_title(store, visit);
    row.date = visit.date ? to_long(*visit.date) : std::string(words::common::unknown_date);
    row.can_write = can_write(store, visit);
    row.status = status_chip(visit.status);
    if (const auto receipt = store.log().receipt_of(visit.id)) row.sync = visit_state_line(*receipt);
    if (is_written_twice(store, visit.id)) row.sync += "\n" + std::string(words::versions::badge);
    return row;
}

void add_choice(std::vector<CriteriaChoice>& choices, const Variant& variant) {
    choices.push_back({variant.id, variant.title, phrases::start_visit_with(variant.title)});
}

std::vector<RatingFact> rating_facts(OpenStore& store, const School& school) {
    std::vector<RatingFact> facts;
    for (const RatingModel& rating : build_ratings(store, school)) {
        facts.push_back(
            {rating.title, rating.category ? std::string(to_word(*rating.category)) : "", rating.direction_line});
    }
    return facts;
}

std::vector<CriteriaChoice> criteria_for(OpenStore& store, const School& school) {
    std::vector<CriteriaChoice> choices;
    for (const std::string& id : variants_for(school)) {
        const Framework* framework = store.framework_for(id);
        if (framework) add_choice(choices, *find_variant(*framework, id));
    }
    return choices;
}

// "Keeping in Touch visit"
std::string usual_visit(OpenStore& store, SchoolKind kind) {
    const VisitTemplate* found = find_template(store.templates(), usual_kind(store.templates(), kind));
    return found ? found->title : std::string(words::school::keeping_in_touch);
}

bool is_among(const SchoolIndex::Entry& entry, SchoolFilter which) {
    const SchoolKind kind = entry.kind;
    switch (which) {
        case SchoolFilter::caseload:
            return entry.mine;
        case SchoolFilter::all:
            return true;
        case SchoolFilter::schools:
            return !is_setting(kind);
        case SchoolFilter::settings:
            return is_setting(kind);
        case SchoolFilter::childminders:
            return kind == SchoolKind::childminder || kind == SchoolKind::home_childcarer;
    }
    return true;
}

bool has_category(const SchoolIndex::Entry& entry, std::string_view wanted) {
    if (wanted == not_categorised) return entry.categories.empty();
    return std::ranges::any_of(entry.categories, [&](Category each) { return to_word(each) == wanted; });
}

bool has_team(const SchoolIndex::Entry& entry, std::string_view wanted) {
    return std::ranges::any_of(entry.teams, [&](Team each) { return to_word(each) == wanted; });
}

// All but `which` of them.
bool meets_conditions(const SchoolIndex::Entry& entry, const ListFilter& filter) {
    if (!filter.kind.empty() && to_word(entry.kind) != filter.kind) return false;
    if (!filter.area.empty() && entry.area != filter.area) return false;
    if (!filter.category.empty() && !has_category(entry, filter.category)) return false;
    if (!filter.team.empty() && !has_team(entry, filter.team)) return false;
    return filter.due.empty() || entry.overdue;
}

void add_options(SchoolsModel& model, std::span<const School> schools, const std::set<Team>& teams) {
    namespace t = words::schools;
    SchoolOptions among = options_among(schools);
    model.kinds = std::move(among.kinds);
    model.areas = std::move(among.areas);
    model.categories = {{"", std::string(t::any_category)}};
    for (const Category each : {Category::green, Category::amber, Category::red})
        model.categories.push_back({std::string(to_word(each)), std::string(phrases::name_of(each))});
    model.categories.push_back({std::string(not_categorised), std::string(t::not_categorised)});
    model.dues = {{"", std::string(t::due_or_not)}, {std::string(overdue), std::string(t::overdue)}};
    if (teams.empty()) return;
    model.teams = {{"", std::string(t::any_team)}};
    for (const Team each : teams)
        model.teams.push_back({std::string(to_word(each)), std::string(phrases::name_of(each))});
}

std::string filter_line(const SchoolsModel& model) {
    std::string line;
    append_chosen(line, model.filter.kind, model.kinds);
    append_chosen(line, model.filter.area, model.areas);
    append_chosen(line, model.filter.category, model.categories);
    append_chosen(line, model.filter.team, model.teams);
    append_chosen(line, model.filter.due, model.dues);
    return line;
}

std::string words_around(const School& school, const std::string& people,
                         const std::map<std::string, std::string, std::less<>>& alliances) {
    std::string all = school_detail(school);
    for (const std::string& urn : urns_of(school)) {
        if (const auto found = alliances.find(urn); found != alliances.end()) all += found->second;
    }
    for (const std::string* each :
         {&school.town, &school.postcode, &school.constituency, &school.trust, &school.diocese})
        all += " " + *each;
    return fold_for_search(all + people);
}

// Of three letters or more, so that not every key tells of one.
std::string alliances_line(const SchoolIndex& index, std::string_view text) {
    constexpr std::size_t letters_least = 3;
    const std::string wanted = fold_for_search(trim(text));
    std::vector<std::string> names;
    for (const std::string& name : index.alliances) {
        if (wanted.size() >= letters_least && fold_for_search(name).contains(wanted)) names.push_back(name);
    }
    return phrases::alliances_found(names);
}

}  // namespace

bool can_write(OpenStore& store, const Visit& visit) {
    return right_to_write(store, visit) != WritingRight::none;
}

std::string visit_title(OpenStore& store, const Visit& visit) {
    return phrases::visit_with_adviser(kind_title(store, visit), adviser_name(store, visit.adviser));
}

SchoolIndex list_schools(OpenStore& store, SchoolsModel& model) {
    model = {};
    SchoolIndex index;
    std::set<Team> teams;
    const std::map<std::string, Chip> by_urn = chips(store);
    const StandingCategories categories = standing_categories(store);
    const auto people = people_of_places(store);
    const auto alliances = alliances_around(store);
    const auto late = store.visits().overdue_schools(store.today()).value_or(std::vector<std::string>{});
    const auto schools = store.schools().search("", schools_shown_max).value_or(std::vector<School>{});
    for (const School& school : schools) {
        const auto standing = categories.find(school.urn);
        const PlacePeople who = people_around(school, people);
        model.all.push_back({school.urn, school.name, school_detail(school), chip_of(school, by_urn)});
        model.has_settings = model.has_settings || is_setting(school.kind);
        model.has_caseload = model.has_caseload || who.mine;
        teams.insert(who.teams.begin(), who.teams.end());
        index.schools.push_back(
            {.folded = fold_for_search(school.name),
             .around = words_around(school, who.names, alliances),
             .kind = school.kind,
             .area = area_of(school),
             .categories = standing == categories.end() ? std::vector<Category>{} : standing->second,
             .teams = who.teams,
             .mine = who.mine,
             .overdue = std::ranges::any_of(
                 urns_of(school), [&](const std::string& urn) { return std::ranges::binary_search(late, urn); })});
    }
    index.alliances = names_of_alliances(store);
    model.arrived = !model.all.empty();
    model.may_have_one = may_record(own_role(store));
    add_options(model, schools, teams);
    return index;
}

void search_schools(const SchoolIndex& index, const SearchSchools& wanted, SchoolsModel& model) {
    CHECK(index.schools.size() == model.all.size());
    model.search = wanted.text;
    model.filter = wanted.filter;
    model.filter_line = filter_line(model);
    model.others_line.clear();
    model.shown.clear();
    const SchoolSearch search(wanted.text);
    std::vector<std::size_t> then;
    std::size_t others = 0;
    const bool in_caseload = wanted.filter.which == SchoolFilter::caseload;
    for (std::size_t place = 0; place < index.schools.size(); ++place) {
        const SchoolIndex::Entry& entry = index.schools[place];
        const bool listed = is_among(entry, wanted.filter.which);
        if (!meets_conditions(entry, wanted.filter) || (!listed && !in_caseload)) continue;
        const SchoolSearch::Match match = search.match(entry.folded, model.all[place].urn, entry.around);
        if (!listed && match != SchoolSearch::Match::none) ++others;
        if (listed && match == SchoolSearch::Match::begins) model.shown.push_back(place);
        if (listed && match == SchoolSearch::Match::has) then.push_back(place);
    }
    std::ranges::copy(then, std::back_inserter(model.shown));
    if (others > 0 && !wanted.text.empty()) model.others_line = phrases::others_found(others, model.has_settings);
    model.alliances_line = alliances_line(index, wanted.text);
    model.count_line = phrases::schools_shown(model.shown.size(), model.all.size(), model.has_settings);
}

SchoolModel build_school(OpenStore& store, std::string_view urn) {
    SchoolModel model;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.urn = (*school)->urn;  // A visit from before it converted led here by another.
    model.known = true;
    model.name = (*school)->name;
    model.detail = school_detail(**school);
    model.is_setting = is_setting((*school)->kind);
    model.elsewhere = !RecordsHere(store).of(**school);
    model.start_label = phrases::start_visit(usual_visit(store, (*school)->kind));
    model.facts = school_facts(**school);
    model.inspections = published_inspections(store, **school);
    model.inspected = inspections_section(store, **school);
    for (Fact& fact : alliance_facts(store, **school)) {
        model.facts.push_back(std::move(fact));
        model.has_alliance = true;
    }
    for (Fact& fact : agreement_facts(store, model.urn)) model.facts.push_back(std::move(fact));
    model.people = people_section(store, **school);
    for (const Visit& visit : visits_at(store, **school)) model.visits.push_back(visit_row(store, visit));
    model.criteria = criteria_for(store, **school);
    model.wants_criteria = !model.is_setting || !model.criteria.empty();
    if (model.wants_criteria && !model.elsewhere) model.ratings = rating_facts(store, **school);
    if (!model.criteria.empty()) model.usual_criteria = phrases::start_goes_by(model.criteria.front().label);
    return model;
}

}  // namespace kitbag
