#include "app/screens/stores_parts.h"

#include <string>
#include <vector>

#include "app/text/backup_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::stores;

// Asked twice, and not before it is a file elsewhere.
void draw_removal(Ui& ui, const SetAsideRow& row, Commands& commands) {
    if (row.saved.empty()) return w::paragraph(ui, t::remove_after_saving, {.tone = w::TextTone::quiet});
    w::paragraph(ui, row.saved, {.tone = w::TextTone::quiet});
    if (!row.asking) {
        const w::Button ask{.label = t::remove, .kind = w::ButtonKind::quiet, .spoken = row.remove_spoken};
        if (w::button(ui, "ask", ask)) commands.push(AskToRemove{row.number});
        return;
    }
    w::paragraph(ui, t::remove_what);
    w::row(ui, [&] {
        if (w::button(ui, "keep", {.label = t::keep})) commands.push(AskToRemove{0});
        if (w::button(ui, "remove", {.label = t::remove_now, .kind = w::ButtonKind::danger}))
            commands.push(RemoveStore{row.number});
    });
}

void draw_set_aside(Ui& ui, const StoresModel& model, Commands& commands) {
    if (model.set_aside.empty()) return;
    w::heading(ui, 2, t::set_aside);
    w::paragraph(ui, t::set_aside_kept, {.tone = w::TextTone::quiet});
    w::list(ui, "set_aside", t::set_aside, [&] {
        for (const SetAsideRow& row : model.set_aside) {
            w::list_entry(ui, std::to_string(row.number), [&] {
                w::paragraph(ui, row.title, {.bold = true});
                const w::Button save{.label = t::save, .icon = Icon::download, .spoken = row.save_spoken};
                if (w::button(ui, "save", save)) commands.push(SaveAsFound{row.number});
                const w::Button again{.label = t::use_again, .kind = w::ButtonKind::quiet, .spoken = row.again_spoken};
                if (w::button(ui, "again", again)) commands.push(UseAgain{row.number});
                draw_removal(ui, row, commands);
            });
        }
    });
}

}  // namespace

void draw_advisers(Ui& ui, const StoresModel& model, Commands& commands) {
    if (model.advisers.size() < 2) return;
    std::vector<std::string> keys;
    for (const AdviserRow& row : model.advisers) keys.push_back(std::to_string(row.number));
    std::vector<w::Choice> choices;
    for (std::size_t i = 0; i < keys.size(); ++i)
        choices.push_back({.key = keys[i], .label = model.advisers[i].name, .detail = model.advisers[i].detail});
    const std::string chosen = std::to_string(model.chosen);
    const auto pressed =
        w::radio_group(ui, "who", {.label = t::who, .choices = choices, .selected = chosen, .hint = {}, .error = {}});
    for (std::size_t i = 0; pressed && i < keys.size(); ++i) {
        if (keys[i] == *pressed) commands.push(ChooseStore{model.advisers[i].number});
    }
}

void draw_erased(Ui& ui, const StoresModel& model, Commands& commands) {
    for (const ErasedRow& row : model.erased) {
        const w::Banner look{.kind = w::BannerKind::info,
                             .text = row.text,
                             .action = row.may_close ? t::erased_read : std::string_view()};
        if (w::banner(ui, "erased" + std::to_string(row.number), look)) commands.push(CloseErased{row.number});
    }
}

void draw_damaged(Ui& ui, const StoresModel& model, const SecretText& passphrase, bool idle, Commands& commands) {
    if (!model.damaged) return;
    w::card(ui, "damaged", "", [&] {
        w::heading(ui, 2, model.partly ? t::partly_damaged : t::damaged, 3);
        if (model.recoverable && model.room) {
            w::paragraph(ui, t::recover_what);
            const w::Button recover{.label = t::recover, .icon = Icon::history, .enabled = idle};
            if (w::button(ui, "recover", recover)) commands.push(RecoverStore{passphrase});
        }
        w::paragraph(ui, t::damaged_what);
        if (w::button(ui, "save", {.label = t::save_damaged, .icon = Icon::download}))
            commands.push(SaveAsFound{model.chosen});
        if (!model.room) return w::paragraph(ui, t::no_room);
        w::paragraph(ui, t::damaged_next);
        if (w::button(ui, "aside", {.label = t::go_on_without})) commands.push(SetAside{});
    });
}

void draw_ways_from_set_up(Ui& ui, const StoresModel& model, Commands& commands) {
    if (!model.failure.empty()) w::banner(ui, "stores", {.kind = w::BannerKind::error, .text = model.failure});
    const w::Button restore{.label = words::restore::open, .kind = w::ButtonKind::quiet, .icon = Icon::history};
    if (model.room && w::button(ui, "restore", restore)) commands.push(OpenRestore{});
    draw_set_aside(ui, model, commands);
}

void draw_other_stores(Ui& ui, const StoresModel& model, Commands& commands) {
    const w::Button another{.label = t::another, .kind = w::ButtonKind::quiet, .icon = Icon::plus};
    if (model.room && w::button(ui, "another", another)) commands.push(SetUpAnother{});
    if (!model.room) w::paragraph(ui, t::no_room, {.tone = w::TextTone::quiet});
    draw_ways_from_set_up(ui, model, commands);
}

}  // namespace kitbag
