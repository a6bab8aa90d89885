#pragma once
// What was said once about visits and schools (core/visits/visit_words.h), as the change log left it. It only reads.
// Everything comes in the order it was said, of each school by itself.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/visits/visit_words.h"

namespace kitbag {

class VisitWordsStore {
  public:
    explicit VisitWordsStore(Database& database) : database_(database) {}

    Result<std::vector<TrustAgreement>> agreements_of_school(std::string_view urn) const;
    Result<std::vector<TrustAgreement>> all_agreements() const;
    Result<std::vector<ForumNote>> forum_notes_of_school(std::string_view urn) const;
    Result<std::vector<ForumNote>> all_forum_notes() const;
    // URNs of the schools with a note of this half term.
    Result<std::vector<std::string>> schools_at_forum(std::string_view half_term) const;
    Result<std::vector<HeadAnswer>> head_answers(std::string_view visit) const;
    Result<std::vector<Amendment>> amendments(std::string_view visit) const;

  private:
    Database& database_;
};

}  // namespace kitbag
