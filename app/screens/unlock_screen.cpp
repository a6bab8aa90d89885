#include "app/screens/unlock_screen.h"

#include "app/screens/stores_parts.h"
#include "app/text/lock_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::unlock;

constexpr float form_width = 520;

}  // namespace

void draw_unlock(Ui& ui, const UnlockModel& model, const StoresModel& stores, UnlockView& view, DisplayView& display,
                 Commands& commands) {
    if (view.store != stores.chosen) view = {.passphrase = {}, .store = stores.chosen};
    w::page(ui, "unlock", {.title = t::title, .width_max = form_width}, [&] {
        w::paragraph(ui, t::introduction, {.tone = w::TextTone::quiet});
        draw_erased(ui, stores, commands);
        if (!model.notice.empty()) w::banner(ui, "notice", {.kind = w::BannerKind::info, .text = model.notice});
        draw_advisers(ui, stores, commands);
        const bool idle = model.progress.empty() && model.wait.empty();
        const w::FieldAnswer answer = w::field(ui, "passphrase",
                                               {.label = t::passphrase,
                                                .value = view.passphrase,
                                                .kind = w::FieldKind::password,
                                                .error = model.failure,
                                                .enabled = model.progress.empty(),
                                                .autocomplete = "current-password"});
        if (answer.edited) view.passphrase = *answer.edited;
        if (!model.wait.empty()) w::banner(ui, "wait", {.kind = w::BannerKind::warning, .text = model.wait});
        const bool pressed = w::button(ui, "go",
                                       {.label = t::button,
                                        .kind = w::ButtonKind::primary,
                                        .enabled = model.wait.empty(),
                                        .busy = !model.progress.empty(),
                                        .wide = true});
        if (!model.progress.empty()) w::progress(ui, "progress", {.label = model.progress});
        if ((pressed || answer.submitted) && idle) commands.push(UnlockTablet{view.passphrase});
        draw_damaged(ui, stores, view.passphrase, idle, commands);
        const w::Button forgotten{
            .label = words::forgotten::open, .kind = w::ButtonKind::quiet, .enabled = model.progress.empty()};
        if (w::button(ui, "forgotten", forgotten)) commands.push(ShowForgotten{});
        draw_other_stores(ui, stores, commands);
        draw_display_button(ui, display, commands);
    });
}

}  // namespace kitbag
