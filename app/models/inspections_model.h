#pragma once
// What inspections of one school or setting named, how that stands, and what is at risk at the next one.

#include <optional>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/schools_model.h"
#include "app/models/versions_model.h"
#include "app/models/visit_parts_model.h"

namespace kitbag {

struct AreaModel {
    AreaRow row;
    FieldModel text, evidence;
    std::vector<Fact> shown_by;      // Notes of visits that were named as evidence: when and by whom, and what.
    std::vector<ToggleModel> notes;  // Those since the inspection, to name as evidence, latest first.
    std::vector<std::string> named;  // The ids of all that are.
    std::string sync;                // "On this tablet only"
    bool was_refused = false;        // Something of it, by the county.
};

// One of which something is written down, or may be next.
struct InspectionModel {
    std::string day;     // "2026-10-12"
    std::string title;   // "Inspection of 12 October 2026"
    std::string detail;  // "Full inspection · Good"; "" where no file has it.
    std::vector<AreaModel> areas;
    std::optional<FieldModel> ready;  // What the report says next: it is typed in, or may be.
};

struct InspectionsModel {
    bool known = false;
    std::string urn;
    std::string school;
    bool may_write = false;
    std::vector<InspectionModel> inspections;  // Latest first.
    FieldModel other_day;                      // The day of one that is not among them.
    RiskRow risk;
    bool risk_is_begun = false;           // Its form was begun,
    FieldModel risk_choice, risk_reason;  // which begins with what stands.
    VersionsModel twice;                  // What was written twice about them. Its visit is "".
    std::string news;
    std::string refusal;
};

}  // namespace kitbag
