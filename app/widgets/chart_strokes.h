#pragma once
// How the lines of a chart are drawn: their patterns and marks, which can be told apart without colour.

#include <span>

#include "app/widgets/chart.h"

namespace kitbag::widgets {

struct StrokePoint {
    float x = 0, y = 0;
    bool there = false;  // False breaks the line.
};

// `column_width`: how wide a level is drawn around each of its points.
void draw_stroke(Ui& ui, ChartStroke stroke, std::span<const StrokePoint> points, float column_width);

// Of the line, and of its name.
Colour ink_of(const Ui& ui, ChartStroke stroke);

}  // namespace kitbag::widgets
