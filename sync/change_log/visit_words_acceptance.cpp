#include "sync/change_log/visit_words_acceptance.h"

#include <optional>
#include <string>

#include "core/base/check.h"
#include "core/visits/academy_rule.h"
#include "core/visits/visit_life.h"
#include "core/visits/visit_words.h"
#include "sync/change_log/acceptance_checks.h"
#include "sync/change_log/county_log.h"
#include "sync/change_log/visit_acceptance.h"

namespace kitbag {
namespace {

std::optional<Date> date_or_none(const Change& change, std::string_view field) {
    const Result<Date> date = parse_date(text_or_empty(change, field));
    return date ? std::optional(*date) : std::nullopt;
}

Result<void> check_trust_agreement(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (Result<void> whole = need_parts(change, {"urn", "terms"}); !whole) return whole;
    const Result<School> school = known_school(database, text_or_empty(change, "urn"));
    if (!school) return std::unexpected(school.error());
    if (!answers_to_trust(school->governance)) {
        return fault("no_trust", school->name +
                                     " is not an academy or free school in the county's register, so no trust needs to "
                                     "agree to anything. Plan the visit without it.");
    }
    TrustAgreement agreement;
    agreement.given_by = text_or_empty(change, "given_by");
    agreement.date = date_or_none(change, "date");
    agreement.until = date_or_none(change, "until");
    agreement.kinds = split_keys(text_or_empty(change, "kinds"));
    agreement.what_for = text_or_empty(change, "what_for");
    // The clock of the tablet may be ahead, and its day begins before the day of UTC.
    if (Result<void> taken = check_agreement(agreement, date_of(now + future_allowed_ms), writer.role); !taken)
        return taken;
    for (const std::string& kind : agreement.kinds) {
        if (Result<void> known = check_kind_is_known(database, kind); !known) return known;
    }
    return {};
}

Result<void> check_forum(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (Result<void> whole = need_parts(change, {"urn", "half_term"}); !whole) return whole;
    const Result<School> school = known_school(database, text_or_empty(change, "urn"));
    if (!school) return std::unexpected(school.error());
    ForumNote note;
    note.service = text_or_empty(change, "service");
    note.text = text_or_empty(change, "text");
    if (Result<void> taken = check_forum_note(note, writer.role); !taken) return taken;
    return check_half_term(database, text_or_empty(change, "half_term"), now);
}

Result<void> check_answer(Database& database, const Change& change, const Writer& writer) {
    if (Result<void> whole = need_parts(change, {"visit", "answer", "read"}); !whole) return whole;
    const Result<Visit> visit = known_visit(database, text_or_empty(change, "visit"));
    if (!visit) return std::unexpected(visit.error());
    HeadAnswer answer;
    answer.accurate = text_or_empty(change, "answer") == "accurate";
    answer.name = text_or_empty(change, "name");
    const std::string disputes = text_or_empty(change, "disputes");
    if (!disputes.empty()) {
        auto read = read_disputes(disputes);
        if (!read) return std::unexpected(read.error());
        answer.disputes = *std::move(read);
    }
    return check_head_answer(visit->status, answer, writer.role);
}

Result<void> check_amended(Database& database, const Change& change, const Writer& writer) {
    if (Result<void> whole = need_parts(change, {"visit"}); !whole) return whole;
    const Result<Visit> visit = known_visit(database, text_or_empty(change, "visit"));
    if (!visit) return std::unexpected(visit.error());
    return check_amendment(visit->status, text_or_empty(change, "text"), text_or_empty(change, "reason"),
                           visit->adviser, {writer.adviser, writer.role});
}

}  // namespace

Result<void> check_visit_words(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (change.entity == "trust_agreement") return check_trust_agreement(database, change, writer, now);
    if (change.entity == "forum_note") return check_forum(database, change, writer, now);
    if (change.entity == "head_answer") return check_answer(database, change, writer);
    CHECK(change.entity == "amendment");
    return check_amended(database, change, writer);
}

}  // namespace kitbag
