#pragma once
// The parts of what a visit under way shows. Internal to build_visit.cpp and the files that fill in one part each.

#include "app/models/visit_model.h"
#include "app/session/draft_keeper.h"
#include "app/session/visit_reading.h"

namespace kitbag {

// Where the parts come from: one visit, and what is being typed in it.
struct VisitSource {
    OpenStore& store;
    DraftKeeper& keeper;
    const Reading& reading;
    WritingRight right = WritingRight::none;
};

// The notes and what they can be sorted by; then those for one aspect or of one kind.
void add_notes(VisitModel& model, const VisitSource& source);
NotesOf notes_for_aspect(const VisitModel& model, const VisitSource& source, std::string_view aspect);
NotesOf notes_of_kind(const VisitModel& model, const VisitSource& source, NoteKind kind);
// Another may be asked for once there is one and the ready one has something in it.
void update_can_add(NotesOf& notes);

// `last` is what was done before; nothing where nothing was.
void add_questions(VisitModel& model, const VisitSource& source, const std::optional<Reading>& last);
void add_agreed(VisitModel& model, const VisitSource& source);
void update_can_add_action(AgreedModel& agreed);
void add_before(VisitModel& model, const VisitSource& source, const std::optional<Reading>& last);

// The school's visit that was done last before this one; of its kind only, where `kind` is not "".
std::optional<Id> last_visit(OpenStore& store, const Visit& visit, std::string_view kind);

}  // namespace kitbag
