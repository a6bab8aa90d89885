#pragma once
// What the last frame looks like, read out of what it hands to the graphics card: every letter with its colour and the
// colour of the ground that it was drawn on. It sees whatever is drawn, by a widget or past all of them, so that tests can
// ask whether somebody who cannot see it is told the same, and whether somebody who sees it badly can read it.
// It is read at one picture pixel to a CSS pixel, and edges are taken as sharp: blended pixels count for neither side.

#include <string>
#include <vector>

#include "app/widgets/ui_host.h"

namespace kitbag {

// Letters that stand side by side, without the spaces between them: those leave nothing in the picture.
struct DrawnWords {
    std::string text;
    Bounds box;           // On the screen.
    bool icon = false;    // Signs of the font of icons, which stand for no words.
    double contrast = 0;  // Of the letter that is the hardest to tell from what lies right behind it.
};

class Picture {
  public:
    // REQUIRES: drawn with sharp edges, see `draw_sharply`.
    explicit Picture(UiHost& host);

    const std::vector<DrawnWords>& words() const { return words_; }
    // What is seen there, letters left out.
    Colour at(float x, float y) const { return below(x, y, shapes_.size()); }

  private:
    struct Point {
        float x = 0, y = 0;
    };
    struct Triangle {
        Point corners[3];
        Bounds clip, around;
        Colour colour = 0;
    };
    struct Letter {
        unsigned int code = 0;
        Bounds box;
        float line_top = 0, size = 0;
        Colour colour = 0;
        std::size_t shapes_below = 0;  // How many shapes had been drawn before it.
    };
    class Reader;

    Colour below(float x, float y, std::size_t shapes) const;
    void add_letter(const Letter& letter);

    Colour ground_;  // Of the window where nothing is drawn.
    std::vector<Triangle> shapes_;
    std::vector<DrawnWords> words_;
    Letter last_;
};

// From the next frame on this host draws without the half transparent pixels that smooth edges.
void draw_sharply(UiHost& host);

}  // namespace kitbag
