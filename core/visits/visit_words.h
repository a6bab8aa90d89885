#pragma once
// What somebody says once about a visit or a school, and nobody alters: each is one change with Writing::once, signed by
// its field `by`. Their other rules are in academy_rule.h and visit_life.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/schools/role.h"

namespace kitbag {

// A trust's leave for direct monitoring at one of its schools, which the county may not do by right.
struct TrustAgreement {
    enum class Terms { commissioned, traded };

    Id id;
    std::string urn;
    std::string given_by;  // Who agreed for the trust,
    std::string post;      // and as what.
    std::optional<Date> date;
    std::optional<Date> until;       // The last day it holds; nothing for no end.
    std::vector<std::string> kinds;  // Kinds of visit that it covers.
    std::string what_for;
    Terms terms = Terms::commissioned;
    Id by;

    bool operator==(const TrustAgreement&) const = default;
};

// What one of the county's services brought to the School Performance Forum about one school.
struct ForumNote {
    Id id;
    std::string urn;
    std::string half_term;  // Id of the half term in which the Forum met.
    std::string service;
    std::string aspect;  // "" for none.
    std::vector<std::string> groups;
    std::string text;
    Id by;

    bool operator==(const ForumNote&) const = default;
};

// What the head says is not right, of one part of the record.
struct Dispute {
    std::string part;   // "aspect.parent_view", "visit.focus", … as the record names its parts.
    std::string title;  // What that part was called when it was read.
    std::string words;  // The head's own.

    bool operator==(const Dispute&) const = default;
};

// What the head answered after reading the record, signed by name on the adviser's tablet.
struct HeadAnswer {
    Id id;
    Id visit;
    bool accurate = false;  // Otherwise there are disputes.
    std::string name;
    std::string post;
    std::vector<Dispute> disputes;
    std::string read;  // The hash of the record as it was read: record_digest().
    Id by;             // Whose tablet it was.

    bool operator==(const HeadAnswer&) const = default;
};

// A correction of a locked visit. What it corrects stays as it was, to be read beside it.
struct Amendment {
    Id id;
    Id visit;
    std::string part;  // As a dispute's; "" for the whole.
    std::string text;
    std::string reason;
    Id by;

    bool operator==(const Amendment&) const = default;
};

// Codes "not_allowed" by the role, "no_service", "no_text".
Result<void> check_forum_note(const ForumNote& note, StaffRole role);

std::string_view to_word(TrustAgreement::Terms terms);
std::optional<TrustAgreement::Terms> agreement_terms_from(std::string_view word);

// As JSON, in the order given: [{"part", "title", "words"}…]. Code "bad_disputes".
std::string write_disputes(const std::vector<Dispute>& disputes);
Result<std::vector<Dispute>> read_disputes(std::string_view text);

}  // namespace kitbag
