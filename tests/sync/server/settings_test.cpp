// What the county decides for its tablets, by a command.

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

ProgramResult settings(const County& county, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"settings"};
    words.insert(words.end(), more.begin(), more.end());
    return county.run(words);
}

}  // namespace

TEST_CASE("the county says when tablets lock themselves, and tablets are told of what it changed") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json before = ada.get("/api/reference").json();
    CHECK_FALSE(before.contains("settings"));
    CHECK(settings(county).out ==
          "An unlocked tablet locks itself after 10 minutes untouched, and 5 minutes out of sight. Nothing was "
          "changed.\n");
    const ProgramResult changed = settings(county, {"--lock-after-minutes", "20", "--lock-hidden-after-minutes", "2"});
    CHECK_MESSAGE(changed.exit_code == 0, changed.err);
    CHECK(changed.out.contains("after 20 minutes untouched, and 2 minutes out of sight. Each tablet"));
    const Json after = ada.get("/api/reference?known=" + text_or(before, "version")).json();
    CHECK(after["settings"] == Json{{"lock_after_minutes", 20}, {"lock_hidden_after_minutes", 2}});
    CHECK(after["schools"] == before["schools"]);

    CHECK(settings(county, {"--lock-after-minutes", "10"}).out.contains("10 minutes untouched, and 2 minutes out"));
    CHECK(settings(county, {"--lock-hidden-after-minutes", "5"}).exit_code == 0);
    CHECK(text_or(ada.get("/api/reference").json(), "version") == text_or(before, "version"));
}

TEST_CASE("the county says what counts as requiring improvement, and takes it back") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json before = ada.get("/api/reference").json();
    const Json rule = {{"format", "kitbag-inspection-rule/1"},
                       {"whose", "Wendshire County Council"},
                       {"areas", {"Achievement", "Inclusion"}},
                       {"grades", {"Needs attention", "Urgent improvement"}}};
    const auto file = county.folder() / "rule.json";
    Json wrong = rule;
    wrong["grades"] = {"3"};
    write_file(file, to_text(wrong));
    const ProgramResult refused = settings(county, {"--inspection-rule", file.string()});
    CHECK(refused.exit_code == 1);
    CHECK_MESSAGE(refused.err.contains("rule.json: "), refused.err);
    CHECK(ada.get("/api/reference").json() == before);

    write_file(file, to_text(rule));
    const ProgramResult changed = settings(county, {"--inspection-rule", file.string()});
    CHECK_MESSAGE(changed.exit_code == 0, changed.err);
    CHECK(changed.out.contains("by the rule of Wendshire County Council."));
    const Json after = ada.get("/api/reference?known=" + text_or(before, "version")).json();
    CHECK(after["settings"] == Json{{"inspection_rule", rule}});
    CHECK(settings(county).out.contains("by the rule of Wendshire County Council."));  // It stays.
    CHECK_FALSE(settings(county, {"--inspection-rule", "none"}).out.contains("by the rule"));
    CHECK(ada.get("/api/reference").json() == before);
}

TEST_CASE("a time to lock that is none, too short or too long is refused and changes nothing") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    for (const char* const wrong : {"0", "121", "-1", "soon", "1.5", "99999999999"}) {
        for (const char* const name : {"--lock-after-minutes", "--lock-hidden-after-minutes"}) {
            CAPTURE(wrong);
            const ProgramResult refused = settings(county, {name, wrong});
            CHECK(refused.exit_code == 1);
            CHECK_MESSAGE(refused.err.contains("must be a whole number from 1 to 120"), refused.err);
        }
    }
    CHECK(settings(county).out.contains("after 10 minutes untouched, and 5 minutes out of sight."));
}

}  // namespace kitbag::test
