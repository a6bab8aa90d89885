#pragma once
// What a picture is drawn on. This one itself is no canvas: it lets the picture go, for a browser in which nothing can be drawn, so that the app
// runs on by its real elements. It decides nothing about when to draw.

struct ImDrawData;

namespace kitbag {

class Canvas {
  public:
    Canvas() = default;
    virtual ~Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    virtual bool usable() const { return false; }
    virtual void show(ImDrawData* picture, unsigned ground);  // `ground` fills what nothing was drawn on.
    // The browser took away what was kept for drawing, or gave it back: then everything in it has gone.
    virtual void lost() {}
    virtual void restored() {}
};

}  // namespace kitbag
