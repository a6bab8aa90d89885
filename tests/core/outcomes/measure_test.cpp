#include "core/outcomes/measure.h"

#include <set>

#include <doctest/doctest.h>

#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

std::string with(const std::string& member) {
    return R"({"measures":[{"id":"a","name":"A","stage":"ks2","unit":"percent","higher_is_better":true)" + member +
           "}]}";
}

}  // namespace

TEST_CASE("the measures that Kitbag carries can be read, and each stage has some") {
    const auto list = read_measures(read_test_file("data/outcome_measures/measures.json"));
    REQUIRE_MESSAGE(list, list.error().sentence);
    CHECK(own_measures_text() == read_test_file("data/outcome_measures/measures.json"));
    std::set<OutcomeStage> stages;
    for (const Measure& measure : list->measures) stages.insert(measure.stage);
    CHECK(stages.size() == 5);
    const Measure* rwm = list->find("ks2_rwm_expected");
    REQUIRE(rwm);
    CHECK(rwm->ks2_columns.at(PupilGroup::not_fsm) == "PTRWM_EXP_NotFSM6CLA1A");
    CHECK(floor_in(*rwm, 2015) == std::nullopt);
    CHECK(floor_in(*rwm, 2016) == 6500);
    CHECK(floor_in(*list->find("ks4_progress_8"), 2019) == -50);
}

TEST_CASE("what is wrong with a file of measures is said where it is") {
    struct Row {
        std::string text;
        const char* said;
    };
    const Row rows[] = {
        {"{", "The file of measures"},
        {R"({"measures":[]})", "measures"},
        {R"({"measures":[{"id":"A B"}]})", "measures[0].id"},
        {with(R"(,"stage":"ks3")").replace(with("").find(R"("stage":"ks2",)"), 14, ""), "measures[0].stage"},
        {with(R"(,"floors":[{"value":"many","from":"2016","to":"2019"}])"), "measures[0].floors[0].value"},
        {with(R"(,"floors":[{"value":"65","from":"2019","to":"2016"}])"), "measures[0].floors[0].to"},
        {with(R"(,"floors":[{"value":"65","from":"1066","to":"2016"}])"), "measures[0].floors[0].from"},
        {with(R"(,"decimals":"7")"), "measures[0].decimals"},
        {with(R"(,"ks2_columns":{"twins":"PT"})"), "measures[0].ks2_columns"},
        {with(R"(,"colour":"red")"), "measures[0]"},
        {std::string(measures_bytes_max + 1, ' '), "256 kB"},
    };
    for (const Row& row : rows) {
        const auto read = read_measures(row.text);
        CAPTURE(row.said);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_measures");
        CHECK_MESSAGE(read.error().sentence.find(row.said) != std::string::npos, read.error().sentence);
    }
    std::string twice = with("");
    twice.insert(twice.size() - 2, "," + with("").substr(13, with("").size() - 15));
    CHECK_FALSE(read_measures(twice));
    CHECK(read_measures(with("")));
}
