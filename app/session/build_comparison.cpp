#include "app/session/build_comparison.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "app/session/build_people.h"
#include "app/session/school_words.h"
#include "app/text/outcomes_phrases.h"
#include "app/text/outcomes_words.h"
#include "app/text/people_words.h"
#include "app/text/phrases.h"
#include "core/storage/outcome_store.h"

namespace kitbag {
namespace {

namespace t = words::comparison;

using BySubject = std::map<std::string, Figures, std::less<>>;
using YearsOfStages = std::map<OutcomeStage, std::set<int, std::greater<>>>;  // The latest first.

constexpr int schools_read_max = 5000;
constexpr std::array groups_in_order = {PupilGroup::fsm, PupilGroup::boys, PupilGroup::girls, PupilGroup::sen,
                                        PupilGroup::eal, PupilGroup::lac,  PupilGroup::bme};

// What is compared, found from what was wanted.
struct Found {
    MeasureList list;
    YearsOfStages years;
    ComparedMeasure compared;
    BySubject figures;

    const Measure& measure() const { return *compared.measure; }
};

YearsOfStages years_here(const OutcomeStore& outcomes) {
    YearsOfStages years;
    for (const OutcomePartMark& part : outcomes.parts().value_or(std::vector<OutcomePartMark>{}))
        years[part.place.stage].insert(part.place.year);
    return years;
}

int year_of(const ComparisonFilter& wanted, const std::set<int, std::greater<>>& years) {
    int year = 0;
    std::from_chars(wanted.year.data(), wanted.year.data() + wanted.year.size(), year);
    return years.contains(year) ? year : *years.begin();
}

// Of two files the plain one's figures of a measure stand, as OutcomeStore has it.
BySubject figures_in(const OutcomeStore& outcomes, OutcomeStage stage, int year) {
    BySubject found;
    for (const OutcomeSource source : {OutcomeSource::long_form, OutcomeSource::ks2_table}) {
        auto part = outcomes.part({stage, year, source});
        if (!part || !*part) continue;
        for (auto& [subject, figures] : (*part)->subjects) found[subject].merge(figures);
    }
    return found;
}

// Of the stage, the first of which anybody has anything.
const Measure* first_with_figures(const MeasureList& list, OutcomeStage stage, const BySubject& figures) {
    const Measure* first = nullptr;
    for (const Measure& measure : list.measures) {
        if (measure.stage != stage) continue;
        if (std::ranges::any_of(figures, [&](const auto& one) { return one.second.contains(measure.id); }))
            return &measure;
        if (!first) first = &measure;
    }
    return first;
}

bool has_group(const BySubject& figures, const Measure& measure, PupilGroup group) {
    return std::ranges::any_of(figures, [&](const auto& one) {
        const auto groups = one.second.find(measure.id);
        return groups != one.second.end() && groups->second.contains(group);
    });
}

// Nothing where there are no outcomes here, or none of any measure of the county's.
std::optional<Found> find_compared(OpenStore& store, const ComparisonFilter& wanted) {
    const OutcomeStore outcomes(store.database());
    const Result<std::string> text = outcomes.measures();
    Found found;
    if (!text || text->empty()) return std::nullopt;
    Result<MeasureList> list = read_measures(*text);
    if (!list) return std::nullopt;
    found.list = *std::move(list);
    found.years = years_here(outcomes);
    const auto is_here = [&](const Measure& one) { return found.years.contains(one.stage); };
    const Measure* measure = found.list.find(wanted.measure);
    const bool known = measure && is_here(*measure);
    if (!known) {
        const auto here = std::ranges::find_if(found.list.measures, is_here);
        if (here == found.list.measures.end()) return std::nullopt;
        measure = &*here;
    }
    found.compared.year = year_of(wanted, found.years.at(measure->stage));
    found.figures = figures_in(outcomes, measure->stage, found.compared.year);
    if (!known) measure = first_with_figures(found.list, measure->stage, found.figures);
    const PupilGroup group = pupil_group_from(wanted.group).value_or(PupilGroup::all);
    found.compared.measure = measure;
    found.compared.group = has_group(found.figures, *measure, group) ? group : PupilGroup::all;
    return found;
}

void add_stages(ComparisonModel& model, const Found& found) {
    for (const Measure& measure : found.list.measures) {
        if (!found.years.contains(measure.stage)) continue;
        const std::string id(to_word(measure.stage));
        auto stage = std::ranges::find(model.stages, id, &ComparisonStage::id);
        if (stage == model.stages.end()) {
            model.stages.push_back({id, std::string(phrases::name_of(measure.stage)), {}});
            stage = model.stages.end() - 1;
        }
        stage->measures.push_back({measure.id, measure.name});
    }
}

void add_options(ComparisonModel& model, const Found& found, const std::vector<School>& schools, bool has_caseload) {
    for (const int year : found.years.at(found.measure().stage))
        model.years.push_back({std::to_string(year), std::to_string(year)});
    model.groups = {{"", std::string(words::outcomes::all_pupils)}};
    for (const PupilGroup group : groups_in_order) {
        if (has_group(found.figures, found.measure(), group))
            model.groups.push_back({std::string(to_word(group)), std::string(phrases::name_of(group))});
    }
    model.kinds = options_among(schools).kinds;
    if (has_caseload)
        model.whose = {{"", std::string(words::caseload::mine)},
                       {std::string(whole_county), std::string(t::all_schools)}};
}

std::string_view chosen_label(const std::vector<Option>& options, std::string_view value) {
    const auto found = std::ranges::find(options, value, &Option::value);
    return found == options.end() ? std::string_view() : std::string_view(found->label);
}

void add_lines(ComparisonModel& model, const Found& found, std::size_t listed, std::size_t without) {
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!model.filter_line.empty()) model.filter_line += words::common::separator;
        model.filter_line += part;
    };
    add(model.filter.year);
    add(chosen_label(model.groups, model.filter.group));
    add(chosen_label(model.whose, model.filter.whose));
    if (!model.filter.kind.empty()) add(chosen_label(model.kinds, model.filter.kind));
    add(phrases::count_of(listed, "school"));
    model.order_line = phrases::comparison_order(model.filter.order, found.measure());
    if (without > 0) model.without_line = phrases::nothing_of_measure(without, model.filter.year);
}

ComparisonRow row_of(const ComparedFigure& one, const std::map<std::string, std::string>& names, const Found& found) {
    const Measure& measure = found.measure();
    const auto name = names.find(one.subject);
    ComparisonRow row{.key = one.subject,
                      .is_school = name != names.end(),
                      .name = name == names.end() ? std::string(phrases::subject_name(one.subject)) : name->second,
                      .detail = {},
                      .cells = {}};
    const auto cell = [&](const Figure& figure) {
        row.cells.push_back(
            {figure.number ? phrases::amount(*figure.number, measure) : "", phrases::figure_words(figure, measure)});
    };
    cell(one.figure);
    if (one.floor && row.is_school) row.detail = phrases::below_the_floor(*one.floor, measure);
    if (!one.figure.number) row.detail = phrases::figure_words(one.figure, measure);
    const auto others = others_of(found.compared.group);
    if (!others) return row;
    cell(one.others);
    if (one.figure.number && !one.others.number)
        row.detail = std::string(phrases::name_of(*others)) + ": " + phrases::figure_words(one.others, measure);
    row.cells.push_back({one.gap ? phrases::gap_in_short(*one.gap, measure) : "",
                         one.gap ? phrases::gap_beside(*one.gap, measure) : std::string(words::outcomes::no_gap)});
    return row;
}

// Which of the schools are asked for; what an earlier URN has goes on under the present one.
struct Schools {
    std::vector<School> schools;  // By name, whoever has the measure.
    std::vector<std::string> urns;
    std::map<std::string, std::string> names;
    std::size_t without = 0;
    bool has_caseload = false;
};

Schools schools_asked_for(OpenStore& store, const ComparisonFilter& wanted, Found& found) {
    Schools asked;
    const PeopleOfPlaces people = people_of_places(store);
    auto all = store.schools().search("", schools_read_max).value_or(std::vector<School>{});
    std::erase_if(all, [](const School& school) { return is_setting(school.kind); });
    const auto is_mine = [&](const School& school) { return people_around(school, people).mine; };
    asked.has_caseload = std::ranges::any_of(all, is_mine);
    const bool only_mine = asked.has_caseload && wanted.whose != whole_county;
    for (const School& school : all) {
        Figures& figures = found.figures[school.urn];
        for (const std::string& urn : school.formerly) {
            if (const auto before = found.figures.find(urn); before != found.figures.end())
                figures.merge(before->second);
        }
        const bool has = figures.contains(found.measure().id);
        if (has) asked.schools.push_back(school);
        if (only_mine && !is_mine(school)) continue;
        if (!wanted.kind.empty() && to_word(school.kind) != wanted.kind) continue;
        asked.without += has ? 0 : 1;
        if (!has) continue;
        asked.urns.push_back(school.urn);
        asked.names[school.urn] = school.name;
    }
    return asked;
}

}  // namespace

bool has_outcomes(OpenStore& store) {
    const auto parts = OutcomeStore(store.database()).parts();
    return parts && !parts->empty();
}

ComparisonModel build_comparison(OpenStore& store, const ComparisonFilter& wanted) {
    ComparisonModel model;
    model.filter = wanted;
    std::optional<Found> found = find_compared(store, wanted);
    if (!found) return model;
    const Measure& measure = found->measure();
    const Schools asked = schools_asked_for(store, wanted, *found);
    add_stages(model, *found);
    add_options(model, *found, asked.schools, asked.has_caseload);
    model.stage = to_word(measure.stage);
    model.measure = measure.name;
    model.note = measure.note;
    model.filter.measure = measure.id;
    model.filter.year = std::to_string(found->compared.year);
    const bool of_all = found->compared.group == PupilGroup::all;
    model.filter.group = of_all ? "" : std::string(to_word(found->compared.group));
    if (of_all && model.filter.order == ComparisonOrder::gap) model.filter.order = ComparisonOrder::figure;
    model.columns = {std::string(t::figure)};
    if (const auto others = others_of(found->compared.group)) {
        model.columns.emplace_back(phrases::name_of(*others));
        model.columns.emplace_back(words::outcomes::gap);
    }
    if (!asked.urns.empty()) {
        for (const ComparedFigure& one :
             compare_figures(found->figures, asked.urns, found->compared, model.filter.order))
            model.rows.push_back(row_of(one, asked.names, *found));
    }
    add_lines(model, *found, asked.urns.size(), asked.without);
    return model;
}

}  // namespace kitbag
