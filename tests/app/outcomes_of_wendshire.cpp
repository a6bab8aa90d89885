#include "tests/app/outcomes_of_wendshire.h"

namespace kitbag {
namespace {

using enum PupilGroup;

constexpr const char* bramble_hill = "900001";
constexpr const char* rwm = "ks2_rwm_expected";
constexpr const char* progress = "ks2_reading_progress";

Figure number(Hundredths value, std::optional<int> pupils = std::nullopt) {
    return {.number = value, .why = NoNumber::not_published, .pupils = pupils};
}

Figure none(NoNumber why) {
    return {.number = std::nullopt, .why = why, .pupils = std::nullopt};
}

struct Year {
    int year;
    Figure school, fsm, others, boys, girls;
    Hundredths county, england, progress;
};

const Year years[] = {
    {2016, number(5200, 29), number(3500), number(6000), number(4800), number(5700), 5100, 5300, -120},
    {2017, none(NoNumber::suppressed), none(NoNumber::suppressed), none(NoNumber::suppressed),
     none(NoNumber::suppressed), none(NoNumber::suppressed), 5800, 6100, -40},
    {2018, number(6400, 30), number(5000), number(7000), none(NoNumber::small_group), none(NoNumber::small_group), 6200,
     6400, 30},
    {2019, number(6300, 31), number(5300), number(6800), number(6000), number(6500), 6100, 6500, 60},
};

OutcomePart part_of(const Year& year) {
    OutcomePart part{.source = OutcomeSource::ks2_table, .stage = OutcomeStage::ks2, .year = year.year, .subjects = {}};
    part.subjects[bramble_hill][rwm] = {
        {all, year.school}, {fsm, year.fsm}, {not_fsm, year.others}, {boys, year.boys}, {girls, year.girls}};
    part.subjects[bramble_hill][progress] = {{all, number(year.progress)}};
    part.subjects["county"][rwm] = {{all, number(year.county)}};
    part.subjects["national"][rwm] = {{all, number(year.england)}};
    part.subjects["national"][progress] = {{all, number(0)}};
    return part;
}

}  // namespace

void add_outcomes_of_wendshire(FakeCounty& county) {
    for (const Year& year : years) county.add_outcomes(part_of(year));
    OutcomePart neighbours{
        .source = OutcomeSource::long_form, .stage = OutcomeStage::ks2, .year = 2019, .subjects = {}};
    neighbours.subjects["statistical_neighbours"][rwm] = {{all, number(6250)}};
    county.add_outcomes(neighbours);
    OutcomePart early{.source = OutcomeSource::long_form, .stage = OutcomeStage::eyfsp, .year = 2019, .subjects = {}};
    early.subjects[bramble_hill]["eyfsp_good_level"] = {{all, number(7100, 30)}};
    county.add_outcomes(early);
}

void correct_outcomes_of_wendshire(FakeCounty& county) {
    Year corrected = years[3];
    corrected.school = number(7100, 31);
    county.add_outcomes(part_of(corrected));
}

}  // namespace kitbag
