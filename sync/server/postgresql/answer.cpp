#include "sync/server/postgresql/answer.h"

#include <string>
#include <string_view>

#include "core/base/check.h"

namespace kitbag {
namespace {

// PostgreSQL's own five letters, Appendix A of its manual.
std::string_view state_of(const PGresult* answer) {
    const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    return state ? state : "";
}

Fault refused(const PGresult* answer) {
    const char* why = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    return {"storage_refused", "The county's PostgreSQL server refuses this (" + std::string(why ? why : "no reason") +
                                   "). Ask whoever looks after it."};
}

}  // namespace

bool is_lost(const PGconn* connection, const PGresult* answer) {
    if (answer == nullptr || PQstatus(connection) != CONNECTION_OK) return true;
    const std::string_view state = state_of(answer);
    return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" || state == "57P05";
}

bool met_another(const PGresult* answer) {
    const std::string_view state = state_of(answer);
    return state == "40001" || state == "40P01";
}

Fault database_away() {
    return {"storage_busy",
            "The county's PostgreSQL server cannot be reached just now. What it has taken is safe. Check that it runs "
            "and that this machine reaches it, then try again."};
}

Fault fault_in(const PGconn* connection, const PGresult* answer) {
    if (is_lost(connection, answer)) return database_away();
    const std::string_view state = state_of(answer);
    // A lock that did not come in time, a statement that was stopped from outside, a transaction that one of these ended,
    // or no connection left.
    if (met_another(answer) || state == "55P03" || state == "57014" || state == "25P02" || state == "53300") {
        return {"storage_busy", "The county's database is in use by another program. Wait a moment and try again."};
    }
    if (state.starts_with("53")) {
        return {"storage_full",
                "The county's PostgreSQL server has no room left, so nothing more can be saved. What was saved before "
                "is safe."};
    }
    if (state.starts_with("58")) {
        return {"storage_lost",
                "The county's PostgreSQL server cannot reach its own files. What was saved before is safe."};
    }
    if (state.starts_with("XX")) {
        return {"storage_damaged",
                "The county's PostgreSQL server says that its database is damaged. Nothing was changed. Ask whoever "
                "looks after it before you do anything else with it."};
    }
    const bool may_not = state == "42501";
    const bool our_mistake = state.starts_with("22") || state.starts_with("23") || state.starts_with("42") ||
                             state.starts_with("P0");  // The last is what a guard of our own tables says.
    if (our_mistake && !may_not) check_failed(PQresultErrorMessage(answer), __FILE__, __LINE__);
    return refused(answer);
}

}  // namespace kitbag
