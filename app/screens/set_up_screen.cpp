#include "app/screens/set_up_screen.h"

#include <optional>

#include "app/screens/stores_parts.h"
#include "app/text/backup_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::set_up;

constexpr float form_width = 520;
constexpr int typed_max = 200;

template <typename Text>
bool typed(Ui& ui, std::string_view key, const w::Field& look, Text& into) {
    const w::FieldAnswer answer = w::field(ui, key, look);
    if (answer.edited) into = *answer.edited;
    return answer.submitted;
}

bool draw_person(Ui& ui, const SetUpModel& model, SetUpView& view, bool enabled) {
    bool submitted = typed(ui, "name",
                           {.label = t::name,
                            .value = view.name,
                            .hint = t::name_hint,
                            .error = model.name_error,
                            .enabled = enabled,
                            .required = true,
                            .length_max = typed_max,
                            .autocomplete = "name",
                            .letters = w::Letters::names},
                           view.name);
    submitted |= typed(ui, "code",
                       {.label = t::code,
                        .value = view.code,
                        .hint = t::code_hint,
                        .error = model.code_error,
                        .enabled = enabled,
                        .required = true,
                        .length_max = typed_max,
                        .letters = w::Letters::code},
                       view.code);
    return submitted;
}

bool draw_passphrase(Ui& ui, const SetUpModel& model, SetUpView& view, bool enabled) {
    bool submitted = typed(ui, "passphrase",
                           {.label = t::passphrase,
                            .value = view.passphrase,
                            .kind = w::FieldKind::password,
                            .hint = t::passphrase_hint,
                            .error = model.passphrase_error,
                            .enabled = enabled,
                            .required = true,
                            .autocomplete = "new-password"},
                           view.passphrase);
    submitted |= typed(ui, "again",
                       {.label = t::again,
                        .value = view.passphrase_again,
                        .kind = w::FieldKind::password,
                        .error = model.again_error,
                        .enabled = enabled,
                        .required = true,
                        .autocomplete = "new-password"},
                       view.passphrase_again);
    return submitted;
}

// Whatever has not come yet comes with the next sync.
void draw_progress(Ui& ui, const SetUpModel& model, Commands& commands) {
    const ProgressModel& sync = model.first_sync;
    if (sync.label.empty()) {
        if (!model.progress.empty()) w::progress(ui, "progress", {.label = model.progress});
        return;
    }
    const w::Button stop{.label = words::sending::stop, .busy = sync.stopping};
    const w::Progress look{.label = sync.label, .fraction = sync.fraction, .value = sync.value};
    if (w::long_work(ui, "progress", look, "stop", stop)) commands.push(StopSync{});
}

}  // namespace

void draw_set_up(Ui& ui, const SetUpModel& model, const StoresModel& stores, SetUpView& view, DisplayView& display,
                 Commands& commands) {
    const bool idle = model.progress.empty() && model.first_sync.label.empty();
    const bool may_leave = idle && !stores.advisers.empty() && !model.has_key && !model.answered;
    const std::string_view back = may_leave ? words::restore::back : "";
    const auto answer = w::page(ui, "set_up", {.title = t::title, .back = back, .width_max = form_width}, [&] {
        draw_erased(ui, stores, commands);
        w::paragraph(ui, t::introduction, {.tone = w::TextTone::quiet});
        if (!model.storage.empty() && idle)
            w::banner(ui, "storage", {.kind = w::BannerKind::warning, .text = model.storage});
        if (!model.failure.empty()) w::banner(ui, "failure", {.kind = w::BannerKind::error, .text = model.failure});
        bool go = draw_person(ui, model, view, idle);
        if (!model.has_key) go |= draw_passphrase(ui, model, view, idle);
        go |= w::button(ui, "go", {.label = t::button, .kind = w::ButtonKind::primary, .busy = !idle, .wide = true});
        draw_progress(ui, model, commands);
        if (go && idle) commands.push(SetUpTablet{view.name, view.code, view.passphrase, view.passphrase_again});
        if (idle && !model.has_key && !model.answered) draw_ways_from_set_up(ui, stores, commands);
        draw_display_button(ui, display, commands);
    });
    if (answer.back) commands.push(BackToStores{});
}

}  // namespace kitbag
