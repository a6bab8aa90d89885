// What the session does with the files that go between this tablet and the office where there is no network.

#include "app/session/office_files.h"
#include "app/session/session.h"
#include "app/text/bundle_phrases.h"
#include "app/text/bundle_words.h"

namespace kitbag {

void Session::run(const MakeOfficeFile&) {
    if (!unlocked_ || turn_ != Turn::none) return;
    unlocked_->office = {};
    take_turn(Turn::make_office_file);
}

// What is still being typed goes as well.
void Session::make_office_file() {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    const Result<BundleMade> made = give_office_file(platform_, *unlocked_->store);
    if (made) unlocked_->office.made = phrases::in_office_file(*made);
    if (!made) unlocked_->office.failure = made.error().sentence;
}

void Session::begin_reading_answer() {
    if (lock_if_due()) return;
    unlocked_->office = {};
    take_turn(Turn::read_office_answer);
}

void Session::read_office_answer() {
    ByteSource* source = platform_.chosen_file();
    if (!unlocked_ || !source) return;
    OpenStore& store = *unlocked_->store;
    const Result<AnswerTaken> taken = take_answer(store.database(), store.log(), store.enrolment(), *source);
    platform_.forget_chosen_file();
    if (!taken) {
        unlocked_->office.failure = taken.error().sentence;
        return;
    }
    unlocked_->office.read = phrases::answer_read(*taken);
    take_over(taken->new_reference, taken->fetched);
}

OfficeFilesModel Session::office_files() const {
    OfficeFilesModel model = unlocked_->office;
    show_office_files(*unlocked_->store, model);
    model.making = turn_ == Turn::make_office_file;
    model.reading = turn_ == Turn::read_office_answer;
    return model;
}

}  // namespace kitbag
