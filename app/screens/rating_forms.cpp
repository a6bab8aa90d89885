#include "app/screens/rating_forms.h"

#include <array>

#include "app/screens/directions.h"
#include "app/screens/typed_field.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::rating;

constexpr float date_width = 240;

// What is chosen is kept as what is typed is.
void choose(const FieldModel& field, const std::optional<std::string>& pressed, Commands& commands) {
    if (pressed) commands.push(TypeText{field.key, *pressed});
}

void choose_category(Ui& ui, const StepForm& form, Commands& commands) {
    const std::array choices = {w::Choice{"green", words::visit::green}, w::Choice{"amber", words::visit::amber},
                                w::Choice{"red", words::visit::red}};
    const std::string expected = phrases::expected(form.step, form.expected);
    choose(form.category,
           w::segmented_choice(ui, "category",
                               {.label = phrases::category_label(form.step),
                                .choices = choices,
                                .selected = form.category.text,
                                .hint = expected,
                                .error = form.category.error}),
           commands);
}

}  // namespace

void draw_step_form(Ui& ui, const StepForm& form, Commands& commands) {
    const KeyScope scope(ui, form.reason.key.entity_id);
    if (!phrases::category_label(form.step).empty()) choose_category(ui, form, commands);
    if (form.step == Step::informed) {
        draw_typed_field(ui, "date",
                         {.label = t::tell_date, .value = "", .kind = w::FieldKind::date, .width_max = date_width},
                         form.date, commands);
    }
    w::Field look{
        .label = phrases::reason_label(form.step), .value = "", .kind = w::FieldKind::multiline, .lines_min = 2};
    if (form.step == Step::withdrawn) look.hint = t::withdraw_advice;
    draw_typed_field(ui, "reason", look, form.reason, commands);
    const bool takes_back = form.step == Step::withdrawn;
    const w::Button button{.label = takes_back ? phrases::withdraw_label(form.answers) : phrases::button_of(form.step),
                           .kind = takes_back ? w::ButtonKind::danger : w::ButtonKind::secondary};
    if (w::button(ui, "take", button)) commands.push(TakeStep{form.step, form.about});
}

void draw_withdrawal(Ui& ui, const StepForm& form, RatingFormsView& view, Commands& commands) {
    const std::string& key = form.reason.key.entity_id;
    const KeyScope scope(ui, key);
    if (view.open == key || !form.reason.text.empty() || !form.reason.error.empty()) {
        w::heading(ui, 3, phrases::withdraw_label(form.answers));
        draw_step_form(ui, form, commands);
        if (!w::button(ui, "keep", {.label = t::keep_it, .kind = w::ButtonKind::quiet})) return;
        view.open.clear();
        commands.push(TypeText{form.reason.key, ""});
        commands.push(LeaveField{form.reason.key});
        return;
    }
    const w::Button look{
        .label = phrases::withdraw_label(form.answers), .kind = w::ButtonKind::quiet, .expanded = false};
    if (!w::button(ui, "open", look)) return;
    view.open = key;
    commands.push(DrawAgain{});
}

void draw_direction(Ui& ui, const DirectionModel& model, Commands& commands) {
    namespace d = words::direction;
    if (!model.has_calendar) return w::empty_state(ui, d::no_calendar, d::no_calendar_advice);
    const KeyScope scope(ui, "direction");
    w::paragraph(ui, model.title, {.tone = w::TextTone::quiet});
    draw_step_lines(ui, "judged", d::title, model.judged);
    if (model.suggested) {
        w::row(ui, [&] {
            w::paragraph(ui, words::suggestion::suggests, {.bold = true});
            w::direction_badge(ui, arrow_of(*model.suggested), phrases::name_of(*model.suggested));
        });
        w::bullets(ui, "reasons", model.reasons);
    }
    if (!model.compared.empty()) w::paragraph(ui, model.compared, {.tone = w::TextTone::quiet, .small = true});
    if (!model.may_judge) return;
    const std::array choices = {w::Choice{"improving", d::improving}, w::Choice{"steady", d::steady},
                                w::Choice{"declining", d::declining}};
    choose(model.choice,
           w::segmented_choice(ui, "choice",
                               {.label = d::choose,
                                .choices = choices,
                                .selected = model.choice.text,
                                .hint = d::how,
                                .error = model.choice.error}),
           commands);
    draw_typed_field(
        ui, "why", {.label = d::why, .value = "", .kind = w::FieldKind::multiline, .hint = d::why_hint, .lines_min = 2},
        model.why, commands);
    if (w::button(ui, "judge", {.label = d::button})) commands.push(JudgeDirection{});
}

void draw_step_lines(Ui& ui, std::string_view key, std::string_view label, std::span<const StepModel> steps) {
    if (steps.empty()) return;
    w::list(ui, key, label, [&] {
        for (const StepModel& step : steps) {
            w::list_entry(ui, step.id, [&] {
                w::paragraph(ui, step.title, {.bold = true});
                if (step.withdrawn) w::badge(ui, t::withdrawn, w::BadgeTone::danger);
                if (!step.refusal.empty()) {
                    w::badge(ui, words::sending::refused, w::BadgeTone::danger);
                    w::paragraph(ui, step.refusal, {.tone = w::TextTone::danger});
                }
                if (!step.reason.empty()) w::paragraph(ui, step.reason);
                if (!step.rests_on.empty())
                    w::paragraph(ui, step.rests_on, {.tone = w::TextTone::quiet, .small = true});
                w::paragraph(ui, step.when + "\n" + step.sync, {.tone = w::TextTone::quiet, .small = true});
            });
        }
    });
}

}  // namespace kitbag
