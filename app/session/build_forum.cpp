// What the School Performance Forum heard of one school, and which schools it has not come to.

#include <algorithm>
#include <array>
#include <set>

#include "app/session/build_planning.h"
#include "app/session/planning_writer.h"
#include "app/session/rating_models.h"
#include "app/session/receipt_words.h"
#include "app/session/records_here.h"
#include "app/session/visit_kinds.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/planning_phrases.h"
#include "app/text/planning_words.h"
#include "core/categorisation/variant.h"

namespace kitbag {
namespace {

constexpr std::size_t half_terms_offered_max = 6;
constexpr int schools_read_max = 5000;

std::string title_of(const std::vector<HalfTerm>& half_terms, const std::string& id) {
    const auto found = std::ranges::find(half_terms, id, &HalfTerm::id);
    return found == half_terms.end() ? id : found->title;
}

// Later half terms are greater; one that the calendar does not have is less than all.
std::ptrdiff_t place_of(const std::vector<HalfTerm>& half_terms, const std::string& id) {
    const auto found = std::ranges::find(half_terms, id, &HalfTerm::id);
    return found == half_terms.end() ? -1 : found - half_terms.begin();
}

// Of every criteria that fits the school: the Forum talks of all of it.
std::vector<Option> aspects_to_name(OpenStore& store, const School& school) {
    std::vector<Option> options;
    for (const std::string& variant : variants_for(school)) {
        const Framework* framework = store.framework_for(variant);
        if (!framework) continue;
        for (const Aspect* aspect : applicable_aspects(*framework, variant, may_have_sixth_form(school))) {
            if (!std::ranges::contains(options, aspect->id, &Option::value))
                options.push_back({aspect->id, aspect->title});
        }
    }
    return options;
}

std::string aspect_title(const std::vector<Option>& aspects, const std::string& aspect) {
    const auto found = std::ranges::find(aspects, aspect, &Option::value);
    return found == aspects.end() ? aspect : found->label;
}

std::vector<std::string> group_titles(const VisitTemplates& templates, const std::vector<std::string>& groups) {
    std::vector<std::string> titles;
    for (const std::string& group : groups) {
        const auto found = std::ranges::find(templates.groups, group, &Named::id);
        titles.push_back(found == templates.groups.end() ? group : found->title);
    }
    return titles;
}

ForumLine line_of(OpenStore& store, const ForumNote& note, const std::vector<Option>& aspects) {
    ForumLine line;
    line.id = note.id;
    line.title = note.service;
    if (!note.aspect.empty()) line.detail = aspect_title(aspects, note.aspect);
    if (!note.groups.empty()) {
        if (!line.detail.empty()) line.detail += words::common::separator;
        line.detail += phrases::list_of(group_titles(store.templates(), note.groups));
    }
    line.text = note.text;
    line.sync = adviser_name(store, note.by) + ", " + phrases::date_and_time(made_at(note.id));
    if (const auto receipt = store.log().receipt_of(note.id)) line.sync += "\n" + visit_state_line(*receipt);
    return line;
}

// Half terms in the order of the calendar, latest first; one that the calendar does not have comes last.
void add_notes(ForumModel& model, OpenStore& store, const std::vector<Option>& aspects) {
    const RefusedRecords refused = refused_records(store);
    std::vector<ForumNote> notes = forum_notes_at(store, model.urn);
    const auto& all = store.half_terms();
    std::ranges::reverse(notes);
    std::ranges::stable_sort(notes, std::ranges::greater{},
                             [&](const ForumNote& note) { return place_of(all, note.half_term); });
    for (const ForumNote& note : notes) {
        const std::string title = title_of(all, note.half_term);
        if (model.terms.empty() || model.terms.back().title != title) model.terms.push_back({title, {}});
        ForumLine line = line_of(store, note, aspects);
        if (const auto refusal = refused.find(note.id); refusal != refused.end()) line.refusal = refusal->second;
        model.terms.back().notes.push_back(std::move(line));
    }
}

ForumForm forum_form(OpenStore& store, const DraftKeeper& keeper, const ForumModel& model, const HalfTerm& now,
                     const FormOutcome& outcome) {
    ForumForm form;
    const auto& all = store.half_terms();
    for (const HalfTerm* one = &now; one && form.half_terms.size() < half_terms_offered_max;
         one = half_term_before(all, *one)) {
        form.half_terms.push_back({one->id, one->title});
    }
    for (const std::string& service : store.templates().forum_services) form.services.push_back({service, service});
    for (const Named& group : store.templates().groups) form.groups.push_back({group.id, group.title});
    const auto field = [&](std::string_view name, std::string_view first = "") {
        return form_field(keeper, forum_key(model.urn, name), first, outcome);
    };
    form.half_term = field("half_term", now.id);
    form.service = field("service");
    form.aspect = field("aspect");
    form.chosen_groups = field("groups");
    form.text = field("text");
    return form;
}

void add_count(ForumModel& model, OpenStore& store, const HalfTerm& now) {
    const auto discussed = store.visit_words().schools_at_forum(now.id).value_or(std::vector<std::string>{});
    const std::set<std::string> urns(discussed.begin(), discussed.end());
    auto schools = store.schools().search("", schools_read_max).value_or(std::vector<School>{});
    const RecordsHere here(store);
    std::erase_if(schools, [&](const School& school) { return !here.of(school); });
    for (const School& school : schools) {
        const auto was_discussed = [&](const std::string& urn) { return urns.contains(urn); };
        if (!std::ranges::any_of(urns_of(school), was_discussed))
            model.not_discussed.push_back({school.urn, school.name});
    }
    model.count_line = phrases::discussed(schools.size() - model.not_discussed.size(), schools.size(), now.title);
}

}  // namespace

ForumModel build_forum(OpenStore& store, const DraftKeeper& keeper, std::string_view urn, const FormOutcome& outcome) {
    ForumModel model;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.known = true;
    model.school = (*school)->name;
    const std::vector<Option> aspects = aspects_to_name(store, **school);
    add_notes(model, store, aspects);
    if (outcome.recorded) model.news = words::forum::recorded;
    model.refusal = outcome.sentence;
    const HalfTerm* now = half_term_on(store.half_terms(), store.today());
    model.has_calendar = now != nullptr;
    if (!now) return model;
    add_count(model, store, *now);
    if (!may_record(own_role(store))) return model;
    model.form = forum_form(store, keeper, model, *now, outcome);
    model.form->aspects = aspects;
    return model;
}

std::vector<Fact> forum_notes_for_aspect(OpenStore& store, std::string_view urn, std::string_view aspect) {
    auto notes = forum_notes_at(store, urn);
    drop_refused(notes, refused_records(store));
    std::vector<Fact> facts;
    for (const ForumNote& note : notes) {
        if (note.aspect != aspect) continue;
        facts.push_back({phrases::forum_source(note.service, title_of(store.half_terms(), note.half_term)), note.text});
    }
    std::ranges::reverse(facts);
    return facts;
}

void refresh_field(ForumModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    if (!model.form) return;
    ForumForm& form = *model.form;
    for (FieldModel* field :
         std::array{&form.half_term, &form.service, &form.aspect, &form.chosen_groups, &form.text}) {
        if (field->key == key) *field = keeper.field(key, field->text);
    }
}

}  // namespace kitbag
