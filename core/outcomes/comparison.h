#pragma once
// One measure in one year of many schools, side by side, beside the county and others. Pure: figures in, an order out. It judges no school
// and numbers no places. It holds no numbers of pupils: with them, the one figure that is hidden among all schools could be worked
// out from the county's.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/outcomes/figure.h"
#include "core/outcomes/measure.h"

namespace kitbag {

enum class ComparisonOrder {
    name,
    figure,  // What is furthest behind first: the lowest, or the highest of a measure of which less is better.
    gap,     // Likewise, by how far the group is behind the others.
};

struct ComparedFigure {
    std::string subject;              // An establishment's URN, or a comparator.
    Figure figure;                    // Of the group. Its number of pupils is left out.
    Figure others;                    // Likewise, of those that the group is set against; of no meaning for all pupils.
    std::optional<Hundredths> gap;    // Above 0 the group is behind. Nothing where either has no number.
    std::optional<Hundredths> floor;  // That the figure is below: of all pupils only.

    bool operator==(const ComparedFigure&) const = default;
};

// What all its groups are compared in.
struct ComparedMeasure {
    const Measure* measure = nullptr;
    int year = 0;
    PupilGroup group = PupilGroup::all;
};

// Whom a group is set against: free school meals and the others, boys and girls, each the other; all pupils for the rest. Nothing for all.
std::optional<PupilGroup> others_of(PupilGroup group);

// Of the schools, given in the order of their names, and of the comparators. By name the comparators come first; in the other orders
// they stand among the schools. What has no number to be ordered by comes after what has, and what has no number at all last, each in
// the order of names. Who has nothing of the measure, not even a reason for no number, is left out; so are comparators without a
// number.
std::vector<ComparedFigure> compare_figures(const std::map<std::string, Figures, std::less<>>& by_subject,
                                            std::span<const std::string> schools, const ComparedMeasure& wanted,
                                            ComparisonOrder order);

std::string_view to_word(ComparisonOrder order);  // "figure"
std::optional<ComparisonOrder> comparison_order_from(std::string_view word);

}  // namespace kitbag
