#include "app/screens/top_bar.h"

#include <array>

#include "app/screens/keys.h"
#include "app/text/display_words.h"
#include "app/text/evidence_words.h"
#include "app/text/planning_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/band.h"
#include "app/widgets/navigation.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

void draw_long_sync(Ui& ui, const ProgressModel& model, Commands& commands) {
    const w::Button stop{.label = words::sending::stop, .busy = model.stopping};
    const w::Progress look{.label = model.label, .fraction = model.fraction, .value = model.value};
    if (w::long_work(ui, "sync_progress", look, "stop_sync", stop)) commands.push(StopSync{});
}

void draw_state(Ui& ui, const SyncBarModel& model, Commands& commands) {
    if (!model.progress.label.empty()) return draw_long_sync(ui, model.progress, commands);
    const w::Button sync{.label = words::sending::sync_now,
                         .kind = w::ButtonKind::quiet,
                         .icon = Icon::refresh_cw,
                         .busy = model.busy,
                         .shortcut = keys::sync_now};
    if (!model.attention) {
        if (w::status_line_with(ui, "sync_line", model.line, "sync_now", sync)) commands.push(SyncNow{});
        return;
    }
    w::row(ui, [&] {
        w::status_line(ui, "sync_line", model.line);
        const w::Button why{.label = words::sending::see_why, .kind = w::ButtonKind::quiet};
        if (w::button(ui, "why", why)) commands.push(GoTo{{Place::sending, "", ""}});
        if (w::button(ui, "sync_now", sync)) commands.push(SyncNow{});
    });
}

void draw_sync(Ui& ui, const SyncBarModel& model, Commands& commands) {
    draw_state(ui, model, commands);
    if (!model.clock.empty()) w::status_line(ui, "clock_line", model.clock);
}

void draw_news(Ui& ui, const FrameModel& model, Commands& commands) {
    if (!model.alarm.empty()) {
        const std::string_view action = model.unsaved   ? std::string_view(words::trouble::save_unsaved)
                                        : model.damaged ? std::string_view(words::trouble::lock_damaged)
                                                        : "";
        const w::Banner look{.kind = w::BannerKind::error,
                             .text = model.alarm,
                             .action = action,
                             .action_icon = model.unsaved ? Icon::download : Icon::lock};
        if (w::banner(ui, "alarm", look)) {
            if (model.unsaved) commands.push(SaveUnsaved{});
            if (!model.unsaved && model.damaged) commands.push(LockDamaged{});
        }
    }
    if (model.banner.text.empty()) return;
    const bool leads = !model.banner.link_text.empty();
    const std::string_view action = leads ? std::string_view(model.banner.link_text) : words::common::close;
    if (w::banner(ui, "news",
                  {.kind = model.banner.warns ? w::BannerKind::warning : w::BannerKind::good,
                   .text = model.banner.text,
                   .action = action,
                   .action_icon = leads ? Icon::none : Icon::x})) {
        if (leads) commands.push(GoTo{model.banner.link});
        commands.push(CloseBanner{});
    }
}

void draw_storage_notice(Ui& ui, const FrameModel& model, TopBarView& view) {
    const w::Button look{.label = words::trouble::what_to_do, .kind = w::ButtonKind::quiet};
    if (w::status_line_with(ui, "storage_line", model.storage_notice, "storage_advice", look)) {
        view.storage_advice = true;
    }
}

void draw_places(Ui& ui, const Route& route, TopBarView& view, Commands& commands) {
    // Its elements stay the same wherever it stands.
    const KeyScope scope(ui, child_id(0, "places"));
    const std::array items = {
        w::NavigationItem{
            "schools", words::schools::title, route.place == Place::schools, Icon::school, {}, keys::schools},
        w::NavigationItem{
            "visits", words::visits::title, route.place == Place::visits, Icon::calendar_days, {}, keys::visits},
        w::NavigationItem{
            "board", words::board::title, route.place == Place::board, Icon::trending_up, {}, keys::board},
        w::NavigationItem{"search", words::search::open_short, route.place == Place::search, Icon::search,
                          words::search::open, keys::search},
        w::NavigationItem{"sending", words::sending::open_short, route.place == Place::sending, Icon::refresh_cw,
                          words::sending::open, keys::sending},
        w::NavigationItem{"display", words::display::open, false, Icon::sliders_horizontal},
    };
    const std::string_view pressed = w::navigation_bar(ui, "navigation", words::app_name, items);
    if (pressed == "schools") commands.push(GoTo{{Place::schools, "", ""}});
    if (pressed == "visits") commands.push(GoTo{{Place::visits, "", ""}});
    if (pressed == "board") commands.push(GoTo{{Place::board, "", ""}});
    if (pressed == "search") commands.push(GoTo{{Place::search, "", ""}});
    if (pressed == "sending") commands.push(GoTo{{Place::sending, "", ""}});
    if (pressed == "display") {
        view.display.open = true;
        commands.push(DrawAgain{});
    }
}

}  // namespace

void draw_navigation(Ui& ui, const Route& route, TopBarView& view, Commands& commands) {
    if (w::navigation_place(ui) != w::NavigationPlace::within) draw_places(ui, route, view, commands);
}

void draw_top_bar(Ui& ui, const FrameModel& model, const Route& route, TopBarView& view, Commands& commands) {
    if (w::navigation_place(ui) == w::NavigationPlace::within) draw_places(ui, route, view, commands);
    w::band(ui, "sync", words::sending::band, [&] { draw_sync(ui, model.sync, commands); });
    if (!model.alarm.empty() || !model.banner.text.empty()) {
        w::band(ui, "news", words::common::news, [&] { draw_news(ui, model, commands); });
    } else if (!model.storage_notice.empty()) {  // Only where nothing more pressing stands.
        w::band(ui, "storage", words::trouble::band, [&] { draw_storage_notice(ui, model, view); });
    }
}

void draw_top_bar_dialogs(Ui& ui, const FrameModel& model, TopBarView& view, Commands& commands) {
    if (model.storage_notice.empty() || !view.storage_advice) return;
    const auto contents = [&] {
        const bool short_of_room = model.storage_notice == words::trouble::room_is_short;
        w::paragraph(ui, short_of_room ? words::trouble::make_room : words::trouble::not_persistent);
    };
    w::dialog(ui, "storage_words", model.storage_notice, "close", contents, [&] {
        const bool close = w::button(ui, "close", {.label = words::common::close, .kind = w::ButtonKind::primary});
        const bool hide = w::button(ui, "hide", {.label = words::trouble::hide_today});
        if (hide) commands.push(HideStorageNotice{});
        if (close || hide) {
            view.storage_advice = false;
            commands.push(DrawAgain{});
        }
    });
}

}  // namespace kitbag
