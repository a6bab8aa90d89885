#include "tests/app/picture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

namespace kitbag {
namespace {

constexpr unsigned int first_icon = 0xe000, last_icon = 0xf8ff;  // Unicode's private letters.

bool is_icon(unsigned int code) {
    return code >= first_icon && code <= last_icon;
}

bool holds(const Bounds& box, float x, float y) {
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

Colour over(Colour below, Colour above) {
    const float share = static_cast<float>(above >> 24) / 255;
    Colour mixed = 0xff000000u;
    for (int shift = 0; shift < 24; shift += 8) {
        const float a = static_cast<float>((below >> shift) & 0xffu);
        const float b = static_cast<float>((above >> shift) & 0xffu);
        mixed |= static_cast<Colour>(std::lround(a + (b - a) * share)) << shift;
    }
    return mixed;
}

struct BakedGlyph {
    const ImFontGlyph* glyph = nullptr;
    float size = 0;
};

// Each letter by the corner of its picture in the texture, which is all that a frame tells of it.
using Alphabet = std::map<std::pair<float, float>, BakedGlyph>;

Alphabet alphabet() {
    Alphabet letters;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    for (int i = 0; i < atlas.Builder->BakedPool.Size; ++i) {
        const ImFontBaked& baked = atlas.Builder->BakedPool[i];
        for (const ImFontGlyph& glyph : baked.Glyphs) {
            if (glyph.Visible) letters[{glyph.U0, glyph.V0}] = {&glyph, baked.Size};
        }
    }
    return letters;
}

void append(std::string& text, unsigned int code) {
    char bytes[5] = {};
    ImTextCharToUtf8(bytes, code);
    text += bytes;
}

}  // namespace

class Picture::Reader {
  public:
    explicit Reader(Picture& picture) : picture_(picture), alphabet_(alphabet()) {}

    void read(const ImDrawList& list) {
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            clip_ = {clip.x, clip.y, clip.z - clip.x, clip.w - clip.y};
            const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
            for (unsigned int at = 0; at + 3 <= command.ElemCount;)
                at += read_shape(corners, indices + at, command.ElemCount - at);
        }
    }

  private:
    // A letter is two triangles; gives how many indices it took.
    unsigned int read_shape(const ImDrawVert* corners, const ImDrawIdx* indices, unsigned int left) {
        const ImDrawVert& first = corners[indices[0]];
        const auto found = alphabet_.find({first.uv.x, first.uv.y});
        if (found != alphabet_.end() && left >= 6) {
            const ImDrawVert& opposite = corners[indices[2]];
            Letter letter;
            letter.code = found->second.glyph->Codepoint;
            letter.box = {first.pos.x, first.pos.y, opposite.pos.x - first.pos.x, opposite.pos.y - first.pos.y};
            letter.line_top = first.pos.y - found->second.glyph->Y0;
            letter.size = found->second.size;
            letter.colour = first.col;
            letter.shapes_below = picture_.shapes_.size();
            if (holds(clip_, letter.box.x + letter.box.width / 2, letter.box.y + letter.box.height / 2))
                picture_.add_letter(letter);
            return 6;
        }
        Triangle shape;
        float low_x = 1e9f, low_y = 1e9f, high_x = -1e9f, high_y = -1e9f;
        for (int i = 0; i < 3; ++i) {
            const ImVec2 corner = corners[indices[i]].pos;
            shape.corners[i] = {corner.x, corner.y};
            low_x = std::min(low_x, corner.x);
            low_y = std::min(low_y, corner.y);
            high_x = std::max(high_x, corner.x);
            high_y = std::max(high_y, corner.y);
        }
        shape.around = {low_x, low_y, high_x - low_x, high_y - low_y};
        shape.clip = clip_;
        shape.colour = first.col;
        if (shape.colour >> 24) picture_.shapes_.push_back(shape);
        return 3;
    }

    Picture& picture_;
    Alphabet alphabet_;
    Bounds clip_;
};

Picture::Picture(UiHost& host) : ground_(host.theme().colours.table) {
    const ImDrawData& drawn = *host.picture();
    Reader reader(*this);
    for (const ImDrawList* list : drawn.CmdLists) reader.read(*list);
}

Colour Picture::below(float x, float y, std::size_t shapes) const {
    const auto covers = [&](const Triangle& shape) {
        if (!holds(shape.around, x, y) || !holds(shape.clip, x, y)) return false;
        bool left = false, right = false;
        for (int i = 0; i < 3; ++i) {
            const Point a = shape.corners[i], b = shape.corners[(i + 1) % 3];
            const float side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
            left = left || side > 0;
            right = right || side < 0;
        }
        return !(left && right);
    };
    std::vector<Colour> veils;  // From the top down to the first that nothing shows through.
    Colour seen = ground_;
    for (std::size_t i = shapes; i-- > 0;) {
        if (!covers(shapes_[i])) continue;
        if (shapes_[i].colour >> 24 == 0xff) {
            seen = shapes_[i].colour;
            break;
        }
        veils.push_back(shapes_[i].colour);
    }
    for (std::size_t i = veils.size(); i-- > 0;) seen = over(seen, veils[i]);
    return seen;
}

// Letters of one line and size that stand less than a wide space apart are read together.
void Picture::add_letter(const Letter& letter) {
    const bool icon = is_icon(letter.code);
    const float gap = letter.box.x - (last_.box.x + last_.box.width);
    const bool follows = !words_.empty() && words_.back().icon == icon && last_.size == letter.size &&
                         last_.colour == letter.colour && std::abs(last_.line_top - letter.line_top) < 0.5f &&
                         gap > -letter.size && gap < letter.size * 0.45f;
    if (!follows) words_.push_back({.text = {}, .box = letter.box, .icon = icon, .contrast = 21});
    DrawnWords& run = words_.back();
    append(run.text, letter.code);
    const float right = std::max(run.box.x + run.box.width, letter.box.x + letter.box.width);
    const float bottom = std::max(run.box.y + run.box.height, letter.box.y + letter.box.height);
    run.box.x = std::min(run.box.x, letter.box.x);
    run.box.y = std::min(run.box.y, letter.box.y);
    run.box.width = right - run.box.x;
    run.box.height = bottom - run.box.y;
    const Colour ground =
        below(letter.box.x + letter.box.width / 2, letter.box.y + letter.box.height / 2, letter.shapes_below);
    run.contrast = std::min(run.contrast, kitbag::contrast(over(ground, letter.colour), ground));
    last_ = letter;
}

void draw_sharply(UiHost& host) {
    host.picture();  // Makes its context the one that is asked below.
    ImGui::GetStyle().AntiAliasedFill = false;
    ImGui::GetStyle().AntiAliasedLines = false;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

}  // namespace kitbag
