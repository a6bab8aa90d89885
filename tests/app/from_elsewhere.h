#pragma once
// Changes that other tablets sent to the county, for stories that need more than one person or an earlier visit. They come
// to a tablet at its next sync.

#include <string>

#include "sync/change_log/change_log.h"
#include "tests/app/fake_county.h"

namespace kitbag {

// Ids of the county's people in the order they were enrolled: 1 is the first.
std::string adviser_id(int number);

// Writes one change, made at `at` by that adviser on a tablet of their own.
void write_elsewhere(FakeCounty& county, int adviser, Instant at, const std::string& entity,
                     const std::string& entity_id, const FieldValues& values);

// A visit to Bramble Hill Primary School by the school's criteria, and its id. What is given as "" is not written.
std::string visit_elsewhere(FakeCounty& county, int adviser, Instant at, FieldValues values);

// What the county has as the latest text of a field of any record of this entity; "" for none.
std::string latest_text(const FakeCounty& county, std::string_view entity, std::string_view field);

}  // namespace kitbag
