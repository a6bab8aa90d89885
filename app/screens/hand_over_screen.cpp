#include "app/screens/hand_over_screen.h"

#include "app/screens/record_parts.h"
#include "app/screens/typed_field.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::hand_over;

constexpr float field_width = 520;

void draw_recorded_for_head(Ui& ui, const RecordPart& part) {
    if (part.choice && category_of(*part.choice)) {
        w::category_badge(ui, *category_of(*part.choice));
    } else if (!part.chosen.empty()) {
        w::badge(ui, part.chosen);
    }
    if (!part.descriptor.empty()) w::paragraph(ui, part.descriptor, {.large = true});
    if (!part.text.empty()) w::paragraph(ui, part.text, {.large = true});
    for (const RecordDetail& detail : part.details) w::fact(ui, detail.label, detail.value);
    const bool nothing = part.chosen.empty() && part.text.empty() && part.details.empty();
    if (nothing) w::paragraph(ui, t::nothing_recorded, {.tone = w::TextTone::quiet});
}

void draw_disputing(Ui& ui, const HeadsPart& one, HandOverView& view, Commands& commands) {
    const RecordPart& part = one.part;
    if (one.words.text.empty() && one.words.error.empty() && !view.open.contains(part.id)) {
        const std::string spoken = phrases::not_right_part(part.title);
        const w::Button look{.label = t::not_right, .kind = w::ButtonKind::quiet, .spoken = spoken, .expanded = false};
        if (!w::button(ui, "not_right", look)) return;
        view.open.insert(part.id);
        commands.push(DrawAgain{});
        return;
    }
    const std::string label = phrases::not_right_words(part.title);
    draw_typed_field(ui, "words", {.label = label, .value = "", .kind = w::FieldKind::multiline, .lines_min = 2},
                     one.words, commands);
    const std::string spoken = phrases::right_after_all(part.title);
    if (!w::button(ui, "right", {.label = t::is_right, .kind = w::ButtonKind::quiet, .spoken = spoken})) return;
    view.open.erase(part.id);
    commands.push(TypeText{one.words.key, ""});
    commands.push(LeaveField{one.words.key});
}

void draw_part(Ui& ui, const HeadsPart& one, HandOverView& view, Commands& commands) {
    if (!one.section.empty()) w::heading(ui, 2, one.section);
    w::card(ui, one.part.id, "", [&] {
        w::heading(ui, 3, one.part.title);
        if (one.part.id == whole_record) {
            w::paragraph(ui, t::whole_advice);
        } else {
            draw_recorded_for_head(ui, one.part);
        }
        if (one.part.signed_over) draw_disputing(ui, one, view, commands);
    });
}

void draw_signing(Ui& ui, const HandOverModel& model, Commands& commands) {
    w::card(ui, "sign", "", [&] {
        w::heading(ui, 2, t::sign);
        if (!model.refusal.empty()) w::banner(ui, "refusal", {.kind = w::BannerKind::warning, .text = model.refusal});
        draw_typed_field(
            ui, "name",
            {.label = t::name, .value = "", .required = true, .width_max = field_width, .letters = w::Letters::names},
            model.name, commands);
        draw_typed_field(
            ui, "post",
            {.label = t::post, .value = "", .hint = t::post_hint, .required = true, .width_max = field_width},
            model.post, commands);
        const bool accurate = model.disputed == 0;
        const std::string state = accurate ? std::string(t::accurate_advice) : phrases::parts_not_right(model.disputed);
        w::status_line(ui, "disputed", state);
        const w::Button look{.label = accurate ? t::accurate : t::disputed, .kind = w::ButtonKind::primary};
        if (w::button(ui, accurate ? "accurate" : "dispute", look)) commands.push(HeadAnswers{model.visit, accurate});
    });
}

void draw_taking_back(Ui& ui, const HandOverModel& model, HandOverView& view, Commands& commands) {
    w::card(ui, "back", "", [&] {
        if (!view.taking_back) {
            const w::Button look{.label = t::give_back, .kind = w::ButtonKind::quiet, .expanded = false};
            if (!w::button(ui, "open", look)) return;
            view.taking_back = true;
            commands.push(DrawAgain{});
            return;
        }
        const UnlockModel& state = model.take_back;
        w::heading(ui, 2, t::give_back);
        const w::FieldAnswer answer = w::field(ui, "passphrase",
                                               {.label = t::passphrase,
                                                .value = view.passphrase,
                                                .kind = w::FieldKind::password,
                                                .error = state.failure,
                                                .enabled = state.progress.empty(),
                                                .width_max = field_width,
                                                .autocomplete = "current-password"});
        if (answer.edited) view.passphrase = *answer.edited;
        if (!state.wait.empty()) w::banner(ui, "wait", {.kind = w::BannerKind::warning, .text = state.wait});
        const bool pressed = w::button(
            ui, "take", {.label = t::take_back, .enabled = state.wait.empty(), .busy = !state.progress.empty()});
        w::status_line(ui, "progress", state.progress);
        if ((pressed || answer.submitted) && state.wait.empty() && state.progress.empty())
            commands.push(TakeBack{view.passphrase});
    });
}

}  // namespace

void draw_hand_over(Ui& ui, const HandOverModel& model, HandOverView& view, Commands& commands) {
    const KeyScope scope(ui, model.visit);
    if (model.answered) {
        w::card(ui, "thanks", "", [&] {
            w::paragraph(ui, t::thanks_signed, {.large = true});
            w::paragraph(ui, phrases::give_back_to(model.adviser), {.large = true});
        });
    } else {
        w::paragraph(ui, model.title, {.tone = w::TextTone::quiet});
        w::paragraph(ui, t::how, {.large = true});
        for (const HeadsPart& one : model.parts) draw_part(ui, one, view, commands);
        draw_signing(ui, model, commands);
    }
    draw_taking_back(ui, model, view, commands);
}

}  // namespace kitbag
