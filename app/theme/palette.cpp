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

namespace {

Palette light_palette() {
    return {
        .table = rgb(0xf1ece1),
        .paper = rgb(0xfdfbf6),
        .sunken = rgb(0xffffff),
        .muted = rgb(0xefeadf),
        .ink = rgb(0x25221d),
        .quiet_ink = rgb(0x5b554b),
        .disabled_ink = rgb(0x6d665e),
        .line = rgb(0xe0d8c8),
        .strong_line = rgb(0x8a8171),
        .accent = rgb(0x125a63),
        .accent_pressed = rgb(0x0b4048),
        .accent_soft = rgb(0xe0edec),
        .on_accent = rgb(0xffffff),
        .bar = rgb(0x125a63),
        .bar_pressed = rgb(0x0b4048),
        .on_bar = rgb(0xffffff),
        .focus_ring = rgb(0x0b57c2),
        .shade = 0x8c1d2225u,
        .shadow = 0x30000000u,
        .marked = rgb(0xfbe7ab),
        .info_soft = rgb(0xe3eef0),
        .good = rgb(0x1d683a),
        .good_soft = rgb(0xe0f0e3),
        .warning = rgb(0x805200),
        .warning_soft = rgb(0xfbefd3),
        .danger = rgb(0xa3271f),
        .danger_soft = rgb(0xfae3df),
        .green = {.strong = rgb(0x1d683a), .soft = rgb(0xe0f0e3), .bar = rgb(0x2f9158)},
        .amber = {.strong = rgb(0x805200), .soft = rgb(0xfcf0d2), .bar = rgb(0xc4860a)},
        .red = {.strong = rgb(0xa3271f), .soft = rgb(0xfae3df), .bar = rgb(0xcb4034)},
    };
}

Palette dark_palette() {
    return {
        .table = rgb(0x191b1b),
        .paper = rgb(0x232626),
        .sunken = rgb(0x1a1c1c),
        .muted = rgb(0x2d3130),
        .ink = rgb(0xece7dc),
        .quiet_ink = rgb(0xb9b3a6),
        .disabled_ink = rgb(0xa29c92),
        .line = rgb(0x3f4443),
        .strong_line = rgb(0x8d918c),
        .accent = rgb(0x7fd0d6),
        .accent_pressed = rgb(0xa9e4e8),
        .accent_soft = rgb(0x21393b),
        .on_accent = rgb(0x10282b),
        .bar = rgb(0x10383d),
        .bar_pressed = rgb(0x1f5a61),
        .on_bar = rgb(0xece7dc),
        .focus_ring = rgb(0x8fc0ff),
        .shade = 0xb3000000u,
        .shadow = 0x60000000u,
        .marked = rgb(0x544217),
        .info_soft = rgb(0x20363a),
        .good = rgb(0x86d29c),
        .good_soft = rgb(0x1f3a29),
        .warning = rgb(0xf0bf62),
        .warning_soft = rgb(0x40331a),
        .danger = rgb(0xff9d92),
        .danger_soft = rgb(0x472623),
        .green = {.strong = rgb(0x86d29c), .soft = rgb(0x1f3a29), .bar = rgb(0x3fae6d)},
        .amber = {.strong = rgb(0xf0bf62), .soft = rgb(0x40331a), .bar = rgb(0xe3a51a)},
        .red = {.strong = rgb(0xff9d92), .soft = rgb(0x472623), .bar = rgb(0xe2584b)},
    };
}

Palette contrast_palette() {
    return {
        .hard = true,
        .table = rgb(0xffffff),
        .paper = rgb(0xffffff),
        .sunken = rgb(0xffffff),
        .muted = rgb(0xe8e8e8),
        .ink = rgb(0x000000),
        .quiet_ink = rgb(0x000000),
        .disabled_ink = rgb(0x4a4a4a),
        .line = rgb(0x000000),
        .strong_line = rgb(0x000000),
        .accent = rgb(0x00363d),
        .accent_pressed = rgb(0x000000),
        .accent_soft = rgb(0xd5eef0),
        .on_accent = rgb(0xffffff),
        .bar = rgb(0x000000),
        .bar_pressed = rgb(0x00464f),
        .on_bar = rgb(0xffffff),
        .focus_ring = rgb(0x0000c8),
        .shade = 0x99000000u,
        .shadow = 0x00000000u,
        .marked = rgb(0xffe97a),
        .info_soft = rgb(0xffffff),
        .good = rgb(0x00471b),
        .good_soft = rgb(0xffffff),
        .warning = rgb(0x573600),
        .warning_soft = rgb(0xffffff),
        .danger = rgb(0x7a0009),
        .danger_soft = rgb(0xffffff),
        .green = {.strong = rgb(0x00471b), .soft = rgb(0xffffff), .bar = rgb(0x00702b)},
        .amber = {.strong = rgb(0x573600), .soft = rgb(0xffffff), .bar = rgb(0xa86b00)},
        .red = {.strong = rgb(0x7a0009), .soft = rgb(0xffffff), .bar = rgb(0xb3121b)},
    };
}

}  // namespace

Palette palette_of(Scheme scheme) {
    switch (scheme) {
        case Scheme::dark:
            return dark_palette();
        case Scheme::contrast:
            return contrast_palette();
        case Scheme::light:
            break;
    }
    return light_palette();
}

}  // namespace kitbag
