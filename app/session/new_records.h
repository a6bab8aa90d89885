#pragma once
// What the first change of each kind of record in a visit says besides what was typed. See DraftKeeper::ready.

#include "app/session/draft_keeper.h"
#include "core/visits/visit.h"

namespace kitbag {

inline NewRecord new_note(const Id& by, const Id& visit, std::string_view aspect, NoteKind kind = NoteKind::evidence) {
    NewRecord record{"evidence_note", {{"visit", visit}, {"aspect", std::string(aspect)}, {"by", by}}};
    if (kind != NoteKind::evidence) record.values.emplace("kind", to_word(kind));
    return record;
}

inline NewRecord new_action(const Id& by, std::string_view urn, const Id& visit) {
    return {"agreed_action",
            {{"urn", std::string(urn)},
             {"visit", visit},
             {"status", std::string(to_word(ActionStatus::open))},
             {"by", by}}};
}

inline NewRecord new_answer(const Id& visit, std::string_view question) {
    return {"visit_answer", {{"visit", visit}, {"question", std::string(question)}}};
}

}  // namespace kitbag
