#include "app/screens/record_parts.h"

#include "app/text/record_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;
namespace t = words::record;

void draw_refusal(Ui& ui, const std::string& refusal) {
    if (refusal.empty()) return;
    w::badge(ui, words::sending::refused, w::BadgeTone::danger);
    w::paragraph(ui, std::string(t::refused_by_county) + " " + refusal, {.tone = w::TextTone::danger});
}

void draw_reason(Ui& ui, const std::string& reason) {
    if (!reason.empty()) w::paragraph(ui, std::string(t::why) + ": " + reason);
}

}  // namespace

void draw_recorded(Ui& ui, const RecordPart& part) {
    if (part.choice) {
        if (const auto category = category_of(*part.choice)) {
            w::category_badge(ui, *category);
        } else {
            w::badge(ui, part.chosen);
        }
    } else if (!part.chosen.empty()) {
        w::badge(ui, part.chosen);
    }
    if (!part.descriptor.empty()) w::paragraph(ui, part.descriptor);
    if (!part.text.empty()) w::paragraph(ui, part.text);
    for (const RecordDetail& detail : part.details) w::fact(ui, detail.label, detail.value);
}

void draw_amendment(Ui& ui, const RecordAmendment& amendment) {
    w::paragraph(ui, amendment.headline + ", " + amendment.when, {.bold = true});
    draw_refusal(ui, amendment.refusal);
    w::paragraph(ui, amendment.amendment.text);
    draw_reason(ui, amendment.amendment.reason);
}

void draw_said_of(Ui& ui, const RecordDocument& document, const RecordPart& part) {
    for (const std::string& line : part.also_written)
        w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
    for (const SaidNotRight& one : disputes_of(document, part.id)) {
        w::paragraph(ui, t::not_right, {.tone = w::TextTone::warning, .bold = true});
        w::paragraph(ui, one.dispute->words);
        w::paragraph(ui, one.answer->answer.name + ", " + one.answer->when,
                     {.tone = w::TextTone::quiet, .small = true});
    }
    for (const RecordAmendment* one : amendments_of(document, part.id)) draw_amendment(ui, *one);
}

void draw_answers(Ui& ui, const RecordDocument& document) {
    w::card(ui, "answers", "", [&] {
        w::heading(ui, 2, t::answers);
        if (document.answers.empty()) w::paragraph(ui, t::no_answer, {.tone = w::TextTone::quiet});
        for (const RecordAnswer& one : document.answers) {
            w::paragraph(ui, one.headline, {.bold = true});
            w::paragraph(ui, one.when, {.tone = w::TextTone::quiet, .small = true});
            draw_refusal(ui, one.refusal);
            if (one.changed_since) w::paragraph(ui, t::changed_since, {.tone = w::TextTone::warning});
            for (const Dispute& dispute : one.answer.disputes) w::fact(ui, dispute.title, dispute.words);
        }
    });
}

void draw_amendments(Ui& ui, const RecordDocument& document) {
    std::vector<const RecordAmendment*> found;
    for (const RecordAmendment& one : document.amendments) {
        if (!one.refusal.empty() || find_part(document, one.amendment.part) == nullptr) found.push_back(&one);
    }
    if (found.empty()) return;
    w::card(ui, "amendments", "", [&] {
        w::heading(ui, 2, t::amendments);
        for (const RecordAmendment* one : found) draw_amendment(ui, *one);
    });
}

void draw_history(Ui& ui, const RecordDocument& document) {
    w::card(ui, "history", "", [&] {
        w::heading(ui, 2, t::history);
        w::list(ui, "steps", t::history, [&] {
            int number = 0;
            for (const RecordStep& step : document.history) {
                w::list_entry(ui, std::to_string(number++), [&] {
                    w::paragraph(ui, step.headline, {.bold = true});
                    draw_refusal(ui, step.refusal);
                    draw_reason(ui, step.reason);
                    w::paragraph(ui, step.when, {.tone = w::TextTone::quiet, .small = true});
                });
            }
        });
    });
}

}  // namespace kitbag
