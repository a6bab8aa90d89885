// What the commands about the people of a school do: who holds which post, and an adviser's caseload.

#include <algorithm>

#include "app/session/build_people.h"
#include "app/session/people_writer.h"
#include "app/session/session.h"
#include "app/text/people_words.h"

namespace kitbag {

void Session::run(const AddPost& command) {
    if (!unlocked_ || taken_a_moment_ago(new_person_key(command.urn, ""))) return;
    unlocked_->keeper.leave_all();
    const auto added = add_post(*unlocked_->store, unlocked_->keeper, platform_, command.urn);
    const std::string_view field = added ? "" : post_field_at_fault(added.error());
    report_form(new_person_key(command.urn, field), added);
}

void Session::run(const EndPost& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    OpenStore& store = *unlocked_->store;
    const auto ended =
        command.held_again ? take_end_back(store, command.post) : end_post(store, unlocked_->keeper, command.post);
    if (ended && !command.held_again) say_done(std::string(words::people::ended));
    report_form(post_end_key(command.post), ended);
}

void Session::run(const SetCaseload& command) {
    if (!unlocked_) return;
    OpenStore& store = *unlocked_->store;
    const auto done = command.mine ? join_caseload(store, platform_, command.urn) : leave_caseload(store, command.urn);
    if (done) {
        say_done(std::string(command.mine ? words::caseload::added : words::caseload::left));
        unlocked_->sync.start();
    }
    report(done);
}

// Where a day begins. Later the list stays as it was chosen, whatever comes to the caseload meanwhile.
void Session::begin_with_caseload() {
    const bool has_one =
        std::ranges::any_of(people_of_places(*unlocked_->store), [](const auto& place) { return place.second.mine; });
    search_.filter.which = has_one ? SchoolFilter::caseload : SchoolFilter::all;
}

}  // namespace kitbag
