#include "app/screens/restore_screen.h"

#include <optional>

#include "app/text/backup_words.h"
#include "app/text/words.h"
#include "app/widgets/image.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::restore;

constexpr float form_width = 520;

void draw_chosen(Ui& ui, const RestoreModel& model, RestoreView& view, Commands& commands) {
    w::paragraph(ui, model.about, {.bold = true});
    const bool idle = model.progress.empty();
    const w::FieldAnswer answer = w::field(ui, "passphrase",
                                           {.label = t::passphrase,
                                            .value = view.passphrase,
                                            .kind = w::FieldKind::password,
                                            .hint = t::passphrase_hint,
                                            .error = model.passphrase_error,
                                            .enabled = idle,
                                            .autocomplete = "current-password"});
    if (answer.edited) view.passphrase = *answer.edited;
    const bool pressed =
        w::button(ui, "go", {.label = t::button, .kind = w::ButtonKind::primary, .busy = !idle, .wide = true});
    if ((pressed || answer.submitted) && idle) commands.push(PutBackBackup{view.passphrase});
    if (!idle) return;
    w::paragraph(ui, t::locked_advice, {.tone = w::TextTone::quiet});
    if (w::button(ui, "locked", {.label = t::locked, .kind = w::ButtonKind::quiet}))
        commands.push(PutBackBackup{std::nullopt});
}

}  // namespace

void draw_restore(Ui& ui, const StoresModel& model, RestoreView& view, Commands& commands) {
    const RestoreModel& restore = model.restore;
    const auto answer = w::page(ui, "restore", {.title = t::title, .back = t::back, .width_max = form_width}, [&] {
        w::paragraph(ui, t::introduction, {.tone = w::TextTone::quiet});
        if (!restore.failure.empty()) w::banner(ui, "failure", {.kind = w::BannerKind::error, .text = restore.failure});
        w::file_button(ui, "file", {.label = t::choose, .place = "backup", .enabled = restore.progress.empty()});
        if (!restore.progress.empty()) w::progress(ui, "progress", {.label = restore.progress});
        if (!restore.about.empty()) draw_chosen(ui, restore, view, commands);
    });
    if (answer.back) commands.push(BackToStores{});
}

}  // namespace kitbag
