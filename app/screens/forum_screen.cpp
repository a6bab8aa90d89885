#include "app/screens/forum_screen.h"

#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/text/planning_words.h"
#include "app/text/rating_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::forum;

constexpr std::string_view no_aspect_key = "none";  // A key cannot be "".

// The half term has a default, so that it says nothing about whether anybody began.
bool is_begun(const ForumForm& form) {
    for (const FieldModel* field : {&form.service, &form.aspect, &form.chosen_groups, &form.text}) {
        if (!field->text.empty() || !field->error.empty()) return true;
    }
    return !form.half_term.error.empty();
}

void choose(Ui& ui, std::string_view key, std::string_view label, const std::vector<w::Choice>& choices,
            const FieldModel& field, Commands& commands) {
    const auto pressed = w::radio_group(
        ui, key, {.label = label, .choices = choices, .selected = field.text, .hint = {}, .error = field.error});
    if (pressed) commands.push(TypeText{field.key, *pressed});
}

// Long, and seldom wanted: behind a button until something was chosen.
void choose_aspect(Ui& ui, const ForumForm& form, ForumView& view, Commands& commands) {
    if (form.aspects.empty()) return;
    if (!view.naming_aspect && form.aspect.text.empty()) {
        const w::Button look{.label = t::name_aspect, .kind = w::ButtonKind::quiet, .expanded = false};
        if (!w::button(ui, "name_aspect", look)) return;
        view.naming_aspect = true;
        commands.push(DrawAgain{});
        return;
    }
    std::vector<w::Choice> choices = choices_of(form.aspects);
    choices.insert(choices.begin(), {no_aspect_key, t::no_aspect});
    const std::string_view selected = form.aspect.text.empty() ? no_aspect_key : std::string_view(form.aspect.text);
    const auto pressed = w::radio_group(ui, "aspect", {.label = t::aspect, .choices = choices, .selected = selected});
    if (pressed) commands.push(TypeText{form.aspect.key, *pressed == no_aspect_key ? "" : *pressed});
}

void draw_form(Ui& ui, const ForumModel& model, ForumView& view, Commands& commands) {
    const ForumForm& form = *model.form;
    if (!view.adding && !is_begun(form)) {
        if (!w::button(ui, "add",
                       {.label = t::add, .kind = w::ButtonKind::primary, .icon = Icon::plus, .expanded = false}))
            return;
        view.adding = true;
        commands.push(DrawAgain{});
        return;
    }
    w::card(ui, "form", t::add, [&] {
        w::heading(ui, 2, t::add);
        choose(ui, "half_term", t::half_term, choices_of(form.half_terms), form.half_term, commands);
        choose(ui, "service", t::service, choices_of(form.services), form.service, commands);
        choose_aspect(ui, form, view, commands);
        if (!form.groups.empty()) draw_toggles(ui, "groups", t::groups, form.groups, form.chosen_groups, commands);
        draw_typed_field(ui, "text",
                         {.label = t::text, .value = "", .kind = w::FieldKind::multiline, .hint = t::text_hint},
                         form.text, commands);
        w::row(ui, [&] {
            if (w::button(ui, "record", {.label = t::record, .kind = w::ButtonKind::primary}))
                commands.push(AddForumNote{model.urn});
            if (!w::button(ui, "not_now", {.label = t::not_now, .kind = w::ButtonKind::quiet})) return;
            view = {};
            for (const FieldModel* field :
                 {&form.half_term, &form.service, &form.aspect, &form.chosen_groups, &form.text}) {
                commands.push(TypeText{field->key, ""});
                commands.push(LeaveField{field->key});
            }
        });
    });
}

void draw_notes(Ui& ui, const ForumTerm& term) {
    const KeyScope scope(ui, term.title);
    w::heading(ui, 2, term.title);
    w::list(ui, "notes", term.title, [&] {
        for (const ForumLine& note : term.notes) {
            w::list_entry(ui, note.id, [&] {
                w::paragraph(ui, note.title, {.bold = true});
                if (!note.detail.empty()) w::paragraph(ui, note.detail, {.tone = w::TextTone::quiet});
                w::paragraph(ui, note.text);
                if (!note.refusal.empty()) {
                    w::badge(ui, words::sending::refused, w::BadgeTone::danger);
                    w::paragraph(ui, note.refusal, {.tone = w::TextTone::danger});
                }
                w::paragraph(ui, note.sync, {.tone = w::TextTone::quiet, .small = true});
            });
        }
    });
}

void draw_count(Ui& ui, const ForumModel& model, ForumView& view, Commands& commands) {
    if (model.not_discussed.empty()) return w::paragraph(ui, t::none_left, {.tone = w::TextTone::quiet});
    const std::string_view label = view.not_discussed ? t::hide_not_discussed : t::show_not_discussed;
    const w::Button look{.label = label, .kind = w::ButtonKind::quiet, .expanded = view.not_discussed};
    if (w::status_line_with(ui, "count", model.count_line, "which", look)) {
        view.not_discussed = !view.not_discussed;
        commands.push(DrawAgain{});
    }
    if (!view.not_discussed) return;
    w::heading(ui, 2, t::not_discussed);
    w::list(ui, "not_discussed", t::not_discussed, [&] {
        for (const Option& school : model.not_discussed) {
            if (w::list_row(ui, school.value, {.title = school.label}))
                commands.push(GoTo{{Place::forum, school.value, ""}});
        }
    });
}

}  // namespace

void draw_forum(Ui& ui, const ForumModel& model, ForumView& view, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    if (!model.news.empty()) {
        w::status_line(ui, "news", model.news);
        if (!view.told) view.adding = view.naming_aspect = false;
    }
    view.told = !model.news.empty();
    if (!model.refusal.empty()) w::announce(ui, "refusal", model.refusal);
    w::paragraph(ui, t::advice, {.tone = w::TextTone::quiet});
    if (!model.has_calendar) {
        w::empty_state(ui, words::direction::no_calendar, words::direction::no_calendar_advice);
    } else if (model.form) {
        draw_form(ui, model, view, commands);
    }
    if (model.terms.empty()) w::empty_state(ui, t::none, t::none_advice);
    for (const ForumTerm& term : model.terms) draw_notes(ui, term);
    if (model.has_calendar) draw_count(ui, model, view, commands);
}

}  // namespace kitbag
