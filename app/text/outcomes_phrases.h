#pragma once
// Outcomes as words and sentences. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "core/outcomes/comparison.h"
#include "core/outcomes/trend.h"

namespace kitbag::phrases {

std::string_view name_of(OutcomeStage stage);             // "Key stage 2"
std::string_view name_of(PupilGroup group);               // "Free school meals"
std::string_view subject_name(std::string_view subject);  // "The county"; of a URN "This school".

std::string amount(Hundredths number, const Measure& measure);  // "63%", "−1.2"
std::string figure_words(const Figure& figure, const Measure& measure);
std::string gap_words(Hundredths gap, const Measure& measure);  // "21 percentage points", "1.5 points"

std::string comparison_name(PupilGroup group, PupilGroup others);  // "Free school meals and others"

// "In 2019: 63% at this school, 61% in the county, 65% in England." Of the last year in which the school has a number; "" where it
// has none.
std::string latest(const Trend& trend, const Measure& measure);
std::string floor_sentence(const Trend& trend, const Measure& measure);  // "" where there is no floor to compare with.

// "In 2019 pupils with free school meals were 21 percentage points behind the others."
std::string gap_now(const Gap& gap, PupilGroup group, PupilGroup others, const Measure& measure);
// "In 2016 the gap was 25 percentage points, so it is narrowing."
std::string gap_direction(const Gap& gap, const Measure& measure);

// "Not shown: Girls, 2018 (Hidden: fewer than 6 pupils)."
std::string not_shown(const std::vector<std::string>& items);
std::string without_figure(std::string_view name, const std::vector<std::string>& years, std::string_view why);

// Of many schools side by side. "Lowest first. Schools without a figure stand at the end."
std::string comparison_order(ComparisonOrder order, const Measure& measure);
std::string gap_in_short(Hundredths gap, const Measure& measure);       // "15 behind", "level"
std::string gap_beside(Hundredths gap, const Measure& measure);         // "15 behind, in percentage points", "level"
std::string below_the_floor(Hundredths floor, const Measure& measure);  // "Below the floor of 65%"
std::string nothing_of_measure(std::size_t schools,
                               std::string_view year);  // "3 more schools have nothing of it in 2019."

// The text of a note that is attached to an aspect.
std::string outcome_evidence(std::string_view measure, const std::vector<std::string>& sentences);

}  // namespace kitbag::phrases
