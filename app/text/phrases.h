#pragma once
// Sentences that depend on a number, a name or a time: plurals, clocks and lists, in British English. Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"

namespace kitbag::phrases {

// "1 school", "257 schools", "no schools". The plural is the noun with an s.
std::string count_of(std::size_t count, std::string_view noun);

// "257 schools" when all are shown, "12 of 257 schools" otherwise.
// "12 of 257 schools"; "12 of 1316 schools and settings".
std::string schools_shown(std::size_t shown, std::size_t all, bool with_settings);
std::string start_visit(std::string_view title);  // "Start a Keeping in Touch visit"

// What the clock on a school's wall shows: Greenwich or British Summer Time (the rule in force since 1996).
Instant wall_clock(Instant utc);
std::string date_and_time(Instant utc);  // "23 November 2026, 14:02"

// "a few seconds", "40 seconds", "3 minutes": rounded up, never "0".
std::string wait(std::int64_t milliseconds);

// "Fractions", "Fractions and Writing", "Fractions, Writing and Trust".
std::string list_of(const std::vector<std::string>& items);

std::string greeting(std::string_view name);                  // "Hello, Ada Marsh"
std::string wait_before_next_try(std::int64_t milliseconds);  // "Wait 40 seconds before you try again."
std::string waiting_to_send(std::size_t changes);             // "3 changes on this tablet wait to be sent"
std::string no_connection(std::size_t changes);               // "No connection: 3 changes wait safely on this tablet"
std::string stopped(std::size_t changes);                     // "Stopped; 3 changes still wait"
std::string sent_of(std::size_t done, std::size_t all);       // "500 of 2300 changes sent"
std::string received_so_far(std::size_t changes);             // "1500 changes received so far"
std::string refused(std::size_t changes);                     // "1 change was refused"
std::string enrol_again(std::string_view who);                // What a tablet that was shut out is told.
std::string room_used(std::int64_t used_mb, std::int64_t allowed_mb);
std::string last_contact(Instant utc);  // "Last in touch with the county: 23 November 2026, 14:02."
std::string received(
    Instant utc, std::string_view receipt);  // "Received by the county, 23 November 2026, 14:02, receipt R-000017-9f3c"
std::string received_some_time(std::string_view receipt);  // The same where the time cannot be read.
std::string newer_changes_wait(std::size_t changes);       // "Partly received: 2 changes wait on this tablet"
std::string entity_name(std::string_view entity);          // "Evidence note"
std::string also_written(std::string_view author, Instant utc, std::string_view value);
std::string recovered(const std::vector<std::string>& where);  // "Recovered what you were typing when …: …"
std::string evidence_for(std::string_view aspect, std::string_view school);
std::string visit_field(std::string_view field, std::string_view school);  // "The focus of the visit to …"
std::string evidence_label(std::string_view aspect, std::size_t number,
                           std::size_t all);                     // "Evidence for Teaching, note 2"
std::string add_note_for(std::string_view aspect);               // "Add another note for Teaching"
std::string clear_choice_for(std::string_view aspect);           // "Clear the choice for Teaching"
std::string start_visit_with(std::string_view criteria);         // "Start a Keeping in Touch visit: Primary schools"
std::string start_goes_by(std::string_view criteria);            // "The first button starts one by: Primary schools."
std::string try_again(std::string_view what);                    // "Try again: Evidence note: …"
std::string put_aside(std::string_view what);                    // "Put aside: Evidence note: …"
std::string take_up(std::string_view what);                      // "Take it up again: Evidence note: …"
std::string clock_is_wrong(std::int64_t ahead_ms);               // "This tablet’s clock is 2 hours ahead"
std::string clock_advice(std::int64_t ahead_ms);                 // The same with what to do about it.
std::string judged_so_far(std::size_t judged, std::size_t all);  // "5 of 16 aspects judged"
std::string last_visited(const Date& date);                      // "Visited 23 November 2026"
std::string ages(int from, int to);                              // "4 to 11"
std::string complete_question(std::string_view school, std::size_t not_judged);
std::string visit_with_adviser(std::string_view kind, std::string_view adviser);

}  // namespace kitbag::phrases
