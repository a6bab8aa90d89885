#include "app/text/visit_phrases.h"

#include <algorithm>

#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/visit_words.h"

namespace kitbag::phrases {
namespace {

std::string joined(std::string_view a, std::string_view b, std::string_view c = "") {
    std::string text(a);
    text.append(b).append(c);
    return text;
}

std::string what_was_typed(const FieldKey& key) {
    if (key.entity == "evidence_note") return key.field == "said_by" ? "who said a note" : "a note";
    if (key.entity == "visit_answer") return "an answer";
    if (key.entity == "agreed_action") {
        if (key.field == "owner") return "who does an action";
        if (key.field == "due") return "when an action is due";
        return key.field == "outcome" ? "what came of an action" : "an action";
    }
    if (key.entity == "photo") return "what a photograph shows";
    if (key.field == "participants") return "who took part";
    if (key.field == "focus") return "what the visit is about";
    return key.field == "time" ? "the time" : "the date";
}

}  // namespace

std::string_view name_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::evidence:
            return words::note::evidence;
        case NoteKind::strength:
            return words::note::strength;
        case NoteKind::development:
            return words::note::development;
    }
    return "";
}

std::string_view name_of(Source source) {
    switch (source) {
        case Source::not_said:
            return words::note::not_said;
        case Source::data:
            return words::note::data;
        case Source::observation:
            return words::note::observation;
        case Source::scrutiny:
            return words::note::scrutiny;
        case Source::discussion:
            return words::note::discussion;
        case Source::parent_view:
            return words::note::parent_view;
        case Source::complaint:
            return words::note::complaint;
        case Source::forum:
            return words::note::forum;
    }
    return "";
}

std::string clock(Instant utc) {
    const std::string both = date_and_time(utc);
    return both.substr(both.size() - 5);
}

std::string note_label(std::size_t number, std::string_view time) {
    return "Note " + std::to_string(number) + joined(", ", time);
}

std::string note_by(std::string_view name, std::string_view time) {
    return joined(name, ", ", time);
}

std::string sort_note(std::size_t number) {
    return "Sort note " + std::to_string(number);
}

std::string numbered(std::string_view label, std::size_t number) {
    return joined(label, " ") + std::to_string(number);
}

std::string of_action(std::string_view label, std::size_t number) {
    return joined(label, ", action ") + std::to_string(number);
}

std::string about_action(std::string_view label, std::string_view text) {
    constexpr std::size_t shown_max = 80;
    std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (end > shown_max) {
        end = shown_max;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // Never half a character.
    }
    return joined(label, ": ", text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string speaks_for(Category category) {
    return joined("Speaks for ", name_of(category));
}

std::string said_by(std::string_view name) {
    return joined("Said by ", name);
}

std::string agreed_on(const std::optional<Date>& date, std::string_view adviser) {
    return (date ? "Agreed on " + to_long(*date) : std::string("Agreed")) + joined(" by ", adviser);
}

std::string action_line(const AgreedAction& action) {
    std::string more = action.owner;
    if (action.due) more += (more.empty() ? "by " : ", by ") + to_long(*action.due);
    return action.text + (more.empty() ? "" : joined(" (", more, ")"));
}

std::string planned_for(const std::optional<Date>& date) {
    return date ? "Planned for " + to_long(*date) + "." : "Planned, with no day yet.";
}

std::string undone(std::string_view what) {
    return joined("Undone: ", what);
}

std::string undo(std::string_view what) {
    return joined("Undo: ", what);
}

std::string chose(std::string_view choice, std::string_view aspect) {
    const auto chosen = choice_from(choice);
    if (!chosen) return joined("cleared the choice for ", aspect);
    return joined("chose ", name_of(*chosen)) + joined(" for ", aspect);
}

std::string sorted(std::string_view field) {
    if (field == "aspect") return "moved a note to another aspect";
    if (field == "kind") return "said what a note is";
    if (field == "source") return "said where a note comes from";
    if (field == "groups") return "chose the pupil groups of a note";
    return "said what a note speaks for";
}

std::string moved_action(std::string_view status) {
    if (status == "done") return "closed an action as done";
    return status == "dropped" ? "dropped an action" : "opened an action again";
}

std::string wrote(const FieldKey& key, bool anew) {
    return joined(anew ? "wrote " : "changed ", what_was_typed(key));
}

std::string_view set_present() {
    return "changed who was there";
}

std::string doubt(Doubt doubt) {
    switch (doubt) {
        case Doubt::in_the_future:
            return "Its date has not come yet.";
        case Doubt::in_the_past:
            return "It is only planned, and its date is over.";
        case Doubt::before_school_opened:
            return "Its date is before the school opened.";
        case Doubt::after_school_closed:
            return "The school is closed, or was on that date.";
        case Doubt::same_visit_again:
            return "There is another visit of this kind to this school on that date.";
    }
    return "";
}

std::string not_present(const std::vector<std::string>& people) {
    return joined("Not marked as present: ", list_of(people), ".");
}

std::string recovered_place(const FieldKey& key, std::string_view about, std::string_view school) {
    const std::string at = school.empty() ? "" : joined(" at ", school);
    if (key.entity == "visit") return visit_field(key.field, school);
    if (key.entity == "evidence_note") return about.empty() ? "A note" + at : evidence_for(about, school);
    if (key.entity == "visit_answer") return (about.empty() ? "An answer" : joined("The answer to “", about, "”")) + at;
    if (key.entity == "agreed_action") return "An agreed action" + at;
    if (key.entity == "post") return "What is said of a person";
    if (key.entity == "establishment") return "A local name";
    if (key.entity == "area_for_improvement") return "An area for improvement";
    return "What a photograph shows" + at;
}

}  // namespace kitbag::phrases
