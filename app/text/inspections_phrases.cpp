#include "app/text/inspections_words.h"
#include "app/text/phrases.h"
#include "app/text/versions_words.h"
#include "core/visits/visit.h"

namespace kitbag::phrases {

std::string_view name_of(AreaState state) {
    switch (state) {
        case AreaState::not_addressed:
            return "Not addressed";
        case AreaState::being_addressed:
            return "Being addressed";
        case AreaState::addressed:
            return "Successfully addressed";
    }
    return "";
}

std::string_view name_of(InspectionRiskKind risk) {
    switch (risk) {
        case InspectionRiskKind::none:
            return "No risk seen";
        case InspectionRiskKind::requires_improvement:
            return "A Requires Improvement judgement is a risk";
        case InspectionRiskKind::inadequate:
            return "An inadequate judgement is a risk";
    }
    return "";
}

std::string inspection_of(const Date& day) {
    return "Inspection of " + to_long(day);
}

std::string judged_by(std::string_view who, Instant utc) {
    return "Judged by " + version_by(who, utc);
}

std::string counts_by_rule(std::string_view whose, const std::vector<InspectionGrade>& grades) {
    std::vector<std::string> parts;
    for (const InspectionGrade& one : grades) parts.push_back(one.area + " (" + one.grade + ")");
    return "Counts as requiring improvement by the rule of " + std::string(whose) + ": " + list_of(parts) + ".";
}

std::string said_of_inspection(std::string_view field, const std::string& value) {
    namespace t = words::inspections;
    if (const auto state = area_state_from(value); state && field == "state") return std::string(name_of(*state));
    if (const auto risk = inspection_risk_from(value); risk && field == "risk") return std::string(name_of(*risk));
    if (field == "subject") return std::string(value == "eyfs" ? t::eyfs : t::whole_school);
    return field == "notes" ? std::to_string(split_keys(value).size()) + " of them" : value;
}

}  // namespace kitbag::phrases
