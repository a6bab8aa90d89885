#include "app/text/backup_phrases.h"

#include "app/text/phrases.h"

namespace kitbag::phrases {
namespace {

// "2026-11-23 14.02": no colon, which a file's name cannot have everywhere.
std::string file_time(Instant utc) {
    const std::string iso = to_iso(wall_clock(utc));
    return iso.substr(0, 10) + " " + iso.substr(11, 2) + "." + iso.substr(14, 2);
}

std::string counted(int count, std::string_view noun) {
    return count_of(static_cast<std::size_t>(count), noun);
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

std::string remove_store(std::string_view title) {
    return "Remove it from this tablet: " + std::string(title);
}

std::string saved_as_found(Instant utc) {
    return "Saved as a file " + date_and_time(utc) + ".";
}

std::string erased(const ErasedNews& news) {
    std::string text = news.alone
                           ? "The county had this tablet erased on " + date_and_time(news.at) +
                                 ". Everything that was written on it had been sent to the county before."
                           : "The county had one adviser’s work on this tablet erased on " + date_and_time(news.at) +
                                 ". Everything that was written in it had been sent to the county before. What "
                                 "others keep on this tablet is as it was.";
    if (news.texts > 0) {
        text += " What was typed into " + counted(news.texts, "form field") +
                " and never recorded could not be sent, and is gone.";
    }
    if (!news.told)
        text += " The county does not know yet that it is done: leave Kitbag open where there is a connection.";
    return text;
}

std::string salvaged(const Salvaged& told) {
    std::string text = "What could be read is in this new store: " + counted(told.changes, "change");
    if (told.unsent > 0) text += ", " + std::to_string(told.unsent) + " of them not received by the county yet";
    text += (told.unsent > 0 ? ", and " : " and ") + counted(told.photographs, "photograph") + ". ";
    if (told.identity_lost) {
        text +=
            "Who this tablet is to the county could not be read, so it has to be enrolled again, under Sending and "
            "receiving: ask the county office for a code. ";
    }
    if (told.whole()) return text + "Nothing was unreadable.";
    text += counted(told.changes_lost, "change") + " and " + counted(told.photographs_lost, "photograph") +
            " could not be read. ";
    return text +
           "What the county has of them comes back with the next sync; read your last visits to see what else is "
           "missing. The damaged store is set aside on this tablet.";
}

}  // namespace kitbag::phrases
