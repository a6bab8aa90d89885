#pragma once
// The few strokes that widgets are drawn with. Screen coordinates; nothing is recorded here.

#include "app/widgets/ui.h"

namespace kitbag {

void fill(Ui& ui, const Bounds& box, Colour colour, float radius = 0);
void fill_bottom(Ui& ui, const Bounds& box, Colour colour, float radius);  // Only the lower corners are round.
void fill_left(Ui& ui, const Bounds& box, Colour colour, float radius);    // Only the left corners are.
// At least two pixels where edges are hard.
void outline(Ui& ui, const Bounds& box, Colour colour, float radius = 0, float thickness = 1);
void focus_ring(Ui& ui, NodeId id, const Bounds& box, float radius);  // Only when the keyboard's focus is there.
void circle(Ui& ui, float x, float y, float radius, Colour colour);
void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness);
void stroke(Ui& ui, float x1, float y1, float x2, float y2, Colour colour, float thickness);
// By way of the second point.
void bent_stroke(Ui& ui, float x1, float y1, float x2, float y2, float x3, float y3, Colour colour, float thickness);
void chevron(Ui& ui, float x, float y, bool to_left, Colour colour);
void expander(Ui& ui, float x, float y, bool open, Colour colour);  // Points down; up when what it shows is open.

// A soft ground: where edges are hard it gets one, because no ground may carry a meaning alone.
void tint(Ui& ui, const Bounds& box, Colour ground, Colour edge, float radius);

// What shows whether something is chosen grows with the letters beside it.
float mark_size(const Ui& ui);
void radio_mark(Ui& ui, float x, float y, bool chosen, Colour colour, Colour ground);
void check_mark(Ui& ui, float x, float y, bool on, Colour colour, Colour ground);

inline Bounds inset(const Bounds& box, float by) {
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

// As large as an icon stands beside words of this style.
inline float icon_size(const TextStyle& style) {
    return style.em * 1.2f;
}

// In a square with sides of `size`; x and y are its centre. Nothing for Icon::none, or where the icons could not be loaded.
void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour);

// A disc with the category's letter; x and y are its centre.
void category_mark(Ui& ui, Category category, float x, float y, float size);

// A mix of two opaque colours; `share` of the second.
Colour blend(Colour one, Colour other, float share);

}  // namespace kitbag
