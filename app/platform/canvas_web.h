#pragma once
// The picture: a WebGL 2 context on the canvas that worker.mjs put at "#canvas", and ImGui's renderer on it. It decides
// nothing about when to draw.

struct ImDrawData;

namespace kitbag {

class WebCanvas {
  public:
    // REQUIRES: a current ImGui context. usable() is false when the browser has no WebGL 2 to give; then nothing is drawn.
    WebCanvas();
    ~WebCanvas();
    WebCanvas(const WebCanvas&) = delete;
    WebCanvas& operator=(const WebCanvas&) = delete;

    bool usable() const { return usable_; }
    void show(ImDrawData* picture, unsigned ground);  // `ground` fills what nothing was drawn on.
    // The browser took the context away, or gave it back: everything kept in it has gone.
    void lost() { lost_ = true; }
    void restored();

  private:
    bool usable_ = false;
    bool lost_ = false;
};

}  // namespace kitbag
