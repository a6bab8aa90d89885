#pragma once
// The parts of a visit under way apart from its aspects: notes, questions, what was agreed, and the visit before.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/schools_model.h"

namespace kitbag {

struct ToggleModel {
    std::string key;
    std::string title;
    bool on = false;
};

// Something to choose one of, with the words for it.
struct OptionModel {
    std::string key;
    std::string title;
};

struct NoteModel {
    std::string id;
    std::string shown_as;     // What its field is called by on the screen: see DraftKeeper::shown_as.
    std::size_t number = 0;   // Among the visit's notes, in the order they were begun; 0 for one that is not begun.
    std::string time;         // "10:42"
    std::string by;           // "" for this tablet's adviser.
    bool may_change = false;  // By this tablet's adviser.
    FieldModel text;
    FieldModel said_by;
    std::string aspect, kind, source, supports;  // Keys and words as the record has them.
    std::vector<std::string> groups;
    std::vector<std::string> chips;  // What it is sorted by, in words.
    std::vector<std::string> conflicts;
};

// What notes can be sorted by, in this visit.
struct NoteChoices {
    std::vector<OptionModel> aspects;
    std::vector<OptionModel> groups;
};

// Notes of one sort, such as those for one aspect.
struct NotesOf {
    std::vector<std::size_t> written;  // Places in VisitModel::notes.
    std::optional<NoteModel> ready;    // An empty one to type in.
    bool can_add = false;              // Another empty one may be asked for.
};

struct QuestionModel {
    std::string id;
    std::string text;
    FieldModel answer;
    bool unanswered_before = false;
    std::vector<std::string> conflicts;
};

struct SectionModel {
    std::string id;
    std::string title;
    std::vector<QuestionModel> questions;
};

struct ActionModel {
    std::string id;
    std::string shown_as;
    std::string agreed;  // "Agreed on 3 June 2026 by Ada Marsh"; "" for one of this visit.
    FieldModel text;
    FieldModel owner;
    FieldModel due;
    FieldModel outcome;
    std::string status;  // open, done or dropped; "" for one that is not begun.
    std::vector<std::string> conflicts;
};

struct AgreedModel {
    NotesOf strengths;
    NotesOf developments;
    std::vector<ActionModel> earlier;  // Open when this visit began.
    std::vector<ActionModel> actions;  // Agreed in this visit, and an empty one to type in.
    bool can_add_action = false;
};

struct BeforeAspect {
    std::string id;
    std::string title;
    std::string then;  // green, amber, red, not_applicable or "".
    std::string now;
    std::vector<std::string> notes;
};

// The visit of the school that was done last, beside this one.
struct BeforeModel {
    bool known = false;
    std::string id;
    std::string urn;
    std::string line;  // "23 November 2026 · Keeping in Touch visit by Ada Marsh"
    std::vector<BeforeAspect> aspects;
    std::vector<std::string> notes;  // For no aspect.
    std::vector<std::string> unanswered;
    std::vector<std::string> actions;
};

}  // namespace kitbag
