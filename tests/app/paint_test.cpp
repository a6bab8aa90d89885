#include "app/widgets/paint.h"

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/widgets/text_layout.h"
#include "tests/app/drawing.h"

using namespace kitbag;

namespace {

struct Way {
    const char* name;
    std::function<void(Ui&, float x, float y)> draw;
};

const std::vector<Way> ways = {
    {"fill", [](Ui& ui, float x, float y) { fill(ui, {x, y, 60, 36}, 0xff204060, 18); }},
    {"fill_bottom", [](Ui& ui, float x, float y) { fill_bottom(ui, {x, y, 60, 36}, 0xff204060, 18); }},
    {"fill_left", [](Ui& ui, float x, float y) { fill_left(ui, {x, y, 60, 36}, 0xff204060, 18); }},
    {"outline", [](Ui& ui, float x, float y) { outline(ui, {x, y, 60, 36}, 0xff204060, 18); }},
    {"circle", [](Ui& ui, float x, float y) { circle(ui, x + 20, y + 20, 20, 0xff204060); }},
    {"ring", [](Ui& ui, float x, float y) { ring(ui, x + 20, y + 20, 20, 0xff204060, 2); }},
    {"icon", [](Ui& ui, float x, float y) { draw_icon(ui, Icon::check, x + 20, y + 20, 40, 0xff204060); }},
    {"line",
     [](Ui& ui, float x, float y) { draw_line(ui, ui.theme().text(TextSize::body), x, y, 0xff204060, "Reading"); }}};

int corners_of(const Way& way, float x, float y) {
    Drawing drawing([&](Ui& ui) { way.draw(ui, x, y); });
    int corners = 0;
    for (const ImDrawList* list : drawing.host().picture()->CmdLists) corners += list->VtxBuffer.Size;
    return corners;
}

}  // namespace

TEST_CASE("what cannot be seen has no corners, and what is cut off by the window's edge is drawn whole") {
    for (const Way& way : ways) {
        CAPTURE(std::string(way.name));
        const int whole = corners_of(way, 100, 100);
        CHECK(whole > 0);
        for (const float above_or_below : {-80.0f, 840.0f}) CHECK(corners_of(way, 100, above_or_below) == 0);
        CHECK(corners_of(way, 1200, 100) == 0);
        for (const float cut_off : {-10.0f, 810.0f}) CHECK(corners_of(way, 100, cut_off) == whole);
    }
}
