// Each aspect of a school: what it is judged now, what it was when the school was categorised before, and why.

#include <algorithm>

#include "app/session/build_planning.h"
#include "app/session/rating_models.h"
#include "app/session/rating_writer.h"
#include "app/session/visit_reading.h"
#include "app/text/phrases.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

namespace t = words::rating;

std::optional<Choice> choice_in(const std::vector<Standing>& standing, std::string_view aspect) {
    const auto found = std::ranges::find(standing, aspect, &Standing::aspect);
    return found == standing.end() ? std::nullopt : std::optional(found->choice);
}

// By the criteria in use, or else by those of the latest visit that had it; its id when none here has.
std::string title_of(OpenStore& store, const RatingReading& reading, std::string_view aspect) {
    const Aspect* found = reading.framework ? find_aspect(*reading.framework, aspect) : nullptr;
    for (const Visit& visit : reading.visits) {
        if (found) break;
        const Framework* framework = store.framework(visit.framework, visit.framework_version);
        if (framework) found = find_aspect(*framework, aspect);
    }
    return found ? found->title : std::string(aspect);
}

AspectHistory aspect_history(OpenStore& store, const RatingReading& reading, const std::vector<Standing>& before,
                             const std::vector<SchoolNote>& notes, std::string_view aspect) {
    AspectHistory history;
    history.id = aspect;
    history.title = title_of(store, reading, aspect);
    history.now = choice_in(reading.standing, aspect);
    history.before = choice_in(before, aspect);
    const auto now = history.now ? category_of(*history.now) : std::nullopt;
    const auto then = history.before ? category_of(*history.before) : std::nullopt;
    if (now && then) history.moved = phrases::moved_from(*then, *now);
    for (const SchoolNote& one : notes) {
        if (one.note.aspect != aspect || trim(one.note.text).empty()) continue;
        std::string label = adviser_name(store, one.adviser);
        if (one.date) label += ", " + to_long(*one.date);
        history.evidence.push_back({std::move(label), one.note.text});
    }
    for (Fact& heard : forum_notes_for_aspect(store, reading.school.urn, aspect))
        history.evidence.push_back(std::move(heard));
    return history;
}

// The criteria's own aspects in their order, then what was judged or written under criteria that had others.
std::vector<std::string> aspects_to_show(const RatingReading& reading, const std::vector<SchoolNote>& notes) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (!std::ranges::contains(ids, id)) ids.push_back(id);
    };
    if (reading.framework) {
        const bool sixth_form = may_have_sixth_form(reading.school);
        for (const Aspect* aspect : applicable_aspects(*reading.framework, reading.variant, sixth_form))
            add(aspect->id);
    }
    for (const Standing& one : reading.standing) add(one.aspect);
    for (const SchoolNote& one : notes) {
        if (!trim(one.note.text).empty()) add(one.note.aspect);
    }
    return ids;
}

}  // namespace

// Compared with the decision that stands; where nothing was judged since, with the one before it.
void add_aspects(CategorisationModel& model, OpenStore& store, const RatingReading& reading) {
    const Round* round = reading.history.current();
    if (round && read_standing(round->proposal().standing) == reading.standing && reading.history.previous())
        round = reading.history.previous();
    std::vector<Standing> before;
    if (round) {
        before = read_standing(round->proposal().standing);
        model.compared_with = before.empty() ? std::string(t::nothing_kept)
                                             : phrases::compared_with_round(made_at(round->standing_step()->id));
    } else {
        model.compared_with = t::no_earlier;
    }
    if (!reading.framework) return;
    // The rating begins afresh when the school goes on under another URN, and yet what was noted before is to be read beside it.
    const auto notes = under_each(urns_of(reading.school), [&](const std::string& urn) {
        return store.visits().notes_of_school(urn, reading.framework->id);
    });
    const auto heard = forum_notes_at(store, reading.school.urn);
    if (reading.standing.empty() && notes.empty() && heard.empty()) return;
    const bool sixth_form = may_have_sixth_form(reading.school);
    const auto in_use = applicable_aspects(*reading.framework, reading.variant, sixth_form);
    for (const std::string& id : aspects_to_show(reading, notes)) {
        model.aspects.push_back(aspect_history(store, reading, before, notes, id));
        model.aspects.back().set_aside = !std::ranges::contains(in_use, id, &Aspect::id);
    }
}

DirectionModel direction_model(OpenStore& store, const DraftKeeper& keeper, const RatingReading& reading,
                               const FormOutcome& outcome) {
    DirectionModel model;
    const HalfTerm* now = half_term_on(store.half_terms(), store.today());
    if (!now) return model;
    model.has_calendar = true;
    model.half_term = now->id;
    model.title = now->title;
    model.may_judge = may_record(own_role(store));
    const RatingPlace place{reading.school.urn, reading.subject};
    model.choice = form_field(keeper, direction_key(place, now->id, "direction"), "", outcome);
    model.why = form_field(keeper, direction_key(place, now->id, "why"), "", outcome);
    model.compared = words::direction::nothing_to_compare;
    if (const auto suggestion = suggested_direction(reading, *now, store.today())) {
        model.suggested = suggestion->direction;
        model.compared = phrases::compared_with(now->title);
        for (const auto* moved : {&suggestion->better, &suggestion->worse}) {
            for (const Movement& one : *moved)
                model.reasons.push_back(phrases::moved(title_of(store, reading, one.aspect), one));
        }
        if (model.reasons.empty()) model.reasons.emplace_back(words::direction::nothing_moved);
    }
    for (const DirectionJudgement& one : reading.directions) {
        if (one.subject == reading.subject && one.half_term == now->id) model.judged.push_back(step_model(store, one));
    }
    for (const DirectionJudgement& one : reading.refused_directions) {
        if (one.subject == reading.subject && one.half_term == now->id)
            model.judged.push_back(refused_model(step_model(store, one), one, reading.refusals));
    }
    std::ranges::sort(model.judged, std::ranges::greater{}, &StepModel::id);
    return model;
}

}  // namespace kitbag
