#pragma once
// A tablet in somebody's hands, for tests: it acts by role and name, as a person using a screen reader does, and draws every frame
// that the app asks for. Dropping it is what SIGKILL does to the app: the files stay as they were.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "app/widgets/ui_host.h"
#include "tests/app/fake_county.h"
#include "tests/app/fake_platform.h"

namespace kitbag {

class Tablet {
  public:
    Tablet(MemoryFiles& files, SetClock& clock, FakeCounty& county, std::uint64_t seed = 1);
    Tablet(const Tablet&) = delete;  // The app inside knows where its platform is.
    Tablet& operator=(const Tablet&) = delete;

    void resize(float width, float height);
    void show_in(const Surroundings& window);  // Any other change of the window: colours, size of letters, safe areas.

    // All of these fail the test when there is no such thing, or it cannot be used now.
    void press(std::string_view name);                           // A button, link or row whose name begins so.
    void choose(std::string_view group, std::string_view name);  // A radio in a group.
    void type(std::string_view label, std::string text);  // The text of the field becomes this; it keeps the focus.
    void leave();                                         // The field typed in last loses the focus.
    void fill(std::string_view label, std::string text);  // type, then leave.

    bool sees(std::string_view text) const;  // Anywhere: as a name, a value, a description or an error.
    bool sees(Role role, std::string_view name) const;
    std::string value_of(std::string_view label) const;
    bool has_chosen(std::string_view group, std::string_view name) const;    // A radio in a group.
    bool described_as(std::string_view label, std::string_view hint) const;  // A field, by the words below its label.
    bool asked_focus_on(std::string_view label) const;                       // The app put the focus there last.
    std::string everything() const;                                          // For the message of a test that failed.

    // What the page does when the camera has given a picture at a button of that name, and what it gives for an image.
    void take_photo(std::string_view button, const TakenPhoto& taken);
    void fail_photo(std::string_view button, std::string_view code);
    void choose_file(std::string_view button, std::string_view content);
    void bring_photo(std::string_view place, const TakenPhoto& taken);  // Wherever the app is by then.
    std::string value_of(Role role, std::string_view name) const;       // Of an image or a button for photographs.
    std::optional<std::vector<std::uint8_t>> shown(std::string_view source) const { return app_->shown_photo(source); }

    void answer_only(int requests) { answers_left_ = requests; }  // Then the county is slow: the rest waits for
    void answer_all();                                            // this.
    // Time passes, timers ring, requests are answered: with somebody at the tablet, or nobody.
    void pass(Instant milliseconds);
    void leave_alone(Instant milliseconds);
    void touch();  // Somebody does something that changes nothing.
    void hide();
    void show();
    void come_online();
    void promise_storage(bool granted);  // What the browser says of keeping what is stored.

    UiHost& host() { return *host_; }
    App& app() { return *app_; }
    FakePlatform& platform() { return platform_; }

  private:
    const SemanticNode* find(Role role, std::string_view name) const;
    const SemanticNode* find_radio(std::string_view group, std::string_view name) const;
    const SemanticNode* find_field(std::string_view label) const;
    void settle();
    void draw();

    SetClock& clock_;
    FakeCounty& county_;
    FakePlatform platform_;
    std::unique_ptr<UiHost> host_;
    std::unique_ptr<App> app_;
    int answers_left_ = -1;  // Below 0: all.
    NodeId field_ = 0;
    NodeId focus_ = 0;  // What the app asked to be given the focus, last.
};

}  // namespace kitbag
