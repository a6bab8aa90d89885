#include "app/screens/typed_field.h"

#include "app/text/visit_words.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

std::string_view note_of(Safety safety) {
    switch (safety) {
        case Safety::untouched:
            return "";
        case Safety::saving:
            return words::visit::saving;
        case Safety::saved:
            return words::visit::saved;
        case Safety::failed:
            return words::visit::not_saved;
    }
    return "";
}

}  // namespace

void draw_typed_field(Ui& ui, std::string_view key, widgets::Field look, const FieldModel& model, Commands& commands) {
    look.value = model.text;
    if (!model.error.empty()) look.error = model.error;
    look.note = note_of(model.safety);
    look.note_is_problem = model.safety == Safety::failed;
    const widgets::FieldAnswer answer = widgets::field(ui, key, look);
    if (answer.edited) commands.push(TypeText{model.key, *answer.edited});
    if (answer.left || answer.submitted) commands.push(LeaveField{model.key});
}

}  // namespace kitbag
