// Prints who read and who wrote which records.

#include <chrono>
#include <cstdio>
#include <string>

#include "sync/server/audit.h"
#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/printing.h"

namespace kitbag {
namespace {

Result<Instant> start_of(const std::string& text) {
    if (text.empty()) return 0;
    const Result<Date> date = parse_date(text);
    if (!date) return fault("bad_date", "--since must be a day such as 2026-11-23.");
    using namespace std::chrono;
    const sys_days day = year(date->year) / month(static_cast<unsigned>(date->month)) /
                         std::chrono::day(static_cast<unsigned>(date->day));
    return duration_cast<milliseconds>(day.time_since_epoch()).count();
}

std::string words_of(const AuditLine& line) {
    if (line.changes == 0) {
        return "read changes " + std::to_string(line.read_after + 1) + " to " + std::to_string(line.read_to);
    }
    if (line.entity == "sign_in") {
        const std::string who = line.entity_id.empty() ? "" : " as " + line.entity_id;
        return line.outcome == "accepted" ? "was given an enrolment code" + who
                                          : "was refused" + who + ": " + line.outcome;
    }
    const std::string what = line.entity.empty() ? "something unreadable" : line.entity + " " + line.entity_id;
    if (line.outcome == "picture_read") return "read the picture of " + what;
    if (line.outcome == "picture_received") return "sent the picture of " + what;
    const std::string how_many = line.changes == 1 ? "" : " (" + std::to_string(line.changes) + " changes)";
    return "wrote " + what + ": " + line.outcome + how_many;
}

void print_line(const AuditLine& line) {
    const std::string person = line.adviser_name.empty() ? "somebody" : on_one_line(line.adviser_name);
    const std::string who = line.entity == "sign_in" ? person
                            : line.device.empty()    ? "at the server"
                                                     : on_one_line(line.adviser_name) + ", tablet " + line.device;
    const std::string request = line.request.empty() ? "" : ", request " + line.request;
    std::printf("%s  %s, by %s%s: %s\n", to_second(line.at).c_str(), who.c_str(), line.action.c_str(), request.c_str(),
                on_one_line(words_of(line)).c_str());
}

}  // namespace

Result<void> run_audit(const CommandLine& line) {
    const Result<Instant> since = start_of(line.option("since"));
    if (!since) return std::unexpected(since.error());
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    bool any = false;
    const Result<void> told =
        read_audit(**database, {line.option("record"), line.option("adviser"), *since}, [&](const AuditLine& each) {
            print_line(each);
            any = true;
        });
    if (told && !any) std::puts("Nothing that answers this is in the audit.");
    return told;
}

}  // namespace kitbag
