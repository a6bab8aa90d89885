#include "app/widgets/paint.h"

#include <cmath>

#include <imgui.h>

namespace kitbag {
namespace {

ImVec2 low(const Bounds& box) {
    return {box.x, box.y};
}
ImVec2 high(const Bounds& box) {
    return {box.x + box.width, box.y + box.height};
}

}  // namespace

void fill(Ui& ui, const Bounds& box, Colour colour, float radius) {
    ui.draw().AddRectFilled(low(box), high(box), colour, radius);
}

void fill_bottom(Ui& ui, const Bounds& box, Colour colour, float radius) {
    ui.draw().AddRectFilled(low(box), high(box), colour, radius, ImDrawFlags_RoundCornersBottom);
}

void fill_left(Ui& ui, const Bounds& box, Colour colour, float radius) {
    ui.draw().AddRectFilled(low(box), high(box), colour, radius, ImDrawFlags_RoundCornersLeft);
}

void outline(Ui& ui, const Bounds& box, Colour colour, float radius, float thickness) {
    const Bounds line = inset(box, thickness / 2 - 0.5f);  // ImGui draws half a pixel inside of what it is told.
    ui.draw().AddRect(low(line), high(line), colour, radius, 0, thickness);
}

void focus_ring(Ui& ui, NodeId id, const Bounds& box, float radius) {
    if (!ui.input().focus_ring(id)) return;
    constexpr float away = 4;
    outline(ui, inset(box, -away), ui.theme().colours.focus_ring, radius + away, 3);
}

void circle(Ui& ui, float x, float y, float radius, Colour colour) {
    ui.draw().AddCircleFilled({x, y}, radius, colour);
}

void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness) {
    ui.draw().AddCircle({x, y}, radius, colour, 0, thickness);
}

void stroke(Ui& ui, float x1, float y1, float x2, float y2, Colour colour, float thickness) {
    ui.draw().AddLine({x1, y1}, {x2, y2}, colour, thickness);
}

void tick(Ui& ui, float x, float y, float size, Colour colour, float thickness) {
    const ImVec2 points[] = {{x - size * 0.45f, y + size * 0.02f},
                             {x - size * 0.12f, y + size * 0.35f},
                             {x + size * 0.48f, y - size * 0.34f}};
    ui.draw().AddPolyline(points, 3, colour, 0, thickness);
}

void radio_mark(Ui& ui, float x, float y, bool chosen, Colour colour, Colour ground) {
    constexpr float radius = 11;
    circle(ui, x, y, radius, chosen ? colour : ground);
    ring(ui, x, y, radius, colour, 2);
    if (chosen) tick(ui, x, y, 13, ground, 2.5f);
}

void chevron(Ui& ui, float x, float y, float size, bool to_left, Colour colour) {
    const float tip = to_left ? -size / 4 : size / 4;
    const ImVec2 points[] = {{x - tip, y - size / 2}, {x + tip, y}, {x - tip, y + size / 2}};
    ui.draw().AddPolyline(points, 3, colour, 0, 2);
}

void expander(Ui& ui, float x, float y, bool open, Colour colour) {
    const float tip = open ? -3.0f : 3.0f;
    const ImVec2 points[] = {{x - 6, y - tip}, {x, y + tip}, {x + 6, y - tip}};
    ui.draw().AddPolyline(points, 3, colour, 0, 2);
}

void warning_sign(Ui& ui, float x, float y, Colour colour) {
    const ImVec2 corners[] = {{x, y - 9}, {x + 10, y + 8}, {x - 10, y + 8}};
    ui.draw().AddTriangleFilled(corners[0], corners[1], corners[2], colour);
    const Colour paper = ui.theme().colours.paper;
    fill(ui, {x - 1, y - 4, 2, 7}, paper);
    fill(ui, {x - 1, y + 4, 2, 2}, paper);
}

void info_sign(Ui& ui, float x, float y, Colour colour) {
    circle(ui, x, y, 10, colour);
    const Colour paper = ui.theme().colours.paper;
    fill(ui, {x - 1.25f, y - 5.5f, 2.5f, 2.5f}, paper);
    fill(ui, {x - 1.25f, y - 1.5f, 2.5f, 7}, paper);
}

void good_sign(Ui& ui, float x, float y, Colour colour) {
    circle(ui, x, y, 10, colour);
    tick(ui, x, y, 11, ui.theme().colours.paper, 2);
}

void calendar_sign(Ui& ui, float x, float y, Colour colour) {
    outline(ui, {x - 9, y - 8, 18, 17}, colour, 3, 1.5f);
    fill(ui, {x - 9, y - 4, 18, 1.5f}, colour);
    fill(ui, {x - 5, y - 10, 2, 4}, colour);
    fill(ui, {x + 3, y - 10, 2, 4}, colour);
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
