#include "app/platform/platform_web.h"

#include <algorithm>

#include <emscripten.h>
#include <unistd.h>

#include "core/base/check.h"

// The only words of JavaScript in C++: names and arguments. What they do is in web-shell/worker.mjs. File functions give -1 when the
// handle is lost and -2 when there is no room.
// clang-format off
EM_JS(double, page_now, (), { return Date.now(); })
EM_JS(void, page_request_frame, (), { Module.kitbag.requestFrame(); })
EM_JS(void, page_tell, (const char* text, int length), { Module.kitbag.tellPage(UTF8ToString(text, length)); })
EM_JS(void, page_give_picture, (const char* source, int source_length, const void* bytes, int length), {
  Module.kitbag.givePicture(UTF8ToString(source, source_length), HEAPU8.slice(bytes, bytes + length));
})
EM_JS(void, page_send, (int id, const char* method, const char* path, const char* token, const void* body, int body_length, int timeout), {
  Module.kitbag.send(id, UTF8ToString(method), UTF8ToString(path), UTF8ToString(token), HEAPU8.slice(body, body + body_length), timeout);
})
EM_JS(void, page_start_timer, (int timer, int delay), { Module.kitbag.startTimer(timer, delay); })
EM_JS(void, page_stop_timer, (int timer), { Module.kitbag.stopTimer(timer); })
EM_JS(void, page_ask_for_persistence, (), { Module.kitbag.askForPersistence(); })
EM_JS(void, page_ask_for_room, (), { Module.kitbag.askForRoom(); })
EM_JS(void, page_give_file, (const char* name, const char* type, const char* content, int length), {
  Module.kitbag.giveFile(UTF8ToString(name), UTF8ToString(type), UTF8ToString(content, length));
})
EM_JS(void, page_add_to_file, (const void* bytes, int length), { Module.kitbag.addToFile(HEAPU8.slice(bytes, bytes + length)); })
EM_JS(void, page_give_added_file, (const char* name, const char* type), {
  Module.kitbag.giveAddedFile(UTF8ToString(name), UTF8ToString(type));
})
EM_JS(void, page_drop_file, (), { Module.kitbag.dropFile(); })
EM_JS(double, chosen_size, (), { return Module.kitbag.chosenSize(); })
EM_JS(int, chosen_read, (double offset, void* bytes, int length), {
  return Module.kitbag.chosenRead(offset, HEAPU8.subarray(bytes, bytes + length)) ? 1 : 0;
})
EM_JS(void, forget_chosen, (), { Module.kitbag.forgetChosen(); })
EM_JS(void, page_print, (const char* html, int length), { Module.kitbag.print(UTF8ToString(html, length)); })
EM_JS(void, page_keep_display, (int scheme, float text, int left_handed), { Module.kitbag.keepDisplay(scheme, text, left_handed); })
EM_JS(void, page_keep_texts, (const char* sealed, int length), { Module.kitbag.keepTexts(UTF8ToString(sealed, length)); })
EM_JS(int, file_read, (int store, int file, double offset, void* bytes, int length), {
  return Module.kitbag.read(store, file, offset, HEAPU8.subarray(bytes, bytes + length));
})
EM_JS(int, file_write, (int store, int file, double offset, const void* bytes, int length), {
  return Module.kitbag.write(store, file, offset, HEAPU8.subarray(bytes, bytes + length));
})
EM_JS(int, file_truncate, (int store, int file, double size), { return Module.kitbag.truncate(store, file, size); })
EM_JS(int, file_flush, (int store, int file), { return Module.kitbag.flush(store, file); })
EM_JS(double, file_size, (int store, int file), { return Module.kitbag.size(store, file); })
// clang-format on

namespace kitbag {
namespace {

constexpr int no_room = -2;

PoolError error_of(int answer) {
    return answer == no_room ? PoolError::full : PoolError::lost;
}

PoolResult<std::size_t> count_of(int answer) {
    if (answer < 0) return std::unexpected(error_of(answer));
    return static_cast<std::size_t>(answer);
}

PoolResult<void> done(int answer) {
    if (answer < 0) return std::unexpected(error_of(answer));
    return {};
}

}  // namespace

Instant WebClock::now() const {
    return static_cast<Instant>(page_now());
}

void WebRandom::fill(std::span<std::uint8_t> bytes) {
    constexpr std::size_t at_once = 256;  // getentropy gives no more in one call.
    for (std::size_t start = 0; start < bytes.size(); start += at_once) {
        const std::size_t length = std::min(at_once, bytes.size() - start);
        CHECK(getentropy(bytes.data() + start, length) == 0);
    }
}

PoolResult<std::size_t> WebFiles::read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) {
    return count_of(file_read(store_, static_cast<int>(file), static_cast<double>(offset), into.data(),
                              static_cast<int>(into.size())));
}

PoolResult<std::size_t> WebFiles::write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) {
    return count_of(file_write(store_, static_cast<int>(file), static_cast<double>(offset), bytes.data(),
                               static_cast<int>(bytes.size())));
}

PoolResult<void> WebFiles::truncate(PoolFile file, std::int64_t size) {
    return done(file_truncate(store_, static_cast<int>(file), static_cast<double>(size)));
}

PoolResult<void> WebFiles::flush(PoolFile file) {
    return done(file_flush(store_, static_cast<int>(file)));
}

PoolResult<std::int64_t> WebFiles::size(PoolFile file) {
    const double size = file_size(store_, static_cast<int>(file));
    if (size < 0) return std::unexpected(error_of(static_cast<int>(size)));
    return static_cast<std::int64_t>(size);
}

std::int64_t WebChosenFile::size() {
    return static_cast<std::int64_t>(chosen_size());
}

bool WebChosenFile::read(std::int64_t offset, std::span<std::uint8_t> into) {
    return chosen_read(static_cast<double>(offset), into.data(), static_cast<int>(into.size())) != 0;
}

void WebPlatform::forget_chosen_file() {
    forget_chosen();
}

void WebPlatform::request_frame() {
    page_request_frame();
}

RequestId WebPlatform::send(WebRequest request) {
    const RequestId id = ++last_request_;
    page_send(static_cast<int>(id), request.method.c_str(), request.path.c_str(), request.token.c_str(),
              request.body.data(), static_cast<int>(request.body.size()), request.timeout_ms);
    return id;
}

void WebPlatform::start_timer(Timer timer, int delay_ms) {
    page_start_timer(static_cast<int>(timer), delay_ms);
}

void WebPlatform::stop_timer(Timer timer) {
    page_stop_timer(static_cast<int>(timer));
}

void WebPlatform::ask_for_persistent_storage() {
    page_ask_for_persistence();
}

void WebPlatform::ask_for_room() {
    page_ask_for_room();
}

void WebPlatform::give_file(std::string name, std::string type, std::string content) {
    page_give_file(name.c_str(), type.c_str(), content.data(), static_cast<int>(content.size()));
}

void WebPlatform::add_to_file(std::span<const std::uint8_t> piece) {
    page_add_to_file(piece.data(), static_cast<int>(piece.size()));
}

void WebPlatform::give_added_file(std::string name, std::string type) {
    page_give_added_file(name.c_str(), type.c_str());
}

void WebPlatform::drop_file() {
    page_drop_file();
}

void WebPlatform::print(std::string html) {
    page_print(html.data(), static_cast<int>(html.size()));
}

void WebPlatform::keep_display(const Display& display) {
    const int scheme = display.scheme ? static_cast<int>(*display.scheme) : -1;
    page_keep_display(scheme, display.text, display.left_handed);
}

void WebPlatform::keep_texts(std::string sealed) {
    page_keep_texts(sealed.data(), static_cast<int>(sealed.size()));
}

void WebPlatform::tell_page(std::string_view message) {
    page_tell(message.data(), static_cast<int>(message.size()));
}

void WebPlatform::give_picture(std::string_view source, std::span<const std::uint8_t> bytes) {
    page_give_picture(source.data(), static_cast<int>(source.size()), bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace kitbag
