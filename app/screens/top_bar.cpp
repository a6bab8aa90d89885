#include "app/screens/top_bar.h"

#include <array>

#include "app/text/words.h"
#include "app/widgets/band.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

void draw_sync(Ui& ui, const SyncBarModel& model, Commands& commands) {
    w::status_line(ui, "sync_line", model.line);
    if (model.attention && w::button(ui, "why", {.label = words::sending::see_why, .kind = w::ButtonKind::quiet})) {
        commands.push(GoTo{{Place::sending, "", ""}});
    }
    if (w::button(ui, "sync_now",
                  {.label = words::sending::sync_now, .kind = w::ButtonKind::quiet, .busy = model.busy})) {
        commands.push(SyncNow{});
    }
}

void draw_news(Ui& ui, const FrameModel& model, Commands& commands) {
    if (!model.alarm.empty()) w::banner(ui, "alarm", {.kind = w::BannerKind::error, .text = model.alarm});
    if (model.banner.text.empty()) return;
    const bool leads = !model.banner.link_text.empty();
    const std::string_view action = leads ? std::string_view(model.banner.link_text) : words::common::close;
    const w::BannerKind kind = model.banner.warns ? w::BannerKind::warning : w::BannerKind::good;
    if (w::banner(ui, "news", {.kind = kind, .text = model.banner.text, .action = action})) {
        if (leads) commands.push(GoTo{model.banner.link});
        commands.push(CloseBanner{});
    }
}

}  // namespace

void draw_top_bar(Ui& ui, const FrameModel& model, const Route& route, Commands& commands) {
    const std::array items = {
        w::NavigationItem{"schools", words::schools::title, route.place == Place::schools},
        w::NavigationItem{"sending", ui.narrow() ? words::sending::open_short : words::sending::open,
                          route.place == Place::sending},
    };
    const std::string_view pressed = w::navigation_bar(ui, "navigation", words::app_name, items);
    if (pressed == "schools") commands.push(GoTo{{Place::schools, "", ""}});
    if (pressed == "sending") commands.push(GoTo{{Place::sending, "", ""}});
    w::band(ui, "sync", [&] { w::row(ui, [&] { draw_sync(ui, model.sync, commands); }); });
    if (model.alarm.empty() && model.banner.text.empty()) return;
    w::band(ui, "news", [&] { draw_news(ui, model, commands); });
}

}  // namespace kitbag
