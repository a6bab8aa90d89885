#include "sync/change_log/rating_acceptance.h"

#include <optional>
#include <vector>

#include "core/categorisation/direction.h"
#include "core/categorisation/rating_rules.h"
#include "core/criteria/framework_json.h"
#include "core/storage/framework_store.h"
#include "core/storage/rating_store.h"
#include "sync/change_log/acceptance_checks.h"
#include "sync/change_log/county_log.h"

namespace kitbag {
namespace {

RatingStep step_in(const Change& change) {
    RatingStep step;
    step.id = change.entity_id;
    step.urn = text_or_empty(change, "urn");
    step.subject = subject_from(text_or_empty(change, "subject")).value_or(Subject::school);
    step.step = step_from(text_or_empty(change, "step")).value_or(Step::proposed);
    step.category = category_from(text_or_empty(change, "category"));
    step.suggested = category_from(text_or_empty(change, "suggested"));
    step.reason = text_or_empty(change, "reason");
    step.about = text_or_empty(change, "about");
    step.framework = text_or_empty(change, "framework");
    step.framework_version = text_or_empty(change, "framework_version");
    step.variant = text_or_empty(change, "variant");
    step.standing = text_or_empty(change, "standing");
    if (const Result<Date> date = parse_date(text_or_empty(change, "date"))) step.date = *date;
    step.by = text_or_empty(change, "by");
    return step;
}

// The proposal must be made under criteria of its subject that the county has, and its suggestion must follow from them.
Result<void> check_framework(Database& database, const RatingStep& proposal, const School& school) {
    const Result<std::optional<StoredPack>> pack =
        FrameworkStore(database).pack(proposal.framework, proposal.framework_version);
    if (!pack) return std::unexpected(pack.error());
    const Result<Framework> framework = read_framework(*pack ? (*pack)->text : "");
    if (!framework) {
        return fault("unknown_framework", "The county does not have the criteria that this was proposed under (" +
                                              proposal.framework + ", version " + proposal.framework_version +
                                              "). Ask the county to load them, then try again.");
    }
    if (framework->subject != proposal.subject) {
        return fault("bad_field",
                     "The criteria named here are not those of this rating: a school and its early years are rated "
                     "under criteria of their own. Propose again under those.");
    }
    if (!find_variant(*framework, proposal.variant)) {
        return fault("bad_field", "The criteria named here have no variant “" + proposal.variant +
                                      "”. Propose again under one that they have.");
    }
    return check_suggested(proposal, *framework, {.has_sixth_form = may_have_sixth_form(school)});
}

}  // namespace

Result<void> check_rating_step(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (Result<void> named = need_parts(change, {"urn", "subject", "step"}); !named) return named;
    const Result<School> school = known_school(database, text_or_empty(change, "urn"));
    if (!school) return std::unexpected(school.error());
    const RatingStep step = step_in(change);
    const Result<void> parts = step.step == Step::proposed
                                   ? need_parts(change, {"framework", "framework_version", "variant"})
                                   : need_parts(change, {"about"});
    if (!parts) return parts;
    const Result<std::vector<RatingStep>> others = RatingStore(database).steps_of_school(step.urn, step.subject);
    if (!others) return std::unexpected(others.error());
    if (Result<void> taken = check_step(step, *others, writer.role); !taken) return taken;
    // The clock of the tablet may be ahead, and its day begins before the day of UTC.
    if (Result<void> past = check_told_by(step, date_of(now + future_allowed_ms)); !past) return past;
    return step.step == Step::proposed ? check_framework(database, step, *school) : Result<void>{};
}

Result<void> check_direction_judgement(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (Result<void> named = need_parts(change, {"urn", "subject", "half_term"}); !named) return named;
    if (const auto school = known_school(database, text_or_empty(change, "urn")); !school)
        return std::unexpected(school.error());
    DirectionJudgement judgement;
    judgement.direction = direction_from(text_or_empty(change, "direction"));
    judgement.why = text_or_empty(change, "why");
    if (Result<void> taken = check_direction(judgement, writer.role); !taken) return taken;
    return check_half_term(database, text_or_empty(change, "half_term"), now);
}

}  // namespace kitbag
