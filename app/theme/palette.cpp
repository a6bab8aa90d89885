#include <cmath>

#include "app/theme/theme.h"

namespace kitbag {
namespace {

double linear(Colour colour, int shift) {
    const double part = static_cast<double>((colour >> shift) & 0xffu) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 8) + 0.0722 * linear(colour, 16);
}

}  // namespace

double contrast(Colour one, Colour other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

const CategoryColours& Palette::of(Category category) const {
    switch (category) {
        case Category::green:
            return green;
        case Category::amber:
            return amber;
        case Category::red:
            break;
    }
    return red;
}

Palette paper_palette() {
    return {
        .table = rgb(0xf1ece1),
        .paper = rgb(0xfdfbf6),
        .sunken = rgb(0xffffff),
        .ink = rgb(0x25221d),
        .quiet_ink = rgb(0x5b554b),
        .disabled_ink = rgb(0x78716a),
        .line = rgb(0xe0d8c8),
        .strong_line = rgb(0x8a8171),
        .accent = rgb(0x125a63),
        .accent_pressed = rgb(0x0b4048),
        .accent_soft = rgb(0xe0edec),
        .on_accent = rgb(0xffffff),
        .focus_ring = rgb(0x0b57c2),
        .shade = 0x8c1d2225u,
        .info_soft = rgb(0xe3eef0),
        .good = rgb(0x1d683a),
        .good_soft = rgb(0xe0f0e3),
        .warning = rgb(0x805200),
        .warning_soft = rgb(0xfbefd3),
        .danger = rgb(0xa3271f),
        .danger_soft = rgb(0xfae3df),
        .green = {.strong = rgb(0x1d683a), .soft = rgb(0xe0f0e3), .bar = rgb(0x2f9158)},
        .amber = {.strong = rgb(0x805200), .soft = rgb(0xfcf0d2), .bar = rgb(0xe3a51a)},
        .red = {.strong = rgb(0xa3271f), .soft = rgb(0xfae3df), .bar = rgb(0xcb4034)},
    };
}

}  // namespace kitbag
