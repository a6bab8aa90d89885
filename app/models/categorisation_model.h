#pragma once
// What "Category and direction" of one school shows: where its two ratings stand, what may be done about the one that is
// looked at, its direction of travel, and each aspect now and before.

#include <optional>
#include <string>
#include <vector>

#include "app/models/field_model.h"
#include "app/models/schools_model.h"
#include "app/models/visit_model.h"
#include "core/categorisation/direction.h"
#include "core/categorisation/rating.h"

namespace kitbag {

// One of the school's ratings, in a line.
struct RatingModel {
    Subject subject = Subject::school;
    std::string title;                   // "The school"
    std::optional<Category> category;    // Nothing: not decided yet.
    std::string decided;                 // "Decided by Cleo Reed, 20 November 2026"; "" when none is.
    std::optional<Direction> direction;  // In this half term.
    std::string direction_line;          // "Improving", or that nobody has looked yet.
};

// Something that was done, and is kept.
struct StepModel {
    std::string id;
    std::string title;  // "Ben Fenner moderated it: Amber"
    std::string when;   // "20 November 2026, 14:02"
    std::string reason;
    std::string rests_on;  // Proposals: "By School categorisation, 2014–16, version 1: 3 aspects judged in 2 visits…"
    std::string sync;      // "On this tablet only"
    std::optional<Category> category;
    bool withdrawn = false;
    std::string refusal;  // Why the county would not take it; "" when it did, or has not answered.
};

// A form by which a person takes a step. What is typed in it is a draft until the step is taken.
struct StepForm {
    Step step = Step::proposed;
    std::string about;              // The step that it answers; "" for a proposal.
    Step answers = Step::proposed;  // Of which kind that is.
    FieldModel category;            // A word of Category, or "".
    FieldModel reason;
    FieldModel date;                   // Telling the school only.
    std::optional<Category> expected;  // What needs no reason: suggested, proposed or moderated.
};

// Something typed in a form that is not there any more, because the rating has moved on in the meantime.
struct LeftOver {
    FieldKey key;
    std::string text;
};

// A proposal that has not been decided, and what this person may do about it.
struct RoundModel {
    std::string id;
    std::string headline;  // "Amber, moderated by Ben Fenner"
    std::optional<Category> category;
    std::vector<StepModel> steps;
    std::optional<StepForm> answer;    // To moderate or to decide.
    std::optional<StepForm> withdraw;  // Also of a decided one.
    std::string waits_for;             // Who must act, where this person may not.
};

struct DirectionModel {
    bool has_calendar = false;
    std::string half_term;  // Its id,
    std::string title;      // and "Autumn 2, 2026".
    std::optional<Direction> suggested;
    std::vector<std::string> reasons;  // What moved.
    std::string compared;              // With what, or why nothing is suggested.
    std::vector<StepModel> judged;     // In this half term, latest first.
    bool may_judge = false;
    FieldModel choice;  // A word of Direction, or "".
    FieldModel why;
};

// One aspect, now and when the school was last categorised.
struct AspectHistory {
    std::string id;
    std::string title;
    std::optional<Choice> now;
    std::optional<Choice> before;
    std::string moved;           // "Better: Amber before"
    bool set_aside = false;      // The criteria in use have no such aspect: kept, and not counted.
    std::vector<Fact> evidence;  // Label: who and when. Latest first.
};

struct CategorisationModel {
    bool known = false;
    std::string urn;
    std::string school;
    std::vector<RatingModel> ratings;
    std::string differ;  // That the two differ, where they do.
    Subject subject = Subject::school;
    std::string title;     // Of what is looked at.
    std::string criteria;  // "" when the criteria have not arrived.
    std::string to_tell;   // That the school has not been told; "" when it has.
    std::optional<StepForm> tell;
    std::vector<RoundModel> open;
    std::optional<RoundModel> standing;  // The one decided last.
    SuggestionModel suggestion;
    std::string based_on;  // "From 2 completed visits, the latest on 20 November 2026."
    std::optional<StepForm> propose;
    DirectionModel direction;
    std::string compared_with;  // "The categorisation before is of 2 June 2026", or that there is none.
    std::vector<AspectHistory> aspects;
    std::vector<StepModel> timeline;  // Latest first.
    std::vector<LeftOver> left_over;
    std::string news;     // What was recorded a moment ago.
    std::string refusal;  // Why the form that was sent last was not taken; it stands at its field too.
};

}  // namespace kitbag
