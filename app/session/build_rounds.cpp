// The rounds of a rating, and the forms by which this tablet's adviser may go on with them.

#include <algorithm>
#include <set>

#include "app/session/rating_models.h"
#include "app/session/rating_writer.h"
#include "app/session/receipt_words.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "app/text/suggestion_phrases.h"
#include "core/base/check.h"
#include "core/categorisation/rating_rules.h"

namespace kitbag {
namespace {

namespace t = words::rating;

// What the forms of one rating are made with.
struct Forms {
    OpenStore& store;
    const DraftKeeper& keeper;
    RatingPlace place;
    const FormOutcome& outcome;
    const RatingHistory& history;
};

// Of which kind a step is; of a proposal's when it is not here.
Step kind_of(const RatingHistory& history, std::string_view step) {
    for (const Round& round : history.rounds) {
        const auto found = std::ranges::find(round.steps, step, &RatingStep::id);
        if (found != round.steps.end()) return found->step;
    }
    return Step::proposed;
}

StepForm form(const Forms& forms, Step step, const Id& about, std::optional<Category> expected) {
    const auto field = [&](std::string_view name, std::string_view first) {
        return form_field(forms.keeper, step_key(forms.place, step, about, name), first, forms.outcome);
    };
    StepForm made;
    made.step = step;
    made.about = about;
    made.answers = kind_of(forms.history, about);
    made.category = field("category", "");
    made.reason = field("reason", "");
    if (step == Step::informed) made.date = field("date", to_iso(forms.store.today()));
    made.expected = expected;
    return made;
}

std::string waits_for(const Round& round, Subject subject, StaffRole role, bool own) {
    if (may_decide(role, subject) && own && round.stage == Stage::proposed) return std::string(t::waits_for_colleague);
    return std::string(subject == Subject::eyfs ? t::waits_for_early_years : t::waits_for_senior);
}

RoundModel round_model(const Forms& forms, const Round& round) {
    const RatingStep* standing = round.standing_step();
    CHECK(standing != nullptr);
    const StaffRole role = own_role(forms.store);
    const Id& me = forms.store.enrolment().adviser.id;
    RoundModel model;
    model.id = round.proposal().id;
    model.category = round.category;
    model.headline = phrases::stands_as(*standing, adviser_name(forms.store, standing->by));
    for (const RatingStep& step : round.steps) model.steps.push_back(step_model(forms.store, step, forms.history));
    const bool own = round.proposal().by == me;
    const bool decides = may_decide(role, forms.place.subject);
    if (round.stage == Stage::proposed && decides && !own) {
        model.answer = form(forms, Step::moderated, standing->id, round.category);
    } else if (round.stage == Stage::moderated && decides) {
        model.answer = form(forms, Step::decided, standing->id, round.category);
    } else if (round.stage != Stage::decided) {
        model.waits_for = waits_for(round, forms.place.subject, role, own);
    }
    // Its author withdraws the proposal, until it is decided; who decides withdraws what it stands at.
    if (decides) {
        model.withdraw = form(forms, Step::withdrawn, standing->id, std::nullopt);
    } else if (own && round.stage != Stage::decided) {
        model.withdraw = form(forms, Step::withdrawn, round.proposal().id, std::nullopt);
    }
    return model;
}

// What a school is told about: the decision that stands, or the last that was withdrawn.
Id to_be_told_about(const RatingHistory& history) {
    if (const Round* current = history.current()) return current->standing_step()->id;
    return history.informed.back().about;
}

// Which criteria and which judgements a proposal was made from.
std::string rests_on(OpenStore& store, const RatingStep& proposal) {
    const Framework* framework = store.framework(proposal.framework, proposal.framework_version);
    const std::vector<Standing> standing = read_standing(proposal.standing);
    std::set<std::string_view> visits;
    for (const Standing& one : standing) visits.insert(one.visit);
    return phrases::rests_on(framework ? framework->title : proposal.framework, proposal.framework_version,
                             standing.size(), visits.size(), proposal.suggested);
}

}  // namespace

FieldModel form_field(const DraftKeeper& keeper, const FieldKey& key, std::string_view first,
                      const FormOutcome& outcome) {
    FieldModel model = keeper.field(key, first);
    if (outcome.refused == key) model.error = outcome.sentence;
    return model;
}

StepModel step_model(OpenStore& store, const RatingStep& step, const RatingHistory& history) {
    StepModel model;
    if (step.step == Step::proposed) model.rests_on = rests_on(store, step);
    model.id = step.id;
    model.title = phrases::step_title(step, adviser_name(store, step.by), kind_of(history, step.about));
    model.when = phrases::date_and_time(made_at(step.id));
    model.reason = step.reason;
    model.category = step.category;
    model.withdrawn =
        std::ranges::any_of(history.rounds, [&](const Round& round) { return round.is_withdrawn(step.id); });
    if (const auto receipt = store.log().receipt_of(step.id)) model.sync = visit_state_line(*receipt);
    return model;
}

StepModel step_model(OpenStore& store, const DirectionJudgement& judgement) {
    StepModel model;
    model.id = judgement.id;
    model.title = phrases::direction_title(adviser_name(store, judgement.by), *judgement.direction);
    model.when = phrases::date_and_time(made_at(judgement.id));
    model.reason = judgement.why;
    if (const auto receipt = store.log().receipt_of(judgement.id)) model.sync = visit_state_line(*receipt);
    return model;
}

void add_rounds(CategorisationModel& model, OpenStore& store, const DraftKeeper& keeper, const RatingReading& reading,
                const FormOutcome& outcome) {
    const Forms forms{store, keeper, {reading.school.urn, reading.subject}, outcome, reading.history};
    const RatingHistory& history = reading.history;
    for (const Round* round : history.open()) model.open.push_back(round_model(forms, *round));
    if (const Round* current = history.current()) model.standing = round_model(forms, *current);
    const StaffRole role = own_role(store);
    if (history.school_to_be_told()) {
        model.to_tell = phrases::to_tell(history.category());
        if (may_tell_school(role))
            model.tell = form(forms, Step::informed, to_be_told_about(history), history.category());
    }
    if (may_propose(role) && reading.framework) {
        std::optional<Category> suggested;
        if (!model.suggestion.category.empty()) suggested = category_from(model.suggestion.category);
        model.propose = form(forms, Step::proposed, "", suggested);
    }
    std::vector<StepModel> lines;
    for (const Round& round : history.rounds) {
        for (const RatingStep& step : round.steps) lines.push_back(step_model(store, step, history));
    }
    for (const auto* others : {&history.informed, &history.without_a_round}) {
        for (const RatingStep& step : *others) lines.push_back(step_model(store, step, history));
    }
    for (const RatingStep& step : reading.refused_steps)
        lines.push_back(refused_model(step_model(store, step, history), step, reading.refusals));
    std::ranges::sort(lines, std::ranges::greater{}, &StepModel::id);
    model.timeline = std::move(lines);
}

}  // namespace kitbag
