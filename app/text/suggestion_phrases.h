#pragma once
// The suggested category and its reasons, put into sentences that an adviser can read out to a headteacher. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "core/categorisation/best_fit.h"

namespace kitbag::phrases {

std::string_view name_of(Category category);  // "Green"
std::string_view name_of(Choice choice);      // "Not applicable here"

// "The criteria word Amber and Red alike here: choose by how serious it is."; "" for no categories.
std::string worded_alike(const std::vector<Category>& categories);

// "9 of 16 aspects judged: 3 green, 5 amber, 1 red. 2 do not apply here."
std::string counts(const Counts& counts, std::size_t aspects);

// Why the count of judgements gives this category: "3 of 5 judged aspects are amber or more serious…".
std::string best_fit_reason(const Counts& counts, Category best_fit);

// The same where a definition makes the result more serious: "By the judgements alone it would be Amber: …".
std::string overruled_reason(const Counts& counts, Category best_fit);

// "It would become Green if any one of these were judged Green: Teaching, Governance."
std::string single_change(Category becomes, Choice to, const std::vector<std::string>& titles);

}  // namespace kitbag::phrases
