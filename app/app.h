#pragma once
// The whole of Kitbag on a tablet, for whatever shows it: the host draws frames with it and tells it what came back. It
// owns the session and the screens, and hands the one's models to the others and the others' commands to the one.
// It asks for a frame itself (Platform::request_frame) whenever what is shown has changed.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "app/models/at_work.h"
#include "app/platform/platform.h"
#include "app/widgets/ui.h"
#include "core/storage/key_ring.h"

namespace kitbag {

class Session;
class Screens;

class App {
  public:
    // The platform must outlive it. `key_cost` is what one guess at the passphrase costs; only tests make it cheap.
    explicit App(Platform& platform, KeyCost key_cost = {});
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Once, before the first frame: looks whether this tablet was set up.
    void start();

    // One frame, between Ui::begin_frame and Ui::end_frame.
    void draw(Ui& ui);

    // What the platform was asked for.
    void on_http(RequestId id, const WebAnswer& answer);
    void on_timer(Timer timer);
    void on_persistence(bool granted);
    void on_room(std::int64_t used, std::int64_t allowed);  // Bytes.

    // A photograph was taken at the button with that value, and is ready to be kept; or what else there is to say of it.
    void on_photo(std::string_view place, const TakenPhoto& taken);
    void on_photo_news(std::string_view place, std::string_view code);
    // A file was chosen at a file_button: Platform::chosen_file() has it.
    void on_file();
    // What the image with that value shows; nothing when it is not to be seen.
    std::optional<std::vector<std::uint8_t>> shown_photo(std::string_view source) const;

    AtWork at_work() const;

    // The files were taken away and another start may get them back: what could not be saved goes to Platform::keep_texts(),
    // and what that kept comes to the next App before its store is opened.
    void hand_on_texts();
    void take_texts(std::string sealed);

    // The page is about to be hidden, frozen or closed: what is being typed is on the disk when this returns.
    void on_hidden();
    void on_visible();  // The page can be seen again.
    void on_online();   // The tablet has a connection again, whether or not anybody sees the page.

  private:
    void happened();
    void ask_for_frame();

    Platform& platform_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Screens> screens_;
    bool changed_ = true;  // Something that may change what is drawn has happened since the last frame began.
};

}  // namespace kitbag
