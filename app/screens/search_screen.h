#pragma once
// "Search notes": a field that searches as one types, and the notes found with the words marked.

#include <string>

#include "app/commands.h"
#include "app/models/search_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct SearchView {
    std::string text;    // What the field holds.
    bool begun = false;  // It took over what was searched for before.
    int pages = 1;
};

void draw_search(Ui& ui, const SearchModel& model, SearchView& view, Commands& commands);

}  // namespace kitbag
