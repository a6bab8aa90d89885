#pragma once
// What a visit under way shows. What its record shows: see record_model.h.

#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/schools_model.h"
#include "app/models/visit_parts_model.h"

namespace kitbag {

struct AspectModel {
    std::string id;
    std::string title;
    std::string green;  // The descriptors; "" where the framework describes none, so that it cannot be chosen.
    std::string amber;
    std::string red;
    std::string alike;   // That two of them read alike, as a sentence; "" where they differ.
    std::string source;  // Where they come from: "Appendix 4, GREEN, bullet 1".
    std::string choice;  // green, amber, red, not_applicable or "".
    NotesOf notes;
    std::vector<Fact>
        known;  // Before anybody looks: what services brought to the Forum about it, and what inspections named.
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
    std::string purpose;
    std::string criteria;    // "Primary criteria, 2014"
    bool own = false;        // Of this tablet's adviser, and open: all of it may be written.
    bool may_write = false;  // Notes and answers may be: own, or a colleague's that is under way.
    bool planned = false;    // Not begun yet.
    FieldModel date;
    FieldModel time;
    FieldModel participants;
    FieldModel focus;
    std::vector<ToggleModel> present;  // Who must be there, and was.
    std::vector<std::string> present_keys;
    std::vector<std::string> look_at;  // What to look at: advice.
    NoteModel capture;                 // The one that is ready to be typed in.
    std::vector<NoteModel> notes;      // In the order they were begun.
    NoteChoices choices;
    std::vector<AspectModel> aspects;
    bool judges = false;  // Visits of this kind are about aspects; there may be none while the criteria have not come.
    SuggestionModel suggestion;
    std::vector<SectionModel> sections;
    AgreedModel agreed;
    BeforeModel before;
    std::vector<std::string> conflicts;  // Of the visit's own fields.
    std::vector<MissingModel> missing;   // What must be written before it can be completed;
    bool show_missing = false;           // shown once completing it was tried.
    std::vector<std::string> doubts;     // What may be a slip: asked about, and not forbidden.
    std::string absent;                  // Who must be there and was not marked; "" for nobody.
    bool asking = false;                 // The question "Complete this visit?" is on the screen.
    std::string question;
    int written_twice = 0;   // Places in it where two people wrote without seeing each other.
    std::string undo;        // "Undo: chose Amber for Governance"; "" where nothing can be taken back.
    bool write_now = false;  // It was opened to be written in at once.
};

}  // namespace kitbag
