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
    CHECK(model.would_change.empty());
    CHECK(model.not_judged.size() == 16);
}
