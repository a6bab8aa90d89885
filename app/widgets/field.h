#pragma once
// Fields to type in. While a field has the focus the page's own editor shows and owns the text, and only the box is
// drawn here; what is given as value then is not written over what is being typed.

#include <optional>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

// Which letters a soft keyboard writes large by itself. A code is also not corrected to a word.
enum class Letters { sentences, names, code };

enum class FieldKind { text, multiline, password, search, date };

struct Field {
    std::string_view label;
    std::string_view value;
    FieldKind kind = FieldKind::text;
    std::string_view hint = {};   // Below the label, always in sight.
    std::string_view error = {};  // What is wrong and what to do.
    std::string_view note = {};   // Below the box: "Saved on this tablet".
    bool note_is_problem = false;
    bool enabled = true;
    bool required = false;
    int lines_min = 3;    // Multiline: the box is never lower.
    int length_max = 0;   // Characters; 0 for no limit.
    float width_max = 0;  // CSS pixels; 0 for all of the area.
    std::string_view autocomplete = "off";
    Letters letters = Letters::sentences;
};

struct FieldAnswer {
    std::optional<std::string> edited;  // The whole text, when it changed in this frame.
    bool left = false;                  // The person went elsewhere: what was typed is finished.
    bool submitted = false;             // Enter, in a field of one line.
    bool editing = false;
};

FieldAnswer field(Ui& ui, std::string_view key, const Field& look);

}  // namespace kitbag::widgets
