#pragma once
// Round corners as pictures in the texture that holds the letters, drawn once for each radius: what is rounded is then sixteen corners for
// the browser, and not the seventy that ImGui makes of its curve in every frame.

#include <optional>

struct ImFont;

namespace kitbag {

// The upper left corner; the others are its mirror images. Texture coordinates, and CSS pixels.
struct CornerPicture {
    float u = 0, v = 0;            // Of its outermost point.
    float u_step = 0, v_step = 0;  // From one CSS pixel to the next.
    float margin = 0;              // So far it reaches out over the edge, because its edge is soft.
    float reach = 0;               // So far it reaches in. What lies further in looks as it does there.
};

class RoundCorners {
  public:
    // REQUIRES: a current ImGui context.
    void load();
    // Device pixels to a CSS pixel.
    void set_pixel_ratio(float ratio);

    // Radius from the outer edge, to a quarter of a CSS pixel; thickness of the line along it, to a half, 0 for all that is within. None
    // when it is too large, or the texture is full: ImGui's own corners do it then.
    std::optional<CornerPicture> find(float radius, float thickness) const;

  private:
    ImFont* pictures_ = nullptr;
};

}  // namespace kitbag
