#pragma once
// Lists of records to choose from, with what to say when there are none.

#include <span>
#include <string_view>

#include "app/widgets/contents.h"
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

// A row that holds other things and is not pressed itself.
void list_entry(Ui& ui, std::string_view key, const Contents& contents);

// Where a list would be: what is missing, and what to do next.
void empty_state(Ui& ui, std::string_view title, std::string_view what_to_do);

}  // namespace kitbag::widgets
