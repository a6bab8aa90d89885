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
    std::vector<VisitAnswer> answers;   // By question.
    std::vector<AgreedAction> actions;  // Agreed in this visit, in the order they were begun.
    std::vector<Photo> photos;          // In the order they were taken, removed ones too.
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
    Result<std::optional<Visit>> visit_alone(std::string_view id) const;  // Without what was recorded in it.
    // Dated from the first to the last day, both included: by date, time, then by when they were begun.
    Result<std::vector<Visit>> visits_between(const Date& first, const Date& last) const;

    // Planned or under way, whatever their day: by date (those without one first), time, then by when they were begun.
    Result<std::vector<Visit>> open_visits(int limit) const;

    // The schools with a planned visit or an open action whose day was before `today`. Each once, by URN.
    Result<std::vector<std::string>> overdue_schools(const Date& today) const;

    // Of the school's visits that are done (see is_done) under this framework, whatever its version: latest visit first.
    Result<std::vector<SchoolNote>> notes_of_school(std::string_view urn, std::string_view framework) const;
    // Of the school's visits from that day on, whatever they are by and however they stand: latest visit first.
    Result<std::vector<SchoolNote>> notes_since(std::string_view urn, const Date& day) const;
    Result<std::optional<EvidenceNote>> note(std::string_view id) const;
    Result<std::optional<AgreedAction>> action(std::string_view id) const;
    Result<std::optional<Photo>> photo(std::string_view id) const;
    // Of all the school's visits, in the order they were begun.
    Result<std::vector<AgreedAction>> actions_of_school(std::string_view urn) const;

  private:
    Database& database_;
};

}  // namespace kitbag
