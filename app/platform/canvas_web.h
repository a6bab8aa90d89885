#pragma once
// A canvas of the browser: a picture is taken apart into corners, letters and orders, and web-shell/picture_renderer.mjs draws them, in the
// worker or on the page. It knows nothing of WebGL, and does not draw again what is there already.

#include <cstdint>

#include "app/platform/canvas.h"

namespace kitbag {

class WebCanvas final : public Canvas {
  public:
    // REQUIRES for its life: a current ImGui context.
    ~WebCanvas() override;  // What draws next is given all textures again.

    void show(ImDrawData* picture, unsigned ground) override;

  private:
    std::uint64_t shown_ = 0;  // The Fingerprint of the picture that is there; 0 when there is none.
};

}  // namespace kitbag
