#include "app/screens/forgotten_screen.h"

#include <array>

#include "app/text/lock_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::forgotten;

constexpr float form_width = 620;

// A field, because from a field every browser can copy. What is typed in it is not kept: a request is whole or worth nothing.
void draw_request(Ui& ui, const ForgottenModel& model, ForgottenView& view, Commands& commands) {
    const std::string& shown = view.request ? *view.request : model.request;
    const w::FieldAnswer answer = w::field(ui, "request",
                                           {.label = t::request,
                                            .value = shown,
                                            .kind = w::FieldKind::multiline,
                                            .hint = t::request_hint,
                                            .letters = w::Letters::code});
    if (answer.edited) view.request = *answer.edited;
    if (answer.left && view.request) {
        view.request.reset();
        commands.push(DrawAgain{});
    }
    if (w::button(ui, "save", {.label = t::save})) commands.push(SaveRequestFile{});
}

bool draw_new_passphrase(Ui& ui, const ForgottenModel& model, ForgottenView& view, bool idle) {
    const w::FieldAnswer first = w::field(ui, "passphrase",
                                          {.label = t::passphrase,
                                           .value = view.passphrase,
                                           .kind = w::FieldKind::password,
                                           .hint = words::set_up::passphrase_hint,
                                           .error = model.passphrase_error,
                                           .enabled = idle,
                                           .required = true,
                                           .autocomplete = "new-password"});
    if (first.edited) view.passphrase = *first.edited;
    const w::FieldAnswer again = w::field(ui, "again",
                                          {.label = t::again,
                                           .value = view.passphrase_again,
                                           .kind = w::FieldKind::password,
                                           .error = model.again_error,
                                           .enabled = idle,
                                           .required = true,
                                           .autocomplete = "new-password"});
    if (again.edited) view.passphrase_again = *again.edited;
    return first.submitted || again.submitted;
}

void draw_answer(Ui& ui, const ForgottenModel& model, ForgottenView& view, Commands& commands) {
    w::heading(ui, 2, t::answered);
    const bool idle = model.progress.empty();
    const w::FieldAnswer answer = w::field(ui, "answer",
                                           {.label = t::answer,
                                            .value = view.answer,
                                            .kind = w::FieldKind::multiline,
                                            .hint = t::answer_hint,
                                            .error = model.answer_error,
                                            .enabled = idle,
                                            .required = true,
                                            .letters = w::Letters::code});
    if (answer.edited) view.answer = *answer.edited;
    bool go = draw_new_passphrase(ui, model, view, idle);
    go |= w::button(ui, "go", {.label = t::button, .kind = w::ButtonKind::primary, .busy = !idle, .wide = true});
    if (!idle) w::progress(ui, "progress", {.label = model.progress});
    if (go && idle) commands.push(OpenWithAnswer{view.answer, view.passphrase, view.passphrase_again});
    const w::Button give_up{
        .label = t::give_up, .kind = w::ButtonKind::quiet, .enabled = idle, .description = t::give_up_advice};
    if (w::button(ui, "give_up", give_up)) commands.push(GiveUpRequest{});
}

}  // namespace

void draw_forgotten(Ui& ui, const ForgottenModel& model, ForgottenView& view, DisplayView& display,
                    Commands& commands) {
    const w::Page look{.title = t::title, .back = t::back, .width_max = form_width};
    const auto answer = w::page(ui, "forgotten", look, [&] {
        if (!model.failure.empty()) w::banner(ui, "failure", {.kind = w::BannerKind::error, .text = model.failure});
        if (!model.possible) {
            w::paragraph(ui, t::impossible);
        } else {
            w::paragraph(ui, t::introduction, {.tone = w::TextTone::quiet});
            const std::array steps = {std::string(t::step_ask), std::string(t::step_sure), std::string(t::step_answer)};
            w::bullets(ui, "steps", steps);
            if (model.request.empty()) {
                const w::Button make{.label = t::make, .kind = w::ButtonKind::primary, .wide = true};
                if (w::button(ui, "make", make)) commands.push(MakeRequest{});
            } else {
                draw_request(ui, model, view, commands);
                draw_answer(ui, model, view, commands);
            }
        }
        draw_display_button(ui, display, commands);
    });
    if (answer.back) commands.push(BackToUnlock{});
}

}  // namespace kitbag
