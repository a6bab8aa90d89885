#pragma once
// The public facts of one school, as Get Information about Schools (GIAS) has them. Nothing personal is held here: the
// names of heads and proprietors stay in the extract.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

enum class SchoolKind { nursery, primary, secondary, all_through, post_16, special, alternative_provision };

// Who answers for the school. University technical colleges and studio schools are free schools here, as in GIAS.
enum class Governance { maintained, academy, free_school, other };

// not_known: the extract says neither, so nothing may be hidden on the ground that there is none.
enum class SixthForm { has, has_not, not_known };

struct School {
    std::string urn;                   // Six digits; the national key.
    std::string establishment_number;  // The county's own number, up to four digits.
    std::string name;
    SchoolKind kind = SchoolKind::primary;
    Governance governance = Governance::other;
    // In the words of GIAS, "" when it does not say.
    std::string type_name;  // "Voluntary controlled school"
    std::string phase_name;
    std::string status_name;  // "Open", "Open, but proposed to close", …
    std::string trust;
    std::string diocese;
    std::string religious_character;
    std::string district;
    std::string constituency;
    std::string town;
    std::string postcode;
    std::optional<int> low_age;
    std::optional<int> high_age;
    std::optional<int> pupils;
    SixthForm sixth_form = SixthForm::not_known;
    std::optional<Date> opened;  // Its first day: nothing when the extract does not say, or it was before 1900,
    std::optional<Date> closed;  // and its last: a day to come where it is proposed to close.

    bool operator==(const School&) const = default;
};

// True unless it is known that there is no post-16 provision: primary and nursery schools, and those whose extract says
// so.
bool may_have_sixth_form(const School& school);

bool is_urn(std::string_view text);  // Six digits, the first not 0.

std::string_view to_word(SchoolKind kind);  // "all_through": for JSON, not for people.
std::string_view to_word(Governance governance);
std::string_view to_word(SixthForm sixth_form);
std::optional<SchoolKind> school_kind_from(std::string_view word);
std::optional<Governance> governance_from(std::string_view word);
std::optional<SixthForm> sixth_form_from(std::string_view word);

}  // namespace kitbag
