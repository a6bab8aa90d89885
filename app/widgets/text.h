#pragma once
// Text that is only read: headings, paragraphs, facts, badges.

#include <span>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"
#include "core/criteria/category.h"

namespace kitbag::widgets {

enum class TextTone { ink, quiet, good, warning, danger };

struct TextLook {
    TextTone tone = TextTone::ink;
    bool bold = false;
    bool small = false;
    bool large = false;  // For somebody who reads it for the first time, at arm's length.
};

// Level 1 is the page's, one on each screen; 2 a section's; 3 a card's or a field set's.
// It may look like one of a lower level, where little stands below it.
void heading(Ui& ui, int level, std::string_view text, int looks_like = 0);

// Wrapped; a line feed in the text begins a new line.
void paragraph(Ui& ui, std::string_view text, const TextLook& look = {});

// Short sentences below each other with a dot before each.
void bullets(Ui& ui, std::string_view key, std::span<const std::string> sentences);

// "Headteacher": its value beside it, or below where the room is small.
void fact(Ui& ui, std::string_view label, std::string_view value);

enum class BadgeTone { plain, info, good, warning, danger, green, amber, red };

// A word or two in a rounded box.
void badge(Ui& ui, std::string_view text, BadgeTone tone = BadgeTone::plain);

// For rows that draw one at a place of their own, without recording it: as wide as its words, and where that is more than
// `room`, on several lines.
float badge_width(Ui& ui, std::string_view text);
float badge_height(Ui& ui, std::string_view text, float room);
void draw_badge(Ui& ui, float x, float middle, float room, std::string_view text, BadgeTone tone);

// A category's word with its letter's shape and colour, so that nobody needs to tell the colours apart.
void category_badge(Ui& ui, Category category);

// A line between two parts.
void divider(Ui& ui);

}  // namespace kitbag::widgets
