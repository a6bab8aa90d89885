#pragma once
// The worker's own canvas: a WebGL 2 context on what worker.mjs put at "#canvas", and ImGui's renderer on it.

#include <cstdint>

#include "app/platform/canvas.h"

namespace kitbag {

class WebCanvas final : public Canvas {
  public:
    // REQUIRES: a current ImGui context. usable() is false when the browser has no WebGL 2 to give; then nothing is drawn.
    WebCanvas();
    ~WebCanvas() override;

    bool usable() const override { return usable_; }
    void show(ImDrawData* picture, unsigned ground) override;
    void lost() override { lost_ = true; }
    void restored() override;

  private:
    std::uintptr_t context_ = 0;  // As emscripten names it; 0 when there is none.
    bool usable_ = false;
    bool lost_ = false;
};

}  // namespace kitbag
