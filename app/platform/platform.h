#pragma once
// Everything the app asks of what it runs on. In the browser platform_web answers, in tests a fake. What it answers
// later comes as a call to App: on_http, on_timer, on_hidden, on_persistence, on_room, on_photo, on_file.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/theme/display.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/storage/backup.h"
#include "core/storage/store_shelf.h"

namespace kitbag {

using RequestId = std::uint32_t;

struct WebRequest {
    std::string method;  // "GET" or "POST".
    std::string path;    // From the root of the county's own address: "/api/push".
    std::string token;   // Sent as "Authorization: Bearer …"; "" for none.
    std::string body;    // JSON, bytes of a picture, or "".
    int timeout_ms = 20'000;
};

struct WebAnswer {
    int status = 0;  // 0: no answer came (no network, no server, or too late).
    std::string content_type;
    std::string body;
};

// What a camera gave, drawn anew and made small by the page: two JPEGs.
struct TakenPhoto {
    std::vector<std::uint8_t> jpeg;
    std::vector<std::uint8_t> thumbnail;
};

// The app's own names for its one-shot timers.
enum class Timer : int {
    save_drafts = 0,
    sync = 1,
    retry_unlock = 2,
    wait = 3,
    toast = 4,
    upkeep = 5,
    lock = 6,
    erased = 7
};

class Platform {
  public:
    virtual ~Platform() = default;

    virtual const Clock& clock() const = 0;
    virtual Random& random() = 0;
    virtual FilePool& store(int number) = 0;  // The files of one of the tablet's stores, 1 to stores_max.

    // One frame, soon. Asking again before it is drawn changes nothing.
    virtual void request_frame() = 0;

    // The answer comes as on_http(id, answer), exactly once.
    virtual RequestId send(WebRequest request) = 0;

    // on_timer(timer) comes once, after that long. Starting it again starts it afresh.
    virtual void start_timer(Timer timer, int delay_ms) = 0;
    virtual void stop_timer(Timer timer) = 0;

    // Asks the browser to keep what is stored here whatever happens; on_persistence(granted) tells.
    virtual void ask_for_persistent_storage() = 0;

    // Asks how much room there is; on_room(used, allowed) tells, where the browser does.
    virtual void ask_for_room() = 0;

    // The person gets a file of that name, wherever their browser puts downloads. `type`: "text/html", without a charset; the
    // content is UTF-8.
    virtual void give_file(std::string name, std::string type, std::string content) = 0;

    // The same for what is too large to be one text: added to piece by piece, and given whole or dropped.
    virtual void add_to_file(std::span<const std::uint8_t> piece) = 0;
    virtual void give_added_file(std::string name, std::string type) = 0;
    virtual void drop_file() = 0;

    // The file that was chosen last at a file_button, which on_file() told of; null when there is none any more.
    virtual ByteSource* chosen_file() = 0;
    virtual void forget_chosen_file() = 0;

    // Opens the browser's printing of this document. Nothing in it is run.
    virtual void print(std::string html) = 0;

    // Keeps how the tablet is to look; the host tells it back with the window's surroundings, now and at every start.
    virtual void keep_display(const Display& display) = 0;

    // Keeps sealed texts (core/storage/kept_drafts.h) while the app is started anew, and gives them to the next App; "": none.
    virtual void keep_texts(std::string sealed) = 0;

    // "Chromium on Linux": by this the county tells its tablets apart.
    virtual std::string device_name() const = 0;
};

}  // namespace kitbag
