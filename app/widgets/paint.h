#pragma once
// The few strokes that widgets are drawn with. Screen coordinates; nothing is recorded here.

#include "app/widgets/ui.h"

namespace kitbag {

void fill(Ui& ui, const Bounds& box, Colour colour, float radius = 0);
void fill_bottom(Ui& ui, const Bounds& box, Colour colour, float radius);  // Only the lower corners are round.
void fill_left(Ui& ui, const Bounds& box, Colour colour, float radius);    // Only the left corners are.
void outline(Ui& ui, const Bounds& box, Colour colour, float radius = 0, float thickness = 1);
void focus_ring(Ui& ui, NodeId id, const Bounds& box, float radius);  // Only when the keyboard's focus is there.
void circle(Ui& ui, float x, float y, float radius, Colour colour);
void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness);
void stroke(Ui& ui, float x1, float y1, float x2, float y2, Colour colour, float thickness);
void tick(Ui& ui, float x, float y, float size, Colour colour, float thickness);  // Its centre.
void radio_mark(Ui& ui, float x, float y, bool chosen, Colour colour, Colour ground);
void chevron(Ui& ui, float x, float y, float size, bool to_left, Colour colour);
void expander(Ui& ui, float x, float y, bool open, Colour colour);  // Points down; up when what it shows is open.

inline Bounds inset(const Bounds& box, float by) {
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

// Signs of about 20 pixels; x and y are their centre.
void warning_sign(Ui& ui, float x, float y, Colour colour);
void info_sign(Ui& ui, float x, float y, Colour colour);
void good_sign(Ui& ui, float x, float y, Colour colour);
void calendar_sign(Ui& ui, float x, float y, Colour colour);

// A disc with the category's letter; x and y are its centre.
void category_mark(Ui& ui, Category category, float x, float y, float size);

// A mix of two opaque colours; `share` of the second.
Colour blend(Colour one, Colour other, float share);

}  // namespace kitbag
