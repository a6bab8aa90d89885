#pragma once
// "A forgotten passphrase": a request to the county's office, and where its answer is written beside a new passphrase.

#include <optional>
#include <string>

#include "app/commands.h"
#include "app/models/forgotten_model.h"
#include "app/screens/display_dialog.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct ForgottenView {
    std::optional<std::string> request;  // As somebody typed in it by mistake; gone when they leave it.
    std::string answer;
    SecretText passphrase;
    SecretText passphrase_again;
};

void draw_forgotten(Ui& ui, const ForgottenModel& model, ForgottenView& view, DisplayView& display, Commands& commands);

}  // namespace kitbag
