#include "app/text/bundle_phrases.h"

#include <string_view>

#include "app/text/bundle_words.h"
#include "app/text/phrases.h"

namespace kitbag::phrases {
namespace {

std::string counted(int count, std::string_view noun) {
    return count_of(static_cast<std::size_t>(count), noun);
}

// "3 changes and 1 photograph", "no changes"
std::string changes_and_photographs(int changes, int photographs) {
    if (changes == 0 && photographs == 0) return "no changes";
    if (photographs == 0) return counted(changes, "change");
    if (changes == 0) return counted(photographs, "photograph");
    return counted(changes, "change") + " and " + counted(photographs, "photograph");
}

std::string what_is_next(const AnswerTaken& taken) {
    if (taken.refusal && taken.refusal->code == "wipe_wanted") return std::string(words::office_files::leaving);
    if (taken.refusal) return taken.refusal->sentence;
    if (taken.restored) return std::string(words::office_files::restored);
    return taken.more ? std::string(words::office_files::more) : "";
}

}  // namespace

// No colon, which a file's name cannot have everywhere.
std::string office_file_name(Instant utc) {
    const std::string iso = to_iso(wall_clock(utc));
    return "Kitbag for the office " + iso.substr(0, 10) + " " + iso.substr(11, 2) + "." + iso.substr(14, 2) + ".kitbag";
}

std::string last_office_file(Instant utc) {
    return "Last made: " + date_and_time(utc) + ".";
}

std::string in_office_file(const BundleMade& made) {
    const bool nothing = made.changes == 0 && made.pictures == 0;
    std::string text = nothing ? "Nothing waits, so it only asks for what others have written."
                               : "In it: " + changes_and_photographs(made.changes, made.pictures) + ".";
    if (!made.all) text += " " + std::string(words::office_files::not_all);
    return text;
}

std::string answer_read(const AnswerTaken& taken) {
    std::string text = "The office’s answer has been read. Received by the county: " +
                       changes_and_photographs(taken.sent, taken.pictures_sent) + ".";
    if (taken.refused > 0) text += " Refused by the county: " + counted(taken.refused, "change") + ", see above.";
    text += " New on this tablet: " + changes_and_photographs(taken.fetched, 0) + ".";
    const std::string next = what_is_next(taken);
    if (!next.empty()) text += " " + next;
    if (taken.left_over) text += " " + taken.left_over->sentence;
    return text;
}

}  // namespace kitbag::phrases
