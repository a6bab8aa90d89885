#pragma once
// What a trust agreed to: the form that takes it down, and what was taken down.

#include <span>
#include <string_view>

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

// Behind a button, until it is `open` or something was typed in it. `kind` is what it is opened for.
void draw_agreement_form(Ui& ui, const AgreementForm& form, std::string_view urn, std::string_view kind, bool& open,
                         Commands& commands);

void draw_agreements(Ui& ui, std::span<const AgreementModel> agreements);

}  // namespace kitbag
