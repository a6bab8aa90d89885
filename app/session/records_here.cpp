#include "app/session/records_here.h"

#include <algorithm>

namespace kitbag {

RecordsHere::RecordsHere(OpenStore& store)
    : all_(store.device().scope().value_or("").empty()),
      places_(store.device().places().value_or(std::vector<std::string>{})) {}

bool RecordsHere::of(const School& school) const {
    return all_ || std::ranges::binary_search(places_, school.urn);
}

}  // namespace kitbag
