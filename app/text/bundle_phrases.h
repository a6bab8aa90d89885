#pragma once
// Sentences about the files that go between a tablet and the office, which depend on a number or a time. Pure.

#include <string>

#include "core/base/time.h"
#include "sync/bundle/tablet_bundle.h"

namespace kitbag::phrases {

std::string office_file_name(Instant utc);           // "Kitbag for the office 2026-11-23 14.02.kitbag"
std::string last_office_file(Instant utc);           // "Last made: 23 November 2026, 14:02."
std::string in_office_file(const BundleMade& made);  // "In it: 3 changes and 1 photograph."

// "The office’s answer has been read. Received by the county: 3 changes and 1 photograph. New on this tablet: 5 changes." and what is to
// be done now, where there is something.
std::string answer_read(const AnswerTaken& taken);

}  // namespace kitbag::phrases
