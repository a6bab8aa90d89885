#include "app/widgets/text_layout.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/app/drawing.h"
#include "tests/support/seams.h"

using namespace kitbag;

namespace {

// `text` wrapped in the width of `as_wide_as`, its lines joined by bars.
std::string wrapped(const std::string& text, const std::string& as_wide_as) {
    std::string joined;
    Drawing drawing([&](Ui& ui) {
        const TextStyle style = ui.theme().text(TextSize::body);
        joined.clear();
        const float width = text_width(style, as_wide_as) + 0.01f;
        const auto lines = wrap_text(style, text, width);
        CHECK(lines_of(style, text, width) == static_cast<int>(lines.size()));
        for (const std::string_view line : lines) joined += (joined.empty() ? "" : "|") + std::string(line);
    });
    return joined;
}

}  // namespace

TEST_CASE("lines break where a reader expects it") {
    struct Row {
        const char* text;
        const char* as_wide_as;
        const char* lines;
    };
    const Row rows[] = {
        {"the quick fox", "the quick fox", "the quick fox"},
        {"the quick fox", "the quick", "the quick|fox"},
        {"the quick fox", "the quick ", "the quick|fox"},  // A space at the end takes no room.
        {"the quick fox", "quick", "the|quick|fox"},
        {"one\ntwo", "one two three", "one|two"},
        {"one\n\ntwo", "one two three", "one||two"},
        {"one\n", "one", "one|"},
        {"well-known", "well-kn", "well-|known"},
        {"1-2", "1-", "1-|2"},  // A range of numbers breaks only when nothing else helps.
        {"abcdef", "abc", "abc|def"},
        {"naïve café", "naïve", "naïve|café"},
        {"read 学校的学生", "read 学校", "read 学校|的学生"},
        {"学校、学生", "学校", "学|校、|学生"},  // A comma begins no line.
        {"", "wide", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.as_wide_as);
        CHECK(wrapped(row.text, row.as_wide_as) == row.lines);
    }
}

// Of words in any order, with lines that end and some that are empty, in English and in letters of several bytes.
TEST_CASE("a long text breaks the same when it was broken before, at any width and in any style") {
    const char* const words[] = {"Pupils", "explain", "well-known", "café", "学校的学生", "in",
                                 "Year",   "4,",      "\n",         "\n\n", "—"};
    Drawing drawing([&](Ui& ui) {
        SeededRandom chance(4);
        for (int text_number = 0; text_number < 60; ++text_number) {
            std::string text;
            while (text.size() < 40 + chance.below(300))
                text += std::string(words[chance.below(std::size(words))]) + " ";
            for (int turn = 0; turn < 2; ++turn) {
                for (const float width : {90.0f, 90.5f, 400.0f}) {
                    for (const bool bold : {false, true}) {
                        const TextStyle style = ui.theme().text(TextSize::body, bold);
                        TextStyle forgetful = style;
                        forgetful.breaks = nullptr;
                        CHECK(std::ranges::equal(wrap_text(style, text, width), wrap_text(forgetful, text, width)));
                        CHECK(lines_of(style, text, width) == lines_of(forgetful, text, width));
                    }
                }
            }
        }
    });
    drawing.frame();
}

TEST_CASE("of texts that are typed no more are kept than fit") {
    Drawing drawing([&](Ui& ui) {
        const TextStyle style = ui.theme().text(TextSize::body);
        std::string text(60, 'a');
        for (std::size_t letter = 0; letter < 2 * BreakMemory::texts_max; ++letter)
            (void)wrap_text(style, text += "b", 300);
        CHECK(style.breaks->size() <= BreakMemory::texts_max);
        CHECK(style.breaks->size() > 0);
    });
    drawing.frame();
}
