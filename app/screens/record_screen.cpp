#include "app/screens/record_screen.h"

#include "app/screens/record_parts.h"
#include "app/screens/suggestion_panel.h"
#include "app/screens/versions_screen.h"
#include "app/text/record_words.h"
#include "app/text/visit_words.h"
#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::record;

void draw_state(Ui& ui, const RecordModel& model, Commands& commands) {
    const w::BannerKind kind = model.received ? w::BannerKind::good : w::BannerKind::info;
    w::banner(ui, "state", {.kind = kind, .text = model.document.receipt});
    if (model.under_way) w::banner(ui, "under_way", {.kind = w::BannerKind::info, .text = t::still_under_way});
    draw_written_twice(ui, model.written_twice, {Place::versions, model.urn, model.id}, commands);
    if (model.trouble.empty()) return;
    if (w::banner(ui, "trouble",
                  {.kind = w::BannerKind::warning, .text = model.trouble, .action = words::sending::see_why})) {
        commands.push(GoTo{{Place::sending, "", ""}});
    }
}

void draw_about(Ui& ui, const RecordModel& model, const RecordSection& section, RecordView& view, Commands& commands) {
    w::card(ui, "facts", "", [&] {
        w::heading(ui, 2, model.document.title);
        w::fact(ui, t::state, model.document.status_title);
        for (const RecordPart& part : section.parts) {
            w::fact(ui, part.title, part.text.empty() ? words::common::not_written : std::string_view(part.text));
            draw_said_of(ui, model.document, part);
            if (part.signed_over) draw_amending(ui, model, part.id, part.title, view, commands);
        }
    });
}

// A part in a card of its own, with those that belong to it.
void draw_part(Ui& ui, const RecordModel& model, const RecordSection& section, const RecordPart& part, RecordView& view,
               Commands& commands) {
    w::card(ui, part.id, "", [&] {
        const auto draw_one = [&](const RecordPart& one) {
            draw_recorded(ui, one);
            draw_said_of(ui, model.document, one);
            draw_amending(ui, model, one.id, one.title, view, commands);
        };
        w::heading(ui, 3, part.title);
        draw_one(part);
        bool any = false;
        for (const RecordPart& below : section.parts) {
            if (below.under != part.id) continue;
            any = true;
            w::paragraph(ui, below.title, {.tone = w::TextTone::quiet, .small = true});
            draw_one(below);
        }
        if (part.kind == PartKind::aspect && !any)
            w::paragraph(ui, t::no_evidence, {.tone = w::TextTone::quiet, .small = true});
    });
}

void draw_suggestion(Ui& ui, const SuggestionModel& suggestion) {
    w::card(ui, "suggestion", words::suggestion::title, [&] {
        draw_suggestion_summary(ui, suggestion);
        if (!suggestion.definitions.empty()) w::bullets(ui, "definitions", suggestion.definitions);
        if (!suggestion.reason.empty()) w::paragraph(ui, suggestion.reason);
        w::paragraph(ui, words::suggestion::persons_decision, {.tone = w::TextTone::quiet, .small = true});
    });
}

}  // namespace

void draw_record(Ui& ui, const RecordModel& model, RecordView& view, Commands& commands) {
    if (!model.known) {
        w::empty_state(ui, words::visit::gone, words::visit::gone_advice);
        return;
    }
    const KeyScope scope(ui, model.id);
    draw_state(ui, model, commands);
    for (const RecordSection& section : model.document.sections) {
        if (section.id == "about") {
            draw_about(ui, model, section, view, commands);
            draw_next_steps(ui, model, view, commands);
            draw_paper(ui, model, commands);
            draw_answers(ui, model.document);
            draw_amendments(ui, model.document);
            if (!model.suggestion.summary.empty()) draw_suggestion(ui, model.suggestion);
            continue;
        }
        w::heading(ui, 2, section.title);
        for (const RecordPart& part : section.parts) {
            if (part.under.empty()) draw_part(ui, model, section, part, view, commands);
        }
    }
    draw_history(ui, model.document);
}

}  // namespace kitbag
