#pragma once
// Turns judgements into the panel that suggests a category and says why. Pure.

#include <span>
#include <string_view>

#include "app/models/visit_model.h"
#include "core/categorisation/best_fit.h"

namespace kitbag {

SuggestionModel build_suggestion(const Framework& framework, std::string_view variant, bool has_sixth_form,
                                 std::span<const Judged> judgements);

}  // namespace kitbag
