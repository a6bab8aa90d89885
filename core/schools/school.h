#pragma once
// The public facts of one establishment: a school or a children's centre, as Get Information about Schools (GIAS) has them, or
// another early years setting, as Ofsted's register of childcare providers does. A school with an Early Years Foundation Stage is one
// of both worlds, and one School. Nothing personal is held here: the names of heads and proprietors stay in the extract, and those of childminders are
// not even in Ofsted's.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/schools/inspection.h"

namespace kitbag {

// From group_setting on they are early years settings: four by Ofsted's types of provider, and children's centres.
enum class SchoolKind {
    nursery,
    primary,
    secondary,
    all_through,
    post_16,
    special,
    alternative_provision,
    group_setting,    // Childcare on non-domestic premises: a nursery, a pre-school, a club.
    home_setting,     // Childcare on domestic premises, by more people than a childminder may have.
    childminder,      // Childcare in the childminder's own home.
    home_childcarer,  // A nanny, in the child's home.
    childrens_centre,
};

// Who answers for the school. University technical colleges and studio schools are free schools here, as in GIAS.
enum class Governance { maintained, academy, free_school, other };

// not_known: the extract says neither, so nothing may be hidden on the ground that there is none.
enum class SixthForm { has, has_not, not_known };

// What Ofsted's register says of an early years setting that is in it, and of nothing else.
struct Childcare {
    bool on_early_years_register = false;  // For children until the August after they turn five.
    bool on_compulsory_register = false;   // The Childcare Register's compulsory part: from then until they are eight.
    bool on_voluntary_register = false;    // Its voluntary part: eight and over, and nannies.
    std::string registered_person;  // Ofsted's reference of whoever is registered, "RP529498"; "" when it is not said.
    std::string deprivation;        // The band of the area, in Ofsted's words: "Less deprived".
    std::optional<int> places;      // Registered places. Nothing where there are none by number, as at a nanny's.
    bool name_is_withheld = false;  // Ofsted gave no name: `name` is the type and the reference.

    bool operator==(const Childcare&) const = default;
};

struct School {
    std::string urn;  // The national key: GIAS's of a school or a children's centre, Ofsted's of another setting.
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
    std::optional<Date> opened;          // Its first day: nothing when the extract does not say, or it was before 1900,
    std::optional<Date> closed;          // and its last: a day to come where it is proposed to close.
    std::optional<Childcare> childcare;  // Of every setting but children's centres; of no school.
    // The URNs it had before it converted, newest first: no file has them, each import of a register carries them on.
    std::vector<std::string> formerly;
    std::vector<Inspection> inspections;  // Newest first. Empty also where no file of inspections was loaded.
    bool named_locally = false;  // `name` is one that an adviser gave, where Ofsted withheld its own. No file has this.

    bool operator==(const School&) const = default;
};

// True unless it is known that there is no post-16 provision: primary and nursery schools, and those whose extract says
// so.
bool may_have_sixth_form(const School& school);

std::vector<std::string> urns_of(const School& school);  // Its own, then those it had before it converted.

bool is_setting(SchoolKind kind);  // An early years setting, not a school.

bool is_school_urn(std::string_view text);  // Six digits, the first not 0.
bool is_centre_urn(std::string_view text);  // A children's centre's: five digits, the first not 0.

// A childcare provider's: six or seven digits, the first not 0, or two capitals and six digits ("EY309451").
bool is_provider_urn(std::string_view text);

bool is_urn(std::string_view text);  // Any of these.

std::string_view to_word(SchoolKind kind);  // "all_through": for JSON, not for people.
std::string_view to_word(Governance governance);
std::string_view to_word(SixthForm sixth_form);
std::optional<SchoolKind> school_kind_from(std::string_view word);
std::optional<Governance> governance_from(std::string_view word);
std::optional<SixthForm> sixth_form_from(std::string_view word);

}  // namespace kitbag
