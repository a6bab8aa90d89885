#pragma once
// The words about inspections: what they named, how that stands, and what is at risk at the next one.

#include <string>
#include <string_view>
#include <vector>

#include "app/text/words.h"
#include "core/schools/inspection.h"
#include "core/visits/area_for_improvement.h"

namespace kitbag {

namespace words::inspections {
inline constexpr Words title = "Areas for improvement and risk";
inline constexpr Words areas = "Areas for improvement";
inline constexpr Words none = "None is written down yet.";
inline constexpr Words area = "What the report says";
inline constexpr Words area_hint = "One area at a time, in the report’s words or in yours.";
inline constexpr Words area_change_hint = "Emptied, it is taken off the list.";
inline constexpr Words add = "Add an area";
inline constexpr Words not_judged = "Not judged yet";
inline constexpr Words evidence = "What shows it";
inline constexpr Words notes = "Notes of visits that show it";
inline constexpr Words notes_hint = "Those since the inspection.";
inline constexpr Words about = "What it concerns";
inline constexpr Words eyfs = "EYFS";
inline constexpr Words concerns_eyfs = "It concerns the EYFS.";
inline constexpr Words whole_school = "The school";
inline constexpr Words other_day = "Another inspection, by its first day";
inline constexpr Words other_day_hint = "For one that is not listed yet, or an earlier one.";
inline constexpr Words not_yet = "That day has not come yet.";
inline constexpr Words risk = "Risk at the next inspection";
inline constexpr Words risk_not_judged = "Nobody has judged it yet.";
inline constexpr Words judge_risk = "Judge the risk";
inline constexpr Words why = "Why";
inline constexpr Words why_hint = "Needed where something is a risk.";
inline constexpr Words record_risk = "Record the risk";
inline constexpr Words written_twice = "Something about inspections here was written twice.";
inline constexpr Words cannot_write = "Your role does not write about inspections. An adviser can.";
}  // namespace words::inspections

namespace phrases {
std::string_view name_of(AreaState state);                 // "Being addressed"
std::string_view name_of(InspectionRiskKind risk);         // "An inadequate judgement is a risk"
std::string inspection_of(const Date& day);                // "Inspection of 12 October 2026"
std::string judged_by(std::string_view who, Instant utc);  // "Judged by Ada Marsh, 23 November 2026, 14:02"
// "Counts as requiring improvement by the rule of Wendshire: Achievement (Needs attention)."
std::string counts_by_rule(std::string_view whose, const std::vector<InspectionGrade>& grades);
// What a field of either entity says, where it is not written but chosen.
std::string said_of_inspection(std::string_view field, const std::string& value);
}  // namespace phrases

}  // namespace kitbag
