#include "app/widgets/text_layout.h"

#include <cmath>
#include <limits>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/base/fingerprint.h"

namespace kitbag {
namespace {

struct Letter {
    unsigned int code = 0;
    std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    Letter letter;
    const int bytes = ImTextCharFromUtf8(&letter.code, text.data() + at, text.data() + text.size());
    letter.bytes = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
    return letter;
}

// As the font tells it, without a call for letters that were measured before: nearly all.
float advance_of(ImFontBaked& font, unsigned int code) {
    const bool indexed = code < static_cast<unsigned int>(font.IndexAdvanceX.Size);
    const float known = indexed ? font.IndexAdvanceX.Data[code] : -1.0f;
    return known >= 0 ? known : font.GetCharAdvance(static_cast<ImWchar>(code));
}

bool is_word_letter(unsigned int code) {
    return code > 0x7f || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

// Of scripts written without spaces, in which a line may end after nearly every letter, and emoji.
bool is_ideograph(unsigned int code) {
    const auto within = [&](unsigned int first, unsigned int last) { return code >= first && code <= last; };
    return within(0x2e80, 0xa4cf) || within(0xac00, 0xd7a3) || within(0xf900, 0xfaff) || within(0x1f300, 0x1f3fa) ||
           within(0x1f400, 0x1faff) || within(0x20000, 0x3ffff);
}

// Marks that may not begin a line, or may not end one.
bool closes(unsigned int code) {
    return code == 0x3001 || code == 0x3002 || code == 0x30fc || (code >= 0x3009 && code <= 0x3011 && code % 2 == 1);
}
bool opens(unsigned int code) {
    return code >= 0x3008 && code <= 0x3010 && code % 2 == 0;
}

// May a line end between these two letters? (Unicode line breaking, UAX 14, what ordinary English needs of it, and ideographs.)
bool breaks_between(unsigned int before, unsigned int after) {
    const bool inside_word = before > '/' && after > '/' && before < 0x80 && after < 0x80;
    if (inside_word || after == ' ') return false;
    if (before == ' ') return true;
    if (before == '-') return is_word_letter(after) && !(after >= '0' && after <= '9');
    if (before == '/') return is_word_letter(after) && !(after >= '0' && after <= '9');
    if (before == 0x2013) return true;  // En dash.
    if (is_ideograph(before) && is_ideograph(after)) return !closes(after) && !opens(before);
    return before == 0x2014 || after == 0x2014;  // Em dash, on both sides.
}

std::string_view without_spaces_at_end(std::string_view line) {
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    return line;
}

// Most texts are short and need no break, which is told much sooner than where they would have one.
bool is_one_line(ImFontBaked& font, float scale, std::string_view text, float width) {
    constexpr std::size_t one_line_max = 100;
    if (text.size() > one_line_max) return false;
    float line_width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        line_width += advance_of(font, letter.code) * scale;
        at += letter.bytes;
    }
    return line_width <= width;
}

// `line` is given each line.
template <typename Line>
void wrap_paragraph(ImFontBaked& font, float scale, std::string_view text, float width, Line line) {
    if (is_one_line(font, scale, text, width)) return line(without_spaces_at_end(text));
    std::size_t start = 0, break_at = 0;
    float line_width = 0, width_at_break = 0;
    unsigned int before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        if (at > start && before != 0 && breaks_between(before, letter.code)) {
            break_at = at;
            width_at_break = line_width;
        }
        const float advance = advance_of(font, letter.code) * scale;
        if (letter.code != ' ' && line_width + advance > width && at > start) {
            const bool has_break = break_at > start;
            const std::size_t end = has_break ? break_at : at;
            line(without_spaces_at_end(text.substr(start, end - start)));
            line_width -= has_break ? width_at_break : line_width;
            start = end;
        }
        line_width += advance;
        before = letter.code;
        at += letter.bytes;
    }
    line(without_spaces_at_end(text.substr(start)));
}

template <typename Line>
void wrap(const TextStyle& style, std::string_view text, float width, Line line) {
    ImFontBaked& font = *style.font->GetFontBaked(style.size);
    const float scale = style.size / font.Size;
    while (true) {
        const std::size_t end = text.find('\n');
        wrap_paragraph(font, scale, text.substr(0, end), width, line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
}

constexpr std::size_t short_text = 40;  // Measured sooner than it would be found.

std::uint64_t fingerprint_of(const TextStyle& style, std::string_view text, float width) {
    Fingerprint found;
    found.add(text);
    found.add(reinterpret_cast<std::uintptr_t>(style.font));
    for (const float number : {style.size, style.font->CurrentRasterizerDensity, width}) found.add(number);
    return found.value();
}

// `line` is given each line, as often as it is asked for without measuring again.
template <typename Line>
void wrap_once(const TextStyle& style, std::string_view text, float width, Line line) {
    if (!style.breaks || text.size() <= short_text) return wrap(style, text, width, line);
    const std::uint64_t fingerprint = fingerprint_of(style, text, width);
    const std::vector<LineOfText>* known = style.breaks->find(fingerprint);
    if (!known) {
        std::vector<LineOfText> lines;
        wrap(style, text, width, [&](std::string_view one) {
            lines.push_back({static_cast<std::size_t>(one.data() - text.data()), one.size()});
        });
        style.breaks->keep(fingerprint, std::move(lines));
        known = style.breaks->find(fingerprint);
    }
    for (const LineOfText& one : *known) line(text.substr(one.begin, one.length));
}

}  // namespace

float text_width(const TextStyle& style, std::string_view text) {
    ImFontBaked& font = *style.font->GetFontBaked(style.size);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letter_at(text, at);
        width += advance_of(font, letter.code);
        at += letter.bytes;
    }
    return width * style.size / font.Size;
}

Lines wrap_text(const TextStyle& style, std::string_view text, float width) {
    Lines lines;
    wrap_once(style, text, width, [&](std::string_view line) { lines.add(line); });
    return lines;
}

int lines_of(const TextStyle& style, std::string_view text, float width) {
    int count = 0;
    wrap_once(style, text, width, [&](std::string_view) { ++count; });
    return count;
}

void draw_line(Ui& ui, const TextStyle& style, float x, float y, Colour colour, std::string_view line) {
    if (line.empty()) return;
    if (ui.text_is_watched()) ui.tell_drawn(line, {x, y, text_width(style, line), style.line});
    if (!ui.is_seen({x, y, std::numeric_limits<float>::max(), style.line}))
        return;  // How wide it is would be measured.
    ui.draw().AddText(style.font, style.size, {std::round(x), std::round(y) + style.drop}, colour, line.data(),
                      line.data() + line.size());
}

void draw_value(Ui& ui, const TextStyle& style, float x, float y, float width, Colour colour, std::string_view line) {
    if (text_width(style, line) <= width) return draw_line(ui, style, x, y, colour, line);
    constexpr std::string_view ellipsis = "…";
    const float room = width - text_width(style, ellipsis);
    std::string_view kept = line;
    while (!kept.empty() && text_width(style, kept) > room) {
        do kept.remove_suffix(1);
        while (!kept.empty() && (static_cast<unsigned char>(line[kept.size()]) & 0xc0) == 0x80);
    }
    kept = without_spaces_at_end(kept);
    draw_line(ui, style, x, y, colour, kept);
    draw_line(ui, style, x + text_width(style, kept), y, colour, ellipsis);
}

void draw_lines(Ui& ui, const TextStyle& style, float x, float y, Colour colour,
                std::span<const std::string_view> lines) {
    for (const std::string_view line : lines) {
        draw_line(ui, style, x, y, colour, line);
        y += style.line;
    }
}

}  // namespace kitbag
