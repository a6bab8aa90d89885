#pragma once
// Lines of text: where they break and how they are drawn. Breaks as a browser does with "pre-wrap" and without
// hyphenation, so that a field reads the same whether the page's editor or the picture shows it. It draws no style but
// one font in one colour.

#include <span>
#include <string_view>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/ui.h"

namespace kitbag {

// The lines of a text, for which no memory is asked while there is one, as nearly always.
class Lines {
  public:
    void add(std::string_view line) {
        if (size_ == 1) more_.push_back(first_);
        if (size_ == 0)
            first_ = line;
        else
            more_.push_back(line);
        ++size_;
    }
    const std::string_view* begin() const { return size_ > 1 ? more_.data() : &first_; }
    const std::string_view* end() const { return begin() + size_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

  private:
    std::string_view first_;
    std::vector<std::string_view> more_;  // All of them, where there are several.
    std::size_t size_ = 0;
};

// REQUIRES for all: between ImGui's NewFrame and Render, or after at least one NewFrame.
float text_width(const TextStyle& style, std::string_view text);

// Views of `text`, one a line, without the spaces at which they broke. At least one line, if an empty one.
Lines wrap_text(const TextStyle& style, std::string_view text, float width);

// How many lines wrap_text() would give, where only the room is asked for: nothing is kept.
int lines_of(const TextStyle& style, std::string_view text, float width);

void draw_line(Ui& ui, const TextStyle& style, float x, float y, Colour colour, std::string_view line);
// What stands in a field of one line, in `width`, with an ellipsis where it does not fit. For fields only, whose editor shows
// the rest: words of ours are never cut, they go on to a next line.
void draw_value(Ui& ui, const TextStyle& style, float x, float y, float width, Colour colour, std::string_view line);
void draw_lines(Ui& ui, const TextStyle& style, float x, float y, Colour colour,
                std::span<const std::string_view> lines);

inline float lines_height(const TextStyle& style, std::span<const std::string_view> lines) {
    return style.line * static_cast<float>(lines.size());
}

}  // namespace kitbag
