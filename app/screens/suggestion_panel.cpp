#include "app/screens/suggestion_panel.h"

#include "app/text/words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::suggestion;

void draw_part(Ui& ui, int level, std::string_view key, std::string_view title,
               std::span<const std::string> sentences) {
    if (sentences.empty()) return;
    w::heading(ui, level, title, 3);
    w::bullets(ui, key, sentences);
}

}  // namespace

void draw_suggested_category(Ui& ui, const SuggestionModel& model) {
    if (const auto category = category_from(model.category)) {
        w::category_badge(ui, *category);
    } else {
        w::badge(ui, t::none);
    }
}

void draw_suggestion_summary(Ui& ui, const SuggestionModel& model) {
    w::row(ui, [&] {
        w::paragraph(ui, t::title, {.bold = true});
        draw_suggested_category(ui, model);
    });
    w::status_line(ui, "suggestion", model.summary);
}

void draw_suggestion_reasons(Ui& ui, const SuggestionModel& model, int level) {
    if (model.category.empty()) {
        w::paragraph(ui, t::none_advice, {.tone = w::TextTone::quiet});
    } else {
        draw_part(ui, level, "definitions", t::definitions, model.definitions);
        w::paragraph(ui, model.reason);
        draw_part(ui, level, "decided_by", t::decided_by, model.decided_by);
        w::heading(ui, level, t::would_change, 3);
        w::paragraph(ui, model.margin);
        if (!model.would_change.empty()) {
            w::bullets(ui, "would_change", model.would_change);
            w::paragraph(ui, t::change_meant, {.tone = w::TextTone::quiet, .small = true});
        }
    }
    draw_part(ui, level, "not_judged", t::not_evidenced, model.not_judged);
    w::divider(ui);
    w::heading(ui, level, t::how_made, 3);
    w::paragraph(ui, t::rule, {.small = true});
    w::paragraph(ui, t::persons_decision, {.tone = w::TextTone::quiet, .small = true});
}

}  // namespace kitbag
