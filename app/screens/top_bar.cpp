#include "app/screens/top_bar.h"

#include <array>

#include "app/text/evidence_words.h"
#include "app/text/planning_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/band.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

void draw_sync(Ui& ui, const SyncBarModel& model, Commands& commands) {
    const w::Button sync{.label = words::sending::sync_now, .kind = w::ButtonKind::quiet, .busy = model.busy};
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

void draw_news(Ui& ui, const FrameModel& model, Commands& commands) {
    if (!model.alarm.empty()) w::banner(ui, "alarm", {.kind = w::BannerKind::error, .text = model.alarm});
    if (model.banner.text.empty()) return;
    const bool leads = !model.banner.link_text.empty();
    const std::string_view action = leads ? std::string_view(model.banner.link_text) : words::common::close;
    if (w::banner(ui, "news", {.kind = w::BannerKind::good, .text = model.banner.text, .action = action})) {
        if (leads) commands.push(GoTo{model.banner.link});
        commands.push(CloseBanner{});
    }
}

void draw_storage_notice(Ui& ui, TopBarView& view) {
    const w::Button look{.label = words::trouble::what_to_do, .kind = w::ButtonKind::quiet};
    if (w::status_line_with(ui, "storage_line", words::trouble::may_be_cleared, "storage_advice", look)) {
        view.storage_advice = true;
    }
}

}  // namespace

void draw_top_bar(Ui& ui, const FrameModel& model, const Route& route, TopBarView& view, Commands& commands) {
    const std::array items = {
        w::NavigationItem{"schools", words::schools::title, route.place == Place::schools},
        w::NavigationItem{"visits", words::visits::title, route.place == Place::visits},
        w::NavigationItem{"board", words::board::title, route.place == Place::board},
        w::NavigationItem{"search", ui.narrow() ? words::search::open_short : words::search::open,
                          route.place == Place::search},
        w::NavigationItem{"sending", ui.narrow() ? words::sending::open_short : words::sending::open,
                          route.place == Place::sending},
    };
    const std::string_view pressed = w::navigation_bar(ui, "navigation", words::app_name, items);
    if (pressed == "schools") commands.push(GoTo{{Place::schools, "", ""}});
    if (pressed == "visits") commands.push(GoTo{{Place::visits, "", ""}});
    if (pressed == "board") commands.push(GoTo{{Place::board, "", ""}});
    if (pressed == "search") commands.push(GoTo{{Place::search, "", ""}});
    if (pressed == "sending") commands.push(GoTo{{Place::sending, "", ""}});
    w::band(ui, "sync", [&] { draw_sync(ui, model.sync, commands); });
    if (!model.alarm.empty() || !model.banner.text.empty()) {
        w::band(ui, "news", [&] { draw_news(ui, model, commands); });
    } else if (model.storage_notice) {  // Only where nothing more pressing stands.
        w::band(ui, "storage", [&] { draw_storage_notice(ui, view); });
    }
}

void draw_top_bar_dialogs(Ui& ui, const FrameModel& model, TopBarView& view, Commands& commands) {
    if (!model.storage_notice || !view.storage_advice) return;
    w::dialog(ui, "storage_words", words::trouble::may_be_cleared, "close", [&] {
        w::paragraph(ui, words::trouble::not_persistent);
        w::row(ui, [&] {
            const bool close = w::button(ui, "close", {.label = words::common::close, .kind = w::ButtonKind::primary});
            const bool hide = w::button(ui, "hide", {.label = words::trouble::hide_today});
            if (hide) commands.push(HideStorageNotice{});
            if (close || hide) {
                view.storage_advice = false;
                commands.push(DrawAgain{});
            }
        });
    });
}

}  // namespace kitbag
