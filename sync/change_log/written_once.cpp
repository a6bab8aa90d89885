#include "sync/change_log/written_once.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "core/categorisation/direction.h"
#include "core/categorisation/rating_rules.h"
#include "core/criteria/framework_json.h"
#include "core/storage/calendar_store.h"
#include "core/storage/framework_store.h"
#include "core/storage/rating_store.h"
#include "core/storage/school_store.h"
#include "sync/change_log/county_log.h"

namespace kitbag {
namespace {

std::string text_or_empty(const Change& change, std::string_view field) {
    return text_in(change, field).value_or("");
}

// A tablet leaves out of a change what was left empty, so only parts that are never empty are asked for here; an empty
// reason or category is for the rules to judge.
Result<void> need_parts(const Change& change, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (!text_or_empty(change, name).empty()) continue;
        return fault("bad_field", "This came without its “" + std::string(name) +
                                      "”, and what is written once must be whole. Write it again.");
    }
    return {};
}

Result<void> check_signature(const Change& change, const Writer& writer) {
    if (text_or_empty(change, "by") == writer.adviser) return {};
    return fault("not_yours",
                 "This is signed in another person's name. Only they can write it, on a tablet of their own.");
}

Result<void> check_is_first(Database& database, const Change& change) {
    const Result<bool> written =
        database.query("SELECT 1 FROM change WHERE entity_id = ? AND entity = ?", change.entity_id, change.entity)
            .step();
    if (!written) return std::unexpected(written.error());
    if (!*written) return {};
    return fault("already_written",
                 "The county has this already, and what is written once is never altered. If it was wrong, write a new "
                 "one that says so.");
}

// Its id says when it was written, and that is the order in which a rating is read.
Result<void> check_time(const Change& change, Instant now) {
    if (made_at(change.entity_id) <= now + future_allowed_ms) return {};
    return fault("from_the_future",
                 "This was written when the tablet's clock was more than a day ahead of the county's. Set the tablet's "
                 "date and time, and write it again.");
}

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
Result<void> check_framework(Database& database, const RatingStep& proposal) {
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
    const Result<std::optional<School>> school = SchoolStore(database).school(proposal.urn);
    if (!school) return std::unexpected(school.error());
    return check_suggested(proposal, *framework, {.has_sixth_form = *school && may_have_sixth_form(**school)});
}

Result<void> check_rating_step(Database& database, const Change& change, const Writer& writer, Instant now) {
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
    return step.step == Step::proposed ? check_framework(database, step) : Result<void>{};
}

// A half term counts as begun a little early: a tablet's clock may be ahead, and its day begins before the day of UTC.
Result<void> check_half_term(Database& database, std::string_view id, Instant now) {
    const Result<std::vector<HalfTerm>> half_terms = CalendarStore(database).half_terms();
    if (!half_terms) return std::unexpected(half_terms.error());
    const auto found = std::ranges::find(*half_terms, id, &HalfTerm::id);
    if (found == half_terms->end()) {
        return fault("unknown_half_term", "The county's calendar has no half term “" + std::string(id) +
                                              "”. Ask the county to load the calendar that has it, then try again.");
    }
    if (found->from <= date_of(now + future_allowed_ms)) return {};
    return fault("from_the_future", found->title +
                                        " has not begun. Judge the direction of travel in the half term "
                                        "that runs now.");
}

Result<void> check_direction_judgement(Database& database, const Change& change, const Writer& writer, Instant now) {
    DirectionJudgement judgement;
    judgement.direction = direction_from(text_or_empty(change, "direction"));
    judgement.why = text_or_empty(change, "why");
    if (Result<void> taken = check_direction(judgement, writer.role); !taken) return taken;
    return check_half_term(database, text_or_empty(change, "half_term"), now);
}

}  // namespace

Result<void> check_written_once(Database& database, const Change& change, const Writer& writer, Instant now) {
    const bool is_step = change.entity == "rating_step";
    Result<void> checked = check_is_first(database, change);
    if (checked) checked = need_parts(change, {"urn", "subject", "by", is_step ? "step" : "half_term"});
    if (checked) checked = check_signature(change, writer);
    if (checked) checked = check_time(change, now);
    if (checked) checked = check_school_is_known(database, text_or_empty(change, "urn"));
    if (!checked) return checked;
    return is_step ? check_rating_step(database, change, writer, now)
                   : check_direction_judgement(database, change, writer, now);
}

Result<void> check_school_is_known(Database& database, std::string_view urn) {
    const Result<bool> known = database.query("SELECT 1 FROM school WHERE urn = ?", urn).step();
    if (!known) return std::unexpected(known.error());
    if (*known) return {};
    return fault("unknown_school", "The county's register has no school with URN " + std::string(urn) +
                                       ". Ask the county to load the register that has it, then try again.");
}

}  // namespace kitbag
