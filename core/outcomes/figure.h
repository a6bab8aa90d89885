#pragma once
// What is known of a measure for some pupils: a number, or why there is none. Also the rule of small groups, by which a number
// that would tell of one child is hidden before it is stored anywhere. Pure; it reads no file and words nothing.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/outcomes/measure.h"

namespace kitbag {

// Why there is no number.
enum class NoNumber {
    suppressed,      // By whoever published the figures.
    not_applicable,  // Nobody was entered, or there are no such pupils.
    small_group,  // Fewer than small_group_below pupils, or the number would give such a group away: hidden by Kitbag.
    not_published,  // Nothing was said, or too few of the pupils were covered.
};

struct Figure {
    std::optional<Hundredths> number;
    NoNumber why = NoNumber::not_published;  // Of no meaning where there is a number.
    std::optional<int> pupils;               // Nothing where it is not known, or hidden.

    bool operator==(const Figure&) const = default;
};

inline constexpr int small_group_below = 6;

using GroupFigures = std::map<PupilGroup, Figure>;
using Figures = std::map<std::string, GroupFigures, std::less<>>;  // By the measure's id.

// Whose figures they are: an establishment's URN, or one of these.
inline constexpr std::string_view county_subject = "county";
inline constexpr std::string_view national_subject = "national";
inline constexpr std::string_view neighbours_subject = "statistical_neighbours";
bool is_comparator(std::string_view subject);

enum class OutcomeSource { ks2_table, long_form };

// One stage in one year, from one kind of file: what a file tells, and replaces as a whole.
struct OutcomePart {
    OutcomeSource source = OutcomeSource::long_form;
    OutcomeStage stage = OutcomeStage::ks2;
    int year = 0;  // In which the academic year ends.
    std::map<std::string, Figures, std::less<>> subjects;

    bool operator==(const OutcomePart&) const = default;
};

// Hides, among the figures of one measure, each of a group of 1 to 5 pupils, and each from which such a group could be worked out:
// where all pupils but that group are 1 to 5, and the other of two groups that make up all (boys and girls, free school meals and
// not) when one is hidden, or suppressed by the publisher. Where all pupils are so few, everything is hidden. Of a group whose
// number of pupils is not known nothing can be hidden.
void hide_small_groups(GroupFigures& figures);

// A cell of a public table: "63%", "63.5", "SUPP", "NE", "NA", "LOWCOV", "", … Nothing for what is none of them, and for a
// percentage outside 0 to 100.
std::optional<Figure> read_figure(std::string_view cell, OutcomeUnit unit);

// Compact, for the store and the wire: {"ks2_rwm_expected": {"all": [6300, 30], "boys": ["small_group"]}}.
Json to_json(const Figures& figures);
Result<Figures> figures_from_json(const Json& json);  // Code "bad_figures".

std::string_view to_word(NoNumber why);          // "small_group"
std::string_view to_word(OutcomeSource source);  // "ks2_table"
std::optional<OutcomeSource> outcome_source_from(std::string_view word);
std::optional<NoNumber> no_number_from(std::string_view word);

}  // namespace kitbag
