#include "sync/change_log/visit_acceptance.h"

#include <optional>
#include <string>
#include <vector>

#include "core/storage/visit_templates_store.h"
#include "core/storage/visit_words_store.h"
#include "core/visits/academy_rule.h"
#include "core/visits/visit_life.h"
#include "core/visits/visit_template.h"
#include "sync/change_log/acceptance_checks.h"

namespace kitbag {
namespace {

// What the visit would be with the change, so far as the rules ask.
Visit with(Visit visit, const Change& change) {
    visit.id = change.entity_id;
    visit.kind = text_in(change, "kind").value_or(visit.kind);
    visit.templates_version = text_in(change, "templates_version").value_or(visit.templates_version);
    visit.status_reason = text_in(change, "status_reason").value_or(visit.status_reason);
    visit.status = visit_status_from(text_or_empty(change, "status")).value_or(visit.status);
    if (const auto date = text_in(change, "date")) {
        const Result<Date> day = parse_date(*date);
        visit.date = day ? std::optional(*day) : std::nullopt;
    }
    return visit;
}

std::unexpected<Fault> unknown_kind(std::string_view kind) {
    return fault("unknown_kind", "The county has no kind of visit called “" + std::string(kind) +
                                     "”. Ask the county to load the kinds of visit that have it, then try again.");
}

// The visit's kind in the version that the visit names, or else in the latest that has it. Nothing where the county has
// loaded none at all: then there is nothing to hold a visit to.
Result<std::optional<VisitTemplate>> template_of(Database& database, const Visit& visit) {
    const Result<std::vector<StoredTemplates>> stored = VisitTemplatesStore(database).all();
    if (!stored) return std::unexpected(stored.error());
    if (stored->empty()) return std::nullopt;
    std::optional<VisitTemplate> latest;
    for (const StoredTemplates& each : *stored) {
        const Result<VisitTemplates> templates = read_visit_templates(each.text);
        const VisitTemplate* const found = templates ? find_template(*templates, visit.kind) : nullptr;
        if (found != nullptr && each.version == visit.templates_version) return *found;
        if (found != nullptr) latest = *found;
    }
    if (!latest) return unknown_kind(visit.kind);
    return latest;
}

// A visit that is planned or begun must be of a kind that this person may hold, and that may be held in this school now.
// Where it has no date yet, the day it was written counts: the record may reach the county much later.
Result<void> check_may_be_held(Database& database, const Visit& visit, const Change& change, const Writer& writer) {
    const Result<std::optional<VisitTemplate>> wanted = template_of(database, visit);
    if (!wanted) return std::unexpected(wanted.error());
    if (!*wanted) return {};
    if (Result<void> led = check_leader(**wanted, writer.role); !led) return led;
    const Result<School> school = known_school(database, visit.urn);
    if (!school) return std::unexpected(school.error());
    const auto agreements = VisitWordsStore(database).agreements_of_school(visit.urn);
    if (!agreements) return std::unexpected(agreements.error());
    return check_direct_monitoring(**wanted, school->governance, *agreements,
                                   visit.date.value_or(date_of(instant_of(change.stamp))));
}

Result<void> check_adviser(const std::optional<std::string>& wanted, const Id& now, const Writer& writer) {
    if (!wanted || *wanted == now || is_senior(writer.role)) return {};
    return fault("not_allowed",
                 "Only a senior colleague can plan a visit for somebody else, or hand one on. Ask one of them to.");
}

Result<void> check_new_visit(Database& database, const Change& change, const Writer& writer) {
    if (!text_in(change, "urn"))
        return known_visit(database, change.entity_id).transform([](const Visit&) {
        });  // A later edit, and it is not there.
    const Result<School> school = known_school(database, text_or_empty(change, "urn"));
    if (!school) return std::unexpected(school.error());
    if (Result<void> whole = need_parts(change, {"kind", "status", "adviser"}); !whole) return whole;
    if (Result<void> own = check_adviser(text_in(change, "adviser"), writer.adviser, writer); !own) return own;
    Visit visit = with({}, change);
    visit.urn = school->urn;
    const VisitStep step{std::nullopt, visit.status, visit.status_reason, false};
    if (Result<void> taken = check_visit_step(step, {}, {writer.adviser, writer.role}); !taken) return taken;
    return check_may_be_held(database, visit, change, writer);
}

Result<void> check_step_of(Database& database, const Visit& now, const Visit& wanted, const Writer& writer) {
    const auto answers = VisitWordsStore(database).head_answers(now.id);
    if (!answers) return std::unexpected(answers.error());
    // A reason that stays the same is not sent again.
    const VisitStep step{now.status, wanted.status, wanted.status_reason, !answers->empty()};
    return check_visit_step(step, now.adviser, {writer.adviser, writer.role});
}

Result<void> check_later_change(Database& database, const Visit& now, const Change& change, const Writer& writer) {
    if (Result<void> open = check_not_locked(now); !open) return open;
    if (text_in(change, "urn").value_or(now.urn) != now.urn) {
        return fault("bad_change",
                     "A visit stays with its school. Cancel this one, and begin another at the other school.");
    }
    if (Result<void> own = check_adviser(text_in(change, "adviser"), now.adviser, writer); !own) return own;
    const Visit wanted = with(now, change);
    if (Result<void> taken = check_step_of(database, now, wanted, writer); !taken) return taken;
    const bool begins = now.status == VisitStatus::planned && wanted.status == VisitStatus::under_way;
    if (!begins && wanted.kind == now.kind) return {};
    return check_may_be_held(database, wanted, change, writer);
}

}  // namespace

Result<void> check_visit_change(Database& database, const Change& change, const Writer& writer) {
    const Result<Visit> now = known_visit(database, change.entity_id);
    if (now) return check_later_change(database, *now, change, writer);
    if (now.error().code != "unknown_visit") return std::unexpected(now.error());
    return check_new_visit(database, change, writer);
}

Result<void> check_not_locked(const Visit& visit) {
    if (!is_locked(visit.status)) return {};
    return fault("locked",
                 "This visit is locked, so its record stays as it is. Its adviser or a senior colleague can write an "
                 "amendment, which is read beside what it corrects.");
}

Result<void> check_kind_is_known(Database& database, std::string_view kind) {
    Visit visit;
    visit.kind = kind;
    return template_of(database, visit).transform([](const std::optional<VisitTemplate>&) {});
}

}  // namespace kitbag
