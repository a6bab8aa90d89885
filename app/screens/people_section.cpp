#include "app/screens/people_section.h"

#include "app/text/people_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::people;

void draw_ways(Ui& ui, const SchoolModel& model, Commands& commands) {
    if (!model.people.may_write) return;
    const bool in_caseload = model.people.in_caseload;
    w::row(ui, [&] {
        const std::string_view caseload = in_caseload ? words::caseload::leave : words::caseload::add;
        if (w::button(ui, "caseload", {.label = caseload, .icon = in_caseload ? Icon::none : Icon::plus}))
            commands.push(SetCaseload{model.urn, !in_caseload});
        const auto to_people = [&](std::string_view key, std::string_view label, Icon icon) {
            if (w::button(ui, key, {.label = label, .kind = w::ButtonKind::quiet, .icon = icon}))
                commands.push(GoTo{{Place::people, model.urn, ""}});
        };
        to_people("people", t::open, Icon::users);
        if (model.people.wants_name) to_people("local_name", t::open_to_name, Icon::none);
    });
}

}  // namespace

void draw_people_section(Ui& ui, const SchoolModel& model, Commands& commands) {
    const KeyScope scope(ui, "people");
    w::heading(ui, 2, t::title);
    if (model.people.written_twice) {
        const w::Banner look{.kind = w::BannerKind::warning, .text = t::written_twice, .action = t::look};
        if (w::banner(ui, "written_twice", look)) commands.push(GoTo{{Place::people, model.urn, ""}});
    }
    if (model.people.people.empty()) {
        w::empty_state(ui, t::none, model.is_setting ? t::none_advice_in_setting : t::none_advice);
    } else {
        w::list(ui, "list", t::title, [&] {
            for (const PersonRow& row : model.people.people) {
                w::list_entry(ui, row.id, [&] {
                    w::paragraph(ui, row.name, {.bold = true});
                    w::paragraph(ui, row.detail, {.tone = w::TextTone::quiet});
                });
            }
        });
    }
    draw_ways(ui, model, commands);
}

}  // namespace kitbag
