#include "app/text/outcomes_phrases.h"

#include <cstdlib>

#include "app/text/outcomes_words.h"
#include "app/text/phrases.h"

namespace kitbag::phrases {
namespace {

namespace t = words::outcomes;

constexpr std::string_view minus = "−";

// Rounded to the measure's decimals, halves away from 0. A percentage has none that add nothing.
std::string number_words(Hundredths number, int decimals) {
    const int unit = decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
    const int rounded = (std::abs(number) + unit / 2) / unit * unit;
    std::string words = std::to_string(rounded / 100);
    if (decimals > 0) {
        const std::string digits = std::to_string(100 + rounded % 100).substr(1);
        words += "." + digits.substr(0, static_cast<std::size_t>(decimals));
    }
    return number < 0 && rounded != 0 ? std::string(minus) + words : words;
}

// As it stands within a sentence.
std::string_view pupils_of(PupilGroup group) {
    switch (group) {
        case PupilGroup::all:
            return "all pupils";
        case PupilGroup::boys:
            return "boys";
        case PupilGroup::girls:
            return "girls";
        case PupilGroup::fsm:
            return "pupils with free school meals";
        case PupilGroup::not_fsm:
            return "the others";
        case PupilGroup::sen:
            return "pupils with special educational needs";
        case PupilGroup::eal:
            return "pupils with English as an additional language";
        case PupilGroup::lac:
            return "looked-after pupils";
        case PupilGroup::bme:
            return "Black and minority ethnic pupils";
    }
    return "";
}

std::string_view place_of(std::string_view subject) {
    if (subject == county_subject) return " in the county";
    if (subject == national_subject) return " in England";
    if (subject == neighbours_subject) return " among statistical neighbours";
    return " at this school";
}

}  // namespace

std::string_view name_of(OutcomeStage stage) {
    switch (stage) {
        case OutcomeStage::eyfsp:
            return t::eyfsp;
        case OutcomeStage::ks1:
            return t::ks1;
        case OutcomeStage::ks2:
            return t::ks2;
        case OutcomeStage::ks4:
            return t::ks4;
        case OutcomeStage::post_16:
            return t::post_16;
    }
    return "";
}

std::string_view name_of(PupilGroup group) {
    switch (group) {
        case PupilGroup::all:
            return "All pupils";
        case PupilGroup::boys:
            return "Boys";
        case PupilGroup::girls:
            return "Girls";
        case PupilGroup::fsm:
            return "Free school meals";
        case PupilGroup::not_fsm:
            return "Others";
        case PupilGroup::sen:
            return "Special educational needs";
        case PupilGroup::eal:
            return "English as an additional language";
        case PupilGroup::lac:
            return "Looked after";
        case PupilGroup::bme:
            return "Black and minority ethnic";
    }
    return "";
}

std::string_view subject_name(std::string_view subject) {
    if (subject == county_subject) return t::county;
    if (subject == national_subject) return t::national;
    if (subject == neighbours_subject) return t::neighbours;
    return t::school;
}

std::string amount(Hundredths number, const Measure& measure) {
    return number_words(number, measure.decimals) + (measure.unit == OutcomeUnit::percent ? "%" : "");
}

std::string figure_words(const Figure& figure, const Measure& measure) {
    if (figure.number) return amount(*figure.number, measure);
    switch (figure.why) {
        case NoNumber::suppressed:
            return std::string(t::suppressed);
        case NoNumber::not_applicable:
            return std::string(t::not_applicable);
        case NoNumber::small_group:
            return std::string(t::hidden);
        case NoNumber::not_published:
            break;
    }
    return std::string(t::not_published);
}

std::string gap_words(Hundredths gap, const Measure& measure) {
    const std::string number = number_words(std::abs(gap), measure.decimals);
    const std::string noun = measure.unit == OutcomeUnit::percent ? " percentage point" : " point";
    return number + noun + (number == "1" ? "" : "s");
}

std::string comparison_name(PupilGroup group, PupilGroup others) {
    const std::string name(name_of(group));
    if (others == PupilGroup::girls) return name + " and girls";
    return name + (others == PupilGroup::all ? " and all pupils" : " and others");
}

std::string latest(const Trend& trend, const Measure& measure) {
    if (trend.lines.empty()) return "";
    for (std::size_t place = trend.years.size(); place-- > 0;) {
        if (!trend.lines.front().points[place].number) continue;
        std::vector<std::string> parts;
        for (const TrendLine& line : trend.lines) {
            const Figure& figure = line.points[place];
            if (figure.number) parts.push_back(amount(*figure.number, measure) + std::string(place_of(line.subject)));
        }
        return "In " + std::to_string(trend.years[place]) + ": " + list_of(parts) + ".";
    }
    return "";
}

std::string floor_sentence(const Trend& trend, const Measure& measure) {
    const FloorPlace place = floor_place(trend, measure);
    if (place == FloorPlace::not_known) return "";
    std::size_t last = trend.years.size();
    while (last > 0 && !trend.lines.front().points[last - 1].number) --last;
    return std::string(place == FloorPlace::below ? "This is below the floor of " : "This is not below the floor of ") +
           amount(*trend.floors[last - 1], measure) + " of that year.";
}

std::string gap_now(const Gap& gap, PupilGroup group, PupilGroup others, const Measure& measure) {
    if (!gap.now) return "How far apart they are cannot be said: in no year there is a number of both.";
    const std::string begins = "In " + std::to_string(gap.now_year) + " " + std::string(pupils_of(group)) + " were ";
    if (*gap.now == 0) return begins + "level with " + std::string(pupils_of(others)) + ".";
    return begins + gap_words(*gap.now, measure) + (*gap.now > 0 ? " behind " : " ahead of ") +
           std::string(pupils_of(others)) + ".";
}

std::string gap_direction(const Gap& gap, const Measure& measure) {
    if (!gap.before) return gap.now ? "There is no year before it to compare with." : "";
    std::string sentence = "In " + std::to_string(gap.since_year) + " the gap was " + gap_words(*gap.before, measure);
    if (*gap.before < 0 && *gap.now > 0) sentence += " the other way";
    if (*gap.before > 0 && *gap.now < 0) sentence += " the other way";
    switch (gap.direction) {
        case GapDirection::narrowing:
            return sentence + ", so it is narrowing.";
        case GapDirection::widening:
            return sentence + ", so it is widening.";
        case GapDirection::steady:
        case GapDirection::not_known:
            break;
    }
    return sentence + ", so it is steady.";
}

std::string not_shown(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) all += (all.empty() ? "Not shown: " : "; ") + item;
    return all + ".";
}

std::string without_figure(std::string_view name, const std::vector<std::string>& years, std::string_view why) {
    return std::string(name) + ", " + list_of(years) + " (" + std::string(why) + ")";
}

std::string comparison_order(ComparisonOrder order, const Measure& measure) {
    constexpr std::string_view at_end = " Schools without a figure stand at the end.";
    switch (order) {
        case ComparisonOrder::name:
            return "By name." + std::string(at_end);
        case ComparisonOrder::figure:
            return (measure.higher_is_better ? "Lowest first." : "Highest first.") + std::string(at_end);
        case ComparisonOrder::gap:
            break;
    }
    return "Furthest behind first. Schools where a figure of either is missing stand at the end.";
}

std::string gap_in_short(Hundredths gap, const Measure& measure) {
    if (gap == 0) return "level";
    return number_words(std::abs(gap), measure.decimals) + (gap > 0 ? " behind" : " ahead");
}

std::string gap_beside(Hundredths gap, const Measure& measure) {
    if (gap == 0) return "level";
    const std::string_view unit = measure.unit == OutcomeUnit::percent ? ", in percentage points" : ", in points";
    return gap_in_short(gap, measure) + std::string(unit);
}

std::string below_the_floor(Hundredths floor, const Measure& measure) {
    return "Below the floor of " + amount(floor, measure);
}

std::string nothing_of_measure(std::size_t schools, std::string_view year) {
    const std::string some = schools == 1 ? "1 more school has" : std::to_string(schools) + " more schools have";
    return some + " nothing of this measure in " + std::string(year) + ".";
}

std::string outcome_evidence(std::string_view measure, const std::vector<std::string>& sentences) {
    std::string text = std::string(measure) + ".";
    for (const std::string& sentence : sentences) {
        if (!sentence.empty()) text += " " + sentence;
    }
    return text;
}

}  // namespace kitbag::phrases
