// What the commands of a visit’s life do: its steps, handing it to the head, amending, printing.

#include "app/session/build_document.h"
#include "app/session/build_record.h"
#include "app/session/build_schools.h"
#include "app/session/head_answers.h"
#include "app/session/session.h"
#include "app/session/visit_steps.h"
#include "app/text/phrases.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"
#include "core/visits/record_json.h"

namespace kitbag {
namespace {

constexpr int turn_ms = 50;  // Time for the frame that says "Checking…".

std::optional<RecordDocument> document_of(OpenStore& store, const Id& visit) {
    const auto reading = read_visit(store, visit);
    if (!reading) return std::nullopt;
    return build_document(store, *reading);
}

std::string file_name(const RecordDocument& document, std::string_view ending) {
    const auto date = parse_date(document.date);
    return phrases::record_file_name(document.school, date ? to_long(*date) : "", document.kind_title, ending);
}

}  // namespace

void Session::run(const TakeVisitStep& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    if (!unlocked_->keeper.everything_written())
        return report(fault("unwritten", std::string(words::visit::unwritten)));
    OpenStore& store = *unlocked_->store;
    const auto taken = take_visit_step(store, unlocked_->keeper, command.visit, command.to);
    const bool at_reason = !taken && taken.error().code == "no_reason";
    report_form(at_reason ? step_reason_key(command.visit, command.to) : FieldKey{}, taken);
    const auto now = store.visits().visit(command.visit);
    if (taken && command.to == VisitStatus::under_way && now && *now && can_write(store, (*now)->visit))
        go({Place::visit, (*now)->visit.urn, command.visit});
}

void Session::run(const GiveToHead& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    if (!unlocked_->keeper.everything_written())
        return report(fault("unwritten", std::string(words::visit::unwritten)));
    OpenStore& store = *unlocked_->store;
    const RecordModel record = build_record(store, unlocked_->keeper, command.visit, {});
    if (!record.can_hand_over) return stale();
    if (record.document.status == to_word(VisitStatus::completed)) {
        const auto shared = take_visit_step(store, unlocked_->keeper, command.visit, VisitStatus::shared);
        if (!shared) return report_form({}, shared);
        unlocked_->sync.start();
    }
    handed_over_ = record.document;
    models_.hand_over = {};
    models_.frame.banner = {};
    run(CloseToast{});
    go({Place::hand_over, record.urn, command.visit});
}

void Session::rebuild_hand_over() {
    if (!handed_over_) return;
    HandOverModel model = build_hand_over(*handed_over_, unlocked_->keeper);
    model.answered = models_.hand_over.answered;
    model.take_back = std::move(models_.hand_over.take_back);
    for (FieldModel* field : {&model.name, &model.post}) {
        if (field->key == form_.refused) field->error = form_.sentence;
    }
    if (form_.refused.entity_id.empty()) model.refusal = form_.sentence;
    models_.hand_over = std::move(model);
}

void Session::run(const HeadAnswers& command) {
    if (!unlocked_ || !handed_over_ || models_.hand_over.answered) return;
    unlocked_->keeper.leave_all();
    const auto recorded =
        record_answer(*unlocked_->store, unlocked_->keeper, platform_, *handed_over_, command.accurate);
    FieldKey at_fault;
    if (!recorded && recorded.error().code == "no_name") at_fault = head_key(command.visit, "name");
    if (!recorded && recorded.error().code == "no_post") at_fault = head_key(command.visit, "post");
    models_.hand_over.answered = recorded.has_value();
    report_form(at_fault, recorded);
}

// As at unlocking: the frame that says so comes first, because the key is slow to make on purpose.
void Session::run(const TakeBack& command) {
    if (!unlocked_ || models_.route.place != Place::hand_over) return;
    UnlockModel& model = models_.hand_over.take_back;
    changed_ = true;
    if (!model.wait.empty() || !model.progress.empty()) return;
    model.failure = command.passphrase.empty() ? words::unlock::missing : "";
    if (command.passphrase.empty()) return;
    passphrase_ = command.passphrase;
    model.progress = words::hand_over::checking;
    platform_.start_timer(Timer::wait, turn_ms);
}

void Session::try_take_back() {
    UnlockModel& model = models_.hand_over.take_back;
    model.progress.clear();
    const auto key = keys_.unlock(passphrase_);
    passphrase_ = {};
    if (!key) {
        model.failure = key.error().sentence;
        show_wait(model);
        return;
    }
    models_.hand_over = {};
    handed_over_.reset();
    const Route back{Place::record, models_.route.urn, models_.route.visit};
    go(back);
}

void Session::run(const Amend& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    const auto amended = amend(*unlocked_->store, unlocked_->keeper, platform_, command.visit, command.part);
    std::string_view field;
    if (!amended && amended.error().code == "no_text") field = "text";
    if (!amended && amended.error().code == "no_reason") field = "reason";
    report_form(field.empty() ? FieldKey{} : amendment_key(command.visit, command.part, field), amended);
}

void Session::run(const PrintRecord& command) {
    if (!unlocked_) return;
    if (const auto document = document_of(*unlocked_->store, command.visit))
        platform_.print(to_html(*document, page_words()));
}

void Session::run(const SaveRecordFile& command) {
    if (!unlocked_) return;
    const auto document = document_of(*unlocked_->store, command.visit);
    if (!document) return;
    if (command.as == RecordFile::page) {
        platform_.give_file(file_name(*document, ".html"), "text/html", to_html(*document, page_words()));
    } else {
        platform_.give_file(file_name(*document, ".json"), "application/json", to_json(*document));
    }
    say_done(std::string(words::record::file_saved));
    stale();
}

}  // namespace kitbag
