// What the commands of a visit under way do.

#include <algorithm>

#include "app/session/build_visit.h"
#include "app/session/new_records.h"
#include "app/session/session.h"
#include "app/session/visit_reading.h"
#include "app/session/visit_steps.h"
#include "app/session/visit_writer.h"
#include "app/text/phrases.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

// The visit that a command is about, where this tablet's adviser may write all of it.
bool may_write_all(OpenStore& store, std::string_view visit) {
    const auto record = store.visits().visit(visit);
    return record && *record && right_to_write(store, (*record)->visit) == WritingRight::all;
}

std::string title_of(const VisitModel& model, std::string_view aspect) {
    const auto found = std::ranges::find(model.aspects, aspect, &AspectModel::id);
    return found == model.aspects.end() ? std::string(aspect) : found->title;
}

std::string question_of(const VisitModel& model, std::string_view question) {
    for (const SectionModel& section : model.sections) {
        const auto found = std::ranges::find(section.questions, question, &QuestionModel::id);
        if (found != section.questions.end()) return found->text;
    }
    return std::string(question);
}

}  // namespace

// What was asked about it, and shown of it, stays while it is looked at.
void Session::reopen_visit() {
    const VisitModel before = std::move(models_.visit);
    VisitModel& model = models_.visit;
    model = build_visit(*unlocked_->store, unlocked_->keeper, models_.route.visit);
    if (const UndoStep* last = undo_.last()) model.undo = phrases::undo(last->what);
    model.write_now = before.write_now;
    if (before.id != model.id) return;
    model.asking = before.asking;
    model.show_missing = before.show_missing;
}

// Texts that became changes can be taken back like choices.
void Session::remember_written() {
    if (!unlocked_) return;
    const auto written = unlocked_->keeper.take_written();
    if (models_.route.place != Place::visit) return;
    for (const WrittenText& one : written) {
        undo_.push({phrases::wrote(one.key, one.before.empty()),
                    {one.key.entity, one.key.entity_id, {{one.key.field, one.before}}},
                    {{one.key.field, one.now}}});
    }
}

std::string Session::where_it_was(const Recovered& item) {
    const VisitModel visit = build_visit(*unlocked_->store, unlocked_->keeper, item.visit);
    std::string about = item.about;
    if (!about.empty()) about = item.key.entity == "visit_answer" ? question_of(visit, about) : title_of(visit, about);
    return phrases::recovered_place(item.key, about, visit.school);
}

void Session::say_what_was_recovered() {
    std::vector<std::string> where;
    BannerModel banner;
    for (const Recovered& item : unlocked_->keeper.recover()) {
        where.push_back(where_it_was(item));
        const auto visit = unlocked_->store->visits().visit(item.visit);
        if (visit && *visit) banner.link = {Place::visit, (*visit)->visit.urn, item.visit};
    }
    if (where.empty()) return;
    banner.text = phrases::recovered(where);
    if (!banner.link.visit.empty()) banner.link_text = words::common::show_it;
    models_.frame.banner = std::move(banner);
}

void Session::run(const WriteNow& command) {
    if (!unlocked_) return;
    auto visit = visit_to_write_in(*unlocked_->store, command.urn);
    if (!visit) return report(std::unexpected(visit.error()));
    if (*visit) {
        go({Place::visit, command.urn, **visit});
    } else {
        const SchoolModel& school = models_.school;
        const bool known = school.urn == command.urn && !school.criteria.empty();
        run(StartVisit{command.urn, known ? school.criteria.front().variant : ""});
    }
    models_.visit.write_now = models_.route.place == Place::visit;
}

void Session::run(const ChooseDescriptor& command) {
    if (!unlocked_ || !may_write_all(*unlocked_->store, command.visit)) return;
    const RecordValues values{"judgement",
                              judgement_id(command.visit, command.aspect),
                              {{"visit", command.visit}, {"aspect", command.aspect}, {"choice", command.choice}}};
    std::string what = phrases::chose(command.choice, title_of(models_.visit, command.aspect));
    report(write_undoable(*unlocked_->store, undo_, std::move(what), values));
}

void Session::run(const SetField& command) {
    if (!unlocked_) return;
    if (command.field.entity == "area_for_improvement") return choose_in_area(command);
    if (models_.route.place != Place::visit) return;
    unlocked_->keeper.leave_all();
    remember_written();
    OpenStore& store = *unlocked_->store;
    const auto record = store.visits().visit(models_.route.visit);
    if (!record || !*record) return stale();
    auto chosen = chosen_values(store, (*record)->visit, command.field, command.value);
    if (!chosen && chosen.error().code == "no_outcome") {
        unlocked_->keeper.say_wrong({command.field.entity, command.field.entity_id, "outcome"},
                                    chosen.error().sentence);
        return stale();
    }
    if (!chosen) return report(std::unexpected(chosen.error()));
    if (!*chosen) return stale();
    report(write_undoable(store, undo_, std::move((*chosen)->what), (*chosen)->values));
}

void Session::run(const AddNote& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    const Id& me = unlocked_->store->enrolment().adviser.id;
    unlocked_->keeper.ask_for(new_note(me, command.visit, command.aspect, command.kind));
    stale();
}

void Session::run(const AddAction& command) {
    if (!unlocked_ || models_.visit.id != command.visit) return;
    unlocked_->keeper.leave_all();
    const Id& me = unlocked_->store->enrolment().adviser.id;
    unlocked_->keeper.ask_for(new_action(me, models_.visit.urn, command.visit));
    stale();
}

void Session::run(const Undo& command) {
    if (!unlocked_ || models_.visit.id != command.visit) return;
    unlocked_->keeper.leave_all();
    remember_written();
    // What was being typed is now the last thing written: the button says so before it is pressed again.
    const UndoStep* last = undo_.last();
    if (!last || phrases::undo(last->what) != command.what) return stale();
    std::string what = phrases::undone(last->what);
    const auto taken = take_back(*unlocked_->store, undo_);
    if (taken) say_done(std::move(what));
    report(taken);
}

void Session::run(const AskToComplete& command) {
    if (!unlocked_ || models_.visit.id != command.visit) return;
    unlocked_->keeper.leave_all();
    remember_written();
    reopen_visit();
    models_.visit.show_missing = true;
    models_.visit.asking = models_.visit.missing.empty() && unlocked_->keeper.everything_written();
    if (!unlocked_->keeper.everything_written()) failure_ = words::visit::unwritten;
    stale();
}

void Session::run(const CompleteVisit& command) {
    if (!unlocked_ || models_.visit.id != command.visit || !models_.visit.asking) return;
    models_.visit.asking = false;
    const auto completed = take_visit_step(*unlocked_->store, unlocked_->keeper, command.visit, VisitStatus::completed);
    if (!completed) return report(completed);
    go({Place::record, models_.visit.urn, command.visit});
    unlocked_->sync.start();
}

void Session::run(const CancelCompletion&) {
    models_.visit.asking = false;
    stale();
}

}  // namespace kitbag
