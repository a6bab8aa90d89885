#include "app/screens/categorisation_screen.h"

#include <array>

#include "app/screens/directions.h"
#include "app/screens/suggestion_panel.h"
#include "app/text/rating_phrases.h"
#include "app/text/rating_words.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::rating;

void draw_category(Ui& ui, std::optional<Category> category) {
    if (category)
        w::category_badge(ui, *category);
    else
        w::badge(ui, t::undecided);
}

void draw_rating(Ui& ui, const RatingModel& rating) {
    const KeyScope scope(ui, to_word(rating.subject));
    w::heading(ui, 3, rating.title);
    w::row(ui, [&] {
        draw_category(ui, rating.category);
        if (rating.direction) w::direction_badge(ui, arrow_of(*rating.direction), phrases::name_of(*rating.direction));
    });
    if (rating.category) w::paragraph(ui, rating.decided, {.tone = w::TextTone::quiet, .small = true});
    if (!rating.direction && !rating.direction_line.empty())
        w::paragraph(ui, rating.direction_line, {.tone = w::TextTone::quiet, .small = true});
}

void choose_subject(Ui& ui, const CategorisationModel& model, Commands& commands) {
    if (model.ratings.size() < 2) return;
    const std::array choices = {w::Choice{"school", t::the_school}, w::Choice{"eyfs", t::the_eyfs_short}};
    const auto pressed = w::segmented_choice(
        ui, "subject", {.label = t::look_at, .choices = choices, .selected = to_word(model.subject)});
    if (!pressed) return;
    const Subject subject = subject_from(*pressed).value_or(model.subject);
    commands.push(GoTo{{Place::categorisation, model.urn, "", subject}});
}

void draw_round(Ui& ui, const RoundModel& round, RatingFormsView& view, Commands& commands) {
    w::card(ui, round.id, round.headline, [&] {
        w::heading(ui, 3, round.headline);
        draw_step_lines(ui, "steps", t::open_rounds, round.steps);
        if (!round.waits_for.empty()) w::paragraph(ui, round.waits_for, {.tone = w::TextTone::quiet});
        if (round.answer) {
            w::heading(ui, 3, phrases::heading_of(round.answer->step));
            draw_step_form(ui, *round.answer, commands);
        }
        if (round.withdraw) draw_withdrawal(ui, *round.withdraw, view, commands);
    });
}

void draw_left_over(Ui& ui, const LeftOver& one, Commands& commands) {
    w::card(ui, one.key.entity_id, "", [&] {
        w::heading(ui, 2, t::left_over);
        w::paragraph(ui, t::left_over_why, {.tone = w::TextTone::warning});
        w::paragraph(ui, one.text);
        if (!w::button(ui, "clear", {.label = t::clear_left_over})) return;
        commands.push(TypeText{one.key, ""});
        commands.push(LeaveField{one.key});
    });
}

void draw_proposal(Ui& ui, const CategorisationModel& model, CategorisationView& view, Commands& commands) {
    if (!model.propose) return;
    w::heading(ui, 2, t::propose);
    w::card(ui, "propose", t::propose, [&] {
        w::paragraph(ui, t::propose_advice, {.tone = w::TextTone::quiet});
        draw_suggestion_summary(ui, model.suggestion);
        if (!model.based_on.empty()) w::paragraph(ui, model.based_on, {.tone = w::TextTone::quiet, .small = true});
        const std::string_view label =
            view.show_reasons ? words::suggestion::hide_reasons : words::suggestion::show_reasons;
        if (w::button(ui, "reasons", {.label = label, .kind = w::ButtonKind::quiet, .expanded = view.show_reasons})) {
            view.show_reasons = !view.show_reasons;
            commands.push(DrawAgain{});
        }
        if (view.show_reasons) draw_suggestion_reasons(ui, model.suggestion, 3);
        draw_step_form(ui, *model.propose, commands);
    });
}

void draw_choice(Ui& ui, const std::optional<Choice>& choice) {
    const auto category = choice ? category_of(*choice) : std::nullopt;
    if (category)
        w::category_badge(ui, *category);
    else
        w::badge(ui, choice ? words::visit::not_applicable_short : t::not_judged_now);
}

void draw_aspect(Ui& ui, const AspectHistory& aspect, CategorisationView& view, Commands& commands) {
    w::list_entry(ui, aspect.id, [&] {
        w::paragraph(ui, aspect.title, {.bold = true});
        w::row(ui, [&] {
            draw_choice(ui, aspect.now);
            if (!aspect.moved.empty()) w::paragraph(ui, aspect.moved, {.small = true});
        });
        if (aspect.set_aside) w::paragraph(ui, t::set_aside, {.tone = w::TextTone::quiet, .small = true});
        if (aspect.evidence.empty()) return;
        const bool open = view.open_aspects.contains(aspect.id);
        const std::string spoken = phrases::evidence_of(aspect.title, open);
        if (w::button(ui, "evidence",
                      {.label = open ? t::hide_evidence : t::show_evidence,
                       .kind = w::ButtonKind::quiet,
                       .spoken = spoken,
                       .expanded = open})) {
            if (open)
                view.open_aspects.erase(aspect.id);
            else
                view.open_aspects.insert(aspect.id);
            commands.push(DrawAgain{});
        }
        if (!open) return;
        for (const Fact& note : aspect.evidence) {
            w::paragraph(ui, note.label, {.tone = w::TextTone::quiet, .small = true});
            w::paragraph(ui, note.value);
        }
    });
}

void draw_aspects(Ui& ui, const CategorisationModel& model, CategorisationView& view, Commands& commands) {
    w::heading(ui, 2, t::aspects);
    if (model.aspects.empty()) return w::empty_state(ui, t::no_aspects, t::no_aspects_advice);
    w::paragraph(ui, model.compared_with, {.tone = w::TextTone::quiet});
    w::card(ui, "aspects", t::aspects, [&] {
        w::list(ui, "aspects", t::aspects, [&] {
            for (const AspectHistory& aspect : model.aspects) draw_aspect(ui, aspect, view, commands);
        });
    });
}

}  // namespace

void draw_ratings(Ui& ui, const CategorisationModel& model, Commands& commands) {
    w::card(ui, "stands", "", [&] {
        w::heading(ui, 2, t::stands);
        if (model.ratings.size() == 2) {
            w::columns(
                ui, 0.5f, [&] { draw_rating(ui, model.ratings[0]); }, [&] { draw_rating(ui, model.ratings[1]); });
        } else {
            for (const RatingModel& rating : model.ratings) draw_rating(ui, rating);
        }
        if (!model.differ.empty()) w::paragraph(ui, model.differ);
    });
    choose_subject(ui, model, commands);
}

void draw_rating_history(Ui& ui, const CategorisationModel& model) {
    w::heading(ui, 2, t::history);
    if (model.timeline.empty()) return w::empty_state(ui, t::no_history, t::no_history_advice);
    draw_step_lines(ui, "timeline", t::history, model.timeline);
}

void draw_rating_work(Ui& ui, const CategorisationModel& model, CategorisationView& view, Commands& commands) {
    if (model.criteria.empty()) w::empty_state(ui, t::no_criteria, t::no_criteria_advice);
    const KeyScope rating(ui, child_id(child_id(0, "rating"), model.urn));  // In one pane or beside another, the same.
    const KeyScope scope(ui, to_word(model.subject));
    if (!model.news.empty()) w::status_line(ui, "news", model.news);
    if (!model.refusal.empty()) w::announce(ui, "refusal", model.refusal);
    for (const LeftOver& one : model.left_over) draw_left_over(ui, one, commands);
    if (!model.to_tell.empty()) {
        w::card(ui, "tell", "", [&] {
            w::heading(ui, 2, t::tell);
            w::banner(ui, "to_tell", {.kind = w::BannerKind::warning, .text = model.to_tell});
            if (model.tell) draw_step_form(ui, *model.tell, commands);
        });
    }
    if (!model.open.empty()) w::heading(ui, 2, t::open_rounds);
    for (const RoundModel& round : model.open) draw_round(ui, round, view.forms, commands);
    if (model.standing) {
        w::heading(ui, 2, t::decision);
        draw_round(ui, *model.standing, view.forms, commands);
    }
    draw_proposal(ui, model, view, commands);
    w::heading(ui, 2, words::direction::title);
    w::card(ui, "travel", words::direction::title, [&] { draw_direction(ui, model.direction, commands); });
    draw_aspects(ui, model, view, commands);
}

}  // namespace kitbag
