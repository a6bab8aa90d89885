// The visit of the school that was done last, beside the one under way.

#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/visit_models.h"
#include "app/text/phrases.h"
#include "app/text/visit_phrases.h"
#include "app/text/words.h"
#include "core/base/text.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

std::string title_of(const Reading& now, const Reading& then, const std::string& aspect) {
    for (const Reading* reading : {&now, &then}) {
        const Aspect* found = reading->framework ? find_aspect(*reading->framework, aspect) : nullptr;
        if (found) return found->title;
    }
    return aspect;
}

// The aspects of that visit's criteria in their order, then any others.
std::vector<std::string> aspects_of_both(const Reading& now, const Reading& then) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (!id.empty() && !std::ranges::contains(ids, id)) ids.push_back(id);
    };
    for (const Reading* reading : {&now, &then}) {
        for (const Aspect* aspect : aspects_of(*reading)) add(aspect->id);
    }
    for (const Judgement& judgement : then.record.judgements) add(judgement.aspect);
    for (const EvidenceNote& note : then.record.notes) add(note.aspect);
    return ids;
}

}  // namespace

std::optional<Id> last_visit(OpenStore& store, const Visit& visit, std::string_view kind) {
    for (const Visit& one : visits_at(store, visit.urn)) {
        const bool earlier = !visit.date || !one.date || *one.date <= *visit.date;
        const bool fits = kind.empty() || one.kind == kind;
        if (one.id != visit.id && is_done(one.status) && earlier && fits) return one.id;
    }
    return std::nullopt;
}

void add_before(VisitModel& model, const VisitSource& source, const std::optional<Reading>& last) {
    BeforeModel& before = model.before;
    for (const ActionModel& action : model.agreed.earlier) {
        if (action.status == to_word(ActionStatus::open)) before.actions.push_back(action.text.text);
    }
    if (!last) return;
    const Visit& found = last->record.visit;
    before.known = true;
    before.id = found.id;
    before.urn = found.urn;
    before.line = (found.date ? to_long(*found.date) : std::string(words::common::unknown_date)) +
                  std::string(words::common::separator) + visit_title(source.store, found);
    for (const std::string& id : aspects_of_both(source.reading, *last)) {
        BeforeAspect aspect{id,
                            title_of(source.reading, *last, id),
                            choice_word(last->record, id),
                            choice_word(source.reading.record, id),
                            {}};
        for (const EvidenceNote& note : last->record.notes) {
            if (note.aspect == id && !trim(note.text).empty()) aspect.notes.push_back(note.text);
        }
        if (!aspect.then.empty() || !aspect.notes.empty()) before.aspects.push_back(std::move(aspect));
    }
    for (const EvidenceNote& note : last->record.notes) {
        if (note.aspect.empty() && !trim(note.text).empty()) before.notes.push_back(note.text);
    }
    if (!last->kind) return;
    for (const TemplateSection& section : last->kind->sections) {
        for (const TemplateQuestion& question : section.questions) {
            const auto answer = std::ranges::find(last->record.answers, question.id, &VisitAnswer::question);
            if (answer == last->record.answers.end() || trim(answer->text).empty())
                before.unanswered.push_back(question.text);
        }
    }
}

}  // namespace kitbag
