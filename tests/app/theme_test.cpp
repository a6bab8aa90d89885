#include "app/theme/theme.h"

#include <array>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "app/widgets/paint.h"
#include "tests/app/drawing.h"

using namespace kitbag;

namespace {

struct SchemeRow {
    const char* name;
    Scheme scheme;
};
constexpr std::array<SchemeRow, 3> schemes = {
    {{"light", Scheme::light}, {"dark", Scheme::dark}, {"contrast", Scheme::contrast}}};

struct Pair {
    std::string_view name;
    Colour front, ground;
};

void check_all(const SchemeRow& scheme, double least, const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
        CAPTURE(scheme.name);
        CAPTURE(pair.name);
        CHECK(contrast(pair.front, pair.ground) >= least);
    }
}

}  // namespace

// WCAG 2.2, 1.4.3; ink reaches what 1.4.6 asks for.
TEST_CASE("the words of every scheme can be read on their grounds") {
    for (const SchemeRow& one : schemes) {
        const Palette p = palette_of(one.scheme);
        check_all(one, 7,
                  {{"ink on paper", p.ink, p.paper},
                   {"ink on the table", p.ink, p.table},
                   {"ink in a field", p.ink, p.sunken},
                   {"ink on a plain badge", p.ink, p.muted},
                   {"ink on a chosen row", p.ink, p.accent_soft},
                   {"ink on words that were looked for", p.ink, p.marked}});
        check_all(one, 4.5,
                  {{"quiet ink on paper", p.quiet_ink, p.paper},
                   {"quiet ink on the table", p.quiet_ink, p.table},
                   {"quiet ink in a field", p.quiet_ink, p.sunken},
                   {"quiet ink on a chosen row", p.quiet_ink, p.accent_soft},
                   {"disabled ink on paper", p.disabled_ink, p.paper},
                   {"disabled ink on its ground", p.disabled_ink, p.muted},
                   {"accent on paper", p.accent, p.paper},
                   {"accent on the table", p.accent, p.table},
                   {"accent in a field", p.accent, p.sunken},
                   {"accent on its soft ground", p.accent, p.accent_soft},
                   {"accent on news", p.accent, p.info_soft},
                   {"accent on good news", p.accent, p.good_soft},
                   {"accent on a warning", p.accent, p.warning_soft},
                   {"accent on an error", p.accent, p.danger_soft},
                   {"words on accent", p.on_accent, p.accent},
                   {"words on accent pressed", p.on_accent, p.accent_pressed},
                   {"words on danger", p.on_accent, p.danger},
                   {"words on the bar", p.on_bar, p.bar},
                   {"words on the bar pressed", p.on_bar, p.bar_pressed},
                   {"danger on paper", p.danger, p.paper},
                   {"danger on its soft ground", p.danger, p.danger_soft},
                   {"warning on paper", p.warning, p.paper},
                   {"warning on its soft ground", p.warning, p.warning_soft},
                   {"good on paper", p.good, p.paper},
                   {"good on its soft ground", p.good, p.good_soft}});
    }
}

TEST_CASE("the categories of every scheme can be told by their words, marks and bars") {
    for (const SchemeRow& one : schemes) {
        const Palette p = palette_of(one.scheme);
        for (const Category category : all_categories) {
            const CategoryColours& tones = p.of(category);
            check_all(one, 4.5,
                      {{"its word on its soft ground", tones.strong, tones.soft},
                       {"its word in an unchosen column", tones.strong, p.sunken},
                       {"its letter on its mark", p.on_accent, tones.strong},
                       {"ink on its soft ground", p.ink, tones.soft}});
            check_all(one, 3, {{"its bar on paper", tones.bar, p.paper}, {"its bar in a field", tones.bar, p.sunken}});
        }
    }
}

// WCAG 2.2, 1.4.11.
TEST_CASE("in every scheme the edges of what can be pressed or typed in, and the ring, stand out") {
    for (const SchemeRow& one : schemes) {
        const Palette p = palette_of(one.scheme);
        for (const auto& [name, ground] : {std::pair{"paper", p.paper}, std::pair{"table", p.table}}) {
            CAPTURE(name);
            check_all(one, 3,
                      {{"an edge", p.strong_line, ground},
                       {"the edge of what is typed in", p.accent, ground},
                       {"the edge of what is wrong", p.danger, ground},
                       {"the ring", p.focus_ring, ground}});
        }
        check_all(one, 3,
                  {{"an edge on a field", p.strong_line, p.sunken},
                   {"the ring on a chosen row", p.focus_ring, p.accent_soft},
                   {"the ring on the bar", p.on_bar, p.bar}});
    }
}

TEST_CASE("every icon that the app can draw is in its font") {
    Drawing drawing([](Ui&) {});
    ImFont* font = drawing.host().theme().icons();
    REQUIRE(font != nullptr);
    constexpr auto last = static_cast<unsigned int>(Icon::ellipsis);
    for (unsigned int icon = 1; icon <= last; ++icon) {
        CAPTURE(icon);
        CHECK(font->IsGlyphInFont(static_cast<ImWchar>(0xe000 + icon - 1)));
    }
    CHECK_FALSE(font->IsGlyphInFont(static_cast<ImWchar>(0xe000 + last)));
}
