#include "app/text/suggestion_phrases.h"

#include "app/text/phrases.h"
#include "app/text/visit_words.h"
#include "app/text/words.h"

namespace kitbag::phrases {
namespace {

constexpr std::size_t titles_max = 6;

void add_count(std::vector<std::string>& parts, int count, std::string_view word) {
    if (count > 0) parts.push_back(std::to_string(count) + " " + std::string(word));
}

std::string bounded(const std::vector<std::string>& titles) {
    if (titles.size() <= titles_max) return list_of(titles);
    std::vector<std::string> some(titles.begin(), titles.begin() + titles_max);
    some.push_back(count_of(titles.size() - titles_max, "other"));
    return list_of(some);
}

std::string of_judged(int count, int judged) {
    return std::to_string(count) + " of " + count_of(static_cast<std::size_t>(judged), "judged aspect");
}

std::string is_or_are(int count) {
    return count == 1 ? " is " : " are ";
}

}  // namespace

std::string_view name_of(Category category) {
    switch (category) {
        case Category::green:
            return words::visit::green;
        case Category::amber:
            return words::visit::amber;
        case Category::red:
            return words::visit::red;
    }
    return "";
}

std::string_view name_of(Choice choice) {
    const auto category = category_of(choice);
    return category ? name_of(*category) : words::visit::not_applicable;
}

std::string worded_alike(const std::vector<Category>& categories) {
    if (categories.empty()) return "";
    std::vector<std::string> names;
    for (const Category category : categories) names.emplace_back(name_of(category));
    return "The criteria word " + list_of(names) + " alike here: choose by how serious it is.";
}

std::string counts(const Counts& counts, std::size_t aspects) {
    const auto applicable = aspects - static_cast<std::size_t>(counts.not_applicable);
    std::string text = judged_so_far(static_cast<std::size_t>(counts.judged()), applicable);
    std::vector<std::string> parts;
    add_count(parts, counts.green, "green");
    add_count(parts, counts.amber, "amber");
    add_count(parts, counts.red, "red");
    if (!parts.empty()) text += ": " + list_of(parts);
    text += ".";
    if (counts.not_applicable == 1) text += " 1 does not apply here.";
    if (counts.not_applicable > 1) text += " " + std::to_string(counts.not_applicable) + " do not apply here.";
    return text;
}

std::string best_fit_reason(const Counts& counts, Category best_fit) {
    const int judged = counts.judged();
    switch (best_fit) {
        case Category::green:
            return of_judged(counts.green, judged) + is_or_are(counts.green) + "green: more than half.";
        case Category::amber:
            return "Neither green, with " + std::to_string(counts.green) + ", is more than half of the " +
                   std::to_string(judged) + " judged, nor red, with " + std::to_string(counts.red) + ", half of them.";
        case Category::red:
            return of_judged(counts.red, judged) + is_or_are(counts.red) + "red: half or more.";
    }
    return "";
}

std::string overruled_reason(const Counts& counts, Category best_fit) {
    std::string why = best_fit_reason(counts, best_fit);
    why[0] = static_cast<char>(why[0] >= 'A' && why[0] <= 'Z' ? why[0] - 'A' + 'a' : why[0]);
    return "By the judgements alone it would be " + std::string(name_of(best_fit)) + ": " + why;
}

std::string single_change(Category becomes, Choice to, const std::vector<std::string>& titles) {
    const bool one = titles.size() == 1;
    const std::string how =
        to == Choice::not_applicable ? "marked as not applicable" : "judged " + std::string(name_of(to));
    if (one) return std::string(name_of(becomes)) + ", if “" + titles.front() + "” were " + how + ".";
    return std::string(name_of(becomes)) + ", if any one of these were " + how + ": " + bounded(titles) + ".";
}

}  // namespace kitbag::phrases
