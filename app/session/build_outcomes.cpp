#include "app/session/build_outcomes.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/commands.h"
#include "app/session/visit_reading.h"
#include "app/text/outcomes_phrases.h"
#include "app/text/outcomes_words.h"
#include "core/outcomes/comparison.h"
#include "core/storage/outcome_store.h"

namespace kitbag {
namespace {

namespace t = words::outcomes;

using BySubject = std::map<std::string, FiguresByYear, std::less<>>;

// Of boys and girls one is enough: each is set against the other.
constexpr std::array groups_compared = {PupilGroup::fsm, PupilGroup::boys, PupilGroup::sen,
                                        PupilGroup::eal, PupilGroup::lac,  PupilGroup::bme};

OutcomeLineKind kind_of(std::string_view subject) {
    if (subject == county_subject) return OutcomeLineKind::county;
    if (subject == national_subject) return OutcomeLineKind::national;
    if (subject == neighbours_subject) return OutcomeLineKind::neighbours;
    return OutcomeLineKind::school;
}

float shown(Hundredths number) {
    return static_cast<float>(number) / 100;
}

OutcomePoint point_of(const Figure& figure, const Measure& measure) {
    return {figure.number ? std::optional(shown(*figure.number)) : std::nullopt,
            phrases::figure_words(figure, measure)};
}

OutcomeLine line_of(OutcomeLineKind kind, std::string_view name, const TrendLine& line, const Measure& measure) {
    OutcomeLine made{kind, std::string(name), {}};
    for (const Figure& figure : line.points) made.points.push_back(point_of(figure, measure));
    return made;
}

OutcomeChart empty_chart(const std::vector<int>& years, const Measure& measure) {
    OutcomeChart chart;
    for (const int year : years) chart.years.push_back(std::to_string(year));
    if (measure.unit == OutcomeUnit::percent) chart.unit = "%";
    return chart;
}

// Where a line of the school's own is broken, and why: the picture shows no more than the break.
void tell_breaks(OutcomeChart& chart) {
    std::vector<std::string> items;
    for (const OutcomeLine& line : chart.lines) {
        const bool own = line.kind == OutcomeLineKind::school || line.kind == OutcomeLineKind::group ||
                         line.kind == OutcomeLineKind::others;
        std::map<std::string, std::vector<std::string>> years_of;  // By why there is no figure.
        for (std::size_t place = 0; own && place < line.points.size(); ++place) {
            if (!line.points[place].value) years_of[line.points[place].words].push_back(chart.years[place]);
        }
        for (const auto& [why, years] : years_of) items.push_back(phrases::without_figure(line.name, years, why));
    }
    if (!items.empty()) chart.sentences.push_back(phrases::not_shown(items));
}

OutcomeChart chart_of(const Trend& trend, const Measure& measure) {
    OutcomeChart chart = empty_chart(trend.years, measure);
    for (const TrendLine& line : trend.lines)
        chart.lines.push_back(line_of(kind_of(line.subject), phrases::subject_name(line.subject), line, measure));
    if (std::ranges::any_of(trend.floors, [](const auto& floor) { return floor.has_value(); })) {
        OutcomeLine floor{OutcomeLineKind::floor, std::string(t::floor), {}};
        for (const auto& value : trend.floors) {
            if (value)
                floor.points.push_back({shown(*value), phrases::amount(*value, measure)});
            else
                floor.points.push_back({std::nullopt, std::string(t::no_floor)});
        }
        chart.lines.push_back(std::move(floor));
    }
    for (std::string sentence : {phrases::latest(trend, measure), phrases::floor_sentence(trend, measure)}) {
        if (!sentence.empty()) chart.sentences.push_back(std::move(sentence));
    }
    tell_breaks(chart);
    return chart;
}

bool says_something(const Trend& trend) {
    return !trend.lines.empty() && std::ranges::any_of(trend.lines.front().points, [](const Figure& figure) {
        return figure.number || figure.why != NoNumber::not_published;
    });
}

// The school's own two groups, over the years of the first, and the gap between them.
std::optional<OutcomeComparison> comparison_of(const BySubject& figures, std::string_view urn, const Measure& measure,
                                               PupilGroup wanted) {
    const Trend group = trend_of(figures, urn, measure, wanted);
    const std::optional<PupilGroup> set_against = others_of(wanted);
    if (!says_something(group) || !set_against) return std::nullopt;
    const FiguresByYear& own = figures.find(urn)->second;
    OutcomeComparison made{.id = std::string(to_word(wanted)),
                           .name = phrases::comparison_name(wanted, *set_against),
                           .chart = empty_chart(group.years, measure)};
    made.chart.lines.push_back(line_of(OutcomeLineKind::group, phrases::name_of(wanted), group.lines.front(), measure));
    OutcomeLine others{OutcomeLineKind::others, std::string(phrases::name_of(*set_against)), {}};
    const Trend of_others = trend_of(figures, urn, measure, *set_against);
    for (const int year : group.years) {
        const auto place = std::ranges::find(of_others.years, year);
        const Figure figure =
            place == of_others.years.end()
                ? Figure{}
                : of_others.lines.front().points[static_cast<std::size_t>(place - of_others.years.begin())];
        others.points.push_back(point_of(figure, measure));
    }
    made.chart.lines.push_back(std::move(others));
    const Gap gap = gap_between(own, measure, wanted, *set_against, group.years);
    OutcomeLine apart{OutcomeLineKind::gap, std::string(t::gap), {}};
    for (const auto& each : gap.by_year)
        apart.points.push_back({std::nullopt, each ? phrases::gap_words(*each, measure) : std::string(t::no_gap)});
    made.chart.lines.push_back(std::move(apart));
    for (std::string sentence :
         {phrases::gap_now(gap, wanted, *set_against, measure), phrases::gap_direction(gap, measure)}) {
        if (!sentence.empty()) made.chart.sentences.push_back(std::move(sentence));
    }
    tell_breaks(made.chart);
    return made;
}

std::optional<OutcomeMeasureModel> measure_model(const BySubject& figures, std::string_view urn,
                                                 const Measure& measure) {
    const Trend trend = trend_of(figures, urn, measure, PupilGroup::all);
    if (!says_something(trend)) return std::nullopt;
    OutcomeMeasureModel model{.id = measure.id,
                              .name = measure.name,
                              .note = measure.note,
                              .chart = chart_of(trend, measure),
                              .below_floor = floor_place(trend, measure) == FloorPlace::below,
                              .comparisons = {}};
    for (const PupilGroup group : groups_compared) {
        if (auto comparison = comparison_of(figures, urn, measure, group))
            model.comparisons.push_back(*std::move(comparison));
    }
    return model;
}

// Of the school and of the comparators. Figures from before it converted go on into those since: what is of a measure and a year is the
// latest URN's that has it, whole, so that nothing hidden is worked out from two.
BySubject figures_beside(const OutcomeStore& outcomes, const School& school) {
    BySubject all = outcomes.beside_comparators(school.urn).value_or(BySubject{});
    for (const std::string& urn : school.formerly) {
        BySubject before = outcomes.beside_comparators(urn).value_or(BySubject{});
        const auto own = before.find(urn);
        if (own == before.end()) continue;
        for (auto& [year, figures] : own->second) all[school.urn][year].merge(figures);
    }
    return all;
}

void add_stages(OutcomesModel& model, OpenStore& store, const School& school) {
    const OutcomeStore outcomes(store.database());
    const Result<std::string> text = outcomes.measures();
    if (!text || text->empty()) return;
    const Result<MeasureList> measures = read_measures(*text);
    const BySubject figures = figures_beside(outcomes, school);
    if (!measures || !figures.contains(model.urn)) return;
    for (const Measure& measure : measures->measures) {
        auto made = measure_model(figures, model.urn, measure);
        if (!made) continue;
        const std::string id(to_word(measure.stage));
        auto stage = std::ranges::find(model.stages, id, &OutcomeStageModel::id);
        if (stage == model.stages.end()) {
            model.stages.push_back({id, std::string(phrases::name_of(measure.stage)), {}});
            stage = model.stages.end() - 1;
        }
        stage->measures.push_back(*std::move(made));
    }
}

// The visit under way here to which something can be attached, with its aspects.
void add_visit(OutcomesModel& model, OpenStore& store, const School& school) {
    const Id& me = store.enrolment().adviser.id;
    for (const Visit& visit : visits_at(store, school)) {
        if (visit.adviser != me || visit.status != VisitStatus::under_way) continue;
        const auto reading = read_visit(store, visit.id);
        if (!reading || !reading->framework) continue;
        model.visit = visit.id;
        for (const Aspect* aspect : aspects_of(*reading)) model.aspects.push_back({aspect->id, aspect->title});
        if (!model.aspects.empty()) return;
    }
}

}  // namespace

OutcomesModel build_outcomes(OpenStore& store, std::string_view urn, const ComparisonFilter& compared) {
    OutcomesModel model;
    model.compared = compared;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.known = true;
    model.urn = (*school)->urn;
    model.school = (*school)->name;
    add_stages(model, store, **school);
    add_visit(model, store, **school);
    return model;
}

Result<void> attach_as_evidence(OpenStore& store, const Clock& clock, Random& random, const AttachAsEvidence& wanted) {
    const auto record = store.visits().visit(wanted.visit);
    if (!record) return std::unexpected(record.error());
    if (!*record || right_to_write(store, (*record)->visit) == WritingRight::none)
        return fault("not_allowed", std::string(t::may_not_attach));
    const FieldValues values = {{"visit", wanted.visit},
                                {"aspect", wanted.aspect},
                                {"text", wanted.text},
                                {"source", std::string(to_word(Source::data))},
                                {"by", store.enrolment().adviser.id}};
    const auto change = store.log().write("evidence_note", new_id(clock.now(), random), values);
    if (!change) return std::unexpected(change.error());
    return {};
}

}  // namespace kitbag
