#pragma once
// Where numbers lie on an axis: round steps around the values that are to be shown. Pure arithmetic; it draws nothing.

#include <span>

namespace kitbag::widgets {

struct ChartScale {
    double low = 0;
    double high = 1;
    double step = 1;
    int decimals = 0;  // That the steps need.

    // From 0, at the bottom, to 1.
    double place(double value) const { return (value - low) / (high - low); }
    int steps() const;
};

inline constexpr int chart_steps_max = 6;

// Around all of `values`, which may be none or all the same. Within 0 and 100 for percentages.
ChartScale chart_scale(std::span<const double> values, bool is_percent);

}  // namespace kitbag::widgets
