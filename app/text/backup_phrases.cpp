#include "app/text/backup_phrases.h"

#include "app/text/phrases.h"

namespace kitbag::phrases {
namespace {

// "2026-11-23 14.02": no colon, which a file's name cannot have everywhere.
std::string file_time(Instant utc) {
    const std::string iso = to_iso(wall_clock(utc));
    return iso.substr(0, 10) + " " + iso.substr(11, 2) + "." + iso.substr(14, 2);
}

}  // namespace

std::string last_backup(Instant utc) {
    return "Last made: " + date_and_time(utc) + ".";
}

std::string backup_file_name(Instant utc) {
    return "Kitbag backup " + file_time(utc) + ".kitbag";
}

std::string as_found_file_name(Instant utc) {
    return "Kitbag store as found " + file_time(utc) + ".kitbag";
}

std::string backup_about(std::string_view county, Instant utc) {
    return "A backup from " + std::string(county) + ", made " + date_and_time(utc) + ".";
}

std::string numbered_store(std::string_view name, int number) {
    return std::string(name) + ", store " + std::to_string(number);
}

std::string put_back_from(Instant utc) {
    return "From the backup of " + date_and_time(utc);
}

std::string set_aside(std::string_view name, Instant utc) {
    return std::string(name) + ", set aside " + date_and_time(utc);
}

std::string save_as_found(std::string_view title) {
    return "Save as a file: " + std::string(title);
}

std::string use_again(std::string_view title) {
    return "Try to open it again: " + std::string(title);
}

}  // namespace kitbag::phrases
