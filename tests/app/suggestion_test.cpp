#include <array>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "app/session/build_suggestion.h"
#include "app/text/suggestion_phrases.h"
#include "core/criteria/framework_json.h"

using namespace kitbag;

namespace {

Framework framework_of_2014() {
    std::ifstream file("data/frameworks/school-categorisation-2014.json", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto read = read_framework(text.str());
    REQUIRE(read.has_value());
    return *read;
}

// One mark for each aspect of the framework that applies, in its order: G, A, R, n for not applicable, '.' for none.
SuggestionModel panel_for(std::string_view board) {
    static constexpr std::string_view marks = "GARn";
    const Framework framework = framework_of_2014();
    std::vector<Judged> judged;
    for (const Aspect* aspect : applicable_aspects(framework, "primary", false)) {
        const std::size_t choice = marks.find(board[judged.size()]);
        judged.push_back({aspect->id, static_cast<Choice>(choice)});
    }
    std::erase_if(judged, [](const Judged& one) { return one.choice > Choice::not_applicable; });
    return build_suggestion(framework, "primary", false, judged);
}

}  // namespace

TEST_CASE("the panel says what decides, what definition applies and what would alter it") {
    const Framework framework = framework_of_2014();
    const std::array judged = {Judged{"progress", Choice::green}, Judged{"teaching", Choice::green},
                               Judged{"last_inspection", Choice::red}};
    const SuggestionModel model = build_suggestion(framework, "primary", false, judged);
    CHECK(model.category == "red");
    CHECK(model.headline == "Red");
    REQUIRE(model.definitions.size() == 1);
    CHECK(model.definitions.front().find("by definition") != std::string::npos);
    CHECK(model.decided_by == std::vector<std::string>{"Last inspection"});
    CHECK(model.not_judged.size() == 13);
    CHECK_FALSE(model.would_change.empty());
    for (const std::string& line : model.would_change) CHECK(line.find("Last inspection") != std::string::npos);
}

TEST_CASE("without a judgement there is no suggestion and every aspect is named as not judged") {
    const SuggestionModel model = build_suggestion(framework_of_2014(), "primary", false, {});
    CHECK(model.category.empty());
    CHECK(model.margin.empty());
    CHECK(model.would_change.empty());
    CHECK(model.not_judged.size() == 16);
}

TEST_CASE("the panel says how far the other categories are and what would lead to them") {
    struct Row {
        std::string_view board;  // The sixth is the last inspection, the next its risk.
        std::string margin;
        std::vector<std::string> would_change;
    };
    const Row rows[] = {
        {"GGGGGG.GGGGGG.GG",
         "It is 1 change away from a more serious category.",
         {"Amber, if “Last inspection” were judged Amber.", "Red, if “Last inspection” were judged Red."}},
        {"GGGG.nAAAAAARGRR",
         "It is 3 changes away from a less serious category and 1 change away from a more serious one.",
         {"Green, if any 3 of these were judged Green: Areas for improvement from the last inspection, Capacity to "
          "improve, Self-evaluation and monitoring, Quality of teaching, Assessment, Behaviour and safety, Governance "
          "and Parent View and complaints. One of them could instead be marked as not applicable. Or, in place of "
          "one of them, an aspect without a judgement could be judged Green.",
          "Red, if “Last inspection” were judged Red."}},
        {"RRRRRGRGGAAAAAAA",
         "It is 5 changes away from a less serious category and 1 change away from a more serious one.",
         {"Green, if any 5 of the 11 aspects judged Amber or Red were judged Green.",
          "Red, if “Last inspection” were judged Red."}},
        {"RRRRRRRRRRRRR.RR",
         "It is 8 changes away from a less serious category.",
         {"Green or Amber, if “Last inspection” were judged Green or Amber and any 7 of the 14 other aspects judged "
          "Red "
          "were judged Green or Amber."}},
        {"GGGGGRRGGGGGGGGG",
         "It is 1 change away from a less serious category.",
         {"Green, if “Last inspection” were judged Green.",
          "Green, if “Last inspection” were marked as not applicable.",
          "Amber, if “Last inspection” were judged Amber."}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.board);
        const SuggestionModel model = panel_for(row.board);
        CHECK(model.margin == row.margin);
        CHECK(model.would_change == row.would_change);
    }
}
