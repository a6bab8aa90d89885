#include "app/session/build_planning.h"

#include <algorithm>
#include <array>

#include "app/session/planning_writer.h"
#include "app/session/rating_models.h"
#include "app/session/receipt_words.h"
#include "app/session/visit_kinds.h"
#include "app/session/visit_lines.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/planning_phrases.h"
#include "app/text/planning_words.h"
#include "core/visits/academy_rule.h"

namespace kitbag {
namespace {

KindModel kind_model(OpenStore& store, const School& school, const VisitTemplate& wanted,
                     const std::vector<TrustAgreement>& agreements) {
    KindModel model;
    model.kind = wanted.kind;
    model.title = wanted.title;
    model.purpose = wanted.purpose;
    for (const Named& one : wanted.present) model.present.push_back(one.title);
    model.look_at = wanted.look_at;
    for (const CriteriaFit& fit : criteria_for(store, school, wanted))
        model.criteria.push_back({fit.variant, find_variant(*fit.framework, fit.variant)->title, ""});
    // No criteria are for settings until a county loads some.
    const bool none_to_come = is_setting(school.kind) && model.criteria.empty();
    model.judges_nothing = wanted.aspects == VisitTemplate::Aspects::none || none_to_come;
    if (!may_lead(wanted, own_role(store))) model.led_by = phrases::led_by(wanted.led_by);
    if (!wanted.direct_monitoring || !answers_to_trust(school.governance)) return model;
    const TrustAgreement* agreement = agreement_for(agreements, wanted.kind, store.today());
    model.needs_agreement = agreement == nullptr;
    if (agreement) model.agreed = phrases::agreed_by(*agreement);
    return model;
}

// A kind of one subject is not for a school that has no such criteria: a secondary school has no early years.
bool fits_school(OpenStore& store, const School& school, const VisitTemplate& wanted) {
    if (!is_held_at(wanted, school.kind)) return false;
    if (!wanted.subject) return true;
    const std::vector<Subject> subjects = subjects_of(store, school);
    return subjects.empty() || std::ranges::contains(subjects, *wanted.subject);
}

std::string titles_of(const VisitTemplates& templates, const TrustAgreement& agreement) {
    std::vector<std::string> titles;
    for (const std::string& kind : agreement.kinds) {
        const VisitTemplate* found = find_template(templates, kind);
        titles.push_back(found ? found->title : kind);
    }
    return phrases::agreed_to(titles, agreement.terms);
}

std::vector<AgreementModel> agreement_models(OpenStore& store, std::string_view urn) {
    const RefusedRecords refused = refused_records(store);
    std::vector<AgreementModel> models;
    for (const TrustAgreement& one :
         store.visit_words().agreements_of_school(urn).value_or(std::vector<TrustAgreement>{})) {
        AgreementModel& model = models.emplace_back();
        model.id = one.id;
        model.title = phrases::agreed_by(one);
        model.detail = titles_of(store.templates(), one);
        model.what_for = one.what_for;
        if (const auto receipt = store.log().receipt_of(one.id)) model.sync = visit_state_line(*receipt);
        if (const auto refusal = refused.find(one.id); refusal != refused.end()) model.refusal = refusal->second;
    }
    std::ranges::reverse(models);
    return models;
}

// By which criteria it would go.
std::string variant_of(OpenStore& store, const School& school, const StartVisit& wanted, std::string_view kind) {
    if (!wanted.variant.empty()) return wanted.variant;
    const VisitTemplate* found = find_template(store.templates(), kind);
    const auto fitting = found ? criteria_for(store, school, *found) : std::vector<CriteriaFit>{};
    return fitting.empty() ? "" : fitting.front().variant;
}

AgreementForm agreement_form(OpenStore& store, const DraftKeeper& keeper, std::string_view urn,
                             const FormOutcome& outcome) {
    AgreementForm form;
    for (const VisitTemplate& one : store.templates().templates) {
        if (one.direct_monitoring) form.kinds.push_back({one.kind, one.title});
    }
    const auto field = [&](std::string_view name, std::string_view first = "") {
        return form_field(keeper, agreement_key(urn, name), first, outcome);
    };
    form.given_by = field("given_by");
    form.post = field("post");
    form.date = field("date");
    form.until = field("until");
    form.chosen_kinds = field("kinds");
    form.what_for = field("what_for");
    form.terms = field("terms");
    return form;
}

}  // namespace

NewVisitModel build_new_visit(OpenStore& store, const DraftKeeper& keeper, std::string_view urn,
                              const FormOutcome& outcome) {
    NewVisitModel model;
    model.urn = urn;
    const auto school = store.schools().school(urn);
    if (!school || !*school) return model;
    model.known = true;
    model.school = (*school)->name;
    model.answers_to_trust = answers_to_trust((*school)->governance);
    const auto agreements = standing_agreements(store, urn);
    for (const VisitTemplate& one : store.templates().templates) {
        if (fits_school(store, **school, one)) model.kinds.push_back(kind_model(store, **school, one, agreements));
    }
    VisitLines lines(store);
    const auto visits = visits_at(store, **school);
    for (const Visit& visit : visits) {
        if (!is_open(visit.status)) continue;
        model.open.push_back(lines.line(visit, visits));
        model.open.back().title = visit.date ? to_long(*visit.date) : std::string(words::common::unknown_date);
    }
    model.agreements = agreement_models(store, urn);
    if (model.answers_to_trust && may_record(own_role(store))) model.form = agreement_form(store, keeper, urn, outcome);
    if (outcome.recorded) model.news = words::academy::recorded;
    model.refusal = outcome.sentence;
    return model;
}

std::optional<DoubtsModel> doubts_before(OpenStore& store, const School& school, const StartVisit& wanted) {
    Visit visit;
    visit.urn = school.urn;
    visit.kind = wanted.kind.empty() ? usual_kind(store.templates(), school.kind) : std::string_view(wanted.kind);
    visit.status = wanted.planned ? VisitStatus::planned : VisitStatus::under_way;
    const Date today = store.today();
    if (!wanted.planned) visit.date = today;
    visit.variant = variant_of(store, school, wanted, visit.kind);
    const auto others = visits_at(store, school);
    const std::vector<Doubt> doubts = doubts_about(visit, school, others, today);
    if (doubts.empty()) return std::nullopt;
    DoubtsModel model{wanted.variant, visit.kind, wanted.planned, {}, std::nullopt};
    visit.templates_version = store.templates().version;
    for (const Doubt one : doubts) {
        model.sentences.push_back(phrases::doubt(one, kind_title(store, visit)));
        if (one != Doubt::same_visit_again) continue;
        const auto there = std::ranges::find_if(others, [&](const Visit& other) {
            return other.kind == visit.kind && other.variant == visit.variant && other.date == visit.date &&
                   other.status != VisitStatus::cancelled && other.status != VisitStatus::did_not_happen;
        });
        if (there != others.end()) model.there = VisitLines(store).line(*there, {});
    }
    return model;
}

std::vector<Fact> agreement_facts(OpenStore& store, std::string_view urn) {
    std::vector<Fact> facts;
    for (const TrustAgreement& one : standing_agreements(store, urn)) {
        facts.push_back(
            {std::string(words::academy::fact), titles_of(store.templates(), one) + "\n" + phrases::agreed_by(one)});
    }
    return facts;
}

void refresh_field(NewVisitModel& model, const DraftKeeper& keeper, const FieldKey& key) {
    if (!model.form) return;
    AgreementForm& form = *model.form;
    for (FieldModel* field : std::array{&form.given_by, &form.post, &form.date, &form.until, &form.chosen_kinds,
                                        &form.what_for, &form.terms}) {
        if (field->key == key) *field = keeper.field(key, field->text);
    }
}

}  // namespace kitbag
