#include "app/screens/agreement_form.h"

#include <algorithm>
#include <array>

#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/text/planning_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::academy;

constexpr float date_width = 240;

std::array<const FieldModel*, 7> fields_of(const AgreementForm& form) {
    return {&form.given_by, &form.post, &form.date, &form.until, &form.terms, &form.what_for, &form.chosen_kinds};
}

void draw_fields(Ui& ui, const AgreementForm& form, Commands& commands) {
    draw_typed_field(ui, "given_by",
                     {.label = t::given_by, .value = "", .required = true, .letters = w::Letters::names}, form.given_by,
                     commands);
    draw_typed_field(ui, "post", {.label = t::post, .value = "", .hint = t::post_hint}, form.post, commands);
    draw_typed_field(ui, "date", {.label = t::date, .value = "", .kind = w::FieldKind::date, .width_max = date_width},
                     form.date, commands);
    draw_typed_field(
        ui, "until",
        {.label = t::until, .value = "", .kind = w::FieldKind::date, .hint = t::until_hint, .width_max = date_width},
        form.until, commands);
    draw_toggles(ui, "kinds", t::kinds, form.kinds, form.chosen_kinds, commands);
    draw_typed_field(ui, "what_for",
                     {.label = t::what_for, .value = "", .kind = w::FieldKind::multiline, .lines_min = 2},
                     form.what_for, commands);
    const std::array terms = {w::Choice{"commissioned", t::commissioned}, w::Choice{"traded", t::traded}};
    const auto pressed = w::segmented_choice(
        ui, "terms",
        {.label = t::terms, .choices = terms, .selected = form.terms.text, .hint = {}, .error = form.terms.error});
    if (pressed) commands.push(TypeText{form.terms.key, *pressed});
}

}  // namespace

void draw_agreement_form(Ui& ui, const AgreementForm& form, std::string_view urn, std::string_view kind, bool& open,
                         Commands& commands) {
    const KeyScope scope(ui, "agreement");
    const auto fields = fields_of(form);
    const bool begun = std::ranges::any_of(
        fields, [](const FieldModel* field) { return !field->text.empty() || !field->error.empty(); });
    if (!open && !begun) {
        if (!w::button(ui, "open", {.label = t::form, .expanded = false})) return;
        open = true;
        commands.push(TypeText{form.chosen_kinds.key, std::string(kind)});
        commands.push(DrawAgain{});
        return;
    }
    w::heading(ui, 3, t::form);
    w::paragraph(ui, t::form_advice, {.tone = w::TextTone::quiet});
    draw_fields(ui, form, commands);
    w::row(ui, [&] {
        if (w::button(ui, "record", {.label = t::record, .kind = w::ButtonKind::primary}))
            commands.push(RecordAgreement{std::string(urn)});
        if (!w::button(ui, "not_now", {.label = t::not_now, .kind = w::ButtonKind::quiet})) return;
        open = false;
        for (const FieldModel* field : fields) {
            commands.push(TypeText{field->key, ""});
            commands.push(LeaveField{field->key});
        }
    });
}

void draw_agreements(Ui& ui, std::span<const AgreementModel> agreements) {
    w::heading(ui, 2, t::agreements);
    if (agreements.empty()) return w::paragraph(ui, t::none, {.tone = w::TextTone::quiet});
    w::list(ui, "agreements", t::agreements, [&] {
        for (const AgreementModel& one : agreements) {
            w::list_entry(ui, one.id, [&] {
                w::paragraph(ui, one.title, {.bold = true});
                w::paragraph(ui, one.detail);
                w::paragraph(ui, one.what_for);
                if (!one.refusal.empty()) {
                    w::badge(ui, words::sending::refused, w::BadgeTone::danger);
                    w::paragraph(ui, one.refusal + " " + std::string(t::not_counted), {.tone = w::TextTone::danger});
                }
                if (!one.sync.empty()) w::paragraph(ui, one.sync, {.tone = w::TextTone::quiet, .small = true});
            });
        }
    });
}

}  // namespace kitbag
