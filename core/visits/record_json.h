#pragma once
// A visit record as plain JSON, for other programs and for keeping. Its names are stable; its labels and sentences are there
// for people and may be worded otherwise by another version:
//
//   record = {"format": "kitbag-visit-record/1", "visit", "school": {"urn", "name"}, "kind": {"key", "title"}, "title",
//             "date", "time", "adviser": {"id", "name"}, "governance", "criteria": {"framework", "version", "variant"},
//             "templates_version", "status": {"word", "title"}, "receipt", "digest", "sections": [section…],
//             "head_answers": [answer…], "amendments": [amendment…], "history": [step…]}
//   section = {"id", "title", "parts": [part…]}
//   part = {"id", "kind", "title", "text", "under"?, "stored"?, "choice"?, "chosen"?, "descriptor"?, "also_written"?,
//           "details"?: {name: {"label", "value", "stored"?}…}}
//   answer = {"id", "answer": "accurate" | "disputed", "name", "post", "when", "disputes": [{"part", "title", "words"}…],
//             "read", "changed_since", "refused"?}
//   amendment = {"id", "part", "text", "reason", "by", "when", "headline", "refused"?}
//   step = {"status", "headline", "when", "reason", "refused"?}

#include <string>

#include "core/visits/record_document.h"

namespace kitbag {

// Indented, ending in a line feed. What is not valid UTF-8 is written with U+FFFD.
std::string to_json(const RecordDocument& document);

}  // namespace kitbag
