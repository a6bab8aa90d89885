#pragma once
// One visit as a line in a list of visits, of one school's or of all.

#include <map>
#include <string>

#include "app/models/planning_model.h"
#include "app/session/open_store.h"

namespace kitbag {

Chip status_chip(VisitStatus status);

// Makes lines for many visits: each school is read once.
class VisitLines {
  public:
    explicit VisitLines(OpenStore& store) : store_(store) {}

    // By time and school; its detail says which kind, whose when it is another's, and what may be a slip. `others` are
    // visits of the same days.
    VisitLine line(const Visit& visit, const std::vector<Visit>& others);
    std::string title(const Visit& visit);  // "09:30 Bramble Hill Primary School"

  private:
    const School& school(const std::string& urn);

    OpenStore& store_;
    std::map<std::string, School> schools_;
};

}  // namespace kitbag
