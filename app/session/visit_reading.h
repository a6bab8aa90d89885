#pragma once
// One visit with everything around it that the screens need: its school, its criteria, what else people wrote.

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/open_store.h"
#include "core/visits/post.h"

namespace kitbag {

// Something else that was written in a field of this record, as a sentence.
struct ConflictLine {
    std::string entity;
    std::string entity_id;
    std::string field;
    std::string sentence;
};

struct Reading {
    VisitRecord record;
    School school;                         // Only its URN when the school has not arrived.
    const Framework* framework = nullptr;  // Null when the criteria have not arrived, and for a visit without any.
    const VisitTemplates* templates = nullptr;
    const VisitTemplate* kind = nullptr;  // Null for one that this tablet's templates do not have.
    std::vector<ConflictLine> conflicts;
    int written_twice = 0;  // In how many places.
};

// A value of a field as people say it: a choice by its name, a date in words, text as it was written.
std::string said(const Conflict& conflict, const std::string& value);

// All the URNs of the school that has or had this one; it alone where the school has not arrived.
std::vector<std::string> urns_with(OpenStore& store, std::string_view urn);

// What `read` finds under each of them, one after the other; what cannot be read is left out. `read` takes a URN and answers with a
// Result of a vector.
template <typename Read>
auto under_each(const std::vector<std::string>& urns, Read read) {
    typename decltype(read(urns.front()))::value_type all;
    for (const std::string& urn : urns) {
        auto found = read(urn);
        if (found) std::ranges::move(*found, std::back_inserter(all));
    }
    return all;
}

// Under every URN that the school has had. Visits and notes of visits come newest first, those from before it converted last; the
// others in the order they were begun.
std::vector<Visit> visits_at(OpenStore& store, const School& school);
std::vector<Visit> visits_at(OpenStore& store, std::string_view urn);
std::vector<AgreedAction> actions_at(OpenStore& store, std::string_view urn);
std::vector<ForumNote> forum_notes_at(OpenStore& store, std::string_view urn);
std::vector<Post> posts_at(OpenStore& store, std::string_view urn);

// Nothing when the visit is not on this tablet.
std::optional<Reading> read_visit(OpenStore& store, std::string_view visit);

// Two people wrote in one place of it without seeing each other, and nobody has settled it yet.
bool is_written_twice(OpenStore& store, std::string_view visit);

// What this tablet's adviser may write in a visit.
enum class WritingRight {
    none,
    notes,  // Notes, answers and photographs: in a colleague's visit that is under way.
    all,
};
WritingRight right_to_write(OpenStore& store, const Visit& visit);

// The aspects that it is about; none without criteria.
std::vector<const Aspect*> aspects_of(const Reading& reading);

// Who that is. "another adviser" when the county has not said.
std::string adviser_name(OpenStore& store, const Id& adviser);

std::string choice_word(const VisitRecord& record, std::string_view aspect);  // "amber", or "".
std::vector<Judged> judged(const VisitRecord& record);
std::string criteria_line(const Reading& reading);  // "Primary criteria, version 2014"

// "Also written, by another adviser, 23 November 2026, 14:02, and kept: …" for each other version of the record's fields.
std::vector<std::string> conflict_lines(const Reading& reading, std::string_view entity, std::string_view entity_id);

}  // namespace kitbag
