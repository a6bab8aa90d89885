#pragma once
// What inspections of one school or setting named, inspection by inspection: writing an area down, saying how it stands and what shows
// it; and judging what is at risk at the next inspection. Also what of all this was written twice.

#include <string>

#include "app/commands.h"
#include "app/models/inspections_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

// One form at a time.
struct InspectionsView {
    std::string changing;       // The area whose text is written, or
    bool judging_risk = false;  // the form of the risk,
    bool sent = false;          // which was sent in the frame before: it closes when that was recorded.
};

void draw_inspections(Ui& ui, const InspectionsModel& model, InspectionsView& view, Commands& commands);

}  // namespace kitbag
