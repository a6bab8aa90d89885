#include "core/visits/area_for_improvement.h"

#include <doctest/doctest.h>

using namespace kitbag;

TEST_CASE("a risk at the next inspection is chosen, and what is one has a reason") {
    struct Row {
        std::optional<InspectionRiskKind> risk;
        const char* reason;
        const char* code;
    };
    const Row rows[] = {
        {std::nullopt, "Results", "no_risk"},
        {InspectionRiskKind::none, "", ""},
        {InspectionRiskKind::none, "The trend is up", ""},
        {InspectionRiskKind::requires_improvement, " \n", "no_reason"},
        {InspectionRiskKind::requires_improvement, "Results", ""},
        {InspectionRiskKind::inadequate, "", "no_reason"},
        {InspectionRiskKind::inadequate, "Safeguarding", ""},
    };
    for (const Row& row : rows) {
        const auto checked = check_inspection_risk({"900001", row.risk, row.reason});
        CHECK((checked ? "" : checked.error().code) == row.code);
    }
}
