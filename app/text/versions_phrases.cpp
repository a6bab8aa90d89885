#include <array>
#include <utility>

#include "app/text/phrases.h"
#include "app/text/versions_words.h"

namespace kitbag::phrases {
namespace {

struct NameOfField {
    std::string_view entity;
    std::string_view field;
    std::string_view name;
};

constexpr std::array names = {
    NameOfField{"visit", "date", "The day of the visit"},
    NameOfField{"visit", "time", "The time of the visit"},
    NameOfField{"visit", "participants", "Who took part"},
    NameOfField{"visit", "present", "Who was there"},
    NameOfField{"visit", "focus", "What the visit is about"},
    NameOfField{"visit", "status", "How the visit stands"},
    NameOfField{"visit", "status_reason", "The reason for how it stands"},
    NameOfField{"visit", "adviser", "Whose visit it is"},
    NameOfField{"judgement", "choice", "The judgement"},
    NameOfField{"evidence_note", "text", "A note"},
    NameOfField{"evidence_note", "aspect", "The aspect of a note"},
    NameOfField{"visit_answer", "text", "The answer to a question"},
    NameOfField{"agreed_action", "text", "An action that was agreed"},
    NameOfField{"agreed_action", "owner", "Who does what was agreed"},
    NameOfField{"agreed_action", "due", "By when it is to be done"},
    NameOfField{"agreed_action", "status", "How an action stands"},
    NameOfField{"agreed_action", "outcome", "What became of an action"},
    NameOfField{"photo", "caption", "The words to a photograph"},
    NameOfField{"establishment", "local_name", "The local name"},
    NameOfField{"post", "name", "The name of a person"},
    NameOfField{"post", "since", "Since when a post is held"},
    NameOfField{"post", "until", "When a post ended"},
    NameOfField{"post", "designation", "What kind of system leader"},
    NameOfField{"post", "leads", "Which school a system leader leads"},
    NameOfField{"post", "capacity", "How much a system leader can give"},
    NameOfField{"post", "team", "Which early years team"},
    NameOfField{"area_for_improvement", "text", "What a report says"},
    NameOfField{"area_for_improvement", "subject", "What an area for improvement concerns"},
    NameOfField{"area_for_improvement", "state", "How an area for improvement stands"},
    NameOfField{"area_for_improvement", "evidence", "What shows how an area stands"},
    NameOfField{"area_for_improvement", "notes", "Which notes show how an area stands"},
    NameOfField{"inspection_risk", "risk", "The risk at the next inspection"},
    NameOfField{"inspection_risk", "reason", "Why there is a risk at the next inspection"},
};

}  // namespace

std::string written_twice(std::size_t places) {
    return places == 1 ? "One thing in this visit was written twice, by people who did not see each other’s words."
                       : std::to_string(places) +
                             " things in this visit were written twice, by people who did not see each other’s words.";
}

std::string version_by(std::string_view who, Instant utc) {
    return std::string(who) + ", " + date_and_time(utc);
}

std::string version_of(std::string_view place, std::string_view who) {
    return std::string(place) + ", by " + std::string(who);
}

std::string keep_version_of(std::string_view place, std::string_view who) {
    return std::string(words::versions::keep) + ": " + version_of(place, who);
}

std::string written_over(std::string_view before) {
    return "Instead of: “" + std::string(before) + "”";
}

std::string place_of(std::string_view entity, std::string_view field, std::string_view about) {
    std::string place = "Something that was chosen";
    for (const NameOfField& each : names) {
        if (each.entity == entity && each.field == field) place = each.name;
    }
    return about.empty() ? place : place + ": " + std::string(about);
}

}  // namespace kitbag::phrases
