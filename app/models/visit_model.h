#pragma once
// What a visit under way shows, and what the record of any visit shows.

#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/schools_model.h"

namespace kitbag {

struct AspectModel {
    std::string id;
    std::string title;
    std::string green;  // The descriptors; "" where the framework describes none, so that it cannot be chosen.
    std::string amber;
    std::string red;
    std::string alike;                   // That two of them read alike, as a sentence; "" where they differ.
    std::string source;                  // Where they come from: "Appendix 4, GREEN, bullet 1".
    std::string choice;                  // green, amber, red, not_applicable or "".
    std::vector<FieldModel> notes;       // Never empty: where none was written there is one to type in.
    bool can_add = false;                // True when the last note has text.
    std::vector<std::string> conflicts;  // "Also written…": other choices that nobody saw being made.
};

struct SuggestionModel {
    std::string category;  // green, amber, red, or "" for no suggestion.
    std::string headline;  // "Amber"
    std::string summary;   // "9 of 16 aspects judged: 3 green, 5 amber and 1 red."
    std::string reason;    // Why the judgements fit that category best.
    std::vector<std::string> decided_by;
    std::vector<std::string> definitions;
    std::string margin;                     // How many changes away the other categories are.
    std::vector<std::string> would_change;  // What those changes could be.
    std::vector<std::string> not_judged;    // Titles of aspects.
};

struct MissingModel {
    std::string field;     // "date", "participants" or "focus".
    std::string sentence;  // What to do about it.
};

struct VisitModel {
    bool known = false;
    std::string id;
    std::string urn;
    std::string school;
    std::string title;
    std::string criteria;  // "Primary criteria, 2014"
    FieldModel date;
    FieldModel participants;
    FieldModel focus;
    std::vector<AspectModel> aspects;
    SuggestionModel suggestion;
    std::vector<std::string> conflicts;  // Of the visit's own fields.
    std::vector<MissingModel> missing;   // What must be written before it can be completed;
    bool show_missing = false;           // shown once completing it was tried.
    bool asking = false;                 // The question "Complete this visit?" is on the screen.
    std::string question;
};

struct RecordAspect {
    std::string id;
    std::string title;
    std::string choice;      // "Amber", "Not applicable here", "Not judged yet"
    std::string category;    // green, amber, red or "".
    std::string descriptor;  // The description that was chosen.
    std::vector<std::string> notes;
    std::vector<std::string> conflicts;
};

struct RecordModel {
    bool known = false;
    std::string id;
    std::string urn;
    std::string school;
    std::string title;
    std::string state;  // Where it is: "Received by the county, 23 November 2026, 14:02, receipt R-000017-9f3c"
    bool received = false;
    bool under_way = false;  // Not completed yet: its own adviser may still be writing.
    std::string trouble;     // Part of it was refused: go and see.
    std::vector<Fact> facts;
    std::vector<std::string> conflicts;  // Of the visit's own fields.
    SuggestionModel suggestion;
    std::vector<RecordAspect> aspects;
};

}  // namespace kitbag
