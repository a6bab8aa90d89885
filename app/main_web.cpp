// The app as the browser's worker knows it. These are all the names that web-shell/worker.mjs may call:
//
//   kitbag_allocate(bytes) -> address                    memory for one of the texts below; the function given it frees it
//   kitbag_start(regular, bytes, bold, bytes, icons, bytes, name, bytes) -> 0 when there are no letters to draw with, else 1
//                        a font that could not be fetched has no bytes
//   kitbag_pictures(wanted)  1: from now on they are drawn, by what has no texture yet; 0, as at the start: by nobody
//   kitbag_frame() -> 1 when another frame is wanted     draws one
//   kitbag_resize(width, height, ratio, top, right, bottom, left, text_scale, scrollbar)
//   kitbag_display(scheme, still, chosen_scheme, chosen_text, left_handed)   with it; -1 for no chosen scheme
//   kitbag_activate(id)  kitbag_edit(id, text, bytes, height)  kitbag_leave(id)  kitbag_submit(id)
//   kitbag_scroll(id, offset)  kitbag_focus(id, ring, height)  kitbag_hover(id)  kitbag_press(id)
//   kitbag_http(request, status, type, bytes, body, bytes)  kitbag_timer(timer)  kitbag_persistence(granted)
//   kitbag_room(used, allowed)   of the browser's storage, in bytes
//   kitbag_photo(place, bytes, jpeg, bytes, thumbnail, bytes)  kitbag_photo_news(place, bytes, code, bytes)
//   kitbag_file()        a file was chosen, and worker.mjs has it
//   kitbag_show(source, bytes)   asks for the bytes of an image
//   kitbag_hand_on_texts()   the files were taken away: what could not be saved goes to the page, sealed
//   kitbag_take_texts(sealed, bytes)   of the start before; at once after kitbag_start
//   kitbag_hidden()      what is being typed is on the disk when it returns
//   kitbag_at_work() -> 1 open, 2 half done, 4 with the head, 8 at sending, added up: see app/models/at_work.h
//   kitbag_unsent() -> changes that no receipt answers, -1 while nobody can count them, -2 when the county had all erased
//   kitbag_visible()  kitbag_online()
//
// Ids are numbers below 2^53, other numbers whole or real as they look; texts are UTF-8.
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <emscripten.h>

#include "app/app.h"
#include "app/platform/canvas.h"
#include "app/platform/canvas_web.h"
#include "app/platform/glyphs_web.h"
#include "app/platform/platform_web.h"
#include "app/widgets/ui_host.h"
#include "core/base/wipe.h"

namespace kitbag {
namespace {

struct WebApp {
    WebPlatform platform;
    WebGlyphs glyphs;
    UiHost host;
    std::unique_ptr<Canvas> canvas = std::make_unique<Canvas>();
    App app;

    WebApp(std::string device_name, FontFiles fonts)
        : platform(std::move(device_name)), host(std::move(fonts), &glyphs), app(platform) {}

    // One canvas ends before the next begins: both tell ImGui what has become of its textures.
    template <typename Kind>
    void draw_on() {
        canvas.reset();
        canvas = std::make_unique<Kind>();
    }

    // Whatever was typed or pressed reaches the app, and the page hears of it; the picture follows if anybody sees it.
    bool frame(bool with_picture) {
        const std::string message = host.frame([this](Ui& ui) { app.draw(ui); });
        if (with_picture) canvas->show(host.picture(), host.theme().colours.table);
        if (!message.empty()) platform.tell_page(message);
        return host.wants_frame();
    }
};

// The module's only instance: the flat functions below have nowhere else to find it.
std::unique_ptr<WebApp> web_app;

using Bytes = std::vector<std::uint8_t>;

NodeId node(double id) {
    return static_cast<NodeId>(id);
}

template <typename Container>
Container taken(void* address, int bytes) {
    auto* first = static_cast<std::uint8_t*>(address);
    Container result(first, first + bytes);
    wipe({first, static_cast<std::size_t>(bytes)});  // It may have been a passphrase.
    std::free(address);
    return result;
}

std::string text(void* address, int bytes) {
    return taken<std::string>(address, bytes);
}

}  // namespace
}  // namespace kitbag

using namespace kitbag;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* kitbag_allocate(int bytes) {
    return std::malloc(static_cast<std::size_t>(bytes) + 1);
}

EMSCRIPTEN_KEEPALIVE int kitbag_start(void* regular, int regular_bytes, void* bold, int bold_bytes, void* icons,
                                      int icons_bytes, void* name, int name_bytes) {
    FontFiles fonts{.regular = taken<Bytes>(regular, regular_bytes),
                    .bold = taken<Bytes>(bold, bold_bytes),
                    .icons = taken<Bytes>(icons, icons_bytes)};
    web_app = std::make_unique<WebApp>(text(name, name_bytes), std::move(fonts));
    web_app->app.start();
    return web_app->host.readable();
}

EMSCRIPTEN_KEEPALIVE void kitbag_pictures(int wanted) {
    if (wanted)
        web_app->draw_on<WebCanvas>();
    else
        web_app->draw_on<Canvas>();
}

EMSCRIPTEN_KEEPALIVE int kitbag_frame() {
    return web_app->frame(true);
}

EMSCRIPTEN_KEEPALIVE void kitbag_resize(float width, float height, float ratio, float top, float right, float bottom,
                                        float left, float text_scale, float scrollbar) {
    Surroundings window = web_app->host.input().surroundings();
    window.width = width;
    window.height = height;
    window.pixel_ratio = ratio;
    window.safe_top = top;
    window.safe_right = right;
    window.safe_bottom = bottom;
    window.safe_left = left;
    window.text_scale = text_scale;
    window.scrollbar_width = scrollbar;
    web_app->host.input().resize(window);
}

EMSCRIPTEN_KEEPALIVE void kitbag_display(int scheme, int still, int chosen_scheme, float chosen_text, int left_handed) {
    Surroundings window = web_app->host.input().surroundings();
    window.scheme = static_cast<Scheme>(scheme);
    window.still = still != 0;
    window.chosen = {.scheme = std::nullopt, .text = chosen_text, .left_handed = left_handed != 0};
    if (chosen_scheme >= 0) window.chosen.scheme = static_cast<Scheme>(chosen_scheme);
    web_app->host.input().resize(window);
}

EMSCRIPTEN_KEEPALIVE void kitbag_activate(double id) {
    web_app->host.input().activate(node(id));
    do {
        web_app->frame(false);  // What the press leads to is in the very next picture, not in the one after.
    } while (web_app->host.input().waiting());
}
EMSCRIPTEN_KEEPALIVE void kitbag_edit(double id, void* address, int bytes, float height) {
    web_app->host.input().edit(node(id), text(address, bytes), height);
    // What is typed must be on the disk within a second, also where pictures are slow: the app hears of it now, the picture
    // follows with the next frame.
    web_app->frame(false);
}
EMSCRIPTEN_KEEPALIVE void kitbag_leave(double id) {
    web_app->host.input().leave(node(id));
}
EMSCRIPTEN_KEEPALIVE void kitbag_submit(double id) {
    web_app->host.input().submit(node(id));
}
EMSCRIPTEN_KEEPALIVE void kitbag_scroll(double id, float offset) {
    web_app->host.input().scroll(node(id), offset);
}
EMSCRIPTEN_KEEPALIVE void kitbag_focus(double id, int ring, float height) {
    web_app->host.input().focus(node(id), ring != 0, height);
}
EMSCRIPTEN_KEEPALIVE void kitbag_hover(double id) {
    web_app->host.input().hover(node(id));
}
EMSCRIPTEN_KEEPALIVE void kitbag_press(double id) {
    web_app->host.input().press(node(id));
}

EMSCRIPTEN_KEEPALIVE void kitbag_http(int request, int status, void* type, int type_bytes, void* body, int body_bytes) {
    const WebAnswer answer{.status = status, .content_type = text(type, type_bytes), .body = text(body, body_bytes)};
    web_app->app.on_http(static_cast<RequestId>(request), answer);
}

EMSCRIPTEN_KEEPALIVE void kitbag_timer(int timer) {
    web_app->app.on_timer(static_cast<Timer>(timer));
}
EMSCRIPTEN_KEEPALIVE void kitbag_persistence(int granted) {
    web_app->app.on_persistence(granted != 0);
}

EMSCRIPTEN_KEEPALIVE void kitbag_room(double used, double allowed) {
    web_app->app.on_room(static_cast<std::int64_t>(used), static_cast<std::int64_t>(allowed));
}

EMSCRIPTEN_KEEPALIVE void kitbag_photo(void* place, int place_bytes, void* jpeg, int jpeg_bytes, void* thumbnail,
                                       int thumbnail_bytes) {
    const std::string where = text(place, place_bytes);
    web_app->app.on_photo(where, {taken<Bytes>(jpeg, jpeg_bytes), taken<Bytes>(thumbnail, thumbnail_bytes)});
}
EMSCRIPTEN_KEEPALIVE void kitbag_photo_news(void* place, int place_bytes, void* code, int code_bytes) {
    const std::string where = text(place, place_bytes);
    web_app->app.on_photo_news(where, text(code, code_bytes));
}
EMSCRIPTEN_KEEPALIVE void kitbag_file() {
    web_app->app.on_file();
}
EMSCRIPTEN_KEEPALIVE void kitbag_show(void* source, int bytes) {
    const std::string wanted = text(source, bytes);
    if (const auto found = web_app->app.shown_photo(wanted)) web_app->platform.give_picture(wanted, *found);
}

EMSCRIPTEN_KEEPALIVE void kitbag_hidden() {
    while (web_app->host.input().waiting()) web_app->frame(false);  // A hidden page gets no animation frames.
    web_app->app.on_hidden();
}

EMSCRIPTEN_KEEPALIVE void kitbag_hand_on_texts() {
    while (web_app->host.input().waiting()) web_app->frame(false);
    web_app->app.hand_on_texts();
}
EMSCRIPTEN_KEEPALIVE void kitbag_take_texts(void* sealed, int bytes) {
    web_app->app.take_texts(text(sealed, bytes));
}

EMSCRIPTEN_KEEPALIVE int kitbag_at_work() {
    const AtWork now = web_app->app.at_work();
    return (now.open ? 1 : 0) | (now.half_done ? 2 : 0) | (now.with_head ? 4 : 0) | (now.at_sending ? 8 : 0);
}
EMSCRIPTEN_KEEPALIVE int kitbag_unsent() {
    const AtWork now = web_app->app.at_work();
    return now.erased ? -2 : now.unsent.value_or(-1);
}

EMSCRIPTEN_KEEPALIVE void kitbag_visible() {
    web_app->app.on_visible();
}
EMSCRIPTEN_KEEPALIVE void kitbag_online() {
    web_app->app.on_online();
}

}  // extern "C"
