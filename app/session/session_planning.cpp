// What the commands around visits do: beginning and planning one, a trust's agreement, the calendar, the Forum.

#include "app/session/build_planning.h"
#include "app/session/planning_writer.h"
#include "app/session/session.h"
#include "app/session/visit_writer.h"

namespace kitbag {

// What may be a slip is asked about first, where a new visit is chosen.
void Session::run(const StartVisit& command) {
    if (!unlocked_) return;
    OpenStore& store = *unlocked_->store;
    const auto school = store.schools().school(command.urn);
    if (!school || !*school) return stale();
    if (!command.sure) {
        if (auto doubts = doubts_before(store, **school, command)) {
            if (models_.route.place != Place::new_visit) go({Place::new_visit, command.urn, ""});
            doubts_ = std::move(doubts);
            return stale();
        }
    }
    const auto visit = start_visit(store, platform_.clock(), platform_.random(), **school,
                                   {command.kind, command.variant, command.planned});
    if (!visit) return report(std::unexpected(visit.error()));
    go({Place::visit, command.urn, *visit});
}

void Session::run(const RecordAgreement& command) {
    if (!unlocked_ || taken_a_moment_ago(agreement_key(command.urn, ""))) return;
    unlocked_->keeper.leave_all();
    const auto recorded = record_agreement(*unlocked_->store, unlocked_->keeper, platform_, command.urn);
    const std::string_view field = recorded ? "" : agreement_field_at_fault(recorded.error());
    report_form(agreement_key(command.urn, field), recorded);
}

void Session::run(const AddForumNote& command) {
    if (!unlocked_ || taken_a_moment_ago(forum_key(command.urn, ""))) return;
    unlocked_->keeper.leave_all();
    const auto added = add_forum_note(*unlocked_->store, unlocked_->keeper, platform_, command.urn);
    const std::string_view field = added ? "" : forum_field_at_fault(added.error());
    report_form(forum_key(command.urn, field), added);
}

void Session::run(const ShowMonth& command) {
    month_ = command;
    stale();
}

}  // namespace kitbag
