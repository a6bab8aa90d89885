#pragma once
// What the screen of a visit under way remembers between frames. It is forgotten when another visit is opened.

#include <optional>
#include <string>

namespace kitbag {

enum class VisitPart { notes, aspects, questions, agreed, details, before };

struct VisitView {
    VisitPart part = VisitPart::notes;
    // Pressed in this frame, shown from the next: the whole of a frame goes by one part's key, or its fields would change their ids.
    std::optional<VisitPart> next_part;
    bool show_reasons = false;    // On a narrow screen, where there is no room for them beside the aspects.
    std::string jump_to;          // The aspect that was chosen in the index, until it is drawn.
    std::string sorting;          // The note whose dialog is open, or "".
    bool focus_capture = false;   // The next frame puts the keyboard into the field for a note,
    bool write_now_done = false;  // which happened for a visit that was opened to be written in at once.
};

}  // namespace kitbag
