#include "app/screens/record_forms.h"

#include "app/screens/typed_field.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::record;

bool in_use(const FieldModel& field) {
    return !field.text.empty() || !field.error.empty();
}

Icon icon_of(VisitStatus to) {
    if (to == VisitStatus::locked) return Icon::lock;
    return to == VisitStatus::planned ? Icon::calendar_days : Icon::none;
}

void clear(const FieldModel& field, Commands& commands) {
    commands.push(TypeText{field.key, ""});
    commands.push(LeaveField{field.key});
}

bool opens(Ui& ui, std::string_view label, Icon icon, const std::string& key, RecordView& view, Commands& commands) {
    const w::Button look{.label = label, .kind = w::ButtonKind::quiet, .icon = icon, .expanded = false};
    if (!w::button(ui, "open", look)) return false;
    view.open = key;
    commands.push(DrawAgain{});
    return true;
}

void draw_step_with_reason(Ui& ui, const RecordModel& model, const StepOffer& offer, RecordView& view,
                           Commands& commands) {
    const std::string key(to_word(offer.to));
    if (view.open != key && !in_use(offer.reason)) {
        opens(ui, offer.label, icon_of(offer.to), key, view, commands);
        return;
    }
    w::heading(ui, 3, offer.label);
    draw_typed_field(
        ui, "reason",
        {.label = offer.reason_label, .value = "", .kind = w::FieldKind::multiline, .required = true, .lines_min = 2},
        offer.reason, commands);
    w::row(ui, [&] {
        const bool back = offer.to == VisitStatus::cancelled || offer.to == VisitStatus::did_not_happen;
        const auto kind = back ? w::ButtonKind::danger : w::ButtonKind::secondary;
        if (w::button(ui, "take", {.label = offer.label, .kind = kind})) {
            view.open.clear();  // Where it is refused, what is wrong keeps the form open.
            commands.push(TakeVisitStep{model.id, offer.to});
        }
        if (!w::button(ui, "leave", {.label = t::leave_it, .kind = w::ButtonKind::quiet})) return;
        view.open.clear();
        clear(offer.reason, commands);
    });
}

void draw_step(Ui& ui, const RecordModel& model, const StepOffer& offer, RecordView& view, Commands& commands) {
    const KeyScope scope(ui, to_word(offer.to));
    if (!offer.advice.empty()) w::paragraph(ui, offer.advice, {.tone = w::TextTone::quiet, .small = true});
    if (!offer.reason_label.empty()) return draw_step_with_reason(ui, model, offer, view, commands);
    if (w::button(ui, "take", {.label = offer.label, .icon = icon_of(offer.to)}))
        commands.push(TakeVisitStep{model.id, offer.to});
}

}  // namespace

void draw_next_steps(Ui& ui, const RecordModel& model, RecordView& view, Commands& commands) {
    w::card(ui, "next", "", [&] {
        w::heading(ui, 2, t::next);
        if (!model.news.empty()) w::status_line(ui, "news", model.news);
        if (!model.refusal.empty() && model.refused_whole)
            w::banner(ui, "refusal", {.kind = w::BannerKind::warning, .text = model.refusal});
        if (!model.refusal.empty() && !model.refused_whole) w::announce(ui, "refusal", model.refusal);
        if (model.can_write &&
            w::button(ui, "write", {.label = t::go_on_writing, .kind = w::ButtonKind::primary, .icon = Icon::pencil}))
            commands.push(GoTo{{Place::visit, model.urn, model.id}});
        if (model.can_hand_over) {
            w::paragraph(ui, t::hand_over_advice, {.tone = w::TextTone::quiet, .small = true});
            if (w::button(ui, "hand_over",
                          {.label = t::hand_over, .kind = w::ButtonKind::primary, .icon = Icon::signature}))
                commands.push(GiveToHead{model.id});
        }
        for (const StepOffer& offer : model.steps) draw_step(ui, model, offer, view, commands);
        draw_amending(ui, model, "", t::amend_whole, view, commands);
        if (model.steps.empty() && model.amend.empty() && !model.can_write)
            w::paragraph(ui, t::nothing_to_do, {.tone = w::TextTone::quiet});
    });
}

void draw_paper(Ui& ui, const RecordModel& model, Commands& commands) {
    w::card(ui, "paper", "", [&] {
        w::heading(ui, 2, t::paper);
        w::paragraph(ui, t::paper_advice, {.tone = w::TextTone::quiet, .small = true});
        w::row(ui, [&] {
            if (w::button(ui, "print", {.label = t::print, .icon = Icon::printer}))
                commands.push(PrintRecord{model.id});
            if (w::button(ui, "page", {.label = t::save_page, .icon = Icon::download}))
                commands.push(SaveRecordFile{model.id, RecordFile::page});
            if (w::button(ui, "json", {.label = t::save_json, .icon = Icon::download}))
                commands.push(SaveRecordFile{model.id, RecordFile::json});
        });
    });
}

void draw_amending(Ui& ui, const RecordModel& model, std::string_view part, std::string_view title, RecordView& view,
                   Commands& commands) {
    const auto found = model.amend.find(std::string(part));
    if (found == model.amend.end()) return;
    const AmendmentForm& form = found->second;
    const std::string key = "amend." + std::string(part);
    const KeyScope scope(ui, key);
    const std::string label = part.empty() ? std::string(title) : phrases::amend_part(title);
    if (view.open != key && !in_use(form.text) && !in_use(form.reason)) {
        opens(ui, label, Icon::pencil, key, view, commands);
        return;
    }
    w::heading(ui, 3, label);
    draw_typed_field(
        ui, "text",
        {.label = t::amend_text, .value = "", .kind = w::FieldKind::multiline, .required = true, .lines_min = 2},
        form.text, commands);
    draw_typed_field(
        ui, "reason",
        {.label = t::amend_why, .value = "", .kind = w::FieldKind::multiline, .required = true, .lines_min = 2},
        form.reason, commands);
    w::row(ui, [&] {
        if (w::button(ui, "take", {.label = t::amend_button})) {
            view.open.clear();
            commands.push(Amend{model.id, std::string(part)});
        }
        if (!w::button(ui, "leave", {.label = t::leave_it, .kind = w::ButtonKind::quiet})) return;
        view.open.clear();
        clear(form.text, commands);
        clear(form.reason, commands);
    });
}

}  // namespace kitbag
