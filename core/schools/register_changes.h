#pragma once
// What another register would change in the one that is there, for an officer to read before it is taken over. Pure: two lists in,
// sentences' parts out. It decides nothing: which schools a register has is for register_import.h.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/schools/school.h"

namespace kitbag {

enum class RegisterChangeKind {
    opened,     // A URN that was not there.
    gone,       // One that is no longer there: closed, or of another authority now.
    converted,  // Both at once under one establishment number: the school goes on, usually as an academy, under a new URN.
    renamed,
    moved_trust,  // Joined a trust, left one, or moved to another.
    other_facts,  // Anything else that is held of it.
};

struct RegisterChange {
    RegisterChangeKind kind;
    std::string urn;     // As it is called from now on; of one that has gone, as it was.
    std::string name;    // Likewise.
    std::string before;  // converted: the URN until now; renamed and moved_trust: the name until now, "" for no trust.
    std::string after;   // renamed and moved_trust: the name from now on, "" for no trust.

    bool operator==(const RegisterChange&) const = default;
};

// What no file tells and the register before it does: a school keeps the URNs it had, and one that converted has that of until now
// before them.
void carry_on_former_urns(std::span<const School> before, std::span<School> after);

// By kind, in the order above, then by URN. One school can be in it several times: renamed and in another trust.
std::vector<RegisterChange> register_changes(std::span<const School> before, std::span<const School> after);

std::string_view to_word(RegisterChangeKind kind);  // "moved_trust": for JSON, not for people.

}  // namespace kitbag
