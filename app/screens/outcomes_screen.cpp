#include "app/screens/outcomes_screen.h"

#include <algorithm>

#include "app/screens/screens.h"
#include "app/screens/toggles.h"
#include "app/text/outcomes_phrases.h"
#include "app/text/outcomes_words.h"
#include "app/widgets/chart.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::outcomes;

// The one that is chosen, or the first.
template <typename List>
const auto& chosen(const List& list, std::string_view id) {
    const auto found = std::ranges::find(list, id, [](const auto& one) -> std::string_view { return one.id; });
    return found == list.end() ? list.front() : *found;
}

template <typename List>
std::vector<w::Choice> choices_among(const List& list) {
    std::vector<w::Choice> choices;
    for (const auto& one : list) choices.push_back({one.id, one.name});
    return choices;
}

w::ChartStroke stroke_of(OutcomeLineKind kind) {
    switch (kind) {
        case OutcomeLineKind::school:
        case OutcomeLineKind::group:
            return w::ChartStroke::whole;
        case OutcomeLineKind::county:
        case OutcomeLineKind::others:
            return w::ChartStroke::long_dashes;
        case OutcomeLineKind::national:
            return w::ChartStroke::dots;
        case OutcomeLineKind::neighbours:
            return w::ChartStroke::dashes_and_dots;
        case OutcomeLineKind::floor:
            return w::ChartStroke::limit;
        case OutcomeLineKind::gap:
            break;
    }
    return w::ChartStroke::none;
}

void draw_chart(Ui& ui, std::string_view key, std::string_view label, const OutcomeChart& model, bool as_table) {
    std::vector<w::ChartPoint> points;  // Of all lines, one after the other.
    points.reserve(model.lines.size() * model.years.size());
    std::vector<w::ChartLine> lines;
    for (const OutcomeLine& line : model.lines) {
        const std::size_t first = points.size();
        for (const OutcomePoint& point : line.points) points.push_back({point.value, point.words});
        lines.push_back({line.name, stroke_of(line.kind), std::span(points).subspan(first)});
    }
    w::chart(ui, key,
             {.label = label,
              .corner = t::whose,
              .columns = model.years,
              .lines = lines,
              .unit = model.unit,
              .is_percent = !model.unit.empty(),
              .as_table = as_table});
    for (const std::string& sentence : model.sentences) w::paragraph(ui, sentence);
}

void choose_stage(Ui& ui, const OutcomesModel& model, const OutcomeStageModel& stage, OutcomesView& view,
                  Commands& commands) {
    if (model.stages.size() < 2) return w::paragraph(ui, stage.name, {.tone = w::TextTone::quiet});
    const auto choices = choices_among(model.stages);
    const auto pressed =
        w::segmented_choice(ui, "stage", {.label = t::stage, .choices = choices, .selected = stage.id});
    if (!pressed) return;
    view.stage = *pressed;
    view.measure.clear();
    view.comparison.clear();
    view.choosing = false;
    commands.push(DrawAgain{});
}

// A stage has many measures, and most looks are at one of them.
void choose_measure(Ui& ui, const OutcomeStageModel& stage, const OutcomeMeasureModel& measure, OutcomesView& view,
                    Commands& commands) {
    if (stage.measures.size() < 2) return;
    const std::string_view label = view.choosing ? t::keep_measure : t::another_measure;
    if (w::button(ui, "another", {.label = label, .kind = w::ButtonKind::quiet, .expanded = view.choosing})) {
        view.choosing = !view.choosing;
        commands.push(DrawAgain{});
    }
    if (!view.choosing) return;
    const auto choices = choices_among(stage.measures);
    const auto pressed =
        w::radio_group(ui, "measure", {.label = t::measure, .choices = choices, .selected = measure.id});
    if (!pressed) return;
    view.measure = *pressed;
    view.choosing = false;
    commands.push(DrawAgain{});
}

void draw_groups(Ui& ui, const OutcomeMeasureModel& measure, OutcomesView& view, Commands& commands) {
    const OutcomeComparison& comparison = chosen(measure.comparisons, view.comparison);
    w::card(ui, "groups", t::groups, [&] {
        w::heading(ui, 3, t::groups);
        if (measure.comparisons.size() > 1) {
            const auto choices = choices_among(measure.comparisons);
            const auto pressed =
                w::radio_group(ui, "compare", {.label = t::compare, .choices = choices, .selected = comparison.id});
            if (pressed) {
                view.comparison = *pressed;
                commands.push(DrawAgain{});
            }
        } else {
            w::paragraph(ui, comparison.name, {.bold = true});
        }
        draw_chart(ui, "gap", comparison.name, comparison.chart, view.as_table);
    });
}

void draw_measure(Ui& ui, const OutcomeMeasureModel& measure, OutcomesView& view, Commands& commands) {
    w::card(ui, "all", t::all_pupils, [&] {
        w::row(ui, [&] {
            w::heading(ui, 3, t::all_pupils);
            if (measure.below_floor) w::badge(ui, t::below_floor, w::BadgeTone::danger);
        });
        draw_chart(ui, "trend", measure.name, measure.chart, view.as_table);
    });
    if (!measure.comparisons.empty()) draw_groups(ui, measure, view, commands);
    if (!measure.note.empty()) w::paragraph(ui, measure.note, {.tone = w::TextTone::quiet, .small = true});
}

std::string evidence_of(const OutcomeMeasureModel& measure, const OutcomesView& view) {
    std::vector<std::string> sentences = measure.chart.sentences;
    if (!measure.comparisons.empty()) {
        const auto& more = chosen(measure.comparisons, view.comparison).chart.sentences;
        sentences.insert(sentences.end(), more.begin(), more.end());
    }
    return phrases::outcome_evidence(measure.name, sentences);
}

// What was chosen here, or else compared last; so that one school after another is looked at in one measure.
const OutcomeStageModel& shown_stage(const OutcomesModel& model, const OutcomesView& view) {
    if (!view.stage.empty()) return chosen(model.stages, view.stage);
    for (const OutcomeStageModel& stage : model.stages) {
        if (std::ranges::contains(stage.measures, model.compared.measure, &OutcomeMeasureModel::id)) return stage;
    }
    return model.stages.front();
}

const OutcomeMeasureModel& shown_measure(const OutcomesModel& model, const OutcomesView& view) {
    return chosen(shown_stage(model, view).measures, view.measure.empty() ? model.compared.measure : view.measure);
}

void compare_schools(const OutcomesModel& model, const OutcomeMeasureModel& measure, Commands& commands) {
    ComparisonFilter filter = model.compared;
    if (filter.measure != measure.id) filter.year.clear();
    filter.measure = measure.id;
    commands.push(CompareOutcomes{filter});
    commands.push(GoTo{{Place::comparison, model.urn, ""}});
}

}  // namespace

void draw_outcomes(Ui& ui, const OutcomesModel& model, OutcomesView& view, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    if (model.stages.empty()) return w::empty_state(ui, t::none, t::none_advice);
    const OutcomeStageModel& stage = shown_stage(model, view);
    const OutcomeMeasureModel& measure = shown_measure(model, view);
    choose_stage(ui, model, stage, view, commands);
    w::heading(ui, 2, measure.name);
    choose_measure(ui, stage, measure, view, commands);
    const KeyScope scope(ui, measure.id);
    w::row(ui, [&] {
        const w::Button look{.label = view.as_table ? t::as_chart : t::as_table};
        if (w::button(ui, "as_table", look)) {
            view.as_table = !view.as_table;
            commands.push(DrawAgain{});
        }
        if (w::button(ui, "compare schools",
                      {.label = t::compare_schools, .kind = w::ButtonKind::quiet, .icon = Icon::school}))
            compare_schools(model, measure, commands);
        if (model.aspects.empty()) return;
        if (w::button(ui, "attach", {.label = t::attach, .kind = w::ButtonKind::quiet, .icon = Icon::plus})) {
            view.attaching = true;
            commands.push(DrawAgain{});
        }
    });
    draw_measure(ui, measure, view, commands);
    w::paragraph(ui, t::source, {.tone = w::TextTone::quiet, .small = true});
}

void draw_attach_dialog(Ui& ui, const OutcomesModel& model, OutcomesView& view, Commands& commands) {
    if (!view.attaching || model.stages.empty() || model.aspects.empty()) return;
    const std::string text = evidence_of(shown_measure(model, view), view);
    if (view.aspect.empty()) view.aspect = model.aspects.front().value;
    const auto contents = [&] {
        w::paragraph(ui, t::attach_advice, {.tone = w::TextTone::quiet});
        w::paragraph(ui, text);
        const auto choices = choices_of(model.aspects);
        const auto pressed =
            w::radio_group(ui, "aspect", {.label = t::attach_aspect, .choices = choices, .selected = view.aspect});
        if (pressed) {
            view.aspect = *pressed;
            commands.push(DrawAgain{});
        }
    };
    w::dialog(ui, "attach", t::attach_title, "cancel", contents, [&] {
        if (draw_done_or_cancel(ui, t::attach_now, t::attach_not, view.attaching, commands))
            commands.push(AttachAsEvidence{model.visit, view.aspect, text});
    });
}

void Screens::draw_outcomes_place(Ui& ui, const Models& models, Commands& commands) {
    const OutcomesModel& model = models.outcomes;
    const w::Page look{.title = t::title, .back = words::common::back_to_school, .detail = model.school};
    const auto answer = w::page(
        ui, model.urn + ".outcomes", look, [&] { draw_outcomes(ui, model, outcomes_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{{Place::school, model.urn, ""}});
    draw_attach_dialog(ui, model, outcomes_, commands);
}

}  // namespace kitbag
