#pragma once
// Visits as they stand now. The tables read here are derived from the change log and written only by it
// (see projection.h); this store reads.

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"

namespace kitbag {

struct VisitRecord {
    Visit visit;
    std::vector<Judgement> judgements;  // By aspect id.
    std::vector<EvidenceNote> notes;    // In the order they were begun.
};

// A note with where it comes from.
struct SchoolNote {
    EvidenceNote note;
    std::optional<Date> date;  // Of its visit,
    Id adviser;                // and whose visit that was.
};

class VisitStore {
  public:
    explicit VisitStore(Database& database) : database_(database) {}

    // Newest first: by date, then by when they were begun. Visits without a date yet come first.
    Result<std::vector<Visit>> visits_of_school(std::string_view urn) const;
    Result<std::vector<Visit>> visits(int limit) const;

    Result<std::optional<VisitRecord>> visit(std::string_view id) const;
    // Of the school's completed visits under this framework, whatever its version: latest visit first.
    Result<std::vector<SchoolNote>> notes_of_school(std::string_view urn, std::string_view framework) const;
    Result<std::optional<EvidenceNote>> note(std::string_view id) const;

  private:
    Database& database_;
};

}  // namespace kitbag
