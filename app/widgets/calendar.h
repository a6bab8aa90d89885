#pragma once
// A month as weeks of seven days: a table whose cells are read out as the day with what is on it. It is only read; what is
// to be pressed stands in a list beside it. It knows no date and no visit.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

struct CalendarCell {
    int number = 0;
    std::string spoken;              // "Wednesday 25 November 2026: 09:30 Bramble Hill Primary School". Never "".
    std::vector<std::string> lines;  // What is on that day; what has no room is counted.
    bool in_month = true;
    bool today = false;
};

struct Calendar {
    std::string_view label;  // Read out and not drawn: the month.
    std::array<std::string_view, 7> weekdays;
    std::span<const CalendarCell> cells;  // Whole weeks.
};

bool calendar_fits(const Ui& ui);  // Is there room in this area for words in its cells?

// REQUIRES: as many cells as make whole weeks.
void calendar(Ui& ui, std::string_view key, const Calendar& look);

}  // namespace kitbag::widgets
