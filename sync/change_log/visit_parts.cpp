#include "sync/change_log/visit_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/storage/visit_store.h"
#include "sync/change_log/acceptance_checks.h"
#include "sync/change_log/visit_acceptance.h"

namespace kitbag {
namespace {

using namespace std::string_view_literals;

constexpr std::array parts = {"judgement"sv, "evidence_note"sv, "visit_answer"sv, "agreed_action"sv, "photo"sv};

// A part as the county has it.
struct Had {
    Id visit;
    Id by;  // "" where it was not kept.
};

template <typename Record>
std::optional<Had> had(const std::optional<Record>& record) {
    return record ? std::optional(Had{record->visit, record->by}) : std::nullopt;
}

Result<std::optional<Had>> find_part(Database& database, const Change& change) {
    const VisitStore store(database);
    if (change.entity == "evidence_note") return store.note(change.entity_id).transform(had<EvidenceNote>);
    if (change.entity == "agreed_action") return store.action(change.entity_id).transform(had<AgreedAction>);
    return store.photo(change.entity_id).transform(had<Photo>);
}

bool writes_only(const Change& change, std::initializer_list<std::string_view> names) {
    return std::ranges::all_of(
        change.fields, [&](const auto& field) { return std::ranges::contains(names, std::string_view(field.first)); });
}

// What may still be done in a locked visit with what it has.
bool only_settles(const Change& change) {
    if (change.entity == "photo")
        return writes_only(change, {"removed", "removed_reason"}) && text_or_empty(change, "removed") == "removed";
    return change.entity == "agreed_action" && writes_only(change, {"status", "outcome", "closed_in"});
}

std::unexpected<Fault> names_another(std::string_view what) {
    return fault("bad_change",
                 "This names another " + std::string(what) + " than its own. Record it again where it belongs.");
}

// A judgement and an answer are called after their visit and what they are about.
Result<void> check_named_part(Database& database, const Change& change) {
    const std::string visit = change.entity_id.substr(0, change.entity_id.find('.'));
    const std::string about = change.entity_id.substr(std::min(visit.size() + 1, change.entity_id.size()));
    const std::string_view field = change.entity == "judgement" ? "aspect" : "question";
    if (text_in(change, "visit").value_or(visit) != visit) return names_another("visit");
    if (text_in(change, field).value_or(about) != about) return names_another(field);
    return known_visit(database, visit).and_then(check_not_locked);
}

// Its school is that of its visit, and what closed it was a visit to the same school.
Result<void> check_action(Database& database, const Change& change, const Visit& visit, bool is_new) {
    if (text_in(change, "urn").value_or(is_new ? "" : visit.urn) != visit.urn) return names_another("school");
    const std::string closed_in = text_or_empty(change, "closed_in");
    if (closed_in.empty()) return {};
    const Result<Visit> closing = known_visit(database, closed_in);
    if (!closing) return std::unexpected(closing.error());
    return closing->urn == visit.urn ? Result<void>{} : names_another("school");
}

Result<void> check_signed_part(Database& database, const Change& change, const Writer& writer) {
    const Result<std::optional<Had>> found = find_part(database, change);
    if (!found) return std::unexpected(found.error());
    const std::optional<Had>& part = *found;
    const Result<Visit> visit = known_visit(database, part ? part->visit : text_or_empty(change, "visit"));
    if (!visit) return std::unexpected(visit.error());
    if (text_in(change, "visit").value_or(visit->id) != visit->id) return names_another("visit");
    if (!part || !only_settles(change)) {
        if (Result<void> open = check_not_locked(*visit); !open) return open;
    }
    const Id& signer = part && !part->by.empty() ? part->by : writer.adviser;
    if (text_in(change, "by").value_or(signer) != signer)
        return fault("not_yours",
                     "This is signed in another person's name. Each part of a visit keeps who wrote it first.");
    return change.entity == "agreed_action" ? check_action(database, change, *visit, !part) : Result<void>{};
}

}  // namespace

bool is_visit_part(std::string_view entity) {
    return std::ranges::contains(parts, entity);
}

Result<void> check_visit_part(Database& database, const Change& change, const Writer& writer) {
    const bool is_named = change.entity == "judgement" || change.entity == "visit_answer";
    return is_named ? check_named_part(database, change) : check_signed_part(database, change, writer);
}

}  // namespace kitbag
