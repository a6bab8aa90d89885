#pragma once
// The parts of a record as they are read, on the adviser's screen and in the head's hands, with what was said of each.

#include "app/widgets/ui.h"
#include "core/visits/record_document.h"

namespace kitbag {

// What was recorded: the judgement, the words, and what is said about them. No heading.
void draw_recorded(Ui& ui, const RecordPart& part);

// What others wrote, what heads say is not right, and amendments: beside the part, which stays as it was.
void draw_said_of(Ui& ui, const RecordDocument& document, const RecordPart& part);

void draw_amendment(Ui& ui, const RecordAmendment& amendment);

// Everything said of the record, and everything that happened to it.
void draw_answers(Ui& ui, const RecordDocument& document);
void draw_amendments(Ui& ui, const RecordDocument& document);  // Of the whole, and refused ones.
void draw_history(Ui& ui, const RecordDocument& document);

}  // namespace kitbag
