#include "app/widgets/paint.h"

#include <algorithm>
#include <cmath>
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

// The texture's alpha there, from 0 to 1, between its pixels as WebGL takes it.
float alpha_at(const ImTextureData& texture, ImVec2 place) {
    const float x = place.x * static_cast<float>(texture.Width) - 0.5f;
    const float y = place.y * static_cast<float>(texture.Height) - 0.5f;
    const auto left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const auto of = [&](int column, int row) {
        const auto* pixel = static_cast<const unsigned char*>(const_cast<ImTextureData&>(texture).GetPixelsAt(
            std::clamp(left + column, 0, texture.Width - 1), std::clamp(top + row, 0, texture.Height - 1)));
        return static_cast<float>(pixel[3]) / 255;
    };
    return std::lerp(std::lerp(of(0, 0), of(1, 0), x - std::floor(x)), std::lerp(of(0, 1), of(1, 1), x - std::floor(x)),
                     y - std::floor(y));
}

struct Triangle {
    const ImDrawVert &a, &b, &c;

    // Nothing outside of it.
    float shade(const ImTextureData& texture, float x, float y) const {
        const float whole = cross(a, b.pos.x, b.pos.y, c.pos.x, c.pos.y);
        if (whole == 0) return 0;
        const float of_a = cross(b, c.pos.x, c.pos.y, x, y) / whole, of_b = cross(c, a.pos.x, a.pos.y, x, y) / whole;
        const float of_c = 1 - of_a - of_b;
        if (std::min({of_a, of_b, of_c}) < 0) return 0;
        const ImVec2 place{of_a * a.uv.x + of_b * b.uv.x + of_c * c.uv.x,
                           of_a * a.uv.y + of_b * b.uv.y + of_c * c.uv.y};
        return alpha_at(texture, place) * static_cast<float>(a.col >> 24) / 255;
    }

    static float cross(const ImDrawVert& from, float x1, float y1, float x2, float y2) {
        return (x1 - from.pos.x) * (y2 - from.pos.y) - (y1 - from.pos.y) * (x2 - from.pos.x);
    }
};

// How much of the middle of a device pixel is covered by what was drawn.
float shade_at(const ImDrawData& picture, float x, float y) {
    float most = 0;
    for (const ImDrawList* list : picture.CmdLists) {
        for (int at = 0; at < list->IdxBuffer.Size; at += 3) {
            const Triangle triangle{list->VtxBuffer[list->IdxBuffer[at]], list->VtxBuffer[list->IdxBuffer[at + 1]],
                                    list->VtxBuffer[list->IdxBuffer[at + 2]]};
            most = std::max(most, triangle.shade(*ImGui::GetIO().Fonts->TexData, x, y));
        }
    }
    return most;
}

// What a pixel would be covered by: how far inside a round box it lies, negative outside.
float inside(const Bounds& box, float radius, float x, float y) {
    const float across = std::abs(x - box.x - box.width / 2) - box.width / 2 + radius;
    const float down = std::abs(y - box.y - box.height / 2) - box.height / 2 + radius;
    return radius - std::hypot(std::max(across, 0.0f), std::max(down, 0.0f)) - std::min(std::max(across, down), 0.0f);
}

constexpr Colour ink = 0xff204060;
constexpr Bounds round_box{100, 100, 44, 36};

// The farthest that any device pixel is from what `wanted` says of its middle.
float farthest(float ratio, const std::function<void(Ui&)>& draw, const std::function<float(float, float)>& wanted) {
    Drawing drawing(draw);
    drawing.resize({.width = 1180, .height = 820, .pixel_ratio = ratio});
    drawing.settle();
    const ImDrawData& picture = *drawing.host().picture();
    float most = 0;
    const auto pixels = [&](float length) { return static_cast<int>((length + 8) * ratio); };
    for (int row = 0; row < pixels(round_box.height); ++row) {
        for (int column = 0; column < pixels(round_box.width); ++column) {
            const float x = round_box.x - 4 + (static_cast<float>(column) + 0.5f) / ratio;
            const float y = round_box.y - 4 + (static_cast<float>(row) + 0.5f) / ratio;
            most =
                std::max(most, std::abs(shade_at(picture, x, y) - std::clamp(wanted(x, y) * ratio + 0.5f, 0.0f, 1.0f)));
        }
    }
    return most;
}

int corners_drawn(const std::function<void(Ui&)>& draw) {
    Drawing drawing(draw);
    return drawing.host().picture()->CmdLists[0]->VtxBuffer.Size;
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

TEST_CASE("what is rounded covers the pixels that it should, at every density of pixels") {
    constexpr float close = 0.12f;  // Of a pixel: bent edges are measured straight.
    for (const float ratio : {1.0f, 1.5f, 2.0f}) {
        CAPTURE(ratio);
        for (const float radius : {0.0f, 4.0f, 10.0f, 18.0f}) {
            CAPTURE(radius);
            const auto of_box = [&](float x, float y) { return inside(round_box, radius, x, y); };
            CHECK(farthest(ratio, [&](Ui& ui) { fill(ui, round_box, ink, radius); }, of_box) < close);
            for (const float thickness : {1.0f, 2.0f, 3.0f}) {
                const Bounds hole = inset(round_box, thickness);
                const auto of_line = [&](float x, float y) {
                    return std::min(of_box(x, y), -inside(hole, std::max(radius - thickness, 0.0f), x, y));
                };
                CHECK(
                    farthest(ratio, [&](Ui& ui) { outline(ui, round_box, ink, radius, thickness); }, of_line) < close);
            }
        }
    }
}

TEST_CASE("only the corners that are to be round are") {
    const float radius = 10;
    const auto square_above = [&](float x, float y) {
        const Bounds longer{round_box.x, round_box.y - 50, round_box.width, round_box.height + 50};
        return std::min(inside(round_box, 0, x, y), inside(longer, radius, x, y));
    };
    CHECK(farthest(2, [&](Ui& ui) { fill_bottom(ui, round_box, ink, radius); }, square_above) < 0.08f);
    const auto square_right = [&](float x, float y) {
        const Bounds longer{round_box.x, round_box.y, round_box.width + 50, round_box.height};
        return std::min(inside(round_box, 0, x, y), inside(longer, radius, x, y));
    };
    CHECK(farthest(2, [&](Ui& ui) { fill_left(ui, round_box, ink, radius); }, square_right) < 0.08f);
}

TEST_CASE("what is rounded has sixteen corners, however large its radius") {
    for (const float radius : {3.0f, 10.0f, 18.5f, 30.0f, 60.0f}) {
        CHECK(corners_drawn([&](Ui& ui) { fill(ui, {100, 100, 200, 150}, ink, radius); }) == 16);
        CHECK(corners_drawn([&](Ui& ui) { outline(ui, {100, 100, 200, 150}, ink, radius); }) == 16);
        CHECK(corners_drawn([&](Ui& ui) { circle(ui, 200, 200, radius, ink); }) == 16);
    }
}

TEST_CASE("what is too large for a picture of its corners is drawn all the same") {
    Drawing drawing([](Ui& ui) { fill(ui, {100, 100, 400, 300}, ink, 100); });
    const ImDrawData& picture = *drawing.host().picture();
    CHECK(shade_at(picture, 300, 250) == 1);
    CHECK(shade_at(picture, 105, 105) == 0);
}
