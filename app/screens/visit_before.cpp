#include "app/screens/visit_before.h"

#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::before;

void draw_choice(Ui& ui, std::string_view label, const std::string& choice) {
    w::paragraph(ui, label, {.tone = w::TextTone::quiet, .small = true});
    if (const auto category = category_from(choice))
        w::category_badge(ui, *category);
    else
        w::badge(ui, choice.empty() ? words::visit::not_judged : words::visit::not_applicable_short);
}

void draw_sentences(Ui& ui, std::string_view key, std::string_view title, std::span<const std::string> sentences) {
    if (sentences.empty()) return;
    w::heading(ui, 3, title);
    w::bullets(ui, key, sentences);
}

void draw_aspects(Ui& ui, const BeforeModel& model) {
    w::heading(ui, 3, t::judgements);
    if (model.aspects.empty()) return w::paragraph(ui, t::none_judged, {.tone = w::TextTone::quiet});
    w::list(ui, "aspects", t::judgements, [&] {
        for (const BeforeAspect& aspect : model.aspects) {
            w::list_entry(ui, aspect.id, [&] {
                w::paragraph(ui, aspect.title, {.bold = true});
                w::row(ui, [&] { draw_choice(ui, t::then, aspect.then); });
                w::row(ui, [&] { draw_choice(ui, t::now, aspect.now); });
                for (const std::string& note : aspect.notes) w::paragraph(ui, note);
            });
        }
    });
}

}  // namespace

void draw_visit_before(Ui& ui, const BeforeModel& model, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, t::none, t::none_advice);
        draw_sentences(ui, "actions", t::actions, model.actions);
        return;
    }
    w::card(ui, "before", "", [&] {
        w::heading(ui, 2, t::title);
        w::paragraph(ui, model.line, {.tone = w::TextTone::quiet});
        draw_sentences(ui, "actions", t::actions, model.actions);
        draw_sentences(ui, "unanswered", t::unanswered, model.unanswered);
        draw_aspects(ui, model);
        draw_sentences(ui, "notes", t::other_notes, model.notes);
        if (w::button(ui, "read", {.label = t::read, .kind = w::ButtonKind::quiet, .icon = Icon::file_text}))
            commands.push(GoTo{{Place::record, model.urn, model.id}});
    });
}

}  // namespace kitbag
