#include "app/widgets/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace kitbag::widgets {

int ChartScale::steps() const {
    return static_cast<int>(std::lround((high - low) / step));
}

ChartScale chart_scale(std::span<const double> values, bool is_percent) {
    constexpr double least_range = 0.4;
    double low = values.empty() ? 0 : *std::ranges::min_element(values);
    double high = values.empty() ? 1 : *std::ranges::max_element(values);
    const double least = is_percent ? 20 : least_range;
    if (high - low < least) {
        const double middle = (low + high) / 2;
        low = middle - least / 2;
        high = middle + least / 2;
    }
    if (is_percent) {
        low = std::clamp(low, 0.0, 100.0 - least);
        high = std::clamp(high, least, 100.0);
    }
    ChartScale scale;
    scale.step = 0.1;
    for (int turn = 0; (high - low) / scale.step > chart_steps_max - 1; ++turn)
        scale.step *= turn % 3 == 1 ? 2.5 : 2;  // 0.1, 0.2, 0.5, 1, 2, 5, 10, …
    scale.low = std::floor(low / scale.step + 1e-9) * scale.step;
    scale.high = std::ceil(high / scale.step - 1e-9) * scale.step;
    scale.decimals = scale.step < 0.95 ? 1 : 0;
    return scale;
}

}  // namespace kitbag::widgets
