#pragma once
// Figures or words by rows and columns, to be read and not pressed: as a grid where that has room, and else each row as a short list of
// its columns. To a screen reader it is a table either way. It belongs into a card, at its full width, and is for some dozen
// rows: all of them are told to the page.

#include <span>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

struct DataRow {
    std::string_view name;
    std::span<const std::string_view> cells;  // Words, one for each column. Never "".
};

struct DataTable {
    std::string_view label;   // Read out and not drawn.
    std::string_view corner;  // Over the names of the rows.
    std::span<const std::string> columns;
    std::span<const DataRow> rows;
};

// REQUIRES: as many cells in each row as there are columns.
void data_table(Ui& ui, std::string_view key, const DataTable& look);

// For widgets that draw such a table in another way: tells the page of its parts, and draws nothing. Each `Bounds` is on the screen.
class TableRecord {
  public:
    TableRecord(Ui& ui, std::string_view key, std::string_view label, std::size_t rows, std::size_t columns,
                const Bounds& box);
    ~TableRecord();
    TableRecord(const TableRecord&) = delete;
    TableRecord& operator=(const TableRecord&) = delete;

    void open_row(const Bounds& box);
    void close_row();
    void column_header(std::string_view words, const Bounds& box, std::string_view description = {});
    void row_header(std::string_view words, const Bounds& box);
    // `beside`: what else is drawn in it and is told by its heading.
    void cell(std::string_view words, const Bounds& box, std::string_view beside = {});

  private:
    SemanticNode part(Role role, std::string_view words, const Bounds& box);

    Ui& ui_;
    NodeId table_ = 0;
    NodeId row_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t parts_ = 0;  // Of the row that is open.
};

// Of what is read out and stands nowhere in the picture.
inline Bounds told_only(float x, float y) {
    return {x, y, 1, 1};
}

}  // namespace kitbag::widgets
