#include "app/screens/passphrase_dialog.h"

#include "app/text/lock_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::passphrase;

bool typed(Ui& ui, std::string_view key, w::Field look, SecretText& into) {
    look.kind = w::FieldKind::password;
    look.required = true;
    look.value = into;
    const w::FieldAnswer answer = w::field(ui, key, look);
    if (answer.edited) into = *answer.edited;
    return answer.submitted;
}

// True when Enter was pressed in one of its fields.
bool draw_fields(Ui& ui, const PassphraseModel& model, PassphraseView& view, bool idle) {
    w::paragraph(ui, t::advice, {.tone = w::TextTone::quiet});
    if (!model.failure.empty()) w::banner(ui, "failure", {.kind = w::BannerKind::error, .text = model.failure});
    const w::Field old{
        .label = t::old, .value = {}, .error = model.old.failure, .enabled = idle, .autocomplete = "current-password"};
    bool go = typed(ui, "old", old, view.old);
    if (!model.old.wait.empty()) w::banner(ui, "wait", {.kind = w::BannerKind::warning, .text = model.old.wait});
    const w::Field fresh{.label = t::fresh,
                         .value = {},
                         .hint = words::set_up::passphrase_hint,
                         .error = model.new_error,
                         .enabled = idle,
                         .autocomplete = "new-password"};
    go |= typed(ui, "new", fresh, view.passphrase);
    const w::Field again{
        .label = t::again, .value = {}, .error = model.again_error, .enabled = idle, .autocomplete = "new-password"};
    go |= typed(ui, "again", again, view.again);
    w::status_line(ui, "progress", model.old.progress);
    return go;
}

}  // namespace

void draw_passphrase_dialog(Ui& ui, const PassphraseModel& model, PassphraseView& view, Commands& commands) {
    if (!model.open) {
        view = {};
        return;
    }
    const bool idle = model.old.progress.empty();
    const bool free = idle && model.old.wait.empty();
    bool go = false;
    const auto fields = [&] { go |= draw_fields(ui, model, view, idle); };
    w::dialog(ui, "passphrase_dialog", t::title, "close", fields, [&] {
        go |= w::button(ui, "go", {.label = t::button, .kind = w::ButtonKind::primary, .enabled = free, .busy = !idle});
        const w::Button close{.label = t::keep, .kind = w::ButtonKind::quiet, .enabled = idle};
        if (w::button(ui, "close", close)) commands.push(ShowPassphraseForm{false});
    });
    if (go && free) commands.push(ChangePassphrase{view.old, view.passphrase, view.again});
}

}  // namespace kitbag
