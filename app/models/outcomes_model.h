#pragma once
// What is shown of a school's outcomes: for each stage its measures, each with a chart of the school beside others and charts of one
// group of pupils beside another. All words are ready; the screen only chooses which of them to draw.

#include <optional>
#include <string>
#include <vector>

#include "app/models/board_model.h"
#include "app/models/comparison_model.h"

namespace kitbag {

// What a line of a chart stands for, so that it looks alike in every chart.
enum class OutcomeLineKind { school, county, national, neighbours, group, others, floor, gap };

struct OutcomePoint {
    std::optional<float> value;  // Nothing: there is none, and the words say why.
    std::string words;           // "63%", "Hidden: fewer than 6 pupils"
};

struct OutcomeLine {
    OutcomeLineKind kind = OutcomeLineKind::school;
    std::string name;
    std::vector<OutcomePoint> points;  // One for each year.
};

struct OutcomeChart {
    std::vector<std::string> years;
    std::vector<OutcomeLine> lines;
    std::vector<std::string> sentences;  // What it shows, for reading and for attaching.
    std::string unit;                    // "%" or "".
};

struct OutcomeComparison {
    std::string id;    // "fsm"
    std::string name;  // "Free school meals and others"
    OutcomeChart chart;
};

struct OutcomeMeasureModel {
    std::string id;
    std::string name;
    std::string note;
    OutcomeChart chart;
    bool below_floor = false;
    std::vector<OutcomeComparison> comparisons;  // Empty where the figures are of all pupils only.
};

struct OutcomeStageModel {
    std::string id;
    std::string name;
    std::vector<OutcomeMeasureModel> measures;  // Never empty.
};

struct OutcomesModel {
    bool known = false;
    std::string urn;
    std::string school;
    std::vector<OutcomeStageModel> stages;  // Empty: there are no outcomes of this school.
    std::string visit;  // Of this adviser's, that is under way here, to which a chart can be attached; "" for none.
    std::vector<Option> aspects;  // Of that visit.
    ComparisonFilter compared;    // What schools were compared in last: it opens at that measure.
};

}  // namespace kitbag
