#pragma once
// Everything the county holds about its schools, in one JSON document: what shows, what conflicts, and who changed what when.
//
//   document  = {"exported_at", "county", "visits": [visit…], "agreements": [agreement…], "forum_notes": [forum note…],
//                "ratings": [rating…], "directions": [direction…], "posts": [post…], "local_names": [local name…],
//                "areas_for_improvement": [area…], "inspection_risks": [risk…]}
//   visit     = {"id", "urn", "school", "kind", "templates_version", "date", "time", "participants", "present": [post…],
//                "focus", "governance", "framework", "framework_version", "variant", "status", "status_reason", "adviser":
//                person, "judgements": [{"aspect", "choice"}…], "evidence_notes": [note…], "answers": [{"question",
//                "text"}…], "actions": [action…], "photos": [photo…], "head_answers": [answer…], "amendments":
//                [amendment…], "history": [change…], "conflicts": [conflict…]}
//   note      = {"id", "aspect", "text", "kind", "source", "groups": [group…], "supports", "said_by", "by": person}
//   action    = {"id", "text", "owner", "due", "status", "outcome", "closed_in", "by": person}
//   photo     = {"id", "note", "content", "caption", "removed": true|false, "removed_reason", "by": person}
//   answer    = {"id", "answer", "name", "post", "disputes": [{"part", "title", "words"}…], "read", "by": person, "receipt"}
//   amendment = {"id", "part", "text", "reason", "by": person, "receipt"}
//   conflict  = {"entity", "entity_id", "field", "versions": [{"value", "author", "stamp"}…]}     the last one shows
//   agreement = {"id", "urn", "school", "given_by", "post", "date", "until", "kinds": [kind…], "what_for", "terms", "by":
//                person, "receipt"}
//   forum note = {"id", "urn", "school", "half_term", "service", "aspect", "groups": [group…], "text", "by": person,
//                "receipt"}
//   person    = {"id", "name"}
//   rating    = {"urn", "school", "subject", "category", "to_be_told": true|false, "steps": [step…]}
//   step      = {"id", "step", "category", "suggested", "reason", "about", "framework", "framework_version", "variant",
//                "standing": [{"aspect", "choice", "visit"}…], "date", "by": {"id", "name"}, "receipt": {"number", "at"}}
//   direction = {"id", "urn", "school", "subject", "half_term", "direction", "suggested", "why", "by", "receipt"}
//   post      = {"id", "urn", "school", "role", "name", "account", "designation", "leads", "capacity", "since", "until", "team",
//                "history": [change…], "conflicts": [conflict…]}
//   local name = {"urn", "school", "local_name", "history": [change…], "conflicts": [conflict…]}
//   area      = {"id", "urn", "school", "inspected", "subject", "text", "state", "judged": judged, "evidence", "notes": [id of a
//                note…], "history": [change…], "conflicts": [conflict…]}
//   risk      = {"urn", "school", "risk", "reason", "judged": judged, "history": [change…], "conflicts": [conflict…]}
//   judged    = {"at", "by": person}: who last said how it stands, or what is at risk; null while nobody has
//
// A photo's content is the hash of its picture, which stays on the tablet that took it.
//
// There is a rating for each school and subject that has a step: what its category is now ("" for none), whether the
// school has yet to be told of it, and the steps in the order in which they were written, withdrawn ones among them. A
// receipt says when the county took the step; its id holds when the tablet wrote it.
//
// Everything in it is of one moment, though others go on writing.

#include <functional>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

// Told the name of each part before it is made.
using ExportBegun = std::function<void(std::string_view)>;

Result<Json> export_county(Database& database, const Clock& clock, const ExportBegun& begun = {});

}  // namespace kitbag
