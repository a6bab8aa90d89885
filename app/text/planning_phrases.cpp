#include "app/text/planning_phrases.h"

#include <array>
#include <chrono>

#include "app/text/phrases.h"
#include "app/text/planning_words.h"

namespace kitbag::phrases {
namespace {

constexpr std::array days_of_week = {words::visits::sunday,    words::visits::monday,   words::visits::tuesday,
                                     words::visits::wednesday, words::visits::thursday, words::visits::friday,
                                     words::visits::saturday};

// "23 November 2026" without its year.
std::string day_and_month(const Date& day) {
    const std::string whole = to_long(day);
    return whole.substr(0, whole.rfind(' '));
}

}  // namespace

std::string_view name_of(StaffRole role) {
    switch (role) {
        case StaffRole::adviser:
            return "an adviser";
        case StaffRole::senior_adviser:
            return "a senior adviser";
        case StaffRole::early_years_adviser:
            return "an early years adviser";
        case StaffRole::head_of_service:
            return "the head of service";
        case StaffRole::officer:
            return "an officer";
        case StaffRole::head_of_early_years:
            return "the Head of the Early Years Service";
    }
    return "";
}

std::string_view name_of(TrustAgreement::Terms terms) {
    return terms == TrustAgreement::Terms::traded ? words::academy::traded : words::academy::commissioned;
}

std::string led_by(std::span<const StaffRole> roles) {
    if (roles.empty()) return std::string(words::planning::officer);
    std::string text = "This kind of visit is led by ";
    for (std::size_t place = 0; place < roles.size(); ++place) {
        if (place > 0) text += place + 1 == roles.size() ? " or " : ", ";
        text += name_of(roles[place]);
    }
    return text + ". Ask one of them to.";
}

std::string doubt(Doubt doubt, std::string_view kind) {
    switch (doubt) {
        case Doubt::in_the_future:
            return std::string(words::planning::in_the_future);
        case Doubt::in_the_past:
            return std::string(words::planning::in_the_past);
        case Doubt::before_school_opened:
            return std::string(words::planning::before_school_opened);
        case Doubt::after_school_closed:
            return std::string(words::planning::after_school_closed);
        case Doubt::same_visit_again:
            return "There is one of that kind and day here already: “" + std::string(kind) + "”.";
    }
    return "";
}

std::string planned_for(const Date& day) {
    return "Planned for " + day_and_month(day) + ", not begun";
}

std::string agreed_by(const TrustAgreement& agreement) {
    std::string text = "Agreed by " + agreement.given_by;
    if (!agreement.post.empty()) text += ", " + agreement.post;
    if (agreement.date) text += ", " + to_long(*agreement.date);
    if (agreement.until) text += ", until " + to_long(*agreement.until);
    return text;
}

std::string agreed_to(const std::vector<std::string>& kinds, TrustAgreement::Terms terms) {
    return std::string(name_of(terms)) + ": " + list_of(kinds);
}

std::string_view weekday_name(const Date& day) {
    using namespace std::chrono;
    const weekday found(sys_days(year(day.year) / day.month / day.day));
    return days_of_week[found.c_encoding()];
}

std::string day_title(const Date& day) {
    return std::string(weekday_name(day)) + " " + to_long(day);
}

std::string month_title(int year, int month) {
    const std::string first = to_long({year, month, 1});
    return first.substr(first.find(' ') + 1);
}

std::string visits_on(std::string_view day, const std::vector<std::string>& visits) {
    std::string text(day);
    if (visits.empty()) return text + ", no visits";
    text += ": ";
    for (std::size_t place = 0; place < visits.size(); ++place) text += (place > 0 ? "; " : "") + visits[place];
    return text;
}

std::string more_visits(std::size_t visits) {
    return count_of(visits, "visit") + " more: choose a month, or only your own visits, to see them.";
}

std::string forum_source(std::string_view service, std::string_view half_term) {
    return "Forum: " + std::string(service) + ", " + std::string(half_term);
}

std::string discussed(std::size_t schools, std::size_t all, std::string_view half_term) {
    return "In " + std::string(half_term) + " the Forum has notes on " + std::to_string(schools) + " of " +
           count_of(all, "school") + ".";
}

}  // namespace kitbag::phrases
