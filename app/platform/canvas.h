#pragma once
// What a picture is drawn on. This one itself is no canvas: it lets the picture go, for a browser in which nothing can be drawn or as long as
// the tablet has taken the drawing away, so that the app runs on by its real elements. It decides nothing about when to draw.

struct ImDrawData;

namespace kitbag {

class Canvas {
  public:
    Canvas() = default;
    virtual ~Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    virtual void show(ImDrawData* picture, unsigned ground);  // `ground` fills what nothing was drawn on.
};

}  // namespace kitbag
