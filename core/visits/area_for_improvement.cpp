#include "core/visits/area_for_improvement.h"

#include "core/base/text.h"

namespace kitbag {

Result<void> check_inspection_risk(const InspectionRisk& risk) {
    if (!risk.risk) return fault("no_risk", "Choose what is at risk at the next inspection.");
    if (*risk.risk != InspectionRiskKind::none && trim(risk.reason).empty())
        return fault("no_reason", "Write why this is a risk.");
    return {};
}

}  // namespace kitbag
