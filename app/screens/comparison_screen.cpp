#include "app/screens/comparison_screen.h"

#include <algorithm>
#include <vector>

#include "app/screens/screens.h"
#include "app/screens/toggles.h"
#include "app/text/outcomes_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::comparison;

void show_measure(const ComparisonModel& model, std::string_view measure, Commands& commands) {
    ComparisonFilter filter = model.filter;
    filter.measure = measure;
    commands.push(CompareOutcomes{filter});
}

void choose_stage(Ui& ui, const ComparisonModel& model, Commands& commands) {
    if (model.stages.size() < 2) return w::paragraph(ui, model.stages.front().name, {.tone = w::TextTone::quiet});
    std::vector<w::Choice> choices;
    for (const ComparisonStage& stage : model.stages) choices.push_back({stage.id, stage.name});
    const auto pressed = w::segmented_choice(
        ui, "stage", {.label = words::outcomes::stage, .choices = choices, .selected = model.stage});
    if (!pressed) return;
    const auto stage = std::ranges::find(model.stages, *pressed, &ComparisonStage::id);
    show_measure(model, stage->measures.front().value, commands);
}

void choose_measure(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands) {
    const auto stage = std::ranges::find(model.stages, model.stage, &ComparisonStage::id);
    if (stage == model.stages.end() || stage->measures.size() < 2) return;
    const std::string_view label =
        view.choosing_measure ? words::outcomes::keep_measure : words::outcomes::another_measure;
    const w::Button look{.label = label, .kind = w::ButtonKind::quiet, .expanded = view.choosing_measure};
    if (w::button(ui, "another", look)) {
        view.choosing_measure = !view.choosing_measure;
        commands.push(DrawAgain{});
    }
    if (!view.choosing_measure) return;
    const auto choices = choices_of(stage->measures);
    const auto pressed = w::radio_group(
        ui, "measure", {.label = words::outcomes::measure, .choices = choices, .selected = model.filter.measure});
    if (!pressed) return;
    view.choosing_measure = false;
    show_measure(model, *pressed, commands);
}

void choose_order(Ui& ui, const ComparisonModel& model, Commands& commands) {
    const std::string_view figure = to_word(ComparisonOrder::figure), gap = to_word(ComparisonOrder::gap),
                           name = to_word(ComparisonOrder::name);
    std::vector<w::Choice> choices = {{figure, t::by_figure}};
    if (!model.filter.group.empty()) choices.push_back({gap, t::by_gap});
    choices.push_back({name, t::by_name});
    const auto pressed = w::segmented_choice(
        ui, "order", {.label = t::order, .choices = choices, .selected = to_word(model.filter.order)});
    if (!pressed) return;
    ComparisonFilter filter = model.filter;
    filter.order = comparison_order_from(*pressed).value_or(ComparisonOrder::figure);
    commands.push(CompareOutcomes{filter});
}

void draw_table(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands) {
    const auto row_of = [&](std::size_t place) -> w::BoardRow {
        const ComparisonRow& row = model.rows[place];
        return {.key = row.key, .title = row.name, .detail = row.detail, .opens = row.is_school};
    };
    std::vector<w::BoardCell> cells(model.columns.size());  // Of the row that was asked for last.
    const auto cells_of = [&](std::size_t row) -> std::span<const w::BoardCell> {
        std::ranges::transform(model.rows[row].cells, cells.begin(), [](const ComparisonCell& cell) {
            return w::BoardCell{.spoken = cell.spoken, .text = cell.text};
        });
        return cells;
    };
    const auto pressed = w::board(ui, "comparison",
                                  {.label = model.measure,
                                   .row_heading = words::board::school,
                                   .columns = model.columns,
                                   .row_count = model.rows.size(),
                                   .row = row_of,
                                   .cells = cells_of,
                                   .memory = &view.memory});
    if (pressed) commands.push(GoTo{{Place::outcomes, *pressed, ""}});
}

}  // namespace

void draw_comparison(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands) {
    if (model.stages.empty()) return w::empty_state(ui, t::none, t::none_advice);
    choose_stage(ui, model, commands);
    w::heading(ui, 2, model.measure);
    choose_measure(ui, model, view, commands);
    const w::Button look{.label = t::choose, .kind = w::ButtonKind::quiet, .icon = Icon::sliders_horizontal};
    if (w::status_line_with(ui, "filter", model.filter_line, "choose", look)) {
        view.wanted = model.filter;
        view.choosing = true;
        commands.push(DrawAgain{});
    }
    if (model.rows.empty()) {
        w::empty_state(ui, t::nobody, t::nobody_advice);
    } else {
        choose_order(ui, model, commands);
        w::paragraph(ui, model.order_line, {.tone = w::TextTone::quiet, .small = true});
        draw_table(ui, model, view, commands);
    }
    if (!model.without_line.empty()) w::paragraph(ui, model.without_line);
    if (!model.note.empty()) w::paragraph(ui, model.note, {.tone = w::TextTone::quiet, .small = true});
    w::paragraph(ui, words::outcomes::source, {.tone = w::TextTone::quiet, .small = true});
}

void draw_comparison_dialog(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands) {
    if (!view.choosing) return;
    const auto contents = [&] {
        choose_option(ui, "year", t::year, model.years, view.wanted.year, commands);
        if (model.groups.size() > 1) choose_option(ui, "group", t::group, model.groups, view.wanted.group, commands);
        if (!model.whose.empty()) choose_option(ui, "whose", t::whose, model.whose, view.wanted.whose, commands);
        choose_option(ui, "kind", words::board::kind, model.kinds, view.wanted.kind, commands);
    };
    w::dialog(ui, "what to compare", t::choose, "cancel", contents, [&] {
        if (draw_done_or_cancel(ui, words::board::done, words::board::cancel, view.choosing, commands))
            commands.push(CompareOutcomes{view.wanted});
    });
}

void Screens::draw_comparison_place(Ui& ui, const Models& models, Commands& commands) {
    const std::string& urn = models.route.urn;  // Of the school from which one came.
    const w::Page look{.title = t::title, .back = urn.empty() ? words::common::back_to_board : t::back_to_outcomes};
    const auto answer = w::page(
        ui, "comparison", look, [&] { draw_comparison(ui, models.comparison, comparison_, commands); }, {},
        [&] { draw_top_bar(ui, models.frame, models.route, top_bar_, commands); });
    if (answer.back) commands.push(GoTo{urn.empty() ? Route{Place::board, "", ""} : Route{Place::outcomes, urn, ""}});
    draw_comparison_dialog(ui, models.comparison, comparison_, commands);
}

}  // namespace kitbag
