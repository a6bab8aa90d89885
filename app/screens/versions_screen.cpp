#include "app/screens/versions_screen.h"

#include "app/screens/typed_field.h"
#include "app/text/versions_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::versions;

void draw_version(Ui& ui, const VersionsModel& model, const TwiceWrittenModel& place, const VersionModel& version,
                  Commands& commands) {
    w::card(ui, version.stamp, phrases::version_of(place.title, version.who), [&] {
        w::heading(ui, 3, version.who);
        if (version.shows) w::badge(ui, t::shows_now, w::BadgeTone::info);
        if (version.text.empty())
            w::paragraph(ui, t::nothing, {.tone = w::TextTone::quiet});
        else
            w::marked_text(ui, {.text = version.text, .marks = version.differing});
        if (!version.over.empty()) w::paragraph(ui, version.over, {.tone = w::TextTone::quiet, .small = true});
        if (!model.may_settle) return;
        const std::string spoken = phrases::keep_version_of(place.title, version.who);
        if (w::button(ui, "keep", {.label = t::keep, .icon = Icon::check, .spoken = spoken}))
            commands.push(Settle{model.visit, place.key, version.value});
    });
}

void draw_own(Ui& ui, const VersionsModel& model, const TwiceWrittenModel& place, Commands& commands) {
    if (!place.own) return;
    draw_typed_field(ui, "own", {.label = t::own, .value = "", .kind = w::FieldKind::multiline, .hint = t::own_hint},
                     *place.own, commands);
    if (w::button(ui, "keep_own", {.label = t::keep_own})) commands.push(Settle{model.visit, place.key, std::nullopt});
}

}  // namespace

void draw_versions(Ui& ui, const VersionsModel& model, Commands& commands) {
    if (!model.known) return w::empty_state(ui, words::school::missing, words::school::missing_advice);
    if (!model.news.empty()) w::status_line(ui, "news", model.news);
    if (model.places.empty()) return w::empty_state(ui, t::none, t::none_advice);
    w::paragraph(ui, t::advice, {.tone = w::TextTone::quiet});
    if (!model.may_settle) w::banner(ui, "read_only", {.kind = w::BannerKind::info, .text = t::cannot_settle});
    draw_twice_written(ui, model, commands);
}

void draw_twice_written(Ui& ui, const VersionsModel& model, Commands& commands) {
    for (const TwiceWrittenModel& place : model.places) {
        const KeyScope scope(ui, place.key.entity_id + "." + place.key.field);
        w::heading(ui, 2, place.title);
        for (const VersionModel& version : place.versions) draw_version(ui, model, place, version, commands);
        draw_own(ui, model, place, commands);
    }
}

void draw_written_twice(Ui& ui, int places, const Route& versions, Commands& commands) {
    if (places == 0) return;
    const std::string text = phrases::written_twice(static_cast<std::size_t>(places));
    if (w::banner(ui, "written_twice", {.kind = w::BannerKind::warning, .text = text, .action = t::look}))
        commands.push(GoTo{versions});
}

}  // namespace kitbag
