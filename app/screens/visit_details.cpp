#include "app/screens/visit_details.h"

#include "app/screens/toggles.h"
#include "app/screens/typed_field.h"
#include "app/text/visit_phrases.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::visit;

constexpr float date_width = 240;

std::string_view missing(const VisitModel& model, std::string_view field) {
    if (!model.show_missing) return "";
    for (const MissingModel& one : model.missing) {
        if (one.field == field) return one.sentence;
    }
    return "";
}

void draw_when(Ui& ui, const VisitModel& model, Commands& commands) {
    draw_typed_field(ui, "date",
                     {.label = t::date,
                      .value = "",
                      .kind = w::FieldKind::date,
                      .error = missing(model, "date"),
                      .required = true,
                      .width_max = date_width},
                     model.date, commands);
    draw_typed_field(ui, "time", {.label = t::time, .value = "", .hint = t::time_hint, .width_max = date_width},
                     model.time, commands);
    for (const std::string& doubt : model.doubts) w::paragraph(ui, doubt, {.tone = w::TextTone::warning});
}

void draw_who(Ui& ui, const VisitModel& model, Commands& commands) {
    if (const auto keys = draw_toggles(ui, "present", t::present, t::present_hint, model.present, model.present_keys))
        commands.push(SetField{{"visit", model.id, "present"}, *keys});
    draw_typed_field(ui, "participants",
                     {.label = t::participants,
                      .value = "",
                      .kind = w::FieldKind::multiline,
                      .hint = t::participants_hint,
                      .error = missing(model, "participants"),
                      .lines_min = 2},
                     model.participants, commands);
}

void draw_what(Ui& ui, const VisitModel& model, Commands& commands) {
    draw_typed_field(ui, "focus",
                     {.label = t::focus,
                      .value = "",
                      .kind = w::FieldKind::multiline,
                      .hint = t::focus_hint,
                      .error = missing(model, "focus"),
                      .lines_min = 2},
                     model.focus, commands);
}

void draw_to_read(Ui& ui, const VisitModel& model) {
    const auto fact = [&](std::string_view label, const std::string& value) {
        w::fact(ui, label, value.empty() ? words::common::not_written : std::string_view(value));
    };
    const auto date = parse_date(model.date.text);
    fact(t::date, date ? to_long(*date) : model.date.text);
    if (!model.time.text.empty()) fact(t::time, model.time.text);
    std::string present;
    for (const ToggleModel& one : model.present) {
        if (one.on) present += (present.empty() ? "" : ", ") + one.title;
    }
    if (!model.present.empty()) fact(t::was_present, present);
    fact(t::participants, model.participants.text);
    fact(t::focus, model.focus.text);
}

void draw_completion(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "completion", "", [&] {
        w::heading(ui, 2, t::complete);
        w::paragraph(ui, t::complete_advice, {.tone = w::TextTone::quiet});
        if (model.show_missing && !model.missing.empty()) {
            w::banner(ui, "missing", {.kind = w::BannerKind::warning, .text = t::missing_title});
            std::vector<std::string> sentences;
            for (const MissingModel& one : model.missing) sentences.push_back(one.sentence);
            w::bullets(ui, "missing_list", sentences);
        }
        if (w::button(ui, "complete", {.label = t::complete, .kind = w::ButtonKind::primary}))
            commands.push(AskToComplete{model.id});
    });
}

void draw_beginning(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "beginning", "", [&] {
        w::heading(ui, 2, t::begin);
        w::paragraph(ui, t::begin_advice, {.tone = w::TextTone::quiet});
        if (w::button(ui, "begin", {.label = t::begin, .kind = w::ButtonKind::primary}))
            commands.push(TakeVisitStep{model.id, VisitStatus::under_way});
    });
}

}  // namespace

void draw_visit_details(Ui& ui, const VisitModel& model, Commands& commands) {
    w::card(ui, "details", "", [&] {
        w::heading(ui, 2, t::details);
        if (!model.purpose.empty()) w::paragraph(ui, model.purpose, {.tone = w::TextTone::quiet});
        if (model.own) {
            draw_when(ui, model, commands);
            draw_who(ui, model, commands);
            draw_what(ui, model, commands);
        } else {
            draw_to_read(ui, model);
        }
        for (const std::string& line : model.conflicts)
            w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
        if (w::button(ui, "record", {.label = t::read_record, .kind = w::ButtonKind::quiet, .icon = Icon::file_text}))
            commands.push(GoTo{{Place::record, model.urn, model.id}});
    });
    if (!model.own) return;
    if (model.planned)
        draw_beginning(ui, model, commands);
    else
        draw_completion(ui, model, commands);
}

}  // namespace kitbag
