#pragma once
// Reads from the store the one value that a visit's record is shown, handed over, printed and kept as.

#include "app/session/visit_reading.h"
#include "core/visits/record_document.h"
#include "core/visits/record_html.h"

namespace kitbag {

RecordDocument build_document(OpenStore& store, const Reading& reading);

// The sections alone: everything that was recorded, in reading order.
std::vector<RecordSection> record_sections(OpenStore& store, const Reading& reading);

RecordPageWords page_words();

}  // namespace kitbag
