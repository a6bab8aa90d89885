#include "app/widgets/chart_strokes.h"

#include <array>
#include <cmath>

#include <imgui.h>

#include "app/widgets/paint.h"

namespace kitbag::widgets {
namespace {

// How much is drawn and how much is left out, in turn, in CSS pixels. A whole line leaves nothing out.
using Pattern = std::array<float, 4>;

Pattern pattern_of(ChartStroke stroke) {
    switch (stroke) {
        case ChartStroke::long_dashes:
            return {10, 5, 10, 5};
        case ChartStroke::dots:
            return {2, 4, 2, 4};
        case ChartStroke::dashes_and_dots:
            return {9, 4, 2, 4};
        case ChartStroke::whole:
        case ChartStroke::limit:
        case ChartStroke::none:
            break;
    }
    return {1000, 0, 1000, 0};
}

float thickness_of(ChartStroke stroke) {
    return stroke == ChartStroke::whole ? 3.5f : 2;
}

void draw_dashes(Ui& ui, ChartStroke stroke, const StrokePoint& from, const StrokePoint& to) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 1) return;
    const Pattern pattern = pattern_of(stroke);
    const float across = (to.x - from.x) / length, down = (to.y - from.y) / length;
    float at = 0;
    for (std::size_t part = 0; at < length; part = (part + 2) % pattern.size()) {
        const float end = std::min(at + pattern[part], length);
        kitbag::stroke(ui, from.x + across * at, from.y + down * at, from.x + across * end, from.y + down * end,
                       ink_of(ui, stroke), thickness_of(stroke));
        at = end + pattern[part + 1];
    }
}

// Hollow marks have the paper's colour inside, so that a line behind them does not fill them.
void draw_mark(Ui& ui, ChartStroke stroke, const StrokePoint& at) {
    const Colour ink = ink_of(ui, stroke);
    const Colour paper = ui.theme().colours.paper;
    const float size = 5;
    ImDrawList& draw = ui.draw();
    switch (stroke) {
        case ChartStroke::whole:
            circle(ui, at.x, at.y, size + 1, ink);
            break;
        case ChartStroke::long_dashes:
            draw.AddRectFilled({at.x - size, at.y - size}, {at.x + size, at.y + size}, paper);
            draw.AddRect({at.x - size, at.y - size}, {at.x + size, at.y + size}, ink, 0, 0, 2);
            break;
        case ChartStroke::dots:
            draw.AddTriangleFilled({at.x, at.y - size - 1}, {at.x + size + 1, at.y + size},
                                   {at.x - size - 1, at.y + size}, ink);
            break;
        case ChartStroke::dashes_and_dots:
            draw.AddQuadFilled({at.x, at.y - size - 2}, {at.x + size + 2, at.y}, {at.x, at.y + size + 2},
                               {at.x - size - 2, at.y}, paper);
            draw.AddQuad({at.x, at.y - size - 2}, {at.x + size + 2, at.y}, {at.x, at.y + size + 2},
                         {at.x - size - 2, at.y}, ink, 2);
            break;
        case ChartStroke::limit:
        case ChartStroke::none:
            break;
    }
}

// A thin double line over the whole column of each year that has one.
void draw_level(Ui& ui, std::span<const StrokePoint> points, float column_width) {
    const Colour ink = ink_of(ui, ChartStroke::limit);
    for (const StrokePoint& point : points) {
        if (!point.there) continue;
        for (const float aside : {-2.0f, 1.0f})
            fill(ui, {point.x - column_width / 2, std::round(point.y) + aside, column_width, 1}, ink);
    }
}

}  // namespace

Colour ink_of(const Ui& ui, ChartStroke stroke) {
    const Palette& colours = ui.theme().colours;
    switch (stroke) {
        case ChartStroke::whole:
            return colours.accent;
        case ChartStroke::limit:
            return colours.danger;
        case ChartStroke::dots:
            return colours.quiet_ink;
        case ChartStroke::long_dashes:
        case ChartStroke::dashes_and_dots:
        case ChartStroke::none:
            break;
    }
    return colours.ink;
}

void draw_stroke(Ui& ui, ChartStroke stroke, std::span<const StrokePoint> points, float column_width) {
    if (stroke == ChartStroke::none) return;
    if (stroke == ChartStroke::limit) return draw_level(ui, points, column_width);
    for (std::size_t place = 1; place < points.size(); ++place) {
        if (points[place - 1].there && points[place].there) draw_dashes(ui, stroke, points[place - 1], points[place]);
    }
    for (const StrokePoint& point : points) {
        if (point.there) draw_mark(ui, stroke, point);
    }
}

}  // namespace kitbag::widgets
