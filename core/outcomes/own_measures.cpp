// Apart from the rest, so that the app, which is told the county's measures, does not carry them.

#include "core/outcomes/measure.h"
#include "embedded/outcome_measures.h"

namespace kitbag {

std::string_view own_measures_text() {
    return embedded::outcome_measures.front().content;
}

}  // namespace kitbag
