#include "app/screens/visit_questions.h"

#include "app/screens/typed_field.h"
#include "app/screens/visit_notes.h"
#include "app/text/visit_words.h"
#include "app/widgets/widgets.h"

namespace kitbag {
namespace {

namespace w = widgets;

void draw_question(Ui& ui, const VisitModel& model, const QuestionModel& question, Commands& commands) {
    const KeyScope scope(ui, question.id);
    const std::string_view hint = question.unanswered_before ? words::before::unanswered : std::string_view();
    if (model.may_write) {
        draw_typed_field(
            ui, "answer",
            {.label = question.text, .value = "", .kind = w::FieldKind::multiline, .hint = hint, .lines_min = 2},
            question.answer, commands);
    } else {
        const std::string& text = question.answer.text;
        w::fact(ui, question.text, text.empty() ? words::common::not_written : std::string_view(text));
    }
    for (const std::string& line : question.conflicts)
        w::paragraph(ui, line, {.tone = w::TextTone::warning, .small = true});
}

}  // namespace

void draw_visit_questions(Ui& ui, const VisitModel& model, Commands& commands) {
    w::stack(ui, 6, [&] { draw_look_at(ui, model); });
    for (const SectionModel& section : model.sections) {
        w::card(ui, section.id, "", [&] {
            w::heading(ui, 2, section.title);
            for (const QuestionModel& question : section.questions) draw_question(ui, model, question, commands);
        });
    }
}

}  // namespace kitbag
