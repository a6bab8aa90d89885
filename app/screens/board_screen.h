#pragma once
// The board: every school's category and direction of travel, half term by half term. A row opens the school.

#include <string>

#include "app/commands.h"
#include "app/models/board_model.h"
#include "app/widgets/board.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct BoardView {
    bool choosing = false;  // The dialog in which schools are chosen is open.
    BoardFilter wanted;     // What is chosen in it so far.
    int back = 0;           // How many half terms before the present one the last column shows.
    widgets::RowsMemory memory;
};

void draw_board(Ui& ui, const BoardModel& model, BoardView& view, Commands& commands);
void draw_board_dialog(Ui& ui, const BoardModel& model, BoardView& view, Commands& commands);

}  // namespace kitbag
