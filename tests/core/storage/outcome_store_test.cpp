#include "core/storage/outcome_store.h"

#include "core/storage/migrations.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

Figure number(Hundredths value) {
    return {.number = value, .why = NoNumber::not_published, .pupils = std::nullopt};
}

OutcomePart part(OutcomeSource source, int year, Hundredths of_all) {
    OutcomePart made{.source = source, .stage = OutcomeStage::ks2, .year = year, .subjects = {}};
    made.subjects["900001"]["m"][PupilGroup::all] = number(of_all);
    made.subjects["county"]["m"][PupilGroup::all] = number(6000);
    return made;
}

TEST_CASE("A part of the outcomes is replaced whole, and the others stay") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    OutcomeStore store(*database);
    CHECK(store.version() == "");
    REQUIRE(store.replace(part(OutcomeSource::ks2_table, 2018, 6100), "a"));
    REQUIRE(store.replace(part(OutcomeSource::ks2_table, 2019, 6300), "b"));
    OutcomePart later = part(OutcomeSource::ks2_table, 2019, 6400);
    later.subjects.erase("county");
    REQUIRE(store.replace(later, "c"));
    const OutcomePlace place{OutcomeStage::ks2, 2019, OutcomeSource::ks2_table};
    CHECK(store.part(place).value() == later);
    CHECK(store.parts()->size() == 2);
    CHECK(store.parts()->back().version == "c");
    const auto found = store.beside_comparators("900001");
    REQUIRE(found);
    CHECK(found->at("900001").at(2018).at("m").at(PupilGroup::all).number == 6100);
    CHECK(found->at("900001").at(2019).at("m").at(PupilGroup::all).number == 6400);
    CHECK(found->at("county").size() == 1);
    REQUIRE(store.remove(place));
    CHECK(store.part(place).value() == std::nullopt);
    REQUIRE(store.set_list("v", "{}"));
    REQUIRE(store.set_list("w", "{}"));
    CHECK(store.version() == "w");
}

TEST_CASE(
    "A plain file's figures of a measure stand in the place of the table's, so that nothing hidden can be worked out") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    OutcomeStore store(*database);
    OutcomePart table = part(OutcomeSource::ks2_table, 2019, 6300);
    table.subjects["900001"]["m"][PupilGroup::boys] = number(5000);
    table.subjects["900001"]["n"][PupilGroup::all] = number(100);
    REQUIRE(store.replace(table, "a"));
    REQUIRE(store.replace(part(OutcomeSource::long_form, 2019, 6200), "b"));
    const auto found = store.beside_comparators("900001");
    REQUIRE(found);
    const Figures& figures = found->at("900001").at(2019);
    CHECK(figures.at("m") == GroupFigures{{PupilGroup::all, number(6200)}});
    CHECK(figures.at("n").at(PupilGroup::all).number == 100);
}

TEST_CASE("The name of all outcomes changes with a part or a measure, and with nothing else") {
    const OutcomePartMark one{{OutcomeStage::ks2, 2019, OutcomeSource::ks2_table}, "a"};
    OutcomePartMark other = one;
    other.version = "b";
    CHECK(outcomes_version("m", {}).empty());
    CHECK(outcomes_version("m", {one}) == outcomes_version("m", {one}));
    CHECK(outcomes_version("m", {one}) != outcomes_version("m", {other}));
    CHECK(outcomes_version("m", {one}) != outcomes_version("n", {one}));
    CHECK(version_of(part(OutcomeSource::ks2_table, 2019, 1)) != version_of(part(OutcomeSource::ks2_table, 2019, 2)));
    CHECK(version_of(part(OutcomeSource::ks2_table, 2019, 1)) != version_of(part(OutcomeSource::long_form, 2019, 1)));
}

}  // namespace
}  // namespace kitbag
