// What the commands about inspections do: areas for improvement, and what is at risk at the next one.

#include "app/session/inspections_writer.h"
#include "app/session/session.h"

namespace kitbag {

void Session::run(const AddArea& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    unlocked_->keeper.ask_for(new_area(command.urn, command.inspected));
    stale();
}

void Session::choose_in_area(const SetField& command) {
    unlocked_->keeper.leave_all();
    report(choose_of_area(*unlocked_->store, command.field, command.value));
    unlocked_->sync.start();
}

void Session::run(const RecordRisk& command) {
    if (!unlocked_ || taken_a_moment_ago(risk_key(command.urn, ""))) return;
    unlocked_->keeper.leave_all();
    const auto recorded = record_risk(*unlocked_->store, unlocked_->keeper, command.urn);
    const bool without_reason = !recorded && recorded.error().code == "no_reason";
    report_form(risk_key(command.urn, without_reason ? "reason" : "risk"), recorded);
}

}  // namespace kitbag
