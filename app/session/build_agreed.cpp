// What was agreed in a visit under way, what is still open from before, and its questions.

#include <algorithm>

#include "app/session/new_records.h"
#include "app/session/visit_models.h"
#include "app/text/visit_phrases.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

ActionModel action_model(const VisitSource& source, const AgreedAction& action) {
    ActionModel model;
    model.id = action.id;
    model.shown_as = source.keeper.shown_as(action.id);
    const auto field = [&](std::string_view name, const std::string& stored) {
        return source.keeper.field({"agreed_action", action.id, std::string(name)}, stored);
    };
    model.text = field("text", action.text);
    model.owner = field("owner", action.owner);
    model.due = field("due", action.due ? to_iso(*action.due) : "");
    model.outcome = field("outcome", action.outcome);
    model.status = to_word(action.status);
    model.conflicts = conflict_lines(source.reading, "agreed_action", action.id);
    return model;
}

ActionModel ready_action(const VisitSource& source, const NewRecord& wanted) {
    AgreedAction none;
    none.id = source.keeper.ready(wanted);
    ActionModel model = action_model(source, none);
    model.status.clear();
    return model;
}

bool is_empty(const AgreedAction& action) {
    return trim(action.text).empty() && trim(action.owner).empty() && !action.due;
}

// Open when this visit began: what was closed in it stays in sight.
void add_earlier(VisitModel& model, const VisitSource& source) {
    for (const AgreedAction& action : actions_at(source.store, model.urn)) {
        const bool stands = action.status == ActionStatus::open || action.closed_in == model.id;
        if (action.visit == model.id || !stands || is_empty(action)) continue;
        ActionModel one = action_model(source, action);
        const auto agreed_in = source.store.visits().visit(action.visit);
        const auto date = agreed_in && *agreed_in ? (*agreed_in)->visit.date : std::nullopt;
        one.agreed = phrases::agreed_on(date, adviser_name(source.store, action.by));
        model.agreed.earlier.push_back(std::move(one));
    }
}

}  // namespace

void add_agreed(VisitModel& model, const VisitSource& source) {
    model.agreed.strengths = notes_of_kind(model, source, NoteKind::strength);
    model.agreed.developments = notes_of_kind(model, source, NoteKind::development);
    add_earlier(model, source);
    for (const AgreedAction& action : source.reading.record.actions) {
        if (is_empty(action) && !source.keeper.is_typed_in(action.id)) continue;
        model.agreed.actions.push_back(action_model(source, action));
    }
    if (source.right != WritingRight::all) return;
    const NewRecord wanted = new_action(source.store.enrolment().adviser.id, model.urn, model.id);
    if (model.agreed.actions.empty() || source.keeper.wants(wanted))
        model.agreed.actions.push_back(ready_action(source, wanted));
    update_can_add_action(model.agreed);
}

void update_can_add_action(AgreedModel& agreed) {
    agreed.can_add_action = !agreed.actions.empty() && !trim(agreed.actions.back().text.text).empty();
}

void add_questions(VisitModel& model, const VisitSource& source, const std::optional<Reading>& last) {
    const Reading& reading = source.reading;
    if (!reading.kind) return;
    const auto answer_in = [](const VisitRecord& record, const std::string& question) {
        const auto found = std::ranges::find(record.answers, question, &VisitAnswer::question);
        return found == record.answers.end() ? nullptr : &*found;
    };
    const auto was_asked = [&](const std::string& question) {
        return last && last->kind && find_question(*last->kind, question);
    };
    for (const TemplateSection& section : reading.kind->sections) {
        SectionModel shown{section.id, section.title, {}};
        for (const TemplateQuestion& question : section.questions) {
            const Id id = answer_id(model.id, question.id);
            const VisitAnswer* kept = answer_in(reading.record, question.id);
            if (!kept) source.keeper.expect(id, new_answer(model.id, question.id));
            const VisitAnswer* before = last ? answer_in(last->record, question.id) : nullptr;
            const bool unanswered = was_asked(question.id) && (!before || trim(before->text).empty());
            shown.questions.push_back({question.id, question.text,
                                       source.keeper.field({"visit_answer", id, "text"}, kept ? kept->text : ""),
                                       unanswered, conflict_lines(reading, "visit_answer", id)});
        }
        model.sections.push_back(std::move(shown));
    }
}

}  // namespace kitbag
