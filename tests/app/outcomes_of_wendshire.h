#pragma once
// Invented outcomes of Bramble Hill Primary School (900001), beside an invented county and England, from 2015 to 2019.

#include "tests/app/fake_county.h"

namespace kitbag {

// Key stage 2: reading, writing and mathematics for all, free school meals and not, boys and girls (hidden in 2018), with 2017 suppressed;
// progress in reading around 0. Early years: one measure of one year.
void add_outcomes_of_wendshire(FakeCounty& county);

// One part of it again, corrected: 2019 is 71% now.
void correct_outcomes_of_wendshire(FakeCounty& county);

}  // namespace kitbag
