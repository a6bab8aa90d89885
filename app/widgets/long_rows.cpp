#include "app/widgets/long_rows.h"

#include <algorithm>

namespace kitbag::widgets {
namespace {

constexpr std::size_t rows_in_block = 12;  // Told to the page together, so that scrolling seldom changes what it knows.

}  // namespace

std::vector<bool> told_rows(Ui& ui, std::span<const MeasuredRow> rows, const Bounds& box) {
    std::vector<bool> told(rows.size());
    for (std::size_t start = 0; start < rows.size(); start += rows_in_block) {
        const std::size_t end = std::min(rows.size(), start + rows_in_block);
        const float bottom = rows[end - 1].y + rows[end - 1].height;
        const bool near = ui.is_near({box.x, box.y + rows[start].y, box.width, bottom - rows[start].y});
        for (std::size_t place = start; place < end; ++place) told[place] = near;
    }
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (rows[place].id != ui.input().focused()) continue;
        for (std::size_t beside = place > 0 ? place - 1 : 0; beside < std::min(rows.size(), place + 2); ++beside)
            told[beside] = true;
    }
    return told;
}

}  // namespace kitbag::widgets
