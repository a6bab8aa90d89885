#include "app/text/people_words.h"
#include "app/text/phrases.h"

namespace kitbag::phrases {
namespace {

void append_part(std::string& text, std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += words::common::separator;
    text += part;
}

}  // namespace

std::string_view name_of(PostRole role) {
    switch (role) {
        case PostRole::head_teacher:
            return "Headteacher";
        case PostRole::chair_of_governors:
            return "Chair of governors";
        case PostRole::adviser:
            return "Adviser";
        case PostRole::early_years_adviser:
            return "Early years adviser";
        case PostRole::system_leader:
            return "System leader";
    }
    return "";
}

std::string_view name_of(Designation designation) {
    switch (designation) {
        case Designation::none:
            return "";
        case Designation::national_leader_of_education:
            return "National Leader of Education";
        case Designation::local_leader_of_education:
            return "Local Leader of Education";
        case Designation::specialist_leader_of_education:
            return "Specialist Leader of Education";
        case Designation::national_leader_of_governance:
            return "National Leader of Governance";
    }
    return "";
}

std::string_view name_of(Team team) {
    switch (team) {
        case Team::none:
            return "No team";
        case Team::quality:
            return "Quality team";
        case Team::intervention:
            return "Intervention team";
        case Team::sector_development:
            return "Sector Development team";
    }
    return "";
}

std::string alliances_found(const std::vector<std::string>& names) {
    if (names.empty()) return "";
    if (names.size() == 1) return "“" + names.front() + "” is a teaching school alliance.";
    return count_of(names.size(), "teaching school alliance") + " are called so.";
}

std::string post_detail(const Post& post, std::string_view leads) {
    const bool leader = post.role == PostRole::system_leader && post.designation != Designation::none;
    std::string text(leader ? name_of(post.designation) : name_of(post.role));
    if (!leads.empty()) append_part(text, "leads " + std::string(leads));
    append_part(text, post.capacity);
    if (post.team != Team::none) append_part(text, name_of(post.team));
    if (post.since) append_part(text, "since " + to_long(*post.since));
    if (post.until) append_part(text, "until " + to_long(*post.until));
    return text;
}

std::string of_person(std::string_view what, std::string_view person) {
    return std::string(what) + ": " + std::string(person);
}

std::string others_found(std::size_t others, bool with_settings) {
    return std::to_string(others) + (others == 1 ? " other" : " others") + " found in all schools" +
           (with_settings ? " and settings" : "");
}

}  // namespace kitbag::phrases
