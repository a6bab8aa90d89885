#pragma once
// The steps that most stories of an adviser begin with.

#include "tests/app/tablet.h"

namespace kitbag::story {

// What outlives an app that is stopped: the tablet's files, the time and the county.
struct Kit {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;

    Tablet tablet(std::uint64_t seed = 1) { return {files, clock, county, seed}; }
};

inline constexpr const char* passphrase = "a lantern for the lane";

void set_up(Tablet& tablet, const char* name = "Ada Marsh", const char* code = "KTB-7Q4M-X2PD");
void unlock(Tablet& tablet, const char* with = passphrase);
// On a later day: the tablet has locked itself meanwhile, and opens where it was.
void come_back(Tablet& tablet);
void open_school(Tablet& tablet, const char* name);
// Looking at its aspects.
void start_visit(Tablet& tablet, const char* school = "Bramble Hill Primary School");
void write_details(Tablet& tablet);  // Of the visit that is open: what completing it needs.
void complete(Tablet& tablet);       // With its details.

// A new tablet, set up, with a visit under way at Bramble Hill Primary School, looking at its aspects.
class VisitUnderWay : public Tablet {
  public:
    explicit VisitUnderWay(Kit& kit);
};

}  // namespace kitbag::story
