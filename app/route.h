#pragma once
// Where the adviser is. A route names a screen and what it is about; it holds nothing else, so that going back is
// only remembering routes.

#include <string>

#include "core/criteria/framework.h"

namespace kitbag {

enum class Place {
    set_up,
    unlock,
    restore,    // A backup is put back; before the tablet is unlocked.
    forgotten,  // A passphrase: the store is locked.
    schools,
    school,
    visit,
    record,
    sending,
    categorisation,
    board,
    visits,       // All planned and recent visits, by day.
    new_visit,    // Which kind of visit to begin or plan at a school.
    forum,        // What the School Performance Forum heard about a school.
    people,       // Who holds which post at a school.
    inspections,  // What inspections of a school named, and what is at risk at the next.
    hand_over,    // The record in the head's hands: there is no other way out of it than the adviser's passphrase.
    search,       // Of everything written in notes.
    outcomes,     // Of a school's pupils, over the years.
    comparison,   // Of many schools' outcomes; with the URN of the school from which one came, or "".
    alliances,    // Of teaching schools; likewise.
    versions,     // What was written twice in a visit, and which of it is to stand.
};

struct Route {
    Place place = Place::schools;
    std::string urn;    // For what is about one school; also for visit and record, so that "back" leads to the school.
    std::string visit;  // For visit, record, hand_over and versions.
    Subject subject = Subject::school;  // For categorisation: which of the school's two ratings.

    bool operator==(const Route&) const = default;
};

}  // namespace kitbag
