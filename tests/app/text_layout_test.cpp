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
        for (const std::string_view line : wrap_text(style, text, text_width(style, as_wide_as) + 0.01f)) {
            joined += (joined.empty() ? "" : "|") + std::string(line);
        }
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
        {"", "wide", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.as_wide_as);
        CHECK(wrapped(row.text, row.as_wide_as) == row.lines);
    }
}

TEST_CASE("the words of the theme can be read on their grounds") {
    const Palette colours = paper_palette();
    struct Row {
        const char* pair;
        Colour words, ground;
        double least;
    };
    const Row rows[] = {
        {"ink on paper", colours.ink, colours.paper, 7},
        {"ink on the table", colours.ink, colours.table, 7},
        {"quiet ink on paper", colours.quiet_ink, colours.paper, 4.5},
        {"quiet ink on the table", colours.quiet_ink, colours.table, 4.5},
        {"quiet ink on a chosen row", colours.quiet_ink, colours.accent_soft, 4.5},
        {"disabled ink on paper", colours.disabled_ink, colours.paper, 4.5},
        {"accent on paper", colours.accent, colours.paper, 4.5},
        {"accent on the table", colours.accent, colours.table, 4.5},
        {"accent on its soft ground", colours.accent, colours.accent_soft, 4.5},
        {"words on accent", colours.on_accent, colours.accent, 4.5},
        {"words on danger", colours.on_accent, colours.danger, 4.5},
        {"danger on paper", colours.danger, colours.paper, 4.5},
        {"danger on its soft ground", colours.danger, colours.danger_soft, 4.5},
        {"warning on its soft ground", colours.warning, colours.warning_soft, 4.5},
        {"good on its soft ground", colours.good, colours.good_soft, 4.5},
        {"green on its soft ground", colours.green.strong, colours.green.soft, 4.5},
        {"amber on its soft ground", colours.amber.strong, colours.amber.soft, 4.5},
        {"red on its soft ground", colours.red.strong, colours.red.soft, 4.5},
        {"a field's edge on paper", colours.strong_line, colours.paper, 3},
        {"a field's edge on the table", colours.strong_line, colours.table, 3},
        {"the focus ring on paper", colours.focus_ring, colours.paper, 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pair);
        CHECK(contrast(row.words, row.ground) >= row.least);
    }
}
