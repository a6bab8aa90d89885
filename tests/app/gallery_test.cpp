#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "app/app.h"
#include "tests/app/drawing.h"
#include "tests/app/fake_platform.h"
#include "tests/app/layout_faults.h"

using namespace kitbag;

namespace {

// The gallery as the page shows it, at one size.
class OpenGallery {
  public:
    OpenGallery(float width, float height) : window_{.width = width, .height = height, .still = true} {
        app_.start();
        drawing_.resize(window_);
        drawing_.settle();
    }

    void go_to(std::string_view place) {
        drawing_.input().activate(drawing_.the(Role::button, place).id);
        drawing_.settle();
    }

    Drawing& drawing() { return drawing_; }

    // Of what is drawn now: widgets without a name, cut off or on top of each other.
    std::string faults() {
        std::vector<DrawnLine> drawn;
        drawing_.host().watch_text(&drawn);
        drawing_.settle();
        std::string all;
        for (const std::string& fault : drawing_.host().tree().audit()) all += fault + "\n";
        for (const std::string& fault : layout_faults(drawing_.host().tree(), window_, drawn)) all += fault + "\n";
        drawing_.host().watch_text(nullptr);
        return all;
    }

  private:
    Surroundings window_;
    MemoryFiles files_;
    SetClock clock_;
    FakePlatform platform_{files_, clock_, 1};
    App app_{platform_};
    Drawing drawing_{[this](Ui& ui) { app_.draw(ui); }};
};

}  // namespace

SCENARIO("the gallery shows each of its pages whole, on a phone and on a tablet") {
    for (const auto& [width, height] : {std::pair{390.0f, 844.0f}, {1180.0f, 820.0f}}) {
        CAPTURE(width);
        OpenGallery gallery(width, height);
        for (const char* place : {"Widgets", "List", "Board"}) {
            CAPTURE(place);
            gallery.go_to(place);
            CHECK(gallery.faults() == "");
        }
    }
}

SCENARIO("a work in the gallery can be stopped and begun anew, and its toast comes and goes") {
    OpenGallery gallery(1180, 820);
    Drawing& drawing = gallery.drawing();
    const auto press = [&](std::string_view name) {
        drawing.input().activate(drawing.the(Role::button, name).id);
        drawing.settle();
    };
    press("Cancel");
    CHECK_FALSE(drawing.has(Role::progress, "Sending photographs"));
    press("Begin anew");
    CHECK(drawing.has(Role::progress, "Sending photographs"));
    press("Show a toast");
    CHECK(drawing.has(Role::status, "Undone: chose Amber for Governance"));
    press("Close this news");
    CHECK_FALSE(drawing.has(Role::status, "Undone: chose Amber for Governance"));
}
