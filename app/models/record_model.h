#pragma once
// What the record of a visit shows: the document itself, where it is, and what may be done with it now.

#include <map>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/set_up_model.h"
#include "app/models/visit_model.h"
#include "core/visits/record_document.h"
#include "core/visits/visit.h"

namespace kitbag {

// A step of the visit's life that this person may take now.
struct StepOffer {
    VisitStatus to = VisitStatus::under_way;
    std::string label;
    std::string advice;        // "" for none.
    std::string reason_label;  // "" where no reason is asked for.
    FieldModel reason;
};

// The form by which a part of a locked record is amended.
struct AmendmentForm {
    FieldModel text;
    FieldModel reason;
};

struct RecordModel {
    bool known = false;
    std::string id;
    std::string urn;
    std::string school;
    RecordDocument document;
    bool received = false;
    bool under_way = false;  // Its own adviser may still be writing.
    bool can_write = false;  // This tablet's adviser is the one.
    int written_twice = 0;   // As in VisitModel.
    std::string trouble;     // Part of it was refused: go and see.
    SuggestionModel suggestion;
    std::vector<StepOffer> steps;
    bool can_hand_over = false;
    std::map<std::string, AmendmentForm> amend;  // By part, "" for the whole; empty unless this person may amend it.
    std::string news;                            // What was recorded a moment ago.
    std::string refusal;                         // Why the form that was sent last was not taken,
    bool refused_whole = false;                  // where that is not about one of its fields.
};

// A part of the record in the head's hands, with what the head says is not right of it.
struct HeadsPart {
    std::string section;  // The heading above it, where it is the first below it.
    RecordPart part;
    FieldModel words;
};

struct HandOverModel {
    bool known = false;
    std::string visit;
    std::string school;
    std::string title;
    std::string adviser;
    std::vector<HeadsPart> parts;  // The last one is the record as a whole.
    FieldModel name;
    FieldModel post;
    std::size_t disputed = 0;
    bool answered = false;
    std::string refusal;  // Why signing was not taken, where that is not about a field.
    UnlockModel take_back;
};

}  // namespace kitbag
