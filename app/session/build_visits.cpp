// Every visit by day: a month as a calendar, and lists of what is planned, under way and done lately.

#include <algorithm>
#include <chrono>
#include <map>

#include "app/session/build_planning.h"
#include "app/session/visit_lines.h"
#include "app/text/planning_phrases.h"
#include "app/text/planning_words.h"
#include "app/text/record_phrases.h"
#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

namespace t = words::visits;

constexpr int open_visits_max = 2000;
constexpr int done_lately_days = 30;
constexpr std::size_t list_rows_max = 300;

using Visits = std::vector<Visit>;

// What is read is narrowed to this adviser's own, unless everybody's are wanted.
Visits keep_wanted(OpenStore& store, Result<Visits> read, bool everybody) {
    Visits visits = std::move(read).value_or(Visits{});
    const Id& me = store.enrolment().adviser.id;
    if (!everybody) std::erase_if(visits, [&](const Visit& visit) { return visit.adviser != me; });
    return visits;
}

bool is_called_off(const Visit& visit) {
    return visit.status == VisitStatus::cancelled || visit.status == VisitStatus::did_not_happen;
}

// Puts lines into days until there are enough of them.
class DayList {
  public:
    DayList(VisitsModel& model, VisitLines& lines, const Visits& all) : model_(model), lines_(lines), all_(all) {}

    void add(std::string title, const Visit& visit) {
        if (++asked_ > list_rows_max) {
            model_.more = phrases::more_visits(asked_ - list_rows_max);
            return;
        }
        if (model_.list.empty() || model_.list.back().title != title) model_.list.push_back({std::move(title), {}});
        model_.list.back().visits.push_back(lines_.line(visit, all_));
    }

  private:
    VisitsModel& model_;
    VisitLines& lines_;
    const Visits& all_;
    std::size_t asked_ = 0;
};

// From what was forgotten to what is over. Visits of one title come one after the other.
void list_present(VisitsModel& model, OpenStore& store, VisitLines& lines) {
    const Date today = store.today(), tomorrow = days_after(today, 1);
    const Visits open = keep_wanted(store, store.visits().open_visits(open_visits_max), model.everybody);
    Visits lately =
        keep_wanted(store, store.visits().visits_between(days_after(today, -done_lately_days), today), model.everybody);
    std::erase_if(lately, [](const Visit& visit) { return is_open(visit.status) || is_called_off(visit); });
    std::ranges::reverse(lately);
    Visits all = open;
    all.insert(all.end(), lately.begin(), lately.end());
    DayList list(model, lines, all);
    const auto is_planned = [](const Visit& visit) { return visit.status == VisitStatus::planned; };
    for (const Visit& visit : open) {
        if (is_planned(visit) && visit.date && *visit.date < today) list.add(std::string(t::overdue), visit);
    }
    for (const Visit& visit : open) {
        if (!is_planned(visit) && visit.date != today) list.add(std::string(t::under_way), visit);
    }
    for (const Visit& visit : open) {
        if (visit.date == today) list.add(std::string(t::today), visit);
    }
    for (const Visit& visit : lately) {
        if (visit.date == today) list.add(std::string(t::today), visit);
    }
    for (const Visit& visit : open) {
        if (!is_planned(visit) || !visit.date || *visit.date <= today) continue;
        list.add(*visit.date == tomorrow ? std::string(t::tomorrow) : phrases::day_title(*visit.date), visit);
    }
    for (const Visit& visit : open) {
        if (is_planned(visit) && !visit.date) list.add(std::string(t::no_day), visit);
    }
    for (const Visit& visit : lately) {
        if (visit.date != today) list.add(std::string(t::done_lately), visit);
    }
}

// The Monday on which the calendar's first week begins.
Date first_monday(const Date& first) {
    using namespace std::chrono;
    const weekday day(sys_days(year(first.year) / first.month / first.day));
    return days_after(first, -static_cast<int>(day.iso_encoding() - 1));
}

Date last_of(int wanted_year, int wanted_month) {
    const bool december = wanted_month == 12;
    return days_after({december ? wanted_year + 1 : wanted_year, december ? 1 : wanted_month + 1, 1}, -1);
}

void fill_calendar(VisitsModel& model, const Visits& visits, const Date& today, VisitLines& lines) {
    const Date last = last_of(model.year, model.month);
    for (Date day = first_monday({model.year, model.month, 1}); day <= last || model.days.size() % 7 != 0;
         day = days_after(day, 1)) {
        CalendarDay& cell = model.days.emplace_back();
        cell.number = day.day;
        cell.in_month = day.month == model.month;
        cell.today = day == today;
        std::vector<std::string> spoken;
        for (const Visit& visit : visits) {
            if (visit.date != day || is_called_off(visit)) continue;
            cell.visits.push_back(lines.title(visit));
            spoken.push_back(cell.visits.back() + ", " + std::string(phrases::status_name(visit.status)));
        }
        cell.spoken = phrases::visits_on(phrases::day_title(day), spoken);
    }
}

bool is_month(const ShowMonth& wanted) {
    constexpr int first_year = 1901, last_year = 2198;  // So that the weeks around it are days too.
    return wanted.month >= 1 && wanted.month <= 12 && wanted.year >= first_year && wanted.year <= last_year;
}

}  // namespace

VisitsModel build_visits(OpenStore& store, const ShowMonth& wanted) {
    const Date today = store.today();
    VisitsModel model;
    model.year = is_month(wanted) ? wanted.year : today.year;
    model.month = is_month(wanted) ? wanted.month : today.month;
    model.month_title = phrases::month_title(model.year, model.month);
    model.present_month = model.year == today.year && model.month == today.month;
    model.everybody = wanted.everybody;
    VisitLines lines(store);
    const Date first{model.year, model.month, 1}, last = last_of(model.year, model.month);
    const Visits month =
        keep_wanted(store, store.visits().visits_between(days_after(first, -6), days_after(last, 6)), model.everybody);
    fill_calendar(model, month, today, lines);
    if (model.present_month) {
        list_present(model, store, lines);
        return model;
    }
    DayList list(model, lines, month);
    for (const Visit& visit : month) {
        if (visit.date->month == model.month) list.add(phrases::day_title(*visit.date), visit);
    }
    return model;
}

}  // namespace kitbag
