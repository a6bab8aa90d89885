#include "core/outcomes/comparison.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kitbag {
namespace {

constexpr std::array<std::pair<ComparisonOrder, std::string_view>, 3> order_words = {
    {{ComparisonOrder::name, "name"}, {ComparisonOrder::figure, "figure"}, {ComparisonOrder::gap, "gap"}}};

Figure figure_of(const GroupFigures& groups, PupilGroup group) {
    const auto found = groups.find(group);
    Figure figure = found == groups.end() ? Figure{} : found->second;
    figure.pupils.reset();
    return figure;
}

ComparedFigure compared(std::string_view subject, const GroupFigures& groups, const ComparedMeasure& wanted) {
    const Measure& measure = *wanted.measure;
    ComparedFigure made{.subject = std::string(subject),
                        .figure = figure_of(groups, wanted.group),
                        .others = {},
                        .gap = std::nullopt,
                        .floor = std::nullopt};
    if (const auto others = others_of(wanted.group)) {
        made.others = figure_of(groups, *others);
        if (!made.figure.number || !made.others.number) return made;
        const Hundredths behind = *made.others.number - *made.figure.number;
        made.gap = measure.higher_is_better ? behind : -behind;
        return made;
    }
    const auto floor = floor_in(measure, wanted.year);
    if (!floor || !made.figure.number) return made;
    const bool below = measure.higher_is_better ? *made.figure.number < *floor : *made.figure.number > *floor;
    if (below) made.floor = floor;
    return made;
}

// Less comes first.
std::optional<Hundredths> key_of(const ComparedFigure& one, ComparisonOrder order, bool higher_is_better) {
    if (order == ComparisonOrder::gap) return one.gap ? std::optional(-*one.gap) : std::nullopt;
    if (!one.figure.number) return std::nullopt;
    if (order == ComparisonOrder::name) return 0;
    return higher_is_better ? *one.figure.number : -*one.figure.number;
}

}  // namespace

std::optional<PupilGroup> others_of(PupilGroup group) {
    switch (group) {
        case PupilGroup::all:
            return std::nullopt;
        case PupilGroup::boys:
            return PupilGroup::girls;
        case PupilGroup::girls:
            return PupilGroup::boys;
        case PupilGroup::fsm:
            return PupilGroup::not_fsm;
        case PupilGroup::not_fsm:
            return PupilGroup::fsm;
        case PupilGroup::sen:
        case PupilGroup::eal:
        case PupilGroup::lac:
        case PupilGroup::bme:
            break;
    }
    return PupilGroup::all;
}

std::vector<ComparedFigure> compare_figures(const std::map<std::string, Figures, std::less<>>& by_subject,
                                            std::span<const std::string> schools, const ComparedMeasure& wanted,
                                            ComparisonOrder order) {
    std::vector<ComparedFigure> all;
    const auto add = [&](std::string_view subject) {
        const auto found = by_subject.find(subject);
        if (found == by_subject.end()) return;
        const auto groups = found->second.find(wanted.measure->id);
        if (groups == found->second.end()) return;
        ComparedFigure made = compared(subject, groups->second, wanted);
        if (made.figure.number || !is_comparator(subject)) all.push_back(std::move(made));
    };
    for (const std::string_view comparator : {county_subject, national_subject, neighbours_subject}) add(comparator);
    for (const std::string& school : schools) add(school);
    const bool higher_is_better = wanted.measure->higher_is_better;
    // Without any number: 2. Without one to be ordered by: 1.
    const auto place = [&](const ComparedFigure& one) {
        const auto key = key_of(one, order, higher_is_better);
        return std::pair(key ? 0 : one.figure.number ? 1 : 2, key.value_or(0));
    };
    std::ranges::stable_sort(all, {}, place);
    return all;
}

std::string_view to_word(ComparisonOrder order) {
    for (const auto& [value, word] : order_words) {
        if (value == order) return word;
    }
    return "";
}

std::optional<ComparisonOrder> comparison_order_from(std::string_view word) {
    for (const auto& [value, name] : order_words) {
        if (name == word) return value;
    }
    return std::nullopt;
}

}  // namespace kitbag
