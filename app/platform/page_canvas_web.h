#pragma once
// The page's canvas, for a browser that has no WebGL 2 in a worker: a picture is taken apart into corners, letters and orders, and
// the page draws it (web-shell/page_renderer.mjs). It knows nothing of WebGL.

#include "app/platform/canvas.h"

namespace kitbag {

class PageCanvas final : public Canvas {
  public:
    // REQUIRES for its life: a current ImGui context.
    ~PageCanvas() override { forget_textures(); }

    bool usable() const override { return true; }
    void show(ImDrawData* picture, unsigned ground) override;
    void restored() override { forget_textures(); }

  private:
    static void forget_textures();  // ImGui hands them over again.
};

}  // namespace kitbag
