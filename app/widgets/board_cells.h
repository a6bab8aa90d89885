#pragma once
// The cells of a board: in each a category and an arrow, or a few words. For the board, which says what each means.

#include <array>

#include "app/widgets/board.h"
#include "app/widgets/stamp.h"

namespace kitbag::widgets {

// For one frame. There are hundreds of cells and a dozen pictures in them.
class BoardCells {
  public:
    static constexpr float height = 36;  // Of a picture, times the text's scale.

    explicit BoardCells(Ui& ui) : ui_(ui) {}

    // In the middle of `box`. REQUIRES: all are equally wide.
    void draw(const BoardCell& cell, const Bounds& box);

  private:
    void draw_words(std::string_view text, const Bounds& box);
    void draw_picture(const BoardCell& cell, const Bounds& sheet);
    Stamp& stamp_of(const BoardCell& cell);

    Ui& ui_;
    std::array<std::array<Stamp, all_arrows.size()>, 1 + all_categories.size()>
        stamps_;  // The first without a category.
};

}  // namespace kitbag::widgets
