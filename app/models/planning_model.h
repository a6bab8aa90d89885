#pragma once
// What planning visits shows: the kinds of visit that a school may have, a trust's agreements, every visit by day, and what
// the School Performance Forum heard.

#include <optional>
#include <string>
#include <vector>

#include "app/models/board_model.h"
#include "app/models/field_model.h"
#include "app/models/schools_model.h"

namespace kitbag {

// One visit in a list of them.
struct VisitLine {
    std::string id;
    std::string urn;
    std::string title;  // "09:30 Bramble Hill Primary School"
    std::string detail;
    Chip status;
    bool can_write = false;  // Opens to be written on; others to be read.
};

// One kind of visit, as it is offered at this school.
struct KindModel {
    std::string kind;
    std::string title;
    std::string purpose;
    std::vector<std::string> present;  // Who must be there.
    std::vector<std::string> look_at;
    std::vector<CriteriaChoice> criteria;  // The likeliest first.
    bool judges_nothing = false;
    bool needs_agreement = false;  // Of the trust, which has not given it.
    std::string agreed;            // By whom and when the trust agreed to it; "" where nothing had to be agreed.
    std::string led_by;            // Who leads it instead; "" when this tablet's adviser may.

    bool may_begin() const { return !needs_agreement && led_by.empty(); }
};

struct AgreementModel {
    std::string id;
    std::string title;
    std::string detail;
    std::string what_for;
    std::string sync;     // "On this tablet only"
    std::string refusal;  // Why the county would not take it; "" when it did, or has not answered.
};

// What is typed in it is a draft until the agreement is recorded.
struct AgreementForm {
    std::vector<Option> kinds;  // To choose from.
    FieldModel given_by, post, date, until, what_for;
    FieldModel chosen_kinds;  // Keys, with a space between them.
    FieldModel terms;         // A word of TrustAgreement::Terms, or "".
};

// What may be a slip, asked about before a visit is begun or planned.
struct DoubtsModel {
    std::string variant, kind;  // As in StartVisit.
    bool planned = false;
    std::vector<std::string> sentences;
    std::optional<VisitLine> there;  // The visit that is there already.
};

struct NewVisitModel {
    bool known = false;
    std::string urn;
    std::string school;
    std::vector<KindModel> kinds;
    std::vector<VisitLine> open;  // Planned or under way here.
    bool answers_to_trust = false;
    std::vector<AgreementModel> agreements;  // Latest first.
    std::optional<AgreementForm> form;
    std::optional<DoubtsModel> doubts;
    std::string news;
    std::string refusal;
};

struct VisitDay {
    std::string title;  // "Tomorrow", "Wednesday 25 November 2026"
    std::vector<VisitLine> visits;
};

struct CalendarDay {
    int number = 0;
    bool in_month = false;
    bool today = false;
    std::string spoken;               // "Wednesday 25 November 2026: 09:30 Bramble Hill Primary School, planned"
    std::vector<std::string> visits;  // "09:30 Bramble Hill Primary School"
};

struct VisitsModel {
    int year = 0;
    int month = 0;
    std::string month_title;
    bool present_month = false;
    bool everybody = false;
    std::vector<CalendarDay> days;  // Whole weeks, Mondays first.
    std::vector<VisitDay> list;
    std::string more;  // That the list has no room for some; "" when all are there.
};

struct ForumLine {
    std::string id;
    std::string title;  // The service.
    std::string detail;
    std::string text;
    std::string sync;
    std::string refusal;
};

struct ForumTerm {
    std::string title;
    std::vector<ForumLine> notes;
};

// What is typed in it is a draft until the note is recorded.
struct ForumForm {
    std::vector<Option> half_terms, services, aspects, groups;
    FieldModel half_term, service, aspect, text;
    FieldModel chosen_groups;  // Keys, with a space between them.
};

struct ForumModel {
    bool known = false;
    std::string urn;
    std::string school;
    bool has_calendar = false;
    std::vector<ForumTerm> terms;  // Latest first.
    std::optional<ForumForm> form;
    std::string count_line;  // How many schools were discussed in this half term.
    std::vector<Option> not_discussed;
    std::string news;
    std::string refusal;
};

}  // namespace kitbag
