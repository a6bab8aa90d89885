#include "core/schools/gias_codes.h"

namespace kitbag {

bool is_state_school(int type, int type_group) {
    if (type == 47 || type == 48) return false;  // Children's centre, and linked site of one.
    switch (type_group) {
        case 1:   // Colleges.
        case 2:   // Universities.
        case 3:   // Independent schools.
        case 6:   // Welsh schools.
        case 9:   // Other types.
        case 12:  // Children's centres.
        case 13:  // Online providers.
            return false;
        default:
            return true;
    }
}

Governance governance_of(int type, int type_group) {
    switch (type) {
        case 7:   // Community special school: its group is "Special schools", which says nothing about who runs it.
        case 12:  // Foundation special school.
            return Governance::maintained;
        case 40:  // University technical college: some extracts have it among the academies.
        case 41:  // Studio school.
            return Governance::free_school;
        default:
            break;
    }
    switch (type_group) {
        case 4:
            return Governance::maintained;
        case 10:
            return Governance::academy;
        case 11:
            return Governance::free_school;
        default:
            return Governance::other;
    }
}

std::optional<SchoolKind> kind_of(int type, int phase) {
    switch (type) {
        case 7:   // Community special school.
        case 8:   // Non-maintained special school.
        case 12:  // Foundation special school.
        case 32:  // Special post-16 institution.
        case 33:  // Academy special sponsor led.
        case 36:  // Free school special.
        case 44:  // Academy special converter.
            return SchoolKind::special;
        case 14:  // Pupil referral unit.
        case 38:  // Free school alternative provision.
        case 42:  // Academy alternative provision converter.
        case 43:  // Academy alternative provision sponsor led.
            return SchoolKind::alternative_provision;
        case 15:  // Local authority nursery school.
            return SchoolKind::nursery;
        case 39:  // Free school 16 to 19.
        case 45:  // Academy 16 to 19 converter.
        case 46:  // Academy 16 to 19 sponsor led.
        case 57:  // Academy secure 16 to 19.
            return SchoolKind::post_16;
        default:
            break;
    }
    switch (phase) {
        case 1:
            return SchoolKind::nursery;
        case 2:  // Primary.
        case 3:  // Middle deemed primary.
            return SchoolKind::primary;
        case 4:  // Secondary.
        case 5:  // Middle deemed secondary.
            return SchoolKind::secondary;
        case 6:
            return SchoolKind::post_16;
        case 7:
            return SchoolKind::all_through;
        default:
            return std::nullopt;
    }
}

}  // namespace kitbag
