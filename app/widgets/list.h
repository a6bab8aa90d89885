#pragma once
// Lists of records to choose from, with what to say when there are none.

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "app/widgets/contents.h"
#include "app/widgets/long_rows.h"
#include "app/widgets/text.h"
#include "core/base/text.h"

namespace kitbag::widgets {

// A list; `label` is read out and not drawn. Inside it only list_row() and list_entry().
void list(Ui& ui, std::string_view key, std::string_view label, const Contents& rows);

struct ListRow {
    std::string_view title;
    std::string_view detail = {};
    std::string_view badge = {};
    BadgeTone badge_tone = BadgeTone::plain;
    bool current = false;                   // It is the one shown beside the list.
    std::string_view excerpt = {};          // Of what the row leads to, below the detail,
    std::span<const TextRange> found = {};  // with what was looked for marked.
};

// A whole row to press. True in the frame in which it was.
bool list_row(Ui& ui, std::string_view key, const ListRow& look);

struct KeyedRow {
    std::string_view key;
    ListRow look;
};

// A list that may have hundreds of rows: what is far out of sight is neither drawn nor told to the page, and each row that is told
// says which of how many it is. `row_at` gives the row at a place. Gives the place of the row that was pressed.
std::optional<std::size_t> long_list(Ui& ui, std::string_view key, std::string_view label, std::size_t count,
                                     RowsMemory& memory, const std::function<KeyedRow(std::size_t)>& row_at);

// A row that holds other things and is not pressed itself.
void list_entry(Ui& ui, std::string_view key, const Contents& contents);

// Where a list would be: what is missing, and what to do next.
void empty_state(Ui& ui, std::string_view title, std::string_view what_to_do);

}  // namespace kitbag::widgets
