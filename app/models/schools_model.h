#pragma once
// What the list of schools and one school show.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kitbag {

enum class Tone { plain, good, notice, alarm };

struct Chip {
    std::string text;  // "" for no chip.
    Tone tone = Tone::plain;
};

// One of several to choose from.
struct Option {
    std::string value;
    std::string label;
};

enum class SchoolFilter {
    all,
    schools,
    settings,      // Early years settings, childminders among them,
    childminders,  // and these alone.
    caseload,      // The adviser's own schools and settings.
};

// Which of them are listed: those that meet every condition. "" stands for all.
struct ListFilter {
    SchoolFilter which = SchoolFilter::all;
    std::string kind;      // Word of SchoolKind.
    std::string area;      // District, or constituency where the register names no district.
    std::string category;  // Word of Category, of either of its ratings; or not_categorised.
    std::string team;      // Word of Team: an adviser of that team works with it today.
    std::string due;       // overdue

    bool operator==(const ListFilter&) const = default;
};
inline constexpr std::string_view not_categorised = "none";
inline constexpr std::string_view overdue = "overdue";  // A planned visit or an agreed action whose day has passed.

struct SchoolRow {
    std::string urn;
    std::string name;
    std::string detail;  // "Primary · Community school · Fenland"
    Chip chip;
};

struct SchoolsModel {
    // As the county's schools are on this tablet:
    std::vector<SchoolRow> all;                          // By name.
    std::vector<Option> kinds, areas, categories, dues;  // To choose from; the first stands for all.
    std::vector<Option> teams;                           // Likewise; empty where no team works with any of them.
    bool has_settings = false;  // The register has early years settings, so there is something to choose among.
    bool has_caseload = false;  // So is there with schools of the adviser's own.
    bool may_have_one = false;  // Who visits nobody has none.
    bool arrived = false;       // False before the county's schools came to this tablet.

    // As they are searched and narrowed now:
    std::string search;  // What was searched for, so that the field keeps it when the screen is seen again.
    ListFilter filter;
    std::vector<std::size_t> shown;  // Which of all, in the order of the list.
    std::string filter_line;         // "Primary · Fenland · Red"; "" where only `which` is chosen.
    std::string others_line;     // That what is searched for is also found outside the caseload; "" where it is not.
    std::string count_line;      // "12 of 257 schools"
    std::string alliances_line;  // That what is searched for is the name of a teaching school alliance, or "".
};

struct Fact {
    std::string label;
    std::string value;
};

struct VisitRow {
    std::string id;
    std::string title;       // "Keeping in Touch visit by Ada Marsh"
    std::string date;        // "23 November 2026"
    Chip status;             // "Under way", "Completed"
    std::string sync;        // "On this tablet only"
    bool can_write = false;  // Opens to be written in; others open to be read.
};

struct CriteriaChoice {
    std::string variant;      // "primary"
    std::string label;        // "Primary schools"
    std::string start_label;  // "Start a Keeping in Touch visit: Primary schools"
};

struct InspectionFact {
    std::string title;   // "Full inspection · Good"
    std::string date;    // "12 September 2019"
    std::string detail;  // The framework of that day, and a line for each area.
    std::string
        by_rule;  // That it counts as requiring improvement by the county's rule, and why; "" where it does not.
};

// An area for improvement that an inspection named.
struct AreaRow {
    std::string id;
    std::string text;
    bool is_eyfs = false;
    std::string state;       // not_addressed, being_addressed, addressed, or "" while nobody has judged it.
    std::string state_name;  // "Being addressed"
    std::string judged;      // "Judged by Ada Marsh, 23 November 2026, 14:02"
};

// What is at risk at the next inspection; all of it "" while nobody has judged it.
struct RiskRow {
    std::string title;  // "An inadequate judgement is a risk"
    std::string reason;
    std::string judged;  // As of an area.
};

struct InspectionsSection {
    std::string named_by;        // "Inspection of 12 October 2026": the last that named any.
    std::vector<AreaRow> areas;  // Of that one.
    RiskRow risk;
    bool may_write = false;
    bool written_twice = false;
};

// One of the school's two ratings, as its page shows it.
struct RatingFact {
    std::string label;     // "The school"
    std::string category;  // green, amber, red or "".
    std::string line;      // "Improving this half term", or what is missing.
};

struct PersonRow {
    std::string id;
    std::string name;
    std::string detail;  // "Headteacher · since 1 September 2024"
};

// Who holds which post at the school today, and whether it is in the adviser's caseload.
struct PeopleSection {
    std::vector<PersonRow> people;
    bool may_write = false;
    bool in_caseload = false;
    bool wants_name = false;  // The register withholds its name, and nobody has given it a local one.
    bool written_twice = false;
};

struct SchoolModel {
    bool known = false;
    std::string urn;
    std::string name;
    std::string detail;
    std::vector<RatingFact> ratings;
    bool is_setting = false;  // An early years setting.
    bool elsewhere = false;   // The county does not bring its records to this tablet.
    bool wants_criteria =
        true;                 // False where no criteria are for such a place, so that a visit is notes and questions.
    std::string start_label;  // "Start a Keeping in Touch visit"
    std::vector<Fact> facts;
    bool has_alliance = false;                // One of teaching schools is among the facts.
    std::vector<InspectionFact> inspections;  // Newest first.
    InspectionsSection inspected;
    std::vector<VisitRow> visits;
    // Empty: no framework fits yet. Several: the adviser says which, and the first is the likeliest.
    std::vector<CriteriaChoice> criteria;
    std::string usual_criteria;  // Which the first is, as a sentence.
    PeopleSection people;
};

}  // namespace kitbag
