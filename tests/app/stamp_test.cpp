#include "app/widgets/stamp.h"

#include <cmath>

#include <doctest/doctest.h>

#include "app/widgets/paint.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

// The first place is cut off at the top of the window, where the letter would not be whole.
constexpr float places[] = {-14, 20, 100, 180, 779};

void draw_at(Ui& ui, float y) {
    fill(ui, {40, y, 60, 36}, ui.theme().colours.green.soft, 18);
    category_mark(ui, Category::green, 60, y + 18, 24);
}

const ImDrawList& list_of(Drawing& drawing) {
    const ImDrawData* picture = drawing.host().picture();
    REQUIRE(picture->CmdLists.Size > 0);
    return *picture->CmdLists[0];
}

}  // namespace

TEST_CASE("a stamp puts the same picture in each place as if it were drawn there") {
    Drawing stamped([](Ui& ui) {
        Stamp stamp;
        for (const float y : places) stamp.put(ui, {40, y, 60, 36}, [&] { draw_at(ui, y); });
    });
    Drawing drawn([](Ui& ui) {
        for (const float y : places) draw_at(ui, y);
    });
    stamped.frame();
    drawn.frame();
    const ImDrawList &one = list_of(stamped), &other = list_of(drawn);
    REQUIRE(one.VtxBuffer.Size == other.VtxBuffer.Size);
    REQUIRE(one.IdxBuffer.Size == other.IdxBuffer.Size);
    CHECK(one.VtxBuffer.Size > 100);
    for (int corner = 0; corner < one.VtxBuffer.Size; ++corner) {
        CAPTURE(corner);
        const ImDrawVert &here = one.VtxBuffer.Data[corner], &there = other.VtxBuffer.Data[corner];
        CHECK(std::abs(here.pos.x - there.pos.x) < 0.01f);
        CHECK(std::abs(here.pos.y - there.pos.y) < 0.01f);
        CHECK(here.uv.x == there.uv.x);
        CHECK(here.uv.y == there.uv.y);
        CHECK(here.col == there.col);
    }
    for (int place = 0; place < one.IdxBuffer.Size; ++place)
        CHECK(one.IdxBuffer.Data[place] == other.IdxBuffer.Data[place]);
}

TEST_CASE("a stamp works its picture out once where it is seen as a whole") {
    int worked_out = 0;
    Drawing drawing([&](Ui& ui) {
        worked_out = 0;
        Stamp stamp;
        for (const float y : places) {
            stamp.put(ui, {40, y, 60, 36}, [&] {
                ++worked_out;
                draw_at(ui, y);
            });
        }
    });
    drawing.frame();
    CHECK(worked_out == 2);  // Of the five the one that is cut off, and the first that is not.
}
