// Letters that the typeface lacks, and typefaces that did not arrive.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/theme/font_file.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "app/widgets/ui_host.h"
#include "app/widgets/widgets.h"
#include "tests/app/typeface.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

// Every letter is a block of half an em, and moves the pen by an em.
struct Blocks final : GlyphSource {
    std::map<std::tuple<char32_t, float, bool>, int> asked;
    bool coloured = false;
    bool can_draw = true;

    std::optional<GlyphPicture> draw(char32_t letter, float em, bool bold) override {
        ++asked[{letter, em, bold}];
        if (!can_draw) return std::nullopt;
        const int side = static_cast<int>(em / 2);
        const auto bytes = static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4;
        return GlyphPicture{.width = side,
                            .height = side,
                            .left = 1,
                            .top = -side,
                            .advance = em,
                            .coloured = coloured,
                            .pixels = std::vector<std::uint8_t>(bytes, 255)};
    }
};

// How many corners of what was drawn have that colour.
int corners_of(const UiHost& host, Colour colour) {
    int count = 0;
    for (const ImDrawList* list : host.picture()->CmdLists) {
        for (const ImDrawVert& corner : list->VtxBuffer) count += corner.col == colour;
    }
    return count;
}

constexpr std::string_view russian = "Жж";

}  // namespace

TEST_CASE("a letter that the typeface lacks is asked for once at each size") {
    Blocks blocks;
    UiHost host(typeface(), &blocks);
    const auto draw = [&](Ui& ui) {
        for (const bool bold : {false, true})
            draw_line(ui, ui.theme().text(TextSize::body, bold), 0, 0, rgb(0), "A Ж Ж 😀");
        draw_line(ui, ui.theme().text(TextSize::title1), 0, 40, rgb(0), "A Ж");
    };
    for (int frame = 0; frame < 3; ++frame) host.frame(draw);
    CHECK(blocks.asked.size() == 5);  // Two letters in two weights, and one of them larger.
    for (const auto& [asked, times] : blocks.asked) CHECK(times == 1);
    const float em = ImGui::GetIO().DisplayFramebufferScale.x * host.theme().text(TextSize::body).em;
    CHECK(blocks.asked.contains({U'Ж', em, true}));
    CHECK(blocks.asked.contains({U'😀', em, false}));

    host.input().resize({.pixel_ratio = 2});
    host.frame(draw);
    CHECK(blocks.asked.contains({U'Ж', 2 * em, true}));
}

TEST_CASE("the advance of a letter that was asked for counts where a line breaks") {
    Blocks blocks;
    UiHost host(typeface(), &blocks);
    std::vector<std::string> lines;
    float width = 0, em = 0;
    host.frame([&](Ui& ui) {
        const TextStyle style = ui.theme().text(TextSize::body);
        em = style.em;
        width = text_width(style, russian);
        for (const std::string_view line : wrap_text(style, "Жж Жж", 4 * em)) lines.emplace_back(line);
    });
    CHECK(width == doctest::Approx(2 * em));
    CHECK(lines == std::vector<std::string>{"Жж", "Жж"});
}

TEST_CASE("a letter with colours of its own keeps them, any other takes the colour of its text") {
    constexpr Colour blue = rgb(0x0000ff), white = rgb(0xffffff);
    for (const bool coloured : {false, true}) {
        Blocks blocks;
        blocks.coloured = coloured;
        UiHost host(typeface(), &blocks);
        host.frame([](Ui& ui) { draw_line(ui, ui.theme().text(TextSize::body), 0, 0, blue, "😀"); });
        CHECK(corners_of(host, blue) == (coloured ? 0 : 4));
        CHECK(corners_of(host, white) == (coloured ? 4 : 0));
    }
}

TEST_CASE("signs that say how others are drawn take no room and are asked of nobody") {
    Blocks blocks;
    UiHost host(typeface(), &blocks);
    host.frame([&](Ui& ui) {
        const TextStyle style = ui.theme().text(TextSize::body);
        CHECK(text_width(style, "a\u200d\ufe0f\u200fb") == text_width(style, "ab"));
        CHECK(text_width(style, "\t") > 0);
    });
    CHECK(blocks.asked.empty());
}

TEST_CASE("without a source, a letter that the typeface lacks is one sign for all") {
    UiHost host(typeface());
    host.frame([&](Ui& ui) {
        const TextStyle style = ui.theme().text(TextSize::body);
        CHECK(text_width(style, "Ж") == text_width(style, "Щ"));
        CHECK(text_width(style, "Ж") > 0);
    });
}

TEST_CASE("a font file that is missing, cut short or altered is not used") {
    const std::vector<std::uint8_t> whole = typeface().regular;
    REQUIRE(measures_of(whole));
    CHECK(measures_of(whole)->ascent == doctest::Approx(0.95));
    CHECK_FALSE(measures_of({}));
    for (std::size_t length = 1; length < 33000; length += 997) {  // Behind that are tables that nothing is drawn with.
        CAPTURE(length);
        CHECK_FALSE(measures_of(std::span(whole).first(length)));
    }
    for (std::size_t at = 4000; at < 33000; at += 997) {  // In the outlines.
        std::vector<std::uint8_t> altered = whole;
        altered[at] ^= 0x10;
        CAPTURE(at);
        CHECK_FALSE(measures_of(altered));
    }
    const std::string page = "<!doctype html><title>502 Bad Gateway</title>";
    CHECK_FALSE(measures_of(std::vector<std::uint8_t>(page.begin(), page.end())));
}

TEST_CASE("with any of the three font files missing the app is drawn, and can be read") {
    const auto draw = [](Ui& ui) {
        page(
            ui, "visit", {.title = "Visit"}, [&] { paragraph(ui, "Read me"); },
            [&] { button(ui, "save", {.label = "Save", .icon = Icon::check}); });
        draw_icon(ui, Icon::check, 40, 40, 24, rgb(0));
    };
    for (int missing = 0; missing < 4; ++missing) {
        CAPTURE(missing);
        Blocks blocks;
        FontFiles files = typeface();
        if (missing == 0 || missing == 3) files.regular.clear();
        if (missing == 1 || missing == 3) files.bold.resize(files.bold.size() / 2);
        if (missing == 2 || missing == 3) files.icons.clear();
        UiHost host(std::move(files), &blocks);
        CHECK(host.readable());
        host.frame(draw);
        CHECK(host.tree().find(Role::button, "Save"));
        CHECK((host.theme().icons() == nullptr) == (missing >= 2));
        const float em = host.theme().text(TextSize::body).em;
        CHECK(blocks.asked.contains({U'R', em, false}) == (missing == 0 || missing == 3));
        CHECK(blocks.asked.contains({U'S', em, true}) == (missing == 1 || missing == 3));
    }
}

TEST_CASE("with neither file nor source the app still runs, and says that nobody can read it") {
    Blocks blocks;
    blocks.can_draw = false;
    for (GlyphSource* source : {static_cast<GlyphSource*>(nullptr), static_cast<GlyphSource*>(&blocks)}) {
        UiHost host({}, source);
        CHECK_FALSE(host.readable());
        host.frame([](Ui& ui) { paragraph(ui, "Read me, and Жж"); });
        CHECK(host.tree().find(Role::text, "Read me, and Жж"));
    }
}
