#include "app/screens/record_screen.h"

#include "app/screens/suggestion_panel.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::record;

void draw_conflicts(Ui& ui, std::span<const std::string> lines) {
    for (const std::string& line : lines) w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
}

void draw_aspect(Ui& ui, const RecordAspect& aspect) {
    w::card(ui, aspect.id, "", [&] {
        w::heading(ui, 3, aspect.title);
        if (const auto category = category_from(aspect.category)) {
            w::category_badge(ui, *category);
            w::paragraph(ui, aspect.descriptor);
        } else {
            w::badge(ui, aspect.choice);
        }
        for (const std::string& note : aspect.notes) {
            w::paragraph(ui, words::visit::evidence, {.tone = w::TextTone::quiet, .small = true});
            w::paragraph(ui, note);
        }
        if (aspect.notes.empty()) w::paragraph(ui, t::no_evidence, {.tone = w::TextTone::quiet, .small = true});
        draw_conflicts(ui, aspect.conflicts);
    });
}

void draw_state(Ui& ui, const RecordModel& model, Commands& commands) {
    const w::BannerKind kind = model.received ? w::BannerKind::good : w::BannerKind::info;
    w::banner(ui, "state", {.kind = kind, .text = model.state});
    if (model.under_way) w::banner(ui, "under_way", {.kind = w::BannerKind::info, .text = t::still_under_way});
    if (model.trouble.empty()) return;
    if (w::banner(ui, "trouble",
                  {.kind = w::BannerKind::warning, .text = model.trouble, .action = words::sending::see_why})) {
        commands.push(GoTo{{Place::sending, "", ""}});
    }
}

}  // namespace

void draw_record(Ui& ui, const RecordModel& model, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, words::visit::gone, words::visit::gone_advice);
        return;
    }
    const KeyScope scope(ui, model.id);
    draw_state(ui, model, commands);
    w::card(ui, "facts", "", [&] {
        w::heading(ui, 2, model.title);
        for (const Fact& fact : model.facts) w::fact(ui, fact.label, fact.value);
        draw_conflicts(ui, model.conflicts);
    });
    w::card(ui, "suggestion", words::suggestion::title, [&] {
        draw_suggestion_summary(ui, model.suggestion);
        if (!model.suggestion.definitions.empty()) w::bullets(ui, "definitions", model.suggestion.definitions);
        if (!model.suggestion.reason.empty()) w::paragraph(ui, model.suggestion.reason);
        w::paragraph(ui, words::suggestion::persons_decision, {.tone = w::TextTone::quiet, .small = true});
    });
    for (const RecordAspect& aspect : model.aspects) draw_aspect(ui, aspect);
}

}  // namespace kitbag
