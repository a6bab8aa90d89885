#include "app/session/planning_writer.h"

#include <array>

#include "app/session/visit_kinds.h"
#include "app/session/write_once.h"
#include "app/text/planning_words.h"
#include "core/visits/academy_rule.h"
#include "core/visits/forum_rule.h"

namespace kitbag {
namespace {

constexpr std::array agreement_fields = {"given_by", "post", "date", "until", "kinds", "what_for", "terms"};
constexpr std::array forum_fields = {"half_term", "service", "aspect", "groups", "text"};

template <typename Fields, typename Key>
std::vector<FieldKey> drafts_of(const Fields& fields, std::string_view urn, const Key& key) {
    std::vector<FieldKey> drafts;
    for (const std::string_view field : fields) drafts.push_back(key(urn, field));
    return drafts;
}

FieldValues values_of(const TrustAgreement& agreement) {
    FieldValues values;
    add_said(values, "urn", agreement.urn);
    add_said(values, "given_by", agreement.given_by);
    add_said(values, "post", agreement.post);
    if (agreement.date) add_said(values, "date", to_iso(*agreement.date));
    if (agreement.until) add_said(values, "until", to_iso(*agreement.until));
    add_said(values, "kinds", join_keys(agreement.kinds));
    add_said(values, "what_for", agreement.what_for);
    add_said(values, "terms", to_word(agreement.terms));
    add_said(values, "by", agreement.by);
    return values;
}

FieldValues values_of(const ForumNote& note) {
    FieldValues values;
    add_said(values, "urn", note.urn);
    add_said(values, "half_term", note.half_term);
    add_said(values, "service", note.service);
    add_said(values, "aspect", note.aspect);
    add_said(values, "groups", join_keys(note.groups));
    add_said(values, "text", note.text);
    add_said(values, "by", note.by);
    return values;
}

}  // namespace

FieldKey agreement_key(std::string_view urn, std::string_view field) {
    return {"trust_agreement", std::string(urn), std::string(field)};
}

FieldKey forum_key(std::string_view urn, std::string_view field) {
    return {"forum_note", std::string(urn), std::string(field)};
}

Result<void> record_agreement(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn) {
    const auto typed = [&](std::string_view field) { return keeper.field(agreement_key(urn, field), "").text; };
    const auto day = [&](std::string_view field) -> std::optional<Date> {
        const auto read = parse_date(typed(field));
        return read ? std::optional(*read) : std::nullopt;
    };
    TrustAgreement agreement;
    agreement.urn = urn;
    agreement.given_by = typed("given_by");
    agreement.post = typed("post");
    agreement.date = day("date");
    agreement.until = day("until");
    agreement.kinds = split_keys(typed("kinds"));
    agreement.what_for = typed("what_for");
    agreement.by = store.enrolment().adviser.id;
    if (!agreement.until && !typed("until").empty())
        return fault("bad_until", std::string(words::academy::no_such_day));
    if (const auto allowed = check_agreement(agreement, store.today(), recorder_here(store).role); !allowed)
        return allowed;
    const auto terms = agreement_terms_from(typed("terms"));
    if (!terms) return fault("no_terms", std::string(words::academy::no_terms));
    agreement.terms = *terms;
    const auto before = store.visit_words().agreements_of_school(urn).value_or(std::vector<TrustAgreement>{});
    return write_once(store, keeper, "trust_agreement", next_id(platform, before), values_of(agreement),
                      drafts_of(agreement_fields, urn, agreement_key));
}

std::string_view agreement_field_at_fault(const Fault& reason) {
    if (reason.code == "no_date" || reason.code == "from_the_future") return "date";
    if (reason.code == "bad_date" || reason.code == "bad_until") return "until";
    if (reason.code == "no_kinds") return "kinds";
    if (reason.code == "no_text") return "what_for";
    return reason.code == "no_terms" ? "terms" : "given_by";
}

Result<void> add_forum_note(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn) {
    const auto typed = [&](std::string_view field) { return keeper.field(forum_key(urn, field), "").text; };
    const HalfTerm* now = half_term_on(store.half_terms(), store.today());
    ForumNote note;
    note.urn = urn;
    note.half_term = typed("half_term");
    if (note.half_term.empty() && now) note.half_term = now->id;
    note.service = typed("service");
    note.aspect = typed("aspect");
    note.groups = split_keys(typed("groups"));
    note.text = typed("text");
    note.by = store.enrolment().adviser.id;
    const auto allowed = check_forum_note(note, store.half_terms(), store.today(), recorder_here(store).role);
    if (!allowed) return allowed;
    const auto before = store.visit_words().forum_notes_of_school(urn).value_or(std::vector<ForumNote>{});
    return write_once(store, keeper, "forum_note", next_id(platform, before), values_of(note),
                      drafts_of(forum_fields, urn, forum_key));
}

std::string_view forum_field_at_fault(const Fault& reason) {
    if (reason.code == "unknown_half_term" || reason.code == "from_the_future") return "half_term";
    return reason.code == "no_service" ? "service" : "text";
}

}  // namespace kitbag
