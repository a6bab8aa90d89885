#include "app/text/phrases.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace kitbag::phrases {
namespace {

using std::chrono::floor;

constexpr Instant second_ms = 1000;
constexpr Instant minute_ms = 60 * second_ms;
constexpr Instant hour_ms = 60 * minute_ms;

std::string joined(std::string_view a, std::string_view b, std::string_view c = "") {
    std::string text(a);
    text.append(b).append(c);
    return text;
}

// The last Sunday of the month at 01:00 UTC, when the clocks of the United Kingdom change.
Instant clock_change(std::chrono::year year, std::chrono::month month) {
    const std::chrono::sys_days day(year / month / std::chrono::Sunday[std::chrono::last]);
    return std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count() + hour_ms;
}

std::string wait_word(std::size_t count) {
    return count == 1 ? "waits" : "wait";
}

}  // namespace

std::string enrol_again(std::string_view who) {
    return joined(
        "Nothing that was written here is lost. Ask the county office for a new enrolment code and write it here. The "
        "tablet stays that of ",
        who, ", with the same passphrase, and what waits is sent at once.");
}

std::string count_of(std::size_t count, std::string_view noun) {
    if (count == 0) return joined("no ", noun, "s");
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string schools_shown(std::size_t shown, std::size_t all, bool with_settings) {
    const std::string number = with_settings ? std::to_string(all) + " schools and settings" : count_of(all, "school");
    return shown == all ? number : std::to_string(shown) + " of " + number;
}

std::string start_visit(std::string_view title) {
    const bool vowel = std::string_view("AEIOUaeiou").contains(title.empty() ? ' ' : title.front());
    return "Start " + std::string(vowel ? "an " : "a ") + std::string(title);
}

Instant wall_clock(Instant utc) {
    using namespace std::chrono;
    const year_month_day day(floor<days>(sys_time<milliseconds>(milliseconds(utc))));
    const bool summer = utc >= clock_change(day.year(), March) && utc < clock_change(day.year(), October);
    return summer ? utc + hour_ms : utc;
}

std::string date_and_time(Instant utc) {
    const Instant local = wall_clock(utc);
    const Instant day_ms = 24 * hour_ms;
    const Instant in_day = ((local % day_ms) + day_ms) % day_ms;
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d", static_cast<int>(in_day / hour_ms),
                  static_cast<int>(in_day % hour_ms / minute_ms));
    return to_long(date_of(local)) + ", " + clock;
}

std::string wait(std::int64_t milliseconds) {
    if (milliseconds <= 3 * second_ms) return "a few seconds";
    if (milliseconds <= 90 * second_ms) {
        return count_of(static_cast<std::size_t>((milliseconds + second_ms - 1) / second_ms), "second");
    }
    return count_of(static_cast<std::size_t>((milliseconds + minute_ms - 1) / minute_ms), "minute");
}

std::string list_of(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string greeting(std::string_view name) {
    return name.empty() ? "Hello" : joined("Hello, ", name);
}

std::string wait_before_next_try(std::int64_t milliseconds) {
    return "Too many tries. Wait " + wait(milliseconds) + " before you try again.";
}

std::string waiting_to_send(std::size_t changes) {
    return count_of(changes, "change") + " on this tablet " + wait_word(changes) + " to be sent";
}

std::string no_connection(std::size_t changes) {
    if (changes == 0) return "No connection. Everything you need is on this tablet";
    return "No connection: " + count_of(changes, "change") + " " + wait_word(changes) + " safely on this tablet";
}

std::string stopped(std::size_t changes) {
    if (changes == 0) return "Stopped; the county may have more for this tablet";
    return "Stopped; " + count_of(changes, "change") + " still " + wait_word(changes);
}

std::string sent_of(std::size_t done, std::size_t all) {
    return std::to_string(done) + " of " + count_of(all, "change") + " sent";
}

std::string received_so_far(std::size_t changes) {
    return changes == 0 ? "" : count_of(changes, "change") + " received so far";
}

std::string refused(std::size_t changes) {
    return count_of(changes, "change") + (changes == 1 ? " was refused" : " were refused");
}

std::string room_used(std::int64_t used_mb, std::int64_t allowed_mb) {
    return "Kitbag uses " + std::to_string(used_mb) + " MB of the " + std::to_string(allowed_mb) +
           " MB that this browser gives it.";
}

std::string last_contact(Instant utc) {
    return "Last in touch with the county: " + date_and_time(utc) + ".";
}

std::string received(Instant utc, std::string_view receipt) {
    return joined("Received by the county, " + date_and_time(utc) + ", receipt ", receipt);
}

std::string received_some_time(std::string_view receipt) {
    return joined("Received by the county, receipt ", receipt);
}

std::string newer_changes_wait(std::size_t changes) {
    return "Partly received: " + count_of(changes, "change") + " " + wait_word(changes) + " on this tablet";
}

std::string entity_name(std::string_view entity) {
    if (entity == "visit") return "Visit";
    if (entity == "judgement") return "Choice of a description";
    if (entity == "evidence_note") return "Evidence note";
    if (entity == "visit_answer") return "Answer to a question";
    if (entity == "agreed_action") return "Agreed action";
    if (entity == "photo") return "Photograph";
    if (entity == "rating_step") return "Step of a rating";
    if (entity == "direction") return "Direction of travel";
    if (entity == "post") return "A person’s post";
    if (entity == "establishment") return "Local name";
    if (entity == "area_for_improvement") return "Area for improvement";
    if (entity == "inspection_risk") return "Risk at the next inspection";
    return "Something written by a newer Kitbag";
}

std::string also_written(std::string_view author, Instant utc, std::string_view value) {
    std::string text = "Also written";
    if (!author.empty()) text += joined(", by ", author);
    return text + ", " + date_and_time(utc) + ", and kept: " + (value.empty() ? "(nothing)" : joined("“", value, "”"));
}

std::string recovered(const std::vector<std::string>& where) {
    return "Recovered what you were typing when the app stopped: " + list_of(where) + ".";
}

std::string evidence_for(std::string_view aspect, std::string_view school) {
    return joined("Evidence for ", aspect) + (school.empty() ? "" : joined(" at ", school));
}

std::string visit_field(std::string_view field, std::string_view school) {
    const std::string what = field == "participants" ? "Who took part in"
                             : field == "focus"      ? "The focus of"
                             : field == "caption"    ? "What a photograph shows, in"
                                                     : "The date of";
    return what + " the visit" + (school.empty() ? "" : joined(" to ", school));
}

std::string evidence_label(std::string_view aspect, std::size_t number, std::size_t all) {
    return joined("Evidence for ", aspect) + (all > 1 ? ", note " + std::to_string(number) : "");
}

std::string add_note_for(std::string_view aspect) {
    return joined("Add another note for ", aspect);
}

std::string clear_choice_for(std::string_view aspect) {
    return joined("Clear this choice for ", aspect);
}

std::string start_visit_with(std::string_view criteria) {
    return joined("Start a Keeping in Touch visit: ", criteria);
}

std::string start_goes_by(std::string_view criteria) {
    return joined("The first button starts one by: ", criteria, ".");
}

std::string try_again(std::string_view what) {
    return joined("Try again: ", what);
}

std::string put_aside(std::string_view what) {
    return joined("Put aside: ", what);
}

std::string take_up(std::string_view what) {
    return joined("Take it up again: ", what);
}

// Whole minutes below an hour, then hours, then days: nobody sets a clock by the rest.
std::string clock_is_wrong(std::int64_t ahead_ms) {
    const std::int64_t by = ahead_ms < 0 ? -ahead_ms : ahead_ms;
    std::string much = count_of(static_cast<std::size_t>((by + minute_ms / 2) / minute_ms), "minute");
    if (by >= hour_ms) much = "about " + count_of(static_cast<std::size_t>((by + hour_ms / 2) / hour_ms), "hour");
    if (by >= 2 * 24 * hour_ms)
        much = "about " + count_of(static_cast<std::size_t>((by + 12 * hour_ms) / (24 * hour_ms)), "day");
    return "This tablet’s clock is " + much + (ahead_ms < 0 ? " behind" : " ahead");
}

std::string clock_advice(std::int64_t ahead_ms) {
    return clock_is_wrong(ahead_ms) + (ahead_ms < 0 ? "" : " of") +
           " the county’s. Set it right in the tablet’s settings: what you write is dated by it. Nothing is held up.";
}

std::string judged_so_far(std::size_t judged, std::size_t all) {
    return std::to_string(judged) + " of " + count_of(all, "aspect") + " judged";
}

std::string last_visited(const Date& date) {
    return "Visited " + to_long(date);
}

std::string ages(int from, int to) {
    return std::to_string(from) + " to " + std::to_string(to);
}

std::string complete_question(std::string_view school, std::size_t not_judged) {
    std::string text = joined("The record of the visit to ", school,
                              " will then be read-only and goes to the county at the next sync.");
    if (not_judged > 0) {
        text += " " + count_of(not_judged, "aspect") + (not_judged == 1 ? " has" : " have") +
                " not been judged; that is allowed.";
    }
    return text;
}

std::string visit_with_adviser(std::string_view kind, std::string_view adviser) {
    return adviser.empty() ? std::string(kind) : joined(kind, " by ", adviser);
}

}  // namespace kitbag::phrases
