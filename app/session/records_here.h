#pragma once
// Of which schools and settings the records are on this tablet: the county may bring it those of some only (sync/exchange.h, Scope). What
// would say that nothing is recorded of a school asks here first, since it may only not be here.

#include <string>
#include <vector>

#include "app/session/open_store.h"
#include "core/schools/school.h"

namespace kitbag {

class RecordsHere {
  public:
    explicit RecordsHere(OpenStore& store);

    bool of(const School& school) const;

  private:
    bool all_;
    std::vector<std::string> places_;
};

}  // namespace kitbag
