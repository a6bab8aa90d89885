#include "sync/client/outcomes_exchange.h"

#include <algorithm>
#include <utility>

#include "sync/protocol/outcome_messages.h"

namespace kitbag {

void OutcomesExchange::begin() {
    give_up();
    has_list_ = false;
    measures_.clear();
    missing_.clear();
}

Result<void> OutcomesExchange::offer(std::string_view version) {
    const Result<std::string> here = store_.version();
    if (!here) return std::unexpected(here.error());
    wanted_ = version == *here ? "" : std::string(version);
    return {};
}

std::optional<std::string> OutcomesExchange::next() const {
    if (wanted_.empty()) return std::nullopt;
    if (!has_list_) return "/api/outcomes";
    return "/api/outcomes?part=" + to_word(missing_.back());
}

Result<void> OutcomesExchange::take(std::string_view body) {
    Result<void> taken = has_list_ ? take_part(body) : take_list(body);
    if (!taken) give_up();
    return taken;
}

Result<void> OutcomesExchange::take_list(std::string_view body) {
    Result<OutcomeListReply> list = read_outcome_list_reply(body);
    if (!list) return std::unexpected(list.error());
    const Result<std::vector<OutcomePartMark>> here = store_.parts();
    if (!here) return std::unexpected(here.error());
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const OutcomePartMark& mark : *here) {
        if (std::ranges::contains(list->parts, mark.place, &OutcomePartMark::place)) continue;
        if (Result<void> removed = store_.remove(mark.place); !removed) return removed;
    }
    for (const OutcomePartMark& mark : list->parts) {
        if (!std::ranges::contains(*here, mark)) missing_.push_back(mark.place);
    }
    if (Result<void> set = store_.set_list("", list->measures); !set) return set;
    if (Result<void> committed = transaction->commit(); !committed) return committed;
    has_list_ = true;
    wanted_ = std::move(list->version);
    measures_ = std::move(list->measures);
    return finish_if_whole();
}

Result<void> OutcomesExchange::take_part(std::string_view body) {
    const Result<OutcomePartReply> reply = read_outcome_part_reply(body);
    if (!reply) return std::unexpected(reply.error());
    if (place_of(reply->part) != missing_.back()) {
        return fault("bad_outcomes",
                     "The county sent other outcomes than were asked for. The ones on this tablet were kept. Tell your "
                     "county.");
    }
    if (Result<void> stored = store_.replace(reply->part, reply->version); !stored) return stored;
    missing_.pop_back();
    return finish_if_whole();
}

// Only now is the version this tablet's: until then the next sync goes on with what is missing.
Result<void> OutcomesExchange::finish_if_whole() {
    if (!missing_.empty()) return {};
    if (Result<void> set = store_.set_list(wanted_, measures_); !set) return set;
    wanted_.clear();
    return {};
}

}  // namespace kitbag
