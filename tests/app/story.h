#pragma once
// The steps that most stories of an adviser begin with.

#include "tests/app/tablet.h"

namespace kitbag::story {

inline constexpr const char* passphrase = "a lantern for the lane";

void set_up(Tablet& tablet, const char* name = "Ada Marsh", const char* code = "KTB-7Q4M-X2PD");
void unlock(Tablet& tablet, const char* with = passphrase);
void open_school(Tablet& tablet, const char* name);
void start_visit(Tablet& tablet, const char* school = "Bramble Hill Primary School");

}  // namespace kitbag::story
