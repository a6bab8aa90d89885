#include "app/screens/people_screen.h"

#include <utility>

#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/screens/versions_screen.h"
#include "app/text/people_words.h"
#include "app/text/versions_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::people;

using Form = PeopleView::Form;

constexpr float date_width = 240;
constexpr std::string_view no_team = "none";

void show(PeopleView& view, Form form, const std::string& post, Commands& commands) {
    view.form = form;
    view.post = post;
    commands.push(DrawAgain{});
}

template <typename One>
void send(PeopleView& view, One command, Commands& commands) {
    view.sent = true;
    commands.push(std::move(command));
}

// What is chosen of a person who is there is a change at once; of a new one it waits with the rest.
void choose(Ui& ui, std::string_view key, std::string_view label, const std::vector<Option>& options,
            const FieldModel& field, bool at_once, Commands& commands) {
    const std::vector<w::Choice> choices = choices_of(options);
    const auto pressed = w::radio_group(
        ui, key, {.label = label, .choices = choices, .selected = field.text, .hint = {}, .error = field.error});
    if (!pressed) return;
    commands.push(TypeText{field.key, *pressed == no_team ? "" : *pressed});
    if (at_once) commands.push(LeaveField{field.key});
}

void draw_fields(Ui& ui, const PostForm& form, bool at_once, Commands& commands) {
    draw_typed_field(ui, "name",
                     {.label = t::name,
                      .value = "",
                      .hint = at_once ? std::string_view() : t::name_hint,
                      .required = true,
                      .letters = w::Letters::names},
                     form.name, commands);
    draw_typed_field(
        ui, "since",
        {.label = t::since, .value = "", .kind = w::FieldKind::date, .hint = t::since_hint, .width_max = date_width},
        form.since, commands);
    if (form.is_early_years_adviser) {
        FieldModel team = form.team;
        if (team.text.empty()) team.text = no_team;
        choose(ui, "team", t::team, form.teams, team, at_once, commands);
    }
    if (!form.is_system_leader) return;
    choose(ui, "designation", t::designation, form.designations, form.designation, at_once, commands);
    draw_typed_field(ui, "leads", {.label = t::leads, .value = "", .hint = t::leads_hint, .letters = w::Letters::code},
                     form.leads, commands);
    draw_typed_field(ui, "capacity", {.label = t::capacity, .value = "", .hint = t::capacity_hint}, form.capacity,
                     commands);
}

void draw_add(Ui& ui, const PeopleModel& model, PeopleView& view, Commands& commands) {
    const PostForm& form = model.adding;
    const bool begun = !form.role.text.empty() || !form.name.text.empty();
    if (view.form != Form::add && !(view.form == Form::none && begun)) {
        if (w::button(ui, "add",
                      {.label = t::add, .kind = w::ButtonKind::primary, .icon = Icon::plus, .expanded = false}))
            show(view, Form::add, "", commands);
        return;
    }
    w::card(ui, "form", t::add, [&] {
        w::heading(ui, 2, t::add);
        choose(ui, "role", t::role, form.roles, form.role, false, commands);
        draw_fields(ui, form, false, commands);
        w::row(ui, [&] {
            if (w::button(ui, "record", {.label = t::record, .kind = w::ButtonKind::primary}))
                send(view, AddPost{model.urn}, commands);
            if (!w::button(ui, "not_now", {.label = t::not_now, .kind = w::ButtonKind::quiet})) return;
            show(view, Form::none, "", commands);
            for (const FieldModel* field :
                 {&form.role, &form.name, &form.since, &form.designation, &form.leads, &form.capacity, &form.team}) {
                commands.push(TypeText{field->key, ""});
                commands.push(LeaveField{field->key});
            }
        });
    });
}

void draw_change(Ui& ui, const PostModel& post, PeopleView& view, Commands& commands) {
    draw_fields(ui, post.form, true, commands);
    if (w::button(ui, "done", {.label = t::done, .spoken = phrases::of_person(t::done, post.row.name)}))
        show(view, Form::none, "", commands);
}

void draw_end(Ui& ui, const PostModel& post, PeopleView& view, Commands& commands) {
    draw_typed_field(
        ui, "until",
        {.label = t::until, .value = "", .kind = w::FieldKind::date, .required = true, .width_max = date_width},
        post.end, commands);
    w::row(ui, [&] {
        if (w::button(ui, "end_now", {.label = t::end_now, .kind = w::ButtonKind::primary}))
            send(view, EndPost{post.row.id}, commands);
        if (!w::button(ui, "keep", {.label = t::not_now, .kind = w::ButtonKind::quiet})) return;
        show(view, Form::none, "", commands);
        commands.push(TypeText{post.end.key, ""});
        commands.push(LeaveField{post.end.key});
    });
}

void draw_words(Ui& ui, const PostModel& post) {
    w::paragraph(ui, post.row.name, {.bold = true});
    w::paragraph(ui, post.row.detail, {.tone = w::TextTone::quiet});
    if (post.was_refused) w::paragraph(ui, t::refused, {.tone = w::TextTone::danger});
    if (!post.sync.empty()) w::paragraph(ui, post.sync, {.tone = w::TextTone::quiet, .small = true});
}

void draw_post(Ui& ui, const PeopleModel& model, const PostModel& post, PeopleView& view, Commands& commands) {
    draw_words(ui, post);
    if (!model.may_write) return;
    const bool here = view.post == post.row.id;
    if (here && view.form == Form::change) return draw_change(ui, post, view, commands);
    if (here && view.form == Form::end) return draw_end(ui, post, view, commands);
    w::row(ui, [&] {
        const std::string change = phrases::of_person(t::change, post.row.name);
        const std::string end = phrases::of_person(t::end, post.row.name);
        if (w::button(ui, "change", {.label = t::change, .spoken = change, .expanded = false}))
            show(view, Form::change, post.row.id, commands);
        if (w::button(ui, "end", {.label = t::end, .kind = w::ButtonKind::quiet, .spoken = end, .expanded = false}))
            show(view, Form::end, post.row.id, commands);
    });
}

void draw_posts(Ui& ui, const PeopleModel& model, PeopleView& view, Commands& commands) {
    if (model.posts.empty())
        return w::empty_state(ui, t::none, model.is_setting ? t::none_advice_in_setting : t::none_advice);
    w::list(ui, "posts", t::title, [&] {
        for (const PostModel& post : model.posts) {
            w::list_entry(ui, post.row.id, [&] {
                const KeyScope scope(ui, post.row.id);
                draw_post(ui, model, post, view, commands);
            });
        }
    });
}

void draw_past(Ui& ui, const PeopleModel& model, Commands& commands) {
    if (model.past.empty()) return;
    w::heading(ui, 2, t::past);
    w::list(ui, "past", t::past, [&] {
        for (const PostModel& post : model.past) {
            w::list_entry(ui, post.row.id, [&] {
                const KeyScope scope(ui, post.row.id);
                draw_words(ui, post);
                if (!model.may_write) return;
                const std::string spoken = phrases::of_person(t::held_again, post.row.name);
                const w::Button look{.label = t::held_again, .kind = w::ButtonKind::quiet, .spoken = spoken};
                if (w::button(ui, "held_again", look)) commands.push(EndPost{post.row.id, true});
            });
        }
    });
}

void draw_local_name(Ui& ui, const PeopleModel& model, Commands& commands) {
    if (!model.local_name) return;
    w::card(ui, "local_name", t::local_name_title, [&] {
        w::heading(ui, 2, t::local_name_title);
        draw_typed_field(
            ui, "local_name",
            {.label = t::local_name, .value = "", .hint = t::local_name_hint, .letters = w::Letters::names},
            *model.local_name, commands);
    });
}

}  // namespace

void draw_people(Ui& ui, const PeopleModel& model, PeopleView& view, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    if (!model.news.empty()) w::status_line(ui, "news", model.news);
    if (std::exchange(view.sent, false) && !model.news.empty()) view.form = Form::none;
    if (!model.refusal.empty()) w::announce(ui, "refusal", model.refusal);
    if (!model.twice.places.empty()) {
        w::paragraph(ui, words::versions::advice, {.tone = w::TextTone::quiet});
        draw_twice_written(ui, model.twice, commands);
    }
    draw_local_name(ui, model, commands);
    draw_posts(ui, model, view, commands);
    if (model.may_write)
        draw_add(ui, model, view, commands);
    else
        w::paragraph(ui, t::cannot_write, {.tone = w::TextTone::quiet});
    draw_past(ui, model, commands);
}

}  // namespace kitbag
