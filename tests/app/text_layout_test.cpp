#include "app/widgets/text_layout.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/app/drawing.h"

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
