#include "app/widgets/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace kitbag {
namespace {

ImVec2 low(const Bounds& box) {
    return {box.x, box.y};
}
ImVec2 high(const Bounds& box) {
    return {box.x + box.width, box.y + box.height};
}

Bounds around(float x, float y, float radius) {
    return {x - radius, y - radius, 2 * radius, 2 * radius};
}

struct Sides {
    bool left = true, top = true, right = true, bottom = true;
};

// One side's four lines across the box, each with how far into the picture of a corner it lies.
struct Slices {
    std::array<float, 4> at;
    std::array<float, 4> in;
};

Slices slices_of(float from, float length, bool round_first, bool round_last, const CornerPicture& corner) {
    const float reach = std::min(corner.reach, length / 2);
    const float first = round_first ? corner.margin : 0, last = round_last ? corner.margin : 0;
    const float within = corner.margin + reach;
    return {{from - first, from + reach, from + length - reach, from + length + last},
            {round_first ? 0 : within, within, within, round_last ? 0 : within}};
}

// Three by three parts, each a stretch of the corner's picture; of a line only those along the edge.
void draw_slices(ImDrawList& list, const Slices& across, const Slices& down, const CornerPicture& corner, Colour colour,
                 bool hollow) {
    list.PrimReserve(hollow ? 48 : 54, 16);
    const unsigned first = list._VtxCurrentIdx;
    for (const unsigned row : {0u, 1u, 2u}) {
        for (const unsigned column : {0u, 1u, 2u}) {
            if (hollow && row == 1 && column == 1) continue;
            const unsigned place = first + 4 * row + column;
            for (const unsigned away : {0u, 1u, 5u, 0u, 5u, 4u})
                list.PrimWriteIdx(static_cast<ImDrawIdx>(place + away));
        }
    }
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 4; ++column)
            list.PrimWriteVtx({across.at[column], down.at[row]},
                              {corner.u + across.in[column] * corner.u_step, corner.v + down.in[row] * corner.v_step},
                              colour);
    }
}

// False when there is no picture of such a corner. All of them have soft edges, and tests may ask for sharp ones.
bool draw_round(Ui& ui, const Bounds& box, Colour colour, float radius, float thickness, const Sides& round = {}) {
    if (!(ui.draw().Flags & ImDrawListFlags_AntiAliasedFill)) return false;
    radius = std::min({radius, box.width / 2, box.height / 2});
    const auto corner = ui.theme().round_corners().find(radius, thickness);
    if (!corner) return false;
    draw_slices(ui.draw(), slices_of(box.x, box.width, round.left, round.right, *corner),
                slices_of(box.y, box.height, round.top, round.bottom, *corner), *corner, colour, thickness > 0);
    return true;
}

// ImGui leaves letters out that cannot be seen; of all else it makes corners, which are handed to the browser.
void fill_some(Ui& ui, const Bounds& box, Colour colour, float radius, const Sides& round, ImDrawFlags corners) {
    if (!ui.is_seen(box)) return;
    if (radius <= 0 || !draw_round(ui, box, colour, radius, 0, round))
        ui.draw().AddRectFilled(low(box), high(box), colour, radius, corners);
}

}  // namespace

void fill(Ui& ui, const Bounds& box, Colour colour, float radius) {
    fill_some(ui, box, colour, radius, {}, ImDrawFlags_None);
}

void fill_bottom(Ui& ui, const Bounds& box, Colour colour, float radius) {
    fill_some(ui, box, colour, radius, {.top = false}, ImDrawFlags_RoundCornersBottom);
}

void fill_left(Ui& ui, const Bounds& box, Colour colour, float radius) {
    fill_some(ui, box, colour, radius, {.right = false}, ImDrawFlags_RoundCornersLeft);
}

void outline(Ui& ui, const Bounds& box, Colour colour, float radius, float thickness) {
    if (!ui.is_seen(box)) return;
    if (ui.theme().colours.hard) thickness = std::max(thickness, 2.0f);
    if (draw_round(ui, box, colour, radius, thickness)) return;
    const Bounds line = inset(box, thickness / 2 - 0.5f);  // ImGui draws half a pixel inside of what it is told.
    ui.draw().AddRect(low(line), high(line), colour, radius, 0, thickness);
}

void focus_ring(Ui& ui, NodeId id, const Bounds& box, float radius) {
    if (!ui.input().focus_ring(id)) return;
    const float thickness = ui.theme().colours.hard ? 5 : 3;
    const float away = thickness + 1;
    outline(ui, inset(box, -away), ui.theme().colours.focus_ring, radius + away, thickness);
}

void circle(Ui& ui, float x, float y, float radius, Colour colour) {
    fill(ui, around(x, y, radius), colour, radius);
}

void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness) {
    outline(ui, around(x, y, radius), colour, radius, thickness);
}

void stroke(Ui& ui, float x1, float y1, float x2, float y2, Colour colour, float thickness) {
    ui.draw().AddLine({x1, y1}, {x2, y2}, colour, thickness);
}

void bent_stroke(Ui& ui, float x1, float y1, float x2, float y2, float x3, float y3, Colour colour, float thickness) {
    const std::array<ImVec2, 3> points = {{{x1, y1}, {x2, y2}, {x3, y3}}};
    ui.draw().AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, thickness);
}

void tint(Ui& ui, const Bounds& box, Colour ground, Colour edge, float radius) {
    fill(ui, box, ground, radius);
    if (ui.theme().colours.hard) outline(ui, box, edge, radius);
}

float mark_size(const Ui& ui) {
    return std::round(22 * ui.theme().text_scale());
}

void radio_mark(Ui& ui, float x, float y, bool chosen, Colour colour, Colour ground) {
    const float size = mark_size(ui);
    circle(ui, x, y, size / 2, chosen ? colour : ground);
    ring(ui, x, y, size / 2, colour, 2);
    if (chosen) draw_icon(ui, Icon::check, x, y, size * 0.8f, ground);
}

void check_mark(Ui& ui, float x, float y, bool on, Colour colour, Colour ground) {
    constexpr float corner = 5;
    const float size = mark_size(ui);
    const Bounds box{x - size / 2, y - size / 2, size, size};
    fill(ui, box, on ? colour : ground, corner);
    outline(ui, box, colour, corner, 2);
    if (on) draw_icon(ui, Icon::check, x, y, size * 0.85f, ground);
}

void chevron(Ui& ui, float x, float y, bool to_left, Colour colour) {
    const float size = icon_size(ui.theme().text(TextSize::body));
    draw_icon(ui, to_left ? Icon::chevron_left : Icon::chevron_right, x, y, size, colour);
}

void expander(Ui& ui, float x, float y, bool open, Colour colour) {
    const float size = icon_size(ui.theme().text(TextSize::body));
    draw_icon(ui, open ? Icon::chevron_up : Icon::chevron_down, x, y, size, colour);
}

void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour) {
    if (icon == Icon::none || !ui.theme().icons() || !ui.is_seen(around(x, y, size / 2))) return;
    constexpr unsigned int first = 0xe000;  // As tools/make_icons.py numbers them.
    std::array<char, 5> text{};
    ImTextCharToUtf8(text.data(), first + static_cast<unsigned int>(icon) - 1);
    ui.draw().AddText(ui.theme().icons(), size, {std::round(x - size / 2), std::round(y - size / 2)}, colour,
                      text.data());
}

Colour blend(Colour one, Colour other, float share) {
    Colour result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float a = static_cast<float>((one >> shift) & 0xffu);
        const float b = static_cast<float>((other >> shift) & 0xffu);
        result |= static_cast<Colour>(std::lround(a + (b - a) * share)) << shift;
    }
    return result;
}

}  // namespace kitbag
