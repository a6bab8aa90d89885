#pragma once
// A board of schools by half terms, or by figures: a table with a row to press for each school and in each cell a category and an
// arrow, or a few words.
// Its headings stay at the top while it scrolls. It belongs straight on a page, at the full width of its contents, and may
// hold hundreds of rows: what is far out of sight is neither drawn nor told to the page. It judges nothing, sorts nothing
// and knows what no cell means beyond its picture and its words.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/widgets/direction.h"
#include "app/widgets/long_rows.h"
#include "app/widgets/ui.h"
#include "core/criteria/category.h"

namespace kitbag::widgets {

struct BoardCell {
    std::optional<Category> category = {};
    Arrow arrow = Arrow::none;
    std::string_view spoken;     // What the picture means: "Amber, improving", "Not judged". Never "".
    std::string_view text = {};  // Drawn in the place of a picture: "15 behind".
};

struct BoardRow {
    std::string_view key, title, detail;
    bool opens = true;  // Else it is only read, and stands out: what the others are set beside.
};

struct Board {
    std::string_view label;        // Read out and not drawn.
    std::string_view row_heading;  // Over the names: "School".
    std::span<const std::string>
        columns;  // "Autumn 1\n2026": a line feed begins a new line, but is read out as a space.
    std::size_t row_count = 0;
    std::function<BoardRow(std::size_t row)> row;
    // The cells of a row, one for each column, until it is asked for another: it is for those near to what is seen.
    std::function<std::span<const BoardCell>(std::size_t row)> cells;
    RowsMemory* memory = nullptr;  // Without one, all is measured in every frame.
    int current_column = -1;       // Shown on a ground of its own, or -1.
};

// Gives the key of the row that was pressed. REQUIRES: as many cells in each row as there are columns. Of more columns than
// board_columns_fit() only the last are there.
std::optional<std::string> board(Ui& ui, std::string_view key, const Board& look);

// How many columns have room in this area beside the names, or below them where the names need the whole width: at least 1.
int board_columns_fit(const Ui& ui);

}  // namespace kitbag::widgets
