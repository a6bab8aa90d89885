#pragma once
// How a person wants this tablet to look: chosen in the app, kept by the page (not in the store: it must hold before anybody has
// unlocked it, and tells nothing of anybody). It says nothing of what is drawn.

#include <cstdint>
#include <optional>

namespace kitbag {

enum class Scheme : std::uint8_t {
    light,
    dark,
    contrast,  // Black on white with hard edges: for sunlight, and for eyes that need it.
};

struct Display {
    static constexpr float text_max = 2.5f;  // WCAG 2.2, 1.4.4, asks for 2.

    std::optional<Scheme> scheme;  // None: as the tablet is set, and when that changes, so does the app.
    float text = 1;                // 1 to text_max, on top of what the browser's own letters say.
    bool left_handed = false;      // What is pressed stands at the left hand's side.

    bool operator==(const Display&) const = default;
};

}  // namespace kitbag
